"""What happens to joint meetings: fetch, tell, commit. Cases are always locked before their meeting."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from rongcuo.casework.asking import officer_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.presenters import gap_views
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import (
    AdjournMeeting,
    CallRoll,
    CallSubstitutes,
    CancelMeeting,
    ConveneMeeting,
    MeetingView,
    NameChair,
    OpenVote,
    RecuseMember,
    SignMinutes,
    WriteMinutes,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.gaps import Convening, ConveningQuery, GapView
from rongcuo.contracts.identity import OfficerView
from services.determination.access import determinations
from services.determination.access import meetings as access
from services.determination.domain.determination import CONVENE, Determination
from services.determination.domain.determination.agenda_of_case import admit
from services.determination.domain.meeting import JointMeeting, MeetingVerb, missing_before_convening
from services.determination.ports import Cases
from services.determination.presenters.meetings import view_of
from services.determination.usecases import ballots
from services.determination.usecases.dossier import (
    meeting_fetched,
    meeting_seen,
    occasion_of,
    occasion_today,
)


class OfMeeting(Protocol):
    """A command about one meeting."""

    @property
    def meeting_id(self) -> str: ...


C = TypeVar("C", bound=OfMeeting)
Step = Callable[[ExecutionContext[Cases], C], MeetingView]      # a use case


def convening(context: ExecutionContext[Cases], query: ConveningQuery) -> Convening:
    """What is missing before it is convened, on its cases and among its members. For whoever may convene it,
    of cases that they see from within. Changes nothing."""
    access.require_convene(context.actor)
    members = _officers(context, query.member_ids)
    with context.reading() as store:
        cases = [store.determinations.read(case_id) for case_id in dict.fromkeys(query.case_ids)]
    for case in cases:
        access.require_own(context.actor, case)
        determinations.require_inside(context.actor, case)
    return Convening(missing=tuple(_missing(context, cases, members)))


def _missing(context: ExecutionContext[Cases], cases: Sequence[Determination],
             members: Sequence[OfficerView]) -> Iterator[GapView]:
    for case in cases:
        occasion = occasion_of(context, case)
        yield from gap_views(case.missing(CONVENE, occasion), occasion, case.title)
    if members:
        occasion = occasion_today(context)
        for gap, about in missing_before_convening(cases, members, occasion):
            yield from gap_views((gap,), occasion, about)


def convene(context: ExecutionContext[Cases], command: ConveneMeeting) -> MeetingView:
    """Call a joint meeting of the lead's organ on cases that are ready for it."""
    access.require_convene(context.actor)
    officers, year = _officers(context, command.member_ids), context.now.year
    with context.unit() as unit:
        cases = _ready(context, unit.store, command)
        number = f"容会〔{year}〕{unit.store.meetings.next_number(context.actor.organ_id, year)}号"
        meeting = JointMeeting.convene(
            context.new_id(), number, command, cases, officers, occasion_today(context))
        for case in cases:
            occasion = occasion_of(context, case).knowing(command.acknowledged)
            case.put_on_agenda(meeting.id, occasion, frozenset(meeting.attendance.member_ids))
        return unit.commit(*cases, meeting, answer=view_of(meeting, occasion_of(context, meeting)))


def recuse_member(context: ExecutionContext[Cases], command: RecuseMember) -> MeetingView:
    """Step back from a case, or, as the chair, order it. It bars from the case as well as from its items."""
    with context.unit() as unit:
        agenda = meeting_seen(context, unit.store, command.meeting_id).agenda
        case = unit.store.determinations.get(agenda.case(command.case_id).case_id)
        meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
        meeting.recuse_member(case.id, command.officer_id, command.ground, command.reason, occasion)
        member = Holder(command.officer_id, meeting.attendance.member(command.officer_id).name)
        case.recuse_member(member, command.ground, command.reason, occasion_of(context, case))
        return unit.commit(case, meeting, answer=view_of(meeting, occasion))


def call_substitutes(context: ExecutionContext[Cases], command: CallSubstitutes) -> MeetingView:
    """More members, who may read the open cases from now on."""
    access.require_convene(context.actor)
    officers = _officers(context, command.member_ids)
    with context.unit() as unit:
        cases = _on_agenda(context, unit.store, command.meeting_id)
        meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
        open_cases = [case for case in cases if case.id in meeting.agenda.open_case_ids]
        meeting.call_substitutes(open_cases, officers, occasion)
        for case in open_cases:
            admit(case, meeting.id, meeting.attendance.substitutes, occasion_of(context, case))
        return unit.commit(*open_cases, meeting, answer=view_of(meeting, occasion))


def call_roll(context: ExecutionContext[Cases], command: CallRoll) -> MeetingView:
    """Open the session, or open it again. The ledger says who was there."""
    with context.unit() as unit:
        meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
        meeting.call_roll(command.present_ids, occasion)
        ballots.note_roll(unit, meeting)
        return unit.commit(meeting, answer=view_of(meeting, occasion))


def _step(act: Callable[[JointMeeting, C, Occasion], None]) -> Step[C]:
    """The use case of a verb that changes the meeting alone."""
    def stepped(context: ExecutionContext[Cases], command: C) -> MeetingView:
        with context.unit() as unit:
            meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
            act(meeting, command, occasion)
            return unit.commit(meeting, answer=view_of(meeting, occasion))
    return stepped


open_vote: Step[OpenVote] = _step(lambda meeting, command, occasion: (
    meeting.open_vote(command.item_id, occasion)))
adjourn: Step[AdjournMeeting] = _step(lambda meeting, command, occasion: (
    meeting.adjourn(command.reason, command.until, occasion)))
name_chair: Step[NameChair] = _step(lambda meeting, command, occasion: (
    meeting.name_chair(command.chair_id, command.reason, command.until, occasion)))
write_minutes: Step[WriteMinutes] = _step(lambda meeting, command, occasion: (
    meeting.write_minutes(command.minutes, occasion)))


def cancel(context: ExecutionContext[Cases], command: CancelMeeting) -> MeetingView:
    """Call the meeting off; its cases wait for another."""
    with context.unit() as unit:
        cases = _on_agenda(context, unit.store, command.meeting_id)
        meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
        meeting.cancel(command.reason, occasion)
        freed = [case for case in cases if case.id in meeting.agenda.open_case_ids]
        for case in freed:
            case.take_off_agenda(meeting.id, occasion_of(context, case))
        return unit.commit(*freed, meeting, answer=view_of(meeting, occasion))


def sign_minutes(context: ExecutionContext[Cases], command: SignMinutes) -> MeetingView:
    """Sign as the next in turn. With the last signature the cases learn what was found about them.

    Nothing is signed while the votes are not those that were cast: they begin anew, as at the reveal."""
    with context.unit() as unit:
        cases = _on_agenda(context, unit.store, command.meeting_id)
        meeting, occasion = meeting_fetched(context, unit.store, command.meeting_id)
        meeting.require(MeetingVerb.SIGN_MINUTES, occasion)
        found = ballots.differing(context, unit, meeting, meeting.agenda.revealed, occasion)
        if not found:
            meeting.sign_minutes(occasion, frozenset[str]().union(*(case.recused for case in cases)))
            agenda, signers = meeting.agenda, frozenset(meeting.signatures)
            resolved = [case for case in cases if meeting.over and case.id in agenda.open_case_ids]
            for case in resolved:
                case.resolve(meeting.id, agenda.resolution(case.id), agenda.negative_results(case.id),
                             agenda.voters(case.id), occasion_of(context, case), signers)
            return unit.commit(*resolved, meeting, answer=view_of(meeting, occasion))
        ballots.void(unit, cases, meeting, found, occasion)
    raise ballots.refusal(found)


def _officers(context: ExecutionContext[Cases], member_ids: tuple[str, ...]) -> tuple[OfficerView, ...]:
    """As identity knows them, asked before the unit of work."""
    return tuple(officer_asked(context, officer_id, "meeting.not_a_member")
                 for officer_id in dict.fromkeys(member_ids))


def _ready(context: ExecutionContext[Cases], store: Cases, call: ConveneMeeting) -> list[Determination]:
    """In the order of the call; locked in the order of their ids, so that two calls never wait crosswise."""
    locked = {case_id: store.determinations.get(case_id) for case_id in sorted(set(call.case_ids))}
    for case in locked.values():
        access.require_own(context.actor, case)
        if call.as_read and case.tag not in call.as_read:
            raise CaseError("changed_meanwhile", details={"case_id": case.id})
        case.require_for_meeting(occasion_of(context, case).knowing(call.acknowledged))
    return [locked[case_id] for case_id in dict.fromkeys(call.case_ids)]


def _on_agenda(context: ExecutionContext[Cases], store: Cases, meeting_id: str) -> list[Determination]:
    """All cases of a meeting's agenda, locked."""
    agenda = meeting_seen(context, store, meeting_id).agenda
    return [store.determinations.get(case_id) for case_id in sorted(agenda.case_ids)]
