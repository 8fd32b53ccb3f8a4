"""Whose unit a matter is of, is told by any of the unit's names: an alias and a former name bar as well."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Actor, Role
from services.review import access as review_access
from tests.unit.casework.looking import refused
from tests.unit.review import scene
from tests.unit.review.scene import by, view

NEW, ALIAS = "园林绿化局", "园林局"


def called_anew(actor: Actor, former: str) -> Actor:
    """Of the unit that had that name, and is called differently now."""
    return replace(actor, unit=NEW, unit_names=(NEW, ALIAS, former))


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEAD])
def test_nobody_of_the_renamed_unit_reviews_what_it_filed(role: Role):
    case, actor = scene.opened(), called_anew(scene.officer("he", role), f"{scene.FILERS_UNIT}\u200b")
    refused("review.recused", case, lambda it: it.assign(view(actor), by(scene.LEAD)))
    refused("review.recused", case, lambda it: it.accept("同意", by(actor)))
    assert not review_access.sees_inside(actor, case)
    assert case.lacks_judges((view(actor),))
    case.assign(view(replace(actor, unit_names=(NEW, ALIAS))), by(scene.LEAD))


def test_its_filers_see_the_review_of_what_it_filed():
    case, filer = scene.opened(), called_anew(scene.officer("he", Role.FILER), scene.FILERS_UNIT)
    assert review_access.within(review_access.Scope.OWN_UNIT, filer, case)
    stranger = replace(filer, unit_names=(NEW,))
    assert not review_access.within(review_access.Scope.OWN_UNIT, stranger, case)
