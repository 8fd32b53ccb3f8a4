"""Sealed votes, the count, and who may do what when."""

import copy
import json
from datetime import datetime, timedelta
from hashlib import sha256

import pytest

from rongcuo.contracts.determination import (
    ABSTAIN,
    APPLIES,
    APPLIES_NOT,
    NO_MAJORITY,
    BallotSealed,
    BallotsRevealed,
    ItemState,
    MeetingMoved,
    MeetingState,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.serialisation import dump
from services.determination.domain.meeting import Ballot, result_of, share_of
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import (
    FOUR,
    GUEST,
    ONE,
    SALT,
    SUN,
    THREE,
    TWO,
    MadeUpCase,
    by,
    item,
)


def code_of(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def cast(meeting, actor, choice="exempt", item_id="mt-1", reason="") -> None:
    meeting.cast_vote(item_id, choice, reason, SALT, by(actor))


def votes(*choices: str) -> tuple[Ballot, ...]:
    return tuple(Ballot(f"m{place}", choice, "", SALT) for place, choice in enumerate(choices))


@pytest.mark.parametrize(("percent", "whole", "wanted"), [
    (67, 5, 4), (67, 4, 3), (67, 3, 3), (51, 5, 3), (51, 4, 3), (50, 4, 2), (100, 3, 3), (67, 1, 1),
    (67, 0, 0)])
def test_a_share_is_rounded_up(percent: int, whole: int, wanted: int):
    assert share_of(percent, whole) == wanted


@pytest.mark.parametrize(("cast_votes", "percent", "result"), [
    (("exempt",) * 3 + ("denied",) * 2, 51, "exempt"),
    (("exempt",) * 2 + ("denied",) * 2, 51, NO_MAJORITY),
    (("exempt",) * 2 + ("denied", ABSTAIN, ABSTAIN), 51, NO_MAJORITY),
    ((ABSTAIN,) * 5, 51, NO_MAJORITY),
    (("exempt",) * 2 + ("denied",) * 2, 50, NO_MAJORITY),
    (("exempt",) * 2 + ("denied", ABSTAIN), 50, "exempt"),
    ((), 51, NO_MAJORITY),
])
def test_the_count(cast_votes, percent: int, result: str):
    assert result_of(votes(*cast_votes), scene.OUTCOMES, percent) == result


def test_a_vote_is_told_by_its_commitment_and_opened_with_its_salt():
    meeting = scene.voting()
    cast(meeting, ONE, "denied", reason=" 程序缺失 ")
    sealed = meeting.happened[-1][1]
    assert isinstance(sealed, BallotSealed)
    assert not {"denied", "程序缺失", SALT} & set(json.dumps(dump(sealed), ensure_ascii=False).split('"'))
    for actor in (SUN, TWO, THREE, FOUR):
        cast(meeting, actor)
    meeting.reveal_votes("mt-1", by(SUN))
    revealed = meeting.happened[-1][1]
    assert isinstance(revealed, BallotsRevealed)
    assert revealed.result == "exempt"
    opened = {ballot.member_id: ballot for ballot in revealed.ballots}
    plain = json.dumps([opened["m1"].choice, opened["m1"].reason], ensure_ascii=False, separators=(",", ":"))
    assert sha256(bytes.fromhex(opened["m1"].salt) + plain.encode()).hexdigest() == sealed.commitment
    assert [ballot.member_id for ballot in item(meeting).minority] == ["m1"]


def test_nobody_votes_twice_late_early_absent_recused_or_for_what_is_not_there():
    others = (scene.member(5), scene.member(6))
    meeting = scene.in_session(MadeUpCase(barred={"m4": RecusalGround.RELATIVE}), absent=(THREE,),
                               members=(*scene.FIVE, *others))
    assert code_of(lambda: cast(meeting, ONE)) == "meeting.vote_not_open"
    meeting.open_vote("mt-1", by(SUN))
    assert code_of(lambda: cast(meeting, ONE, "pardon")) == "meeting.unknown_choice"
    assert code_of(lambda: cast(meeting, ONE, APPLIES)) == "meeting.unknown_choice"
    cast(meeting, ONE)
    assert code_of(lambda: cast(meeting, ONE, "denied")) == "meeting.voted_already"
    assert code_of(lambda: cast(meeting, THREE)) == "meeting.not_present"
    assert code_of(lambda: cast(meeting, FOUR)) == "meeting.recused"
    assert code_of(lambda: cast(meeting, GUEST)) == "meeting.not_a_member"
    assert code_of(lambda: cast(meeting, TWO, item_id="mt-9")) == "meeting.not_on_agenda"
    assert code_of(lambda: meeting.reveal_votes("mt-1", by(SUN))) == "meeting.votes_missing"
    for actor in (SUN, TWO, *others):
        cast(meeting, actor)
    assert code_of(lambda: meeting.reveal_votes("mt-1", by(ONE))) == "meeting.not_the_chair"
    meeting.reveal_votes("mt-1", by(SUN))
    assert code_of(lambda: meeting.reveal_votes("mt-1", by(SUN))) == "meeting.vote_not_open"
    assert code_of(lambda: cast(meeting, ONE)) == "meeting.vote_not_open"
    assert code_of(lambda: meeting.open_vote("mt-1", by(SUN))) == "meeting.not_waiting"


def test_the_agenda_is_followed_and_one_item_runs_at_a_time():
    meeting = scene.in_session(MadeUpCase(disputed=("private_gain",)))
    assert code_of(lambda: meeting.open_vote("mt-2", by(SUN))) == "meeting.out_of_order"
    assert code_of(lambda: meeting.open_vote("mt-1", by(ONE))) == "meeting.not_the_chair"
    meeting.open_vote("mt-1", by(SUN))
    assert code_of(lambda: meeting.open_vote("mt-2", by(SUN))) == "meeting.vote_running"
    everybody = meeting.attendance.member_ids
    assert code_of(lambda: meeting.call_roll(everybody, by(SUN))) == "meeting.vote_running"


def test_an_item_that_begins_anew_waits_for_the_vote_under_way():
    meeting = scene.in_session(MadeUpCase(), MadeUpCase("case2"))
    scene.vote(meeting, "exempt")
    meeting.open_vote("mt-2", by(SUN))
    meeting.recuse_member("case1", "m1", RecusalGround.RELATIVE, "姻亲", by(ONE))
    assert code_of(lambda: meeting.open_vote("mt-1", by(SUN))) == "meeting.vote_running"
    scene.vote(meeting, "exempt", 1)
    scene.vote(meeting, "exempt", 0)
    assert meeting.agenda.settled


def test_a_negative_item_that_applies_drops_the_outcome_and_means_denied():
    meeting = scene.in_session(MadeUpCase(disputed=("private_gain", "forbidden")))
    scene.vote(meeting, APPLIES, 0)
    assert [each.state for each in meeting.agenda.items] == [
        ItemState.REVEALED, ItemState.WAITING, ItemState.DROPPED]
    scene.vote(meeting, APPLIES_NOT, 1)
    assert meeting.agenda.settled
    assert meeting.agenda.resolution("case1") == "denied"
    assert meeting.agenda.negative_results("case1") == {"private_gain": True, "forbidden": False}


def test_a_negative_item_without_majority_leaves_the_case_open():
    meeting = scene.in_session(MadeUpCase(disputed=("private_gain",)))
    scene.vote(meeting, {SUN: APPLIES, ONE: APPLIES, TWO: APPLIES_NOT, THREE: APPLIES_NOT, FOUR: ABSTAIN})
    assert meeting.agenda.settled
    assert (meeting.agenda.resolution("case1"), meeting.agenda.negative_results("case1")) == (NO_MAJORITY, {})


def test_a_negative_item_that_does_not_apply_leads_to_the_outcome():
    meeting = scene.with_minutes(MadeUpCase(disputed=("private_gain",)), choice="mitigate")
    assert meeting.agenda.resolution("case1") == "mitigate"
    assert meeting.agenda.negative_results("case1") == {"private_gain": False}
    assert meeting.agenda.voters("case1") == {"sun", "m1", "m2", "m3", "m4"}


def test_no_recusal_lowers_how_many_must_vote():
    second = MadeUpCase("case2", barred={"m1": RecusalGround.OTHER})
    meeting = scene.in_session(MadeUpCase(), second, absent=(THREE,))
    scene.vote(meeting, "exempt")
    assert meeting.voters_wanted(by(SUN)) == 4   # 67 % of the five who were called
    assert code_of(lambda: meeting.open_vote("mt-2", by(SUN))) == "meeting.no_quorum"
    meeting.call_roll(meeting.attendance.member_ids, by(SUN))
    scene.vote(meeting, "exempt", 1)
    assert len(meeting.agenda.voters("case2")) == 4


@pytest.mark.parametrize("until", [None, scene.LATER])
def test_before_the_hour_it_was_called_to_a_meeting_opens_only_with_everybody_there(until: datetime | None):
    """Or whoever chairs it picks who votes."""
    meeting = scene.convened()
    if until:
        meeting.adjourn("改日", until, by(SUN))
    early, four = meeting.meets_at - timedelta(minutes=1), ("sun", "m1", "m2", "m3")
    with pytest.raises(CaseError) as refusal:
        meeting.call_roll(four, by(SUN, early))
    assert (refusal.value.code, refusal.value.details["meets_at"]) == (
        "meeting.not_yet", meeting.meets_at.isoformat())
    everybody = copy.deepcopy(meeting)
    everybody.call_roll(meeting.attendance.member_ids, by(SUN, early))
    assert everybody.state is MeetingState.IN_SESSION
    assert code_of(lambda: everybody.call_roll(four, by(SUN, early))) == "meeting.not_yet"
    meeting.call_roll(four, by(SUN, meeting.meets_at))
    assert meeting.state is MeetingState.IN_SESSION


def test_a_roll_needs_the_chair_and_enough_members():
    meeting = scene.convened()
    assert code_of(lambda: meeting.call_roll(("sun", "m1", "m2"), by(SUN))) == "meeting.no_quorum"
    assert code_of(lambda: meeting.call_roll(("m1", "m2", "m3", "m4"), by(SUN))) == "meeting.chair_absent"
    assert code_of(lambda: meeting.call_roll(("sun", "guest"), by(SUN))) == "meeting.not_a_member"
    assert code_of(lambda: meeting.call_roll(("sun",), by(ONE))) == "meeting.not_the_chair"
    meeting.call_roll(("m3", "m2", "m1", "sun"), by(SUN))
    assert meeting.signers == ("m1", "m2", "m3", "sun")


def test_recusal_in_mid_vote_discards_the_votes_and_says_so():
    meeting = scene.voting()
    for actor in (ONE, TWO):
        cast(meeting, actor, "denied")
    meeting.recuse_member("case1", "m3", RecusalGround.INTEREST, "曾任顾问", by(THREE))
    assert (item(meeting).state, item(meeting).ballots) == (ItemState.WAITING, ())
    assert "重新投票" in meeting.history[-1].note
    told = meeting.happened[-1][1]
    assert isinstance(told, MeetingMoved)
    assert "顾问" not in told.note
    assert "重新投票" in told.note
    scene.vote(meeting, "exempt")
    assert meeting.agenda.voters("case1") == {"sun", "m1", "m2", "m4"}


def test_whoever_voted_and_is_recused_afterwards_does_not_count():
    meeting = scene.in_session(MadeUpCase(disputed=("private_gain",)))
    scene.vote(meeting, APPLIES)
    assert item(meeting, 1).state is ItemState.DROPPED
    meeting.recuse_member("case1", "m2", RecusalGround.RELATIVE, "姻亲", by(SUN))
    assert [each.state for each in meeting.agenda.items] == [ItemState.WAITING, ItemState.WAITING]
    assert meeting.history[-1].note == "m2某：姻亲（有关表决作废，重新投票）"
    scene.vote(meeting, APPLIES_NOT, 0)
    scene.vote(meeting, "exempt", 1)
    assert meeting.agenda.voters("case1") == {"sun", "m1", "m3", "m4"}


def test_who_recuses_whom():
    meeting = scene.convened(MadeUpCase(barred={"m4": RecusalGround.SELF}))
    ground = RecusalGround.OTHER
    recuse = meeting.recuse_member
    assert code_of(lambda: recuse("case1", "m1", ground, "同学", by(TWO))) == "meeting.not_the_chair"
    assert code_of(lambda: recuse("case1", "m1", ground, "  ", by(ONE))) == "meeting.words_missing"
    assert code_of(lambda: recuse("case9", "m1", ground, "同学", by(ONE))) == "meeting.not_on_agenda"
    assert code_of(lambda: recuse("case1", "m4", ground, "同学", by(FOUR))) == "meeting.recused"
    assert code_of(lambda: recuse("case1", "guest", ground, "同学", by(SUN))) == "meeting.not_a_member"
    assert code_of(lambda: recuse("case1", "guest", ground, "同学", by(GUEST))) == "meeting.not_a_member"
    recuse("case1", "m1", ground, "同学", by(SUN))
    assert meeting.attendance.recused_from("case1") == {"m1", "m4"}


def test_a_recused_chair_hands_the_case_to_the_first_who_is_not():
    meeting = scene.in_session(MadeUpCase(), MadeUpCase("case2"))
    meeting.recuse_member("case1", "sun", RecusalGround.OTHER, "曾经办", by(SUN))
    assert code_of(lambda: meeting.open_vote("mt-1", by(SUN))) == "meeting.not_the_chair"
    assert code_of(lambda: meeting.recuse_member(
        "case1", "m2", RecusalGround.OTHER, "排挤", by(SUN))) == "meeting.not_the_chair"
    meeting.open_vote("mt-1", by(ONE))
    for actor in (ONE, TWO, THREE, FOUR):
        cast(meeting, actor)
    meeting.reveal_votes("mt-1", by(ONE))
    assert meeting.presiding("case2") == "sun"


def test_where_everybody_is_recused_the_case_is_left_to_another_meeting():
    meeting = scene.in_session(MadeUpCase(), MadeUpCase("case2"))
    for officer_id, actor in scene.people(meeting).items():
        meeting.recuse_member("case1", officer_id, RecusalGround.OTHER, "回避", by(actor))
    assert item(meeting).state is ItemState.DROPPED
    assert meeting.agenda.resolution("case1") == NO_MAJORITY
    scene.vote(meeting, "exempt", 1)
    assert meeting.agenda.settled
