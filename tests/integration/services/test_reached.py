"""What a meeting found for somebody binds on both databases: the next meeting, and other cases on the act."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import (
    CancelMeeting,
    CastVote,
    DeterminationState,
    MakeDetermination,
    OpenVote,
    Outcome,
    RecuseFromDetermination,
    RecuseMember,
    ReturnDetermination,
    RevealVotes,
)
from rongcuo.contracts.review import RecusalGround
from services.determination.usecases import decisions, determinations
from tests.integration.services.determination_office import Office, at_once, refusal
from tests.integration.services.meeting_chamber import CHAIR, Chamber
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, MEMBERS, TERMS, WANG
from tests.unit.determination.meeting.scene import MEETS_AT

MAKE = contract.MakeDetermination


@pytest.fixture
def chamber(config: Config) -> Iterator[Chamber]:
    opened = Chamber(config)
    opened.time.shows = MEETS_AT
    yield opened
    opened.shop.stop()


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def test_an_open_vote_is_not_undone_and_what_is_undone_binds_the_next_one(chamber: Chamber):
    chamber.ready()
    meeting = chamber.begin()
    chamber.vote(meeting, 0, "exempt")
    assert [each.found for each in chamber.case().reached] == ["exempt"]
    out = {"case_id": "d1", "officer_id": MEMBERS[4].officer_id, "reason": "不便"}
    other, kin = RecusalGround.OTHER, RecusalGround.RELATIVE
    tries = (
        lambda: chamber.do(CHAIR, RecuseMember, meeting.meeting_id, ground=other, **out),
        lambda: chamber.tell(determinations.recuse, RecuseFromDetermination(
            command_id="r", ground=other, **out), LEAD))
    assert [refusal(each) for each in tries] == ["determination.vote_counted"] * 2
    back = ReturnDetermination(command_id="b", case_id="d1", reasons="再查")
    assert refusal(lambda: chamber.tell(determinations.send_back, back, LEAD)) == (
        "determination.resolved_already")
    assert refusal(lambda: chamber.do(CHAIR, CancelMeeting, meeting.meeting_id, reason="算了")) == (
        "meeting.votes_cast")
    chamber.do(CHAIR, RecuseMember, meeting.meeting_id, ground=kin, **out)
    item_id = meeting.items[0].item_id
    chamber.do(CHAIR, OpenVote, meeting.meeting_id, item_id=item_id)
    for member in MEMBERS[:4]:
        chamber.do(member, CastVote, meeting.meeting_id, item_id=item_id, choice="denied")
    chamber.do(CHAIR, RevealVotes, meeting.meeting_id, item_id=item_id)
    chamber.sign(meeting)
    assert chamber.case().resolved == "denied"
    make = MakeDetermination(command_id="m", case_id="d1", outcome=Outcome.DENIED, terms=TERMS,
                             acknowledged=True)
    assert refusal(lambda: chamber.tell(decisions.make, make, WANG)) == "determination.heavier_than_reached"
    chamber.tell(determinations.send_back, back, LEAD)
    assert chamber.case().state.value == "verification"


def make(office: Office, case_id: str, outcome: Outcome) -> str:
    made = office.do(WANG, MAKE, case_id=case_id, outcome=outcome, terms=TERMS, acknowledged=True)
    return str(made.state.value)


def test_of_two_cases_on_one_act_the_later_decides_nothing_heavier(office: Office):
    """Both were opened before either decided."""
    office.keep(scene.resolved(Outcome.LIGHTEN), "d1")
    office.keep(scene.resolved(Outcome.DENIED), "d2", number="2")
    office.keep(scene.resolved(Outcome.DENIED), "d3", number="3", act=replace(scene.ACT, what="另一件事"))
    office.keep(scene.resolved(Outcome.LIGHTEN), "d4", number="4")
    for case_id, outcome in (("d1", Outcome.LIGHTEN), ("d3", Outcome.DENIED), ("d4", Outcome.LIGHTEN)):
        assert make(office, case_id, outcome) == "feedback"
    assert refusal(lambda: make(office, "d2", Outcome.DENIED)) == "determination.heavier_than_elsewhere"
    assert "return" in office.case("d2").allowed
    office.do(LEAD, ReturnDetermination, case_id="d2", reasons="不得重于原认定")


def test_a_denial_on_the_negative_list_asks_too(office: Office):
    office.keep(scene.decided(Outcome.EXEMPT), "d1")
    second = scene.verifying()
    scene.clear_list(second, private_gain=contract.NegativeAnswer.HIT)
    office.keep(second, "d2", number="2")
    report = partial(office.do, WANG, contract.ReportDetermination, case_id="d2", report="属实",
                     terms=scene.DENIAL, acknowledged=True)
    assert refusal(report) == "determination.heavier_than_elsewhere"


def test_what_was_withdrawn_after_its_vote_binds_the_next_case(office: Office):
    first = scene.resolved(Outcome.EXEMPT)
    first.state = DeterminationState.WITHDRAWN      # as could be before open votes were in the way of it
    office.keep(first, "d1")
    assert office.read("d1").reached == first.reached
    office.keep(scene.resolved(Outcome.DENIED), "d2", number="2")
    assert refusal(lambda: make(office, "d2", Outcome.DENIED)) == "determination.heavier_than_elsewhere"


def test_two_that_are_decided_at_once_wait_for_each_other_and_not_for_ever(office: Office):
    for number in range(3):
        act = replace(scene.ACT, what=f"第{number}件事")
        one, two = f"a{number}", f"b{number}"
        office.keep(scene.resolved(Outcome.EXEMPT), one, number=one, act=act)
        office.keep(scene.resolved(Outcome.DENIED), two, number=two, act=act)
        answers = at_once((lambda it=one: make(office, it, Outcome.EXEMPT),
                           lambda it=two: make(office, it, Outcome.DENIED)))
        assert sorted(answers) == ["determination.heavier_than_elsewhere", "feedback"]
