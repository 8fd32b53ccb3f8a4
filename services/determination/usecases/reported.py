"""A report as the clue of a case: clarify keeps it and its disposals, and says whom both are kept from."""

from dataclasses import replace
from functools import cache

from rongcuo.casework.recusal import Recusal
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import ClueView, ReportDisposed, ReportMoved, ReportQuery
from rongcuo.contracts.clarify.operations import CLUE
from rongcuo.contracts.determination import DeterminationOpened, Initiation, OpenDetermination, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import name_key
from services.determination.access import determinations as access
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination, Opening
from services.determination.domain.determination.earlier_findings import counted
from services.determination.domain.meeting import BY_RULE, JointMeeting
from services.determination.ports import Cases
from services.determination.usecases.dossier import occasion_of

Context = ExecutionContext[Cases]


def clue_asked(context: Context, command: OpenDetermination) -> ClueView | None:
    """The report that leads to it; None where none does. Raises `not_found` for whoever that is kept from,
    `determination.clue_not_disposed` without a yes of whoever handles it."""
    if (command.initiation is Initiation.CLUE) is not bool(command.report_id):
        raise CaseError("determination.clue_not_disposed")
    if not command.report_id:
        return None
    clue = context.ask(CLUE, ReportQuery(report_id=command.report_id))
    if not clue.opens_determination:
        raise CaseError("determination.clue_not_disposed")
    return clue


def opening_of(context: Context, command: OpenDetermination, subject: Subject,
               clue: ClueView | None) -> Opening:
    """Whoever has disposed of the report, and whoever goes on from it, has handled it."""
    opening = Opening(
        initiation=command.initiation, subject=subject, act=command.act, title=command.title,
        situation=command.situation, grounds=command.grounds)
    if clue is None:
        return opening
    handlers = frozenset({context.actor.officer_id, *(each.by for each in clue.dispositions)})
    return replace(opening, clue_number=clue.number, clue_handlers=handlers, report_id=clue.report_id,
                   keys_apart=frozenset(clue.keys_apart))


def require_first(actor: Actor, store: Cases, opening: Opening) -> None:
    """A report that is about several people leads to one case of each: `determination.opened_from_report`,
    with its number where the actor may know it."""
    for case in store.determinations.of_report(opening.report_id) if opening.report_id else ():
        if _same_person(case.subject, opening.subject):
            known = {"number": case.number} if access.may_know_of(actor, case) else {}
            raise CaseError("determination.opened_from_report", details=known)


def _same_person(one: Subject, other: Subject) -> bool:
    """By account; where either has none, by name and unit, however they are written."""
    if one.officer_id and other.officer_id:
        return one.officer_id == other.officer_id
    return (name_key(one.name), unit_key(one.unit)) == (name_key(other.name), unit_key(other.unit))


def heed_report(context: Context, event: ReportMoved | ReportDisposed) -> None:
    """Somebody has disposed of it anew, or it is kept from more people by now."""
    _heed(context, event.standing.matter_id)


def heed_opening(context: Context, event: DeterminationOpened) -> None:
    """What happened to the report while its case was opened, told nothing of that case."""
    with context.reading() as store:
        report_id = store.determinations.read(event.standing.matter_id).report_id
    _heed(context, report_id)


def _heed(context: Context, report_id: str) -> None:
    """Cases are locked before their meetings and appeals. What was decided and signed is kept from more
    people too."""
    with context.reading() as store:
        known = tuple(sorted(case.id for case in store.determinations.read_of_report(report_id)))
    clue = context.ask(CLUE, ReportQuery(report_id=report_id)) if known else None
    if clue is None:
        return
    with context.unit() as unit:
        store = unit.store
        cases = [store.determinations.get(each) for each in known]
        meeting_of = cache(store.meetings.get)     # several cases, one
        changed: list[Aggregate] = []
        for case in cases:
            appeals = [store.appeals.get(each.id) for each in store.appeals.of_case(case.id)]
            meetings = [meeting_of(each) for each in case.meeting_ids]
            case.speaking = frozenset[str]().union(*(each.speaking for each in appeals))
            _widen(context, case, clue, meetings, appeals)
            changed += (*appeals, *meetings)
        unit.commit(*cases, *(each for each in dict(zip(map(id, changed), changed, strict=True)).values()
                              if each.happened))


def _widen(context: Context, case: Determination, clue: ClueView, meetings: list[JointMeeting],
           appeals: list[Appeal]) -> None:
    handlers, keys = frozenset(each.by for each in clue.dispositions), frozenset(clue.keys_apart)
    case.heed_clue(handlers, keys, occasion_of(context, case))
    for appeal in appeals:
        appeal.keep_from(keys, occasion_of(context, appeal))
    for meeting in meetings:
        if meeting.id == case.on_agenda:
            _bar(context, case, meeting)
        meeting.keep_from(case.id, keys, occasion_of(context, meeting))


def _bar(context: Context, case: Determination, meeting: JointMeeting) -> None:
    """Of its members, those whom the case bars by now, and whose votes do not count."""
    for member in meeting.attendance.members:
        ground = case.bars(member)
        if ground and member.officer_id not in counted(case):
            meeting.bar(case.id, Recusal(member.officer_id, member.name, ground, BY_RULE, context.now),
                        occasion_of(context, meeting))
            case.heed_votes_begun_anew(meeting.id, meeting.agenda.open_on(case.id))
