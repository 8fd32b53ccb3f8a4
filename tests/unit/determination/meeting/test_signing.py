"""Who was there, who writes the minutes and who signs them, whatever came in between."""

from datetime import datetime, timedelta

from rongcuo.contracts.determination import MeetingState, Standing, Subject
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import JointMeeting, Minutes
from services.determination.storage.meeting_content import meeting_of, row_of
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FOUR, LATER, LEAD, ONE, SUN, TWO, MadeUpCase, by, item
from tests.unit.determination.meeting.steps import code_of

ALL = ("sun", "m1", "m2", "m3", "m4")
OTHER = RecusalGround.OTHER


def dissented() -> JointMeeting:
    """m4 thought otherwise, and is not called at the next roll."""
    meeting = scene.in_session()
    scene.vote(meeting, dict.fromkeys(scene.FIVE, "exempt") | {FOUR: "denied"})
    meeting.call_roll(ALL[:-1], by(SUN))
    return meeting


def recused(*pairs: tuple[str, str]) -> tuple[MadeUpCase, ...]:
    """Two cases or three, and who is recused from which."""
    last = max((2, *(int(case_id[-1]) for _, case_id in pairs)))
    return tuple(MadeUpCase(case_id, f"案件{case_id}", barred={
        officer_id: OTHER for officer_id, barred_from in pairs if barred_from == case_id})
        for case_id in (f"case{number}" for number in range(1, last + 1)))


def test_whoever_has_a_vote_that_counts_was_there_and_signs():
    meeting = dissented()
    assert "缺席：无" in Minutes(meeting, by(SUN)).draft()
    meeting.write_minutes("正文", by(SUN))
    assert meeting.signers == ("m1", "m2", "m3", "m4", "sun")
    known = scene.people(meeting)
    while meeting.next_to_sign:
        meeting.sign_minutes(by(known[meeting.next_to_sign]))
    told = meeting.happened[-1][1]
    assert (len(told.present), told.absent, len(told.minority)) == (5, (), 1)


def test_a_turn_is_due_after_it_has_come_and_not_at_the_hour_of_the_meeting():
    meeting, hours = scene.convened(), timedelta(hours=2)
    assert told(meeting).due_at == meeting.meets_at
    meeting.call_roll(ALL, by(SUN))
    assert told(meeting).due_at == in_three_working_days(scene.MEETS_AT) > meeting.meets_at + hours
    scene.vote(meeting, "exempt")
    later = scene.MEETS_AT + timedelta(days=1)
    meeting.write_minutes("正文", by(SUN, later))
    for signer in scene.people(meeting).values():
        assert told(meeting).due_at == in_three_working_days(later), "each of those who sign has it"
        if meeting.next_to_sign == signer.officer_id:
            meeting.sign_minutes(by(signer, later + hours))
    meeting = scene.with_minutes()
    meeting.adjourn("补材料", LATER, by(SUN))
    assert told(meeting).due_at == LATER, "it meets again at its hour"


def told(meeting: JointMeeting) -> Standing:
    return meeting.happened[-1][1].standing


def in_three_working_days(at: datetime) -> datetime:
    days = [at + timedelta(days=number) for number in range(1, 8)]
    third = [day for day in days if day.weekday() < 5][2]
    return third.replace(hour=17, minute=30)


def test_for_whoever_left_for_good_the_case_is_voted_on_anew():
    meeting = dissented()
    meeting.write_minutes("正文", by(SUN))
    meeting.adjourn("成员调离", LATER, by(SUN))
    meeting.recuse_member("case1", "m4", OTHER, "已调离，不能会签", by(SUN, LATER))
    meeting.call_roll(ALL[:-1], by(SUN, LATER))
    scene.vote(meeting, "exempt")
    assert meeting.minutes == ""   # they told of votes that no longer count
    meeting.write_minutes("新的正文", by(SUN, LATER))
    assert meeting.signers == ("m1", "m2", "m3", "sun")
    assert "缺席：m4某" in Minutes(meeting, by(SUN)).draft()


def test_nobody_waits_for_the_signature_of_a_chair_whom_a_lead_replaced():
    meeting = scene.with_minutes()
    meeting.name_chair("m1", "病休", LATER, by(LEAD))
    meeting.call_roll(ALL[1:], by(ONE, LATER))
    meeting.write_minutes("正文", by(ONE, LATER))
    assert meeting.signers == ("m2", "m3", "m4", "m1")
    assert meeting.attended == {*ALL}
    again = meeting_of(row_of(meeting))
    assert (again.attendance.former_chairs, again.signers) == ({"sun"}, meeting.signers)
    meeting.name_chair("sun", "病愈", LATER.replace(hour=20), by(LEAD))
    assert meeting.attendance.former_chairs == {"m1"}


def test_a_row_of_before_knows_nobody_who_is_gone():
    row = row_of(scene.convened())
    del row["content"]["gone"]
    assert meeting_of(row).attendance.former_chairs == frozenset()


def test_whoever_is_kept_from_a_case_neither_signs_nor_gets_the_printed_minutes():
    meeting = scene.with_minutes(*recused(("m2", "case2")))
    assert meeting.signers == ("m1", "m3", "m4", "sun")
    assert code_of(lambda: meeting.sign_minutes(by(TWO))) == "meeting.recused"
    known = scene.people(meeting)
    while meeting.next_to_sign:
        meeting.sign_minutes(by(known[meeting.next_to_sign]), frozenset({"wang"}))
    assert meeting.state is MeetingState.SIGNED
    assert meeting.happened[-1][1].standing.apart == ("m2", "subject", "wang")


def test_a_chair_who_is_kept_from_a_case_leaves_the_minutes_to_another():
    meeting = scene.in_session(*recused(("sun", "case1")))
    scene.vote(meeting, "exempt", 0)
    scene.vote(meeting, "exempt", 1)
    assert meeting.holders == (meeting.keeper,) == ("m1",)
    assert code_of(lambda: meeting.write_minutes("正文", by(SUN))) == "meeting.recused"
    assert code_of(lambda: meeting.write_minutes("正文", by(TWO))) == "meeting.not_the_chair"
    meeting.write_minutes("正文", by(ONE))
    assert meeting.signers == ("m2", "m3", "m4", "m1")


def test_where_everybody_is_recused_from_something_those_on_no_subjects_side_sign():
    pairs = (("sun", "case1"), ("m1", "case1"), ("m2", "case2"), ("m3", "case2"), ("m4", "case3"))
    cases = recused(pairs[-1])
    cases[2].subject = Subject(name="某", unit="成员单位4", officer_id="x")
    meeting = scene.in_session(*cases)
    for officer_id, case_id in pairs[:-1]:
        meeting.recuse_member(case_id, officer_id, RecusalGround.OTHER, "同学",
                              by(scene.people(meeting)[officer_id]))
    assert meeting.signers == ("m1", "m2", "m3", "sun")


def test_where_everybody_is_on_some_subjects_side_a_meeting_can_end_all_the_same():
    units = [f"单位{number}" for number in range(5)]
    cases = [MadeUpCase(unit, subject=Subject(name="某", unit=unit, officer_id="")) for unit in units]
    officers = tuple(scene.officer(each.officer_id, *each.roles, unit=unit)
                     for each, unit in zip(scene.FIVE, units, strict=True))
    meeting = scene.in_session(*cases, members=officers)
    assert set(meeting.signers) == {*ALL}


def test_a_signature_given_before_is_not_asked_for_again():
    meeting = scene.with_minutes()
    meeting.signatures = ("m1", "m3")   # as under another order of signing
    assert meeting.next_to_sign == "m2"
    assert item(meeting).result == "exempt"
