"""A joint meeting and its cases on both databases: what one learns of the other, and never half of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.casework.rehearsing import rehearsed
from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import (
    AdjournMeeting,
    AssignDetermination,
    CancelMeeting,
    CastVote,
    ConveneMeeting,
    ItemState,
    MeetingState,
    NegativeAnswer,
    OpenVote,
    RecuseFromDetermination,
    RecuseMember,
    ReturnDetermination,
    RevealVotes,
    SignMinutes,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Determination
from services.determination.usecases import determinations, meetings
from tests.integration.services.meeting_chamber import CHAIR, IDS, Chamber
from tests.integration.services.meeting_hall import at_once
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import KIN, LEAD, MEMBERS
from tests.unit.determination.meeting.scene import LATER, MEETS_AT


@pytest.fixture
def chamber(config: Config) -> Iterator[Chamber]:
    opened = Chamber(config)
    opened.time.shows = MEETS_AT
    yield opened
    opened.shop.stop()


def refusal(act) -> str:
    with pytest.raises(CaseError) as refused:
        act()
    return refused.value.code


def test_the_last_signature_resolves_the_case(chamber: Chamber):
    chamber.ready()
    meeting = chamber.begin()
    case = chamber.case()
    assert (case.on_agenda, case.readers) == (meeting.meeting_id, frozenset(IDS))
    chamber.vote(meeting, 0, "mitigate", "mitigate", "mitigate", "mitigate", "denied")
    chamber.write(meeting)
    for member in MEMBERS[1:]:
        chamber.do(member, SignMinutes, meeting.meeting_id)
        assert chamber.case().resolved == ""
    assert chamber.do(CHAIR, SignMinutes, meeting.meeting_id).state is MeetingState.SIGNED
    case = chamber.case()
    assert (case.resolved, case.voters, case.on_agenda) == ("mitigate", frozenset(IDS), "")
    told = [row["type_name"].split(".")[1] for row in chamber.rows()["outbox"]][-3:]
    assert sorted(told) == ["determination_moved", "meeting_moved", "minutes_concluded"]


def test_a_disputed_item_that_applies_denies(chamber: Chamber):
    disputed = next(iter(scene.opened().yardstick.negative_items))
    chamber.ready(**{disputed: NegativeAnswer.DISPUTED})
    meeting = chamber.begin()
    assert [item.negative_item for item in meeting.items] == [disputed, ""]
    seen = chamber.vote(meeting, 0, "applies")
    assert seen.items[1].state is ItemState.DROPPED
    chamber.sign(meeting)
    assert (chamber.case().resolved, chamber.case().applying) == ("denied", (disputed,))


def test_without_a_majority_the_case_comes_before_another_meeting(chamber: Chamber):
    chamber.ready()
    meeting = chamber.begin()
    seen = chamber.vote(meeting, 0, "exempt", "lighten", "denied")
    assert seen.items[0].result == "no_majority"
    assert refusal(lambda: chamber.convene()) == "determination.not_ready_for_meeting"
    chamber.sign(meeting)
    assert (chamber.case().resolved, chamber.case().on_agenda) == ("", "")
    again = chamber.begin()
    assert again.number == "容会〔2026〕2号"
    chamber.vote(again, 0, "lighten")
    chamber.sign(again)
    assert chamber.case().resolved == "lighten"


def test_a_case_withdrawn_in_mid_vote_leaves_the_agenda(chamber: Chamber):
    chamber.ready("d1", "d2")
    meeting = chamber.begin("d1", "d2")
    chamber.do(CHAIR, OpenVote, meeting.meeting_id, item_id=meeting.items[0].item_id)
    chamber.do(MEMBERS[1], CastVote, meeting.meeting_id, item_id=meeting.items[0].item_id, choice="denied")
    assert chamber.withdraw().state.value == "withdrawn"
    seen = chamber.meeting(CHAIR, meeting.meeting_id)
    assert [item.state for item in seen.items] == [ItemState.DROPPED, ItemState.WAITING]
    chamber.vote(meeting, 1, "exempt")
    assert chamber.sign(meeting).state is MeetingState.SIGNED
    assert (chamber.case("d1").resolved, chamber.case("d2").resolved) == ("", "exempt")


def test_a_case_sent_back_leaves_the_agenda_and_may_come_again(chamber: Chamber):
    chamber.ready()
    meeting = chamber.begin()
    chamber.tell(determinations.send_back, ReturnDetermination(
        command_id="r", case_id="d1", reasons="证据不足"), LEAD)
    assert chamber.meeting(CHAIR, meeting.meeting_id).items[0].state is ItemState.DROPPED
    assert chamber.sign(meeting).state is MeetingState.SIGNED
    assert (chamber.case().state.value, chamber.case().resolved) == ("verification", "")


def test_a_cancelled_meeting_gives_the_case_back(chamber: Chamber):
    chamber.ready()
    meeting = chamber.convene()
    chamber.do(LEAD, CancelMeeting, meeting.meeting_id, reason="人不齐")
    assert chamber.case().on_agenda == ""
    assert chamber.begin().state is MeetingState.IN_SESSION


def test_a_meeting_is_put_off_or_cancelled_in_rehearsal_first(chamber: Chamber):
    chamber.ready()
    meeting, before = chamber.convene(), chamber.rows()
    known = {"command_id": "rehearsal", "meeting_id": meeting.meeting_id, "reason": "人不齐"}

    def told(actor, act, step):
        return rehearsed(chamber.shop.context(Query(), actor, ask=chamber.known.ask), act, step).told

    for each in ((LEAD, meetings.cancel, CancelMeeting(**known)),
                 (CHAIR, meetings.adjourn, AdjournMeeting(**known, until=LATER + timedelta(days=1)))):
        assert told(*each)
        blank = (*each[:2], replace(each[2], reason=" "))
        assert refusal(lambda blank=blank: told(*blank)) == "meeting.words_missing"
    assert chamber.rows() == before


def test_who_is_barred_is_recused_and_whoever_has_a_part_calls_no_meeting(chamber: Chamber):
    chamber.ready()
    assert refusal(lambda: chamber.convene(actor=KIN)) == "meeting.recused"
    chamber.commands += 1
    call = ConveneMeeting(
        command_id="team", title="联席会议", case_ids=("d1",), member_ids=("wang", *IDS),
        chair_id=CHAIR.officer_id, at=LATER)
    meeting = chamber.carry_out(LEAD, call)
    assert meeting.members[0].recused_from == ("d1",)   # of the verification team
    assert meeting.items[0].entitled == IDS


def test_two_calls_for_the_same_cases_at_once_do_not_wait_for_each_other_for_ever(chamber: Chamber):
    chamber.ready("d1", "d2", "d3")
    outcomes = at_once([lambda: chamber.convene("d1", "d2", "d3"), lambda: chamber.convene("d3", "d2", "d1")])
    assert outcomes == ["convened", "determination.not_ready_for_meeting"]
    assert len({chamber.case(case_id).on_agenda for case_id in ("d1", "d2", "d3")}) == 1
    assert len(chamber.rows()["joint_meeting"]) == 1


def test_meetings_called_at_the_same_moment_are_numbered_without_gaps(chamber: Chamber):
    chamber.ready("d1", "d2", "d3")
    at_once([lambda it=case_id: chamber.convene(it) for case_id in ("d1", "d2", "d3")])
    numbers = sorted(row["number"] for row in chamber.rows()["joint_meeting"])
    assert numbers == [f"容会〔2026〕{number}号" for number in (1, 2, 3)]


def test_a_withdrawal_beside_the_last_signature_is_before_or_after_it(chamber: Chamber):
    for number in range(4):
        case_id = f"d{number}"
        chamber.ready(case_id)
        meeting = chamber.begin(case_id)
        chamber.vote(meeting, 0, "exempt")
        chamber.write(meeting)
        for member in MEMBERS[1:]:
            chamber.do(member, SignMinutes, meeting.meeting_id)
        outcomes = at_once([lambda it=meeting: chamber.do(CHAIR, SignMinutes, it.meeting_id),
                            lambda it=case_id: chamber.withdraw(it)])
        case, seen = chamber.case(case_id), chamber.meeting(CHAIR, meeting.meeting_id)
        assert case.on_agenda == ""
        if seen.state is MeetingState.SIGNED:
            assert (case.resolved, "signed" in outcomes) == ("exempt", True)
        else:      # the minutes are to be signed anew, without the case
            assert (case.resolved, seen.state, seen.next_to_sign) == (
                "", MeetingState.MINUTES, MEMBERS[1].officer_id)
            assert "meeting.not_your_turn" in outcomes


def recuse(chamber: Chamber, who: Actor, case_id: str = "d1") -> Determination:
    chamber.tell(determinations.recuse, RecuseFromDetermination(
        command_id="r", case_id=case_id, officer_id=who.officer_id, ground=RecusalGround.INTEREST,
        reason="事后发现"), LEAD)
    return chamber.case(case_id)


def test_a_voter_recused_from_the_case_since_is_no_voter(chamber: Chamber):
    chamber.ready()
    meeting = chamber.begin()
    chamber.vote(meeting, 0, "exempt")
    chamber.write(meeting)
    chamber.do(MEMBERS[1], SignMinutes, meeting.meeting_id)
    recuse(chamber, MEMBERS[2])
    seen = chamber.meeting(CHAIR, meeting.meeting_id)
    assert (seen.state, seen.items[0].state) == (MeetingState.IN_SESSION, ItemState.WAITING)
    assert (seen.members[2].recused_from, seen.next_to_sign) == (("d1",), "")
    item_id = meeting.items[0].item_id
    chamber.do(CHAIR, OpenVote, meeting.meeting_id, item_id=item_id)
    for member in (*MEMBERS[:2], *MEMBERS[3:]):
        chamber.do(member, CastVote, meeting.meeting_id, item_id=item_id, choice="lighten")
    chamber.do(CHAIR, RevealVotes, meeting.meeting_id, item_id=item_id)
    chamber.sign(meeting)
    assert (chamber.case().resolved, len(chamber.case().voters)) == ("lighten", 4)


def test_a_member_who_is_handed_the_case_has_no_vote_on_it_any_more(chamber: Chamber):
    chamber.ready()
    meeting = chamber.convene(members=(*IDS, "qian"))
    assert meeting.members[-1].recused_from == ()
    chamber.tell(determinations.assign, AssignDetermination(
        command_id="a", case_id="d1", officer_id="qian"), LEAD)
    assert chamber.meeting(CHAIR, meeting.meeting_id).members[-1].recused_from == ("d1",)


def test_who_steps_back_at_a_meeting_stays_out_of_the_next_one_and_of_the_case(chamber: Chamber):
    chamber.ready()
    meeting, member = chamber.begin(), MEMBERS[4]
    chamber.do(member, RecuseMember, meeting.meeting_id, case_id="d1", officer_id=member.officer_id,
               ground=RecusalGround.RELATIVE, reason="亲属")
    assert chamber.case().bars(member) is RecusalGround.RELATIVE
    chamber.do(CHAIR, CancelMeeting, meeting.meeting_id, reason="另行召集")
    assert chamber.begin().members[4].recused_from == ("d1",)


def test_recusals_here_and_there_at_the_same_moment_both_hold(chamber: Chamber):
    for number in range(3):
        case_id = f"d{number}"
        chamber.ready(case_id)
        meeting = chamber.begin(case_id)
        at_once([lambda it=meeting, on=case_id: chamber.do(
            MEMBERS[4], RecuseMember, it.meeting_id, case_id=on, officer_id=MEMBERS[4].officer_id,
            ground=RecusalGround.OTHER, reason="同学"), lambda on=case_id: recuse(chamber, MEMBERS[3], on)])
        seen = chamber.meeting(CHAIR, meeting.meeting_id)
        assert [each.recused_from for each in seen.members[3:]] == [(case_id,), (case_id,)]
        assert chamber.case(case_id).recused == {MEMBERS[3].officer_id, MEMBERS[4].officer_id}
