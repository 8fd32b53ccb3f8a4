"""The product of states and verbs: what is in the table happens, what is not is refused without a trace."""

from collections.abc import Callable
from copy import deepcopy
from itertools import product

import pytest

from rongcuo.contracts.determination import MeetingState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import JointMeeting, MeetingVerb
from services.determination.domain.meeting.guards import GUARDS, ITEM_GUARDS
from services.determination.domain.meeting.transitions import FOLLOWING, MOVES, OF_AN_ITEM, OVER
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import (
    GUEST,
    LATER,
    LEAD,
    ONE,
    SALT,
    SUN,
    TWO,
    MadeUpCase,
    by,
    people,
)
from tests.unit.review.scene import view

MEETINGS: dict[State, Callable[[], JointMeeting]] = {
    State.CONVENED: scene.convened,
    State.IN_SESSION: scene.in_session,
    State.ADJOURNED: scene.adjourned,
    State.MINUTES: scene.with_minutes,
    State.SIGNED: scene.signed,
    State.CANCELLED: scene.cancelled,
}


def in_vote(meeting: JointMeeting) -> JointMeeting:
    if meeting.state is State.IN_SESSION:
        meeting.open_vote("mt-1", by(SUN))
    return meeting


def all_voted(meeting: JointMeeting) -> JointMeeting:
    if meeting.state is State.IN_SESSION:
        for officer_id, actor in people(in_vote(meeting)).items():
            assert officer_id == actor.officer_id
            meeting.cast_vote("mt-1", "exempt", "", SALT, by(actor))
    return meeting


def voted_on(meeting: JointMeeting) -> JointMeeting:
    if meeting.state is State.IN_SESSION:
        scene.vote(meeting, "exempt")
    return meeting


def all_but_one_signed(meeting: JointMeeting) -> JointMeeting:
    while meeting.next_to_sign not in ("", "sun"):
        meeting.sign_minutes(by(people(meeting)[meeting.next_to_sign]))
    return meeting


def as_it_is(meeting: JointMeeting) -> JointMeeting:
    return meeting


Acts = dict[MeetingVerb, tuple[Callable[[JointMeeting], JointMeeting], Callable[[JointMeeting], None]]]
ACTS: Acts = {
    MeetingVerb.RECUSE_MEMBER: (as_it_is, lambda meeting: meeting.recuse_member(
        "case1", "m1", RecusalGround.RELATIVE, "亲属", by(ONE))),
    MeetingVerb.CALL_ROLL: (as_it_is, lambda meeting: meeting.call_roll(
        meeting.attendance.member_ids, by(SUN))),
    MeetingVerb.OPEN_VOTE: (as_it_is, lambda meeting: meeting.open_vote("mt-1", by(SUN))),
    MeetingVerb.CAST_VOTE: (in_vote, lambda meeting: meeting.cast_vote(
        "mt-1", "exempt", "", SALT, by(TWO))),
    MeetingVerb.REVEAL_VOTES: (all_voted, lambda meeting: meeting.reveal_votes("mt-1", by(SUN))),
    MeetingVerb.ADJOURN: (as_it_is, lambda meeting: meeting.adjourn("改期", LATER, by(SUN))),
    MeetingVerb.NAME_CHAIR: (as_it_is, lambda meeting: meeting.name_chair("m1", "病休", LATER, by(LEAD))),
    MeetingVerb.CALL_SUBSTITUTES: (as_it_is, lambda meeting: meeting.call_substitutes(
        (MadeUpCase(),), (view(GUEST),), by(LEAD))),
    MeetingVerb.CANCEL: (as_it_is, lambda meeting: meeting.cancel("不开了", by(SUN))),
    MeetingVerb.WRITE_MINUTES: (voted_on, lambda meeting: meeting.write_minutes("正文", by(SUN))),
    MeetingVerb.SIGN_MINUTES: (as_it_is, lambda meeting: meeting.sign_minutes(by(ONE))),
    MeetingVerb.CONCLUDE: (all_but_one_signed, lambda meeting: meeting.sign_minutes(by(SUN))),
}
SAYS_ITS_OWN = {MeetingVerb.CAST_VOTE, MeetingVerb.REVEAL_VOTES}


@pytest.mark.parametrize(("state", "verb"), list(product(State, ACTS)))
def test_every_state_meets_every_verb(state: State, verb: MeetingVerb):
    prepare, act = ACTS[verb]
    meeting = prepare(MEETINGS[state]())
    before = deepcopy(vars(meeting))
    if (state, verb) in MOVES:
        act(meeting)
        assert meeting.state is MOVES[state, verb]
        assert meeting.version > before["version"]
        return
    with pytest.raises(CaseError) as refusal:
        act(meeting)
    expected = "meeting.vote_not_open" if verb in SAYS_ITS_OWN else "meeting.move_not_allowed"
    assert refusal.value.code == expected
    assert vars(meeting) == before


@pytest.mark.parametrize("state", State)
def test_a_withdrawn_case_leaves_an_open_meeting_and_changes_no_ended_one(state: State):
    meeting = MEETINGS[state]()
    events = meeting.version
    meeting.drop("case1", by(SUN))
    meeting.drop("case1", by(SUN))
    dropped = (state, MeetingVerb.DROP) in MOVES
    assert (meeting.state, meeting.version - events) == (state, int(dropped))
    assert meeting.agenda.case("case1").withdrawn is dropped
    assert dropped == (state not in OVER)


def test_the_tables_are_whole():
    assert set(GUARDS) == set(MeetingVerb)
    assert set(ITEM_GUARDS) == set(OF_AN_ITEM)
    assert set(ACTS) == set(MeetingVerb) - FOLLOWING | {MeetingVerb.CONCLUDE}
    assert {state for state, _ in MOVES} == set(State) - OVER
    assert set(MOVES.values()) == set(State)
