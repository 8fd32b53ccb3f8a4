"""A member whose post has ended: no head less decides, and nothing waits for them."""

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import MeetingMoved
from rongcuo.contracts.errors import CaseError
from tests.unit.casework.looking import last
from tests.unit.determination.meeting import scene as meetings
from tests.unit.determination.meeting.scene import FIVE, LEAD, ONE, SUN, MadeUpCase
from tests.unit.review.scene import view


def leave(meeting, *gone: Actor):
    for each in gone:
        meeting.leave(each.officer_id, meetings.by(LEAD))
    return meeting


def test_a_member_who_left_votes_signs_and_chairs_no_more_and_no_head_is_lowered() -> None:
    meeting = meetings.in_session()
    heads = meeting.voters_wanted(meetings.by(SUN))
    leave(meeting, ONE)
    assert meeting.voters_wanted(meetings.by(SUN)) == heads
    assert ONE.officer_id not in {
        *meeting.attendance.present, *meeting.attendance.entitled("case1"), *meeting.signers}
    for act in (lambda it: it.call_roll([ONE.officer_id, SUN.officer_id], meetings.by(SUN)),
                lambda it: it.name_chair(ONE.officer_id, "更换", meetings.LATER, meetings.by(LEAD))):
        with pytest.raises(CaseError, match=r"meeting\.not_a_member"):
            act(meeting)
    told = last(meeting)
    assert isinstance(told, MeetingMoved)
    assert (told.what, told.concerns) == ("post_ended", (ONE.officer_id,))


def test_a_vote_under_way_begins_anew_and_what_was_revealed_holds() -> None:
    meeting = meetings.in_session(MadeUpCase(), MadeUpCase("case2"))
    _, second = meeting.agenda.items
    meetings.vote(meeting, "exempt")
    meeting.open_vote(second.id, meetings.by(SUN))
    leave(meeting, ONE)
    assert [item.state.value for item in meeting.agenda.items] == ["revealed", "waiting"]
    assert ONE.officer_id in meeting.agenda.items[0].voted


def test_with_too_few_left_a_case_waits_for_substitutes() -> None:
    meeting = leave(meetings.in_session(), *FIVE[1:4])
    assert [item.state.value for item in meeting.agenda.items] == ["dropped"]
    called = tuple(view(meetings.member(number)) for number in (21, 22, 23))
    meeting.call_substitutes((MadeUpCase(),), called, meetings.by(LEAD))
    assert [item.state.value for item in meeting.agenda.items] == ["waiting"]


def test_where_the_chair_left_it_is_nobodys_turn_until_a_lead_names_another() -> None:
    meeting = leave(meetings.in_session(), SUN)
    assert meeting.holders == ()
    meeting.name_chair(ONE.officer_id, "原主持人离岗", meetings.LATER, meetings.by(LEAD))
    assert meeting.holders == (ONE.officer_id,)
