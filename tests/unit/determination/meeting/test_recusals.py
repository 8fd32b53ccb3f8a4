"""What a case on the agenda says of somebody, its meeting heeds."""

from rongcuo.casework.recusal import Recusal
from rongcuo.contracts.determination import ItemState, MeetingState
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import JointMeeting
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import CALLED_AT, LEAD, ONE, SUN, TWO, MadeUpCase, by, item


def bar(meeting: JointMeeting, officer_id: str, case_id: str = "case1") -> None:
    barred = Recusal(officer_id, f"{officer_id}某", RecusalGround.RELATIVE, "亲属", CALLED_AT)
    meeting.bar(case_id, barred, by(LEAD))


def test_votes_lapse_and_the_member_takes_no_further_part():
    meeting = scene.in_session(MadeUpCase(), MadeUpCase("case2"))
    scene.vote(meeting, "exempt", 0)
    bar(meeting, "m1")
    assert (item(meeting).state, item(meeting).ballots) == (ItemState.WAITING, ())
    recusal = meeting.attendance.recusals[-1]
    assert (recusal.case_id, recusal.officer_id, recusal.ground, recusal.reason) == (
        "case1", "m1", RecusalGround.RELATIVE, "亲属")
    assert len(meeting.attendance.recusals) == 1
    told = meeting.happened[-1][1]
    assert (told.what, told.concerns, told.actor_id) == ("recuse_member", ("m1",), "lead")
    scene.vote(meeting, "exempt", 0)
    assert "m1" not in item(meeting).voted


def test_who_has_no_vote_anyway_changes_nothing():
    meeting = scene.voting(MadeUpCase(barred={"m2": RecusalGround.OTHER}))
    before = (meeting.agenda, meeting.attendance.recusals, meeting.version)
    for officer_id in ("guest", "m2"):
        bar(meeting, officer_id)
    assert (meeting.agenda, meeting.attendance.recusals, meeting.version) == before


def test_minutes_and_signatures_fall_with_the_votes():
    meeting = scene.with_minutes()
    meeting.sign_minutes(by(ONE))
    bar(meeting, "m2")
    assert (meeting.state, meeting.signatures, meeting.next_to_sign) == (MeetingState.IN_SESSION, (), "")
    assert "纪要作废" in meeting.history[-1].note
    scene.vote(meeting, "lighten")
    meeting.write_minutes("新的正文", by(SUN))
    known = scene.people(meeting)
    while meeting.next_to_sign:
        meeting.sign_minutes(by(known[meeting.next_to_sign]))
    assert meeting.state is MeetingState.SIGNED
    assert TWO.officer_id not in meeting.agenda.voters("case1")
    assert meeting.agenda.resolution("case1") == "lighten"


def test_where_too_few_are_left_nothing_is_decided_about_the_case():
    meeting = scene.in_session(*(MadeUpCase(case_id, case_id) for case_id in ("case1", "case2")))
    meeting.recuse_member("case1", "m1", RecusalGround.OTHER, "同学", by(scene.ONE))
    assert not item(meeting).settled
    meeting.recuse_member("case1", "m3", RecusalGround.OTHER, "同学", by(scene.THREE))
    assert [each.state for each in meeting.agenda.of_case("case1")] == [ItemState.DROPPED]
    assert not any(each.settled for each in meeting.agenda.of_case("case2"))
