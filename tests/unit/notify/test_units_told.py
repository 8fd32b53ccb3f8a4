"""Who is told that a change of units waits for a second registrar."""

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.identity import OfficerDismissed, UnitChangeProposed
from rongcuo.contracts.notify import MatterKind
from services.notify import usecases
from tests.unit.notify import scene
from tests.unit.notify.desk import FakeDesk

WAITS = "单位名录有变更待确认"


def registrar(officer_id: str, organ_id: str = scene.ORGAN) -> Actor:
    return scene.officer(officer_id, Role.REGISTRAR, organ_id=organ_id)


FIRST, SECOND, THIRD = (registrar(each) for each in ("first", "second", "third"))
CITY, PROVINCE = registrar("city", "530100"), registrar("province", "530000")


def proposed(organ_id: str = scene.ORGAN, by: str = "first") -> UnitChangeProposed:
    return UnitChangeProposed(unit_id="u1", organ_id=organ_id, proposed_by=by, name="新名称")


def tell(desk: FakeDesk, *registrars: Actor, event: UnitChangeProposed | None = None) -> None:
    for each in registrars:
        usecases.enrol(desk, scene.enrolled(each), "mail")
    usecases.propose_unit_change(desk, event or proposed(), "mail")


def test_the_other_registrars_of_the_place_are_told_and_nobody_else(desk: FakeDesk) -> None:
    tell(desk, FIRST, SECOND, THIRD, CITY, PROVINCE)
    told = {each.recipient_id: each for each in desk.store.messages.values()}
    assert set(told) == {"second", "third"}
    assert desk.told("second") == [WAITS]
    assert "嵩明县" in told["second"].body
    assert (told["second"].matter_id, told["second"].matter_kind) == (scene.ORGAN, MatterKind.UNITS)
    assert desk.store.open_tasks() == 0


@pytest.mark.parametrize(("registrars", "told"), [
    ((FIRST, CITY, PROVINCE), "city"), ((FIRST, PROVINCE), "province"), ((CITY, PROVINCE), "city")])
def test_where_a_place_has_no_other_those_of_the_next_above_are(
        desk: FakeDesk, registrars: tuple[Actor, ...], told: str) -> None:
    tell(desk, *registrars)
    assert {each.recipient_id for each in desk.store.messages.values()} == {told}


def test_whose_post_has_ended_is_not_told(desk: FakeDesk) -> None:
    usecases.enrol(desk, scene.enrolled(SECOND), "mail")
    usecases.dismiss(desk, OfficerDismissed(officer_id="second", organ_id=scene.ORGAN))
    tell(desk, FIRST, CITY)
    assert {each.recipient_id for each in desk.store.messages.values()} == {"city"}


def test_where_there_is_no_other_at_all_nothing_is_told_nor_kept(desk: FakeDesk) -> None:
    tell(desk, FIRST)
    assert (desk.store.messages, desk.store.matters) == ({}, {})


def test_each_change_is_told_anew_also_of_a_dispatched_organ(desk: FakeDesk) -> None:
    tell(desk, FIRST, SECOND)
    tell(desk, event=proposed())
    tell(desk, event=proposed(f"{scene.ORGAN}.yanglin", "second"))
    assert (desk.told("second"), desk.told("first")) == ([WAITS] * 2, [WAITS])
