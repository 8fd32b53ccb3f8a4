"""How many heads decide: whoever is recused, so many as the place asks for must vote."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.determination import ItemState
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import JointMeeting
from services.determination.presenters.meetings import view_of
from services.determination.storage.meeting_content import meeting_of, row_of
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FIVE, GUEST, LEAD, ONE, SUN, MadeUpCase, by, item
from tests.unit.determination.meeting.steps import code_of
from tests.unit.review.scene import RULES, view

SEVEN = (*FIVE, scene.member(5), scene.member(6))
SUBSTITUTES = (scene.member(7), scene.member(8))


def recused(meeting: JointMeeting, *officer_ids: str) -> None:
    for officer_id in officer_ids:
        meeting.recuse_member("case1", officer_id, RecusalGround.OTHER, "同学",
                              by(scene.people(meeting)[officer_id]))


def test_of_seven_called_three_recused_the_four_who_are_left_decide_nothing():
    meeting = scene.in_session(MadeUpCase(), MadeUpCase("case2"), members=SEVEN)
    assert meeting.voters_wanted(by(SUN)) == 5
    recused(meeting, "m4", "m5")
    assert item(meeting).state is ItemState.WAITING
    recused(meeting, "m6")
    assert (item(meeting).state, meeting.voters_wanted(by(SUN))) == (ItemState.DROPPED, 5)
    assert code_of(lambda: meeting.open_vote("mt-1", by(SUN))) == "meeting.too_few_voters"
    scene.vote(meeting, "exempt", 1)
    meeting.write_minutes("纪要", by(SUN))   # the case waits for another meeting: no dead end
    assert meeting.agenda.resolution("case1") == "no_majority"


def counted(meeting: JointMeeting, *kept_from: str) -> list[tuple[int, int, tuple[str, ...]]]:
    view = view_of(meeting, by(ONE), recused_from=frozenset(kept_from))
    return [(each.voters_present, each.voters_missing, each.awaited) for each in view.items]


def test_who_may_vote_and_is_there_is_counted_with_the_meeting_and_not_by_its_pages():
    cases = MadeUpCase(), MadeUpCase("case2")
    assert counted(scene.convened(*cases)) == [(0, 0, ())] * 2, "nobody is missing before the roll"
    meeting = scene.in_session(*cases, members=SEVEN, absent=(scene.member(6),))
    recused(meeting, "m4", "m5")
    assert counted(meeting) == [(4, 1, ()), (6, 0, ())]
    assert counted(meeting, "case1") == [(4, 0, ()), (6, 0, ())]
    assert code_of(lambda: meeting.open_vote("mt-1", by(SUN))) == "meeting.no_quorum"
    meeting.call_roll(meeting.attendance.member_ids, by(SUN))
    meeting.open_vote("mt-1", by(SUN))
    meeting.cast_vote("mt-1", "exempt", "", scene.SALT, by(ONE))
    assert counted(meeting) == [(5, 0, ("sun", "m2", "m3", "m6")), (7, 0, ())]
    assert counted(meeting, "case1")[0] == (5, 0, ())


def test_nobody_calls_a_meeting_of_which_too_few_may_vote():
    barred = dict.fromkeys(("m4", "m5", "m6"), RecusalGround.OTHER)
    assert code_of(lambda: scene.convened(MadeUpCase(barred=barred), members=SEVEN)) == (
        "meeting.too_few_entitled")


def test_substitutes_take_the_places_of_the_recused():
    meeting = scene.in_session(MadeUpCase(disputed=("gain",)), members=SEVEN)
    meeting.open_vote("mt-1", by(SUN))
    officers = tuple(view(each) for each in SUBSTITUTES)
    assert code_of(lambda: meeting.call_substitutes((MadeUpCase(),), officers, by(LEAD))) == (
        "meeting.vote_running")
    recused(meeting, "m4", "m5", "m6")
    assert code_of(lambda: meeting.call_substitutes((MadeUpCase(),), officers, by(SUN))) == "forbidden"
    assert code_of(lambda: meeting.call_substitutes((MadeUpCase(),), (view(ONE),), by(LEAD))) == (
        "meeting.nobody_new")
    meeting.call_substitutes((MadeUpCase(),), officers, by(LEAD))
    assert meeting.happened[-1][1].concerns == ("m7", "m8")
    assert [each.state for each in meeting.agenda.items] == [ItemState.WAITING] * 2
    assert meeting.voters_wanted(by(SUN)) == 5
    assert code_of(lambda: meeting.open_vote("mt-1", by(SUN))) == "meeting.no_quorum"
    meeting.call_roll(meeting.attendance.member_ids, by(SUN))
    scene.vote(meeting, "applies_not", 0)
    scene.vote(meeting, "exempt", 1)
    assert meeting.agenda.voters("case1") == {"sun", "m1", "m2", "m3", "m7", "m8"}
    assert meeting_of(row_of(meeting)).attendance.substitutes == {"m7", "m8"}


def test_a_substitute_who_may_not_vote_is_none():
    meeting = scene.in_session(members=SEVEN)
    recused(meeting, "m4", "m5", "m6")
    case = MadeUpCase(barred={"guest": RecusalGround.RELATIVE})
    meeting.call_substitutes((case,), (view(GUEST),), by(LEAD))
    assert item(meeting).state is ItemState.DROPPED
    assert "guest" in meeting.attendance.recused_from("case1")


def test_an_item_that_a_result_made_pointless_does_not_come_back():
    meeting = scene.in_session(MadeUpCase(disputed=("gain",)), members=SEVEN)
    scene.vote(meeting, "applies", 0)
    meeting.call_substitutes((MadeUpCase(),), (view(GUEST),), by(LEAD))
    assert [each.state for each in meeting.agenda.items] == [ItemState.REVEALED, ItemState.DROPPED]


@pytest.mark.parametrize(("place", "heads"), [("530127", 5), ("530181", 4), ("530000", 4)])
def test_each_place_says_how_many_vote_at_least(place: str, heads: int):
    pack = RULES.pack(place, on=date(2026, 3, 2))
    assert scene.convened().voters_wanted(replace(by(SUN), pack=pack)) == heads
    assert pack.quorum.source.standing.value == "illustrative"
