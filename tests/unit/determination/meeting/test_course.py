"""From the call to the last signature: what is asked at the beginning, and what is told at the end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import (
    ABSTAIN,
    APPLIES_NOT,
    ItemState,
    MeetingMoved,
    MeetingState,
    MinutesConcluded,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.unit_names import unit_keys
from services.determination.domain.meeting import JointMeeting, Minutes
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import (
    CALLED_AT,
    FIVE,
    FOUR,
    LATER,
    MEETS_AT,
    ONE,
    SALT,
    SUN,
    TWO,
    MadeUpCase,
    by,
    item,
)
from tests.unit.review.scene import LEAD, officer, view


def code_of(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def convene(officers, call=None, cases=None) -> JointMeeting:
    cases = (MadeUpCase(),) if cases is None else cases
    return JointMeeting.convene("mt", "1号", call or scene.call(), cases, officers, by(LEAD, CALLED_AT))


def test_who_may_sit():
    four = tuple(view(each) for each in FIVE[:4])
    filer, elsewhere = officer("x", Role.FILER), officer("y", Role.MEMBER, organ_id="530127")
    for wrong in (view(filer), view(elsewhere), view(FOUR, active=False)):
        assert code_of(lambda wrong=wrong: convene((*four, wrong))) == "meeting.not_a_member"
    assert code_of(lambda: convene(four)) == "meeting.too_few_members"
    with_guest = convene((*four, view(officer("z", Role.REVIEWER, unit="审计局"))))
    assert with_guest.attendance.members[-1].unit == "审计局"


def test_what_a_call_needs():
    five = tuple(view(each) for each in FIVE)
    outside = replace(scene.call(), chair_id="guest")
    assert code_of(lambda: convene(five, outside)) == "meeting.chair_not_a_member"
    assert code_of(lambda: convene(five, cases=())) == "meeting.agenda_empty"
    assert code_of(lambda: convene(five, replace(scene.call(), title=" "))) == "meeting.words_missing"
    three = {each.officer_id: RecusalGround.OTHER for each in FIVE[:3]}
    assert code_of(lambda: convene(five, cases=(MadeUpCase(barred=three),))) == "meeting.too_few_entitled"


def test_nobody_is_called_to_a_meeting_that_is_over():
    five = tuple(view(each) for each in FIVE)
    earlier = replace(scene.call(), at=CALLED_AT - timedelta(minutes=1))
    assert code_of(lambda: convene(five, earlier)) == "meeting.in_the_past"
    this_minute = CALLED_AT.replace(second=0)
    assert convene(five, replace(scene.call(), at=this_minute)).meets_at == this_minute


def test_whom_a_case_bars_is_recused_at_once():
    meeting = scene.convened(MadeUpCase(barred={"m2": RecusalGround.INTEREST}), MadeUpCase("case2"))
    assert [(each.case_id, each.officer_id, each.ground) for each in meeting.attendance.recusals] == [
        ("case1", "m2", RecusalGround.INTEREST)]
    assert meeting.attendance.entitled("case1") == ("sun", "m1", "m3", "m4")
    assert meeting.attendance.entitled("case2") == ("sun", "m1", "m2", "m3", "m4")
    told = meeting.happened[0][1]
    assert isinstance(told, MeetingMoved)
    assert (told.what, told.members, told.case_ids) == (
        "convene", meeting.attendance.member_ids, ("case1", "case2"))
    assert told.standing.holders == ("sun",)


def test_signatures_come_in_the_order_of_the_roll_and_the_chair_is_last():
    meeting = scene.with_minutes(absent=(TWO,))
    assert meeting.signers == ("m1", "m3", "m4", "sun")
    known = scene.people(meeting)
    assert code_of(lambda: meeting.sign_minutes(by(SUN))) == "meeting.not_your_turn"
    assert code_of(lambda: meeting.sign_minutes(by(TWO))) == "meeting.not_present"
    assert code_of(lambda: meeting.sign_minutes(by(LEAD))) == "meeting.not_a_member"
    meeting.write_minutes("改过的正文", by(SUN))
    meeting.sign_minutes(by(ONE))
    assert code_of(lambda: meeting.sign_minutes(by(ONE))) == "meeting.not_your_turn"
    assert code_of(lambda: meeting.write_minutes("再改", by(SUN))) == "meeting.signed_already"
    for officer_id in ("m3", "m4", "sun"):
        assert (meeting.next_to_sign, meeting.state is MeetingState.SIGNED) == (officer_id, False)
        meeting.sign_minutes(by(known[officer_id]))
    assert meeting.state is MeetingState.SIGNED
    last = [type(event) for _, event in meeting.happened[-2:]]
    assert last == [MeetingMoved, MinutesConcluded]


def test_the_end_tells_who_was_there_what_was_found_and_who_thought_otherwise():
    meeting = scene.in_session(MadeUpCase(disputed=("gain",), barred={"m4": RecusalGround.RELATIVE}))
    scene.vote(meeting, APPLIES_NOT, 0)
    scene.vote(meeting, {SUN: "exempt", ONE: "exempt", scene.THREE: "exempt", TWO: "denied"}, 1)
    meeting.write_minutes("正文", by(SUN))
    known = scene.people(meeting)
    while meeting.next_to_sign:
        meeting.sign_minutes(by(known[meeting.next_to_sign]))
    told = meeting.happened[-1][1]
    assert isinstance(told, MinutesConcluded)
    assert (told.chair_name, told.minutes, told.met_at) == ("sun某", "正文", MEETS_AT)
    assert (told.present, told.absent) == (tuple(f"{each.officer_id}某" for each in FIVE), ())
    assert told.recused == ("m4某（“园区企业先建后验”，近亲属）",)
    assert told.resolved == (
        "关于“园区企业先建后验”：负面清单“清单项gain”——不涉及该项（不涉及该项4票）。",
        "关于“园区企业先建后验”：认定结果——免责（免责3票，不予容错1票）。")
    assert told.minority == ("m2某就“园区企业先建后验”主张不予容错：m2的理由",)
    assert told.standing.ended


def test_who_abstained_claims_nothing():
    meeting = scene.in_session(MadeUpCase())
    scene.vote(meeting, {SUN: "exempt", ONE: "exempt", TWO: ABSTAIN, scene.THREE: "exempt", FOUR: "exempt"})
    assert "m2某就“园区企业先建后验”弃权：m2的理由" in Minutes(meeting, by(SUN)).draft()


def test_the_draft_is_built_from_the_facts():
    meeting = scene.in_session(MadeUpCase(), MadeUpCase("case2", "桥梁抢修"), absent=(FOUR,))
    scene.vote(meeting, {SUN: "exempt", ONE: "exempt", TWO: "denied", scene.THREE: "exempt"}, 0)
    meeting.drop("case2", by(SUN))
    draft = Minutes(meeting, by(SUN)).draft()
    for words in ("2026年3月5日14时30分", "地点：三楼会议室", "主持：sun某", "缺席：m4某", "回避：无",
                  "1、关于“园区企业先建后验”：认定结果——免责（免责3票，不予容错1票）。",
                  "2、关于“桥梁抢修”：认定结果未表决。", "m2某就“园区企业先建后验”主张不予容错"):
        assert words in draft


def test_adjourning_in_mid_vote_discards_the_votes_and_a_new_roll_goes_on():
    meeting = scene.voting()
    meeting.cast_vote("mt-1", "denied", "", SALT, by(ONE))
    assert code_of(lambda: meeting.adjourn("改期", MEETS_AT, by(SUN))) == "meeting.until_past"
    assert code_of(lambda: meeting.adjourn("改期", LATER, by(ONE))) == "meeting.not_the_chair"
    meeting.adjourn("断电", LATER, by(SUN))
    assert (item(meeting).state, meeting.meets_at) == (ItemState.WAITING, LATER)
    assert meeting.attendance.present == frozenset()
    assert meeting.history[-1].note == "断电（有关表决作废，重新投票）"
    meeting.call_roll(("sun", "m2", "m3", "m4"), by(SUN, LATER))
    scene.vote(meeting, "exempt")
    assert meeting.agenda.voters("case1") == {"sun", "m2", "m3", "m4"}
    assert meeting.met_at == MEETS_AT


def test_adjourning_before_the_last_signature_voids_the_signatures_and_keeps_the_results():
    meeting = scene.with_minutes(absent=(FOUR,))
    meeting.sign_minutes(by(ONE))
    meeting.adjourn("补正文字", LATER, by(SUN))
    assert (meeting.signatures, item(meeting).state) == ((), ItemState.REVEALED)
    meeting.call_roll(("sun", "m1", "m2", "m3"), by(SUN, LATER))
    meeting.write_minutes("新的正文", by(SUN, LATER))
    assert (meeting.signers, meeting.next_to_sign) == (("m1", "m2", "m3", "sun"), "m1")


def test_where_the_chair_is_gone_a_lead_names_another_and_what_is_sealed_stays_sealed():
    meeting = scene.in_session(MadeUpCase(), MadeUpCase("case2", "桥梁抢修"))
    scene.vote(meeting, "exempt")
    meeting.open_vote("mt-2", by(SUN))
    meeting.cast_vote("mt-2", "denied", "不妥", SALT, by(ONE))
    for actor, refused in ((SUN, "forbidden"), (ONE, "forbidden"), (replace(LEAD, organ_id="x"), "forbidden"),
                           (replace(LEAD, unit=scene.SUBJECT_UNIT), "meeting.recused")):
        assert code_of(lambda actor=actor: meeting.name_chair("m1", "病休", LATER, by(actor))) == refused
    for chair, until, refused in (
            ("sun", LATER, "meeting.chairs_already"), ("x", LATER, "meeting.not_a_member"),
            ("m1", MEETS_AT, "meeting.until_past")):
        assert code_of(lambda chair=chair, until=until: meeting.name_chair(
            chair, "病休", until, by(LEAD))) == refused
    meeting.name_chair("m1", "病休", LATER, by(LEAD))
    told = meeting.happened[-1][1]
    assert (meeting.state, meeting.chair_id, told.what, told.chair_id, told.standing.holders) == (
        MeetingState.ADJOURNED, "m1", "adjourn", "m1", ("m1",))
    assert meeting.history[-1].note == "病休（改由m1某主持）（有关表决作废，重新投票）"
    assert (item(meeting).result, item(meeting, 1).ballots) == ("exempt", ())
    meeting.call_roll(("m1", "m2", "m3", "m4"), by(ONE, LATER))
    scene.vote(meeting, "lighten", 1)
    meeting.write_minutes("纪要", by(ONE, LATER))
    assert meeting.signers == ("m2", "m3", "m4", "m1")


def test_a_meeting_that_voted_is_not_cancelled():
    meeting = scene.voting()
    meeting.cast_vote("mt-1", "denied", "", SALT, by(ONE))
    assert code_of(lambda: meeting.cancel("不开了", by(SUN))) == "meeting.votes_cast"
    other = scene.convened()
    assert code_of(lambda: other.cancel("不开了", by(ONE))) == "meeting.not_the_chair"
    other.cancel("不开了", by(LEAD))
    assert (other.state, other.happened[-1][1].standing.ended) == (MeetingState.CANCELLED, True)


def test_a_withdrawal_in_mid_vote_drops_what_is_open_and_nothing_else():
    meeting = scene.in_session(MadeUpCase(disputed=("gain",)), MadeUpCase("case2"))
    scene.vote(meeting, APPLIES_NOT, 0)
    meeting.open_vote("mt-2", by(SUN))
    meeting.cast_vote("mt-2", "denied", "", SALT, by(ONE))
    meeting.drop("case1", by(scene.SUBJECT))
    assert [each.state for each in meeting.agenda.items] == [
        ItemState.REVEALED, ItemState.DROPPED, ItemState.WAITING]
    assert code_of(lambda: meeting.recuse_member(
        "case1", "m1", RecusalGround.OTHER, "x", by(ONE))) == "meeting.not_on_agenda"
    meeting.drop("case9", by(SUN))
    scene.vote(meeting, "lighten", 2)
    assert meeting.agenda.settled
    assert code_of(lambda: meeting.write_minutes(" ", by(SUN))) == "meeting.words_missing"


def test_minutes_wait_for_the_whole_agenda():
    assert code_of(lambda: scene.in_session().write_minutes("正文", by(SUN))) == "meeting.items_open"


def test_whose_turn_it_is():
    meeting = scene.voting(absent=(FOUR,))
    assert meeting.holders == ("sun", "m1", "m2", "m3")
    for actor in (SUN, ONE, TWO, scene.THREE):
        meeting.cast_vote("mt-1", "exempt", "", SALT, by(actor))
    assert meeting.holders == ("sun",)
    meeting.reveal_votes("mt-1", by(SUN))
    meeting.write_minutes("正文", by(SUN))
    assert meeting.holders == ("m1",)
    assert scene.signed().holders == ()


def test_who_has_a_part():
    meeting = scene.convened()
    assert meeting.agenda.concerns("subject", frozenset())
    assert meeting.agenda.concerns("somebody", unit_keys(f" {scene.SUBJECT_UNIT}"))
    assert not meeting.agenda.concerns("somebody", frozenset())
