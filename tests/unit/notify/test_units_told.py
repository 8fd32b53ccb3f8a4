"""Who is told that a change of units waits for a second registrar."""

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.identity import OfficerDismissed, UnitChangeProposed
from rongcuo.contracts.notify import MatterKind
from services.notify.usecases import hearing
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

WAITS = "单位名录有变更待确认"


def registrar(officer_id: str, organ_id: str = scene.ORGAN) -> Actor:
    return scene.officer(officer_id, Role.REGISTRAR, organ_id=organ_id)


FIRST, SECOND, THIRD = (registrar(each) for each in ("first", "second", "third"))
CITY, PROVINCE = registrar("city", "530100"), registrar("province", "530000")


def proposed(organ_id: str = scene.ORGAN, by: str = "first") -> UnitChangeProposed:
    return UnitChangeProposed(unit_id="u1", organ_id=organ_id, proposed_by=by, name="新名称")


def tell(context: FakeContext, *registrars: Actor, event: UnitChangeProposed | None = None) -> None:
    for each in registrars:
        hearing.enrol(context, scene.enrolled(each), "mail")
    hearing.propose_unit_change(context, event or proposed(), "mail")


def test_the_other_registrars_of_the_place_are_told_and_nobody_else(context: FakeContext) -> None:
    tell(context, FIRST, SECOND, THIRD, CITY, PROVINCE)
    told = {each.recipient_id: each for each in context.store.messages.values()}
    assert set(told) == {"second", "third"}
    assert context.told("second") == [WAITS]
    assert "嵩明县" in told["second"].body
    assert (told["second"].matter_id, told["second"].matter_kind) == (scene.ORGAN, MatterKind.UNITS)
    assert context.store.open_tasks() == 0


@pytest.mark.parametrize(("registrars", "told"), [
    ((FIRST, CITY, PROVINCE), "city"), ((FIRST, PROVINCE), "province"), ((CITY, PROVINCE), "city")])
def test_where_a_place_has_no_other_those_of_the_next_above_are(
        context: FakeContext, registrars: tuple[Actor, ...], told: str) -> None:
    tell(context, *registrars)
    assert {each.recipient_id for each in context.store.messages.values()} == {told}


def test_whose_post_has_ended_is_not_told(context: FakeContext) -> None:
    hearing.enrol(context, scene.enrolled(SECOND), "mail")
    hearing.dismiss(context, OfficerDismissed(officer_id="second", organ_id=scene.ORGAN))
    tell(context, FIRST, CITY)
    assert {each.recipient_id for each in context.store.messages.values()} == {"city"}


def test_where_there_is_no_other_at_all_nothing_is_told_nor_kept(context: FakeContext) -> None:
    tell(context, FIRST)
    assert (context.store.messages, context.store.matters) == ({}, {})


def test_each_change_is_told_anew_also_of_a_dispatched_organ(context: FakeContext) -> None:
    tell(context, FIRST, SECOND)
    tell(context, event=proposed())
    tell(context, event=proposed(f"{scene.ORGAN}.yanglin", "second"))
    assert (context.told("second"), context.told("first")) == ([WAITS] * 2, [WAITS])
