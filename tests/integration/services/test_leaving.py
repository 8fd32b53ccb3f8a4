"""A post ends: on both databases determination finds what they held, and what is stranded without them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import ReceivedEvent, Tick
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import CallRoll, CastVote, OpenVote, WriteMinutes
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.review import HeldBy
from services.determination.storage import CaseStorage
from services.determination.usecases import handing_up
from services.determination.usecases.ballots import differing
from services.determination.usecases.dossier import meeting_fetched
from tests.integration.services.ballot_box import all_vote, reveal
from tests.integration.services.determination_office import Office
from tests.integration.services.meeting_hall import Hall
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.meeting.scene import FIVE, SUN, call, convened
from tests.unit.determination.meeting.scene import JointMeeting as Meeting
from tests.unit.review.scene import day, view

ABOVE = scene.here("above", Role.LEAD, organ_id="532800")


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


@pytest.fixture
def hall(config: Config) -> Iterator[Hall]:
    opened = Hall(config)
    opened.plant(convened())
    opened.do(SUN, CallRoll, present_ids=tuple(each.officer_id for each in FIVE))
    opened.do(SUN, OpenVote, item_id="mt-1")
    yield opened
    opened.shop.stop()


def dismiss(office: Office | Hall, gone: Actor, *left: Actor) -> None:
    identity = FakeContext(officers=(replace(view(gone), active=False), *map(view, left)))
    occasion = ReceivedEvent("determination.identity", f"e-{gone.officer_id}", gone.officer_id, 1)
    context = office.shop.context(occasion, SYSTEM, ask=identity.ask)
    handing_up.take_dismissal(context, OfficerDismissed(officer_id=gone.officer_id, organ_id=gone.organ_id))


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
    assert (meeting.attendance.left, meeting.holders, appeal.heard) == ({"panel1"}, (), False)
    assert office.told("a1")[-1][1] == "appeal_moved"


def test_cases_are_found_by_the_filing_that_is_linked_to_them(office: Office) -> None:
    case = scene.verifying()
    case.link_filing(scene.filing(filing_id="filing9"), scene.by(scene.WANG))
    office.keep(case)
    office.keep(scene.held(grounds="与 filing9 无关"), "d2")
    with office.shop.database.reading() as session:
        assert CaseStorage(session).determinations.linked_to("filing9") == ("d1",)


def test_without_its_lead_all_of_an_organ_goes_up(office: Office) -> None:
    office.keep(scene.held())
    appeal, appealed = scene.appealed()
    ended = replace(appealed, id="d2", state=State.CONCLUDED)
    for kept in (ended, replace(appeal, case_id="d2")):
        office.keep(kept)
    office.keep(scene.concluded(), "d3")
    dismiss(office, scene.LEAD, scene.WANG, scene.ZHAO, ABOVE)
    assert [office.read(each).organ_id for each in ("d1", "d2", "d3")] == ["532800", "532800", "532801"]


def test_votes_that_were_revealed_hold_when_a_member_s_post_ends(hall: Hall) -> None:
    """The ledger says who is left of the roll: nobody was struck from it."""
    all_vote(hall)
    reveal(hall)
    hall.do(SUN, WriteMinutes, minutes="议定如上")
    dismiss(hall, FIVE[-1])
    context = hall.shop.context(Tick())
    with context.unit() as unit:
        meeting, occasion = meeting_fetched(context, unit.store, "mt")
        assert FIVE[-1].officer_id not in meeting.attendance.present
        assert differing(context, unit, meeting, meeting.agenda.revealed, occasion) == ()


def test_a_vote_under_way_is_held_anew_by_those_who_are_left(hall: Hall) -> None:
    hall.do(SUN, CastVote, item_id="mt-1", choice="denied", reason="")
    dismiss(hall, FIVE[-1])
    hall.do(SUN, OpenVote, item_id="mt-1")
    for actor in FIVE[:-1]:
        hall.do(actor, CastVote, item_id="mt-1", choice="exempt", reason="")
    assert reveal(hall).items[0].tally == {"exempt": 4}
