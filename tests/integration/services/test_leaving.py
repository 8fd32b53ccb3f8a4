"""A post ends: on both databases review finds what they held, and what is stranded without them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.occasions import Heard
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.review import HeldBy
from services.review.storage import CaseStorage
from services.review.usecases import leaving
from tests.integration.services.determination_office import Office
from tests.unit.review import determination_scene as scene
from tests.unit.review.desk import FakeDesk
from tests.unit.review.meeting.scene import JointMeeting as Meeting
from tests.unit.review.meeting.scene import call
from tests.unit.review.scene import day, view

ABOVE = scene.here("above", Role.LEAD, organ_id="532800")


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def dismiss(office: Office, gone: Actor, *left: Actor) -> None:
    identity = FakeDesk(officers=(replace(view(gone), active=False), *map(view, left)))
    occasion = Heard("review.identity", f"e-{gone.officer_id}", gone.officer_id, 1)
    desk = office.shop.desk(occasion, SYSTEM, ask=identity.ask)
    leaving.leave(desk, OfficerDismissed(officer_id=gone.officer_id, organ_id=gone.organ_id))


def test_everything_in_the_hands_of_somebody_who_left_waits(office: Office) -> None:
    case = scene.before_meeting()
    case.put_on_agenda("m1", scene.by(scene.LEAD))
    office.keep(case)
    appeal, appealed = scene.heard()
    for kept in (replace(appealed, id="d2"), replace(appeal, case_id="d2")):
        office.keep(kept)
    office.keep(scene.concluded(), "d3")
    officers = tuple(map(view, (scene.PANEL[0], *scene.MEMBERS)))
    office.keep(Meeting.convene("m1", "容会〔2026〕1号", call(
        scene.PANEL[0], *scene.MEMBERS, chair=scene.PANEL[0], case_ids=("d1",), at=day(3, 9)),
        (case,), officers, scene.by(scene.LEAD)))
    dismiss(office, scene.WANG, scene.LEAD, scene.ZHAO, scene.QIAN)
    dismiss(office, scene.PANEL[0])
    assert (office.read().holders, office.case().held_by) == (frozenset(), HeldBy.MEETING)
    assert office.read("d3").state is State.CONCLUDED
    with office.shop.database.reading() as session:
        store = CaseStorage(session)
        meeting, appeal = store.meetings.read("m1"), store.appeals.read("a1")
    assert (meeting.left, meeting.holders, appeal.team) == ({"panel1"}, (), ())
    assert office.told("a1")[-1][1] == "appeal_moved"


def test_without_its_lead_all_of_an_organ_goes_up(office: Office) -> None:
    office.keep(scene.held())
    appeal, appealed = scene.heard()
    ended = replace(appealed, id="d2", state=State.CONCLUDED)
    for kept in (ended, replace(appeal, case_id="d2")):
        office.keep(kept)
    office.keep(scene.concluded(), "d3")
    dismiss(office, scene.LEAD, scene.WANG, scene.ZHAO, ABOVE)
    assert [office.read(each).organ_id for each in ("d1", "d2", "d3")] == ["532800", "532800", "532801"]
