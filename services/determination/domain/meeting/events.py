"""What a joint meeting tells others: where it stands, and what was voted."""

from datetime import datetime

from rongcuo.casework.apart import keys_of
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    BallotSealed,
    BallotsRevealed,
    MeetingMoved,
    MeetingState,
    OpenedBallot,
    Standing,
)
from rongcuo.policy.clock import DeadlineClock
from services.determination.domain.meeting.attendance import Member
from services.determination.domain.meeting.ballots import Ballot
from services.determination.domain.meeting.facts import Facts
from services.determination.domain.meeting.items import AgendaItem

GOES_ON = (MeetingState.IN_SESSION, MeetingState.MINUTES)


def standing(meeting: Facts, occasion: Occasion) -> Standing:
    """Where the meeting stands after what has just happened. Apart are the subjects of the agenda, who is
    recused from one of its cases, and whom one is kept from: minutes tell of all. But for members who hear of
    another case, or have to sign; by what they are called here."""
    due_at, provisional = _due(meeting, occasion)
    cases, hear = meeting.agenda.cases, _hearing(meeting)
    apart = {who for each in cases for who in (each.subject_id, *each.recused)}
    apart |= {each.officer_id for each in meeting.attendance.recusals}
    apart -= {"", *_ids(hear)}
    keys = {key for each in cases for key in each.keys} - keys_of(*hear)
    return Standing(
        kind="meeting", matter_id=meeting.id, number=meeting.number, title=meeting.title,
        organ_id=meeting.organ_id, division_code=meeting.division_code, pack_id=meeting.pack_id,
        stage=meeting.state.value, holders=meeting.holders, apart=tuple(sorted(apart)),
        units_apart=tuple(sorted({each.subject_unit for each in cases})), keys_apart=tuple(sorted(keys)),
        readers=tuple(sorted(meeting.attendance.member_ids)), ended=meeting.over,
        due_at=due_at, provisional=provisional)


def moved(meeting: Facts, what: str, occasion: Occasion, note: str, concerns: tuple[str, ...],
          item_id: str) -> MeetingMoved:
    """Something has happened to it."""
    return MeetingMoved(
        standing=standing(meeting, occasion), what=str(what), actor_id=occasion.actor.officer_id,
        chair_id=meeting.chair_id, case_ids=meeting.agenda.case_ids, members=_ids(_hearing(meeting)),
        concerns=concerns, item_id=item_id, place=meeting.place, note=note, meets_at=meeting.meets_at,
        at=occasion.now)


def sealed(meeting: Facts, item_id: str, ballot: Ballot, occasion: Occasion) -> BallotSealed:
    """A vote was cast; which, nothing says."""
    return BallotSealed(standing=standing(meeting, occasion), item_id=item_id, member_id=ballot.member_id,
                        commitment=ballot.commitment, at=occasion.now)


def revealed(meeting: Facts, item: AgendaItem, occasion: Occasion) -> BallotsRevealed:
    """All votes on an item, and what came out."""
    return BallotsRevealed(
        standing=standing(meeting, occasion), item_id=item.id, case_id=item.case_id,
        question=item.asked.question.value, result=item.result, at=occasion.now,
        ballots=tuple(OpenedBallot(
            member_id=each.member_id, member_name=meeting.attendance.member(each.member_id).name,
            choice=each.choice, reason=each.reason, salt=each.salt) for each in item.ballots))


def _due(meeting: Facts, occasion: Occasion) -> tuple[datetime, bool]:
    """It begins at its hour. From then on there is time to vote, to write and to sign, as the pack says:
    nothing is due before it can be done."""
    if meeting.state not in GOES_ON:
        return meeting.meets_at, False
    due = occasion.due(DeadlineClock(meeting.since, occasion.pack.joint_meeting.conclude_within))
    return due.at, due.provisional


def _ids(members: tuple[Member, ...]) -> tuple[str, ...]:
    return tuple(each.officer_id for each in members)


def _hearing(meeting: Facts) -> tuple[Member, ...]:
    """The members who have some case left to hear, or have to sign; of what is signed, who signs."""
    cases, signers = set(meeting.agenda.case_ids), meeting.signers
    invited = meeting.state is not MeetingState.SIGNED
    return tuple(each for each in meeting.attendance.members if each.officer_id in signers
                 or (invited and not meeting.kept_from(each) >= cases))
