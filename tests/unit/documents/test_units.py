"""Whose unit a matter is of, is told by any of the unit's names: an alias and a former name bar as well."""

from dataclasses import replace

from rongcuo.contracts.actor import Actor
from services.documents.domain.matter import Excluded
from tests.unit.determination import determination_scene as cases

NEW, ALIAS = "园林绿化局", "园林局"


def called_anew(actor: Actor, former: str) -> Actor:
    """Of the unit that had that name, and is called differently now."""
    return replace(actor, unit=NEW, unit_names=(NEW, ALIAS, former))


def test_letters_are_kept_from_the_renamed_unit():
    excluded = Excluded(units=(cases.UNIT,))
    assert excluded.covers(called_anew(cases.WANG, cases.UNIT))
    assert not excluded.covers(cases.WANG)
    assert not Excluded(units=("",)).covers(replace(cases.WANG, unit=""))
