"""Ballots: sealed when they are cast, and held against what the ledger says of them whenever they count."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex

import structlog

from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.ports import ExecutionContext, Record, UnitOfWork
from rongcuo.contracts.determination import BallotSealed, CastVote, MeetingView, RevealVotes
from rongcuo.contracts.determination.events.former_names import FORMER
from rongcuo.contracts.errors import CaseError
from services.determination.domain.determination import Determination
from services.determination.domain.meeting import (
    COMMITTED,
    AgendaItem,
    Ballot,
    JointMeeting,
    MeetingVerb,
    Sealing,
)
from services.determination.ports import Cases
from services.determination.presenters.meetings import view_of
from services.determination.usecases.dossier import meeting_fetched, meeting_seen, occasion_of

SALT_BYTES = 16
log = structlog.get_logger(__name__)
DIFFER = "review.ballots_differ"    # the ledger's words are older than this service, and stay as they are
CALLED = "review.roll_called"   # the ledger's line of a roll: who was present, and who is left of them
SEALED = (f"{BallotSealed.source}.{BallotSealed.kind}", f"{FORMER}.{BallotSealed.kind}")


@dataclass(frozen=True, slots=True)
class Differing:
    """An item, the members whose ballots on it are not what they committed to, and the vote's last round."""

    item_id: str
    members: tuple[str, ...]
    round: int


def cast_vote(context: ExecutionContext[Cases], command: CastVote, sealing: Sealing) -> MeetingView:
    """Vote, sealed. The answer does not repeat the choice: it is kept with the command."""
    salt, member_id = token_hex(SALT_BYTES), context.actor.officer_id
    with context.unit() as unit:
        meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
        meeting.cast_vote(command.item_id, command.choice, command.reason, salt, occasion)
        item = meeting.agenda.item(command.item_id)
        commitment = Ballot(member_id, command.choice, command.reason.strip(), salt).commitment
        meeting.close_ballots(item.id, sealing)
        unit.audit(COMMITTED, meeting.id, item=item.id, member=member_id, round=item.round,
                   commitment=commitment)
        return unit.commit(meeting, answer=view_of(meeting, occasion))


def reveal_votes(context: ExecutionContext[Cases], command: RevealVotes, sealing: Sealing) -> MeetingView:
    """Open all votes of an item; its case keeps what was found. Where they are not those that were cast, none
    of them counts: that is told, the vote begins anew, and `meeting.ballots_differ` is raised."""
    with context.unit() as unit:
        agenda = meeting_seen(context, unit.store, command.meeting_id).agenda
        case = unit.store.determinations.get(agenda.item(command.item_id).case_id)
        meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
        meeting.require_for(MeetingVerb.REVEAL_VOTES, meeting.agenda.item(command.item_id), occasion)
        unsealed = meeting.open_ballots(command.item_id, sealing)
        item = meeting.agenda.item(command.item_id)
        found = differing(context, unit, meeting, [item], occasion) or (
            (Differing(item.id, unsealed, item.round),) if unsealed else ())
        if not found:
            meeting.reveal_votes(command.item_id, occasion)
            item = meeting.agenda.item(command.item_id)
            case.heed_result(meeting.id, item.result, item.asked.negative_item, frozenset(item.voted),
                             occasion_of(context, case))
            return unit.commit(case, meeting, answer=view_of(meeting, occasion))
        void(unit, [case], meeting, found, occasion)
    raise refusal(found)


def note_roll(unit: UnitOfWork[Cases], meeting: JointMeeting) -> None:
    """Whoever is struck from it otherwise, is missed."""
    unit.audit(CALLED, meeting.id, present=",".join(sorted(meeting.attendance.present)))


def differing(context: ExecutionContext[Cases], unit: UnitOfWork[Cases], meeting: JointMeeting,
              items: Sequence[AgendaItem],
              occasion: Occasion) -> tuple[Differing, ...]:
    """Whose ballots on these items are not those they committed to in the ledger; everybody's where the
    ledger itself is not whole, or the roll is another than the one that was called."""
    record = unit.record(meeting.id)
    found = (_held_against(context, record, meeting, item, occasion) for item in items)
    return tuple(each for each in found if each.members)


def void(unit: UnitOfWork[Cases], cases: Sequence[Determination], meeting: JointMeeting,
             found: Sequence[Differing], occasion: Occasion) -> None:
    """Commits that these votes begin anew, and a line of whose ballots they were."""
    meeting.void_votes({each.item_id: each.round for each in found}, occasion)
    for case in cases:
        case.heed_votes_begun_anew(meeting.id, meeting.agenda.open_on(case.id))
    for each in found:
        unit.audit(DIFFER, meeting.id, item=each.item_id, members=",".join(each.members))
    unit.commit(*cases, meeting, answer=view_of(meeting, occasion))
    log.critical("ballots_differ", meeting=meeting.id, items=[each.item_id for each in found])


def refusal(found: Sequence[Differing]) -> CaseError:
    """What is raised once that is committed."""
    return CaseError("meeting.ballots_differ", details={
        "items": [each.item_id for each in found],
        "members": sorted({member for each in found for member in each.members})})


def _held_against(context: ExecutionContext[Cases], record: Record, meeting: JointMeeting, item: AgendaItem,
                  occasion: Occasion) -> Differing:
    """The round that counts is the ledger's newest, whatever the row says. A vote is cast once: a later line
    of a member changes nothing. What was found wanting before, is not held against what came after it."""
    since = record.after(DIFFER, item=item.id)
    newest = max((each["round"] for each in record.audits(COMMITTED) if each["item"] == item.id), default=0)
    counting = [each for each in since.audits(COMMITTED)
                if (each["item"], each["round"]) == (item.id, newest)]
    committed = {str(each["member"]): str(each["commitment"]) for each in reversed(counting)}
    if _vouches(context, since, meeting):
        return Differing(item.id, item.differing(committed, occasion.pack.quorum.pass_percent), newest)
    everybody = {*item.voted, *committed} or meeting.attendance.member_ids
    return Differing(item.id, tuple(sorted(everybody)), newest)


def _vouches(context: ExecutionContext[Cases], since: Record, meeting: JointMeeting) -> bool:
    """Whether the ledger can speak for the votes: no line is missing, each vote has both of its lines, and
    those who were called present are those who are."""
    cast, committed = sum(map(since.count, SEALED)), since.audits(COMMITTED)
    present = meeting.attendance.present
    called = [set(str(each["present"]).split(",")) for each in since.audits(CALLED)]
    same_roll = not called or not present or called[-1] == present
    return cast == len(list(committed)) and same_roll and since.is_whole(meeting.version, context.signed)
