"""How a determination begins, and how it is steered: fetch, tell, commit."""

from dataclasses import replace

from rongcuo.casework import calendars
from rongcuo.casework.apart import Somebody
from rongcuo.casework.asking import colleagues_asked, officer_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.people import Holder
from rongcuo.casework.presenters import gap_views
from rongcuo.casework.recusal import Recusal
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import (
    AcceptDetermination,
    AnswerRecusal,
    AskForRecusal,
    AssignDetermination,
    DeterminationView,
    ExtendDetermination,
    FormDeterminationTeam,
    OpenDetermination,
    RecuseFromDetermination,
    RefuseDetermination,
    ResumeDetermination,
    ReturnDetermination,
    SuspendDetermination,
    WithdrawDetermination,
    WithdrawRecusal,
)
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.opening import OpeningGaps, OpeningQuery
from rongcuo.policy.gaps import Gap
from services.determination.access import determinations as access
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination, Opening, Verb
from services.determination.domain.determination.recusal_applications import at_work
from services.determination.domain.meeting import BY_RULE, JointMeeting
from services.determination.ports import Cases
from services.determination.usecases.asking import files_asked, subject_admitted
from services.determination.usecases.dossier import (
    Step,
    appeals_of,
    committed,
    decided_nearby,
    fetch,
    fetch_beside,
    occasion_of,
    occasion_today,
    opened,
    step,
)
from services.determination.usecases.handing_up import handed_up, needs_the_organ_above
from services.determination.usecases.reported import clue_asked, opening_of, require_first


def opening(context: ExecutionContext[Cases], query: OpeningQuery) -> OpeningGaps:
    """What was decided about the same person and time, before a case is opened. Whoever may open it reads the
    numbers of those cases, and nothing of what is in them, and it is noted that they did. Changes nothing."""
    subject = subject_admitted(context, query.initiation, query.subject)
    asked = Opening(initiation=query.initiation, subject=subject, act=query.act, title="", situation="",
                    grounds="")
    with context.reading() as store:
        found = decided_nearby(context.actor, store, asked)
    if not subject.officer_id or subject.officer_id != context.actor.officer_id:
        for case in found:
            context.audit_read("review.decided_nearby_read", case.id)
    occasion = occasion_today(context)
    return OpeningGaps(missing=tuple(view for case in found for view in gap_views(
        (Gap.OPEN_DECIDED_NEARBY,), occasion, case.number)))


def open_determination(context: ExecutionContext[Cases], command: OpenDetermination) -> DeterminationView:
    """Begin a case: on the subject's application, on the organ's own initiative, or from a report."""
    clue = clue_asked(context, command)
    subject = subject_admitted(context, command.initiation, command.subject)
    opening = opening_of(context, command, subject, clue)
    with context.unit() as unit:
        require_first(context.actor, unit.store, opening)
        case, occasion = opened(context, unit.store, context.new_id(), opening, command.acknowledged)
        return committed(unit, case, occasion)


def assign(context: ExecutionContext[Cases], command: AssignDetermination) -> DeterminationView:
    """Give a case to a reviewer, or take it."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        case = unit.store.determinations.get(command.case_id)
        access.require_about(context.actor, Verb.ASSIGN, case, command.officer_id)
        occasion = occasion_of(context, case)
        for appeal in appeals_of(unit.store, case):
            appeal.require_not_sitting(officer.officer_id)
        case.assign(officer, occasion)
        meetings = bar_by_rule(context, unit.store, case, officer)
        return committed(unit, case, occasion, *meetings)


def recuse(context: ExecutionContext[Cases], command: RecuseFromDetermination) -> DeterminationView:
    """Step back, or, as a lead, order it. A meeting that has the case on its agenda goes on without
    them. Where nobody is left, the organ above has the case."""
    officer = Holder.of(officer_asked(context, command.officer_id))
    colleagues = colleagues_asked(context)
    with context.unit() as unit:
        case = unit.store.determinations.get(command.case_id)
        access.require_about(context.actor, Verb.RECUSE, case, command.officer_id)
        occasion = occasion_of(context, case)
        _look_at_panel(unit.store, case)
        case.recuse(officer, command.ground, command.reason, occasion)
        return committed(unit, case, occasion,
                         *_after_recusal(context, unit.store, case, colleagues, occasion))


def ask_recusal(context: ExecutionContext[Cases], command: AskForRecusal) -> DeterminationView:
    """The subject asks that somebody take no part."""
    command = replace(command, attachments=files_asked(context, command.attachments))
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.ASK_RECUSAL)
        case.ask_recusal(context.new_id(), command, occasion, _panels(appeals_of(unit.store, case)))
        return committed(unit, case, occasion)


def answer_recusal(context: ExecutionContext[Cases], command: AnswerRecusal) -> DeterminationView:
    """Granted it has the same effects as a recusal that a lead orders."""
    officer = _answered_about(context, command) if command.officer_id else None
    colleagues = colleagues_asked(context)
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.ANSWER_RECUSAL)
        before = case.recusals
        _look_at_panel(unit.store, case)
        case.answer_recusal(officer, command, occasion, colleagues, _panels(appeals_of(unit.store, case)))
        changed = _after_recusal(context, unit.store, case, colleagues, occasion) if (
            case.recusals != before) else ()
        return committed(unit, case, occasion, *changed)


def _after_recusal(context: ExecutionContext[Cases], store: Cases, case: Determination,
                   colleagues: tuple[OfficerView, ...], occasion: Occasion) -> tuple[Aggregate, ...]:
    """What changes with the case that has just barred somebody."""
    appeals = {each.id: each for each in appeals_of(store, case)}
    for appeal in appeals.values():
        appeal.bar(case.recusals[-1], occasion_of(context, appeal))
    if needs_the_organ_above(case, colleagues, *appeals.values()):
        return handed_up(context, case, NOBODY_LEFT, occasion, store.meetings.get, appeals.__getitem__)
    return (*bar_in_meeting(context, store, case, case.recusals[-1]), *appeals.values())


def form_team(context: ExecutionContext[Cases], command: FormDeterminationTeam) -> DeterminationView:
    """Name the verification team."""
    officers = tuple(officer_asked(context, officer_id) for officer_id in dict.fromkeys(command.officer_ids))
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.FORM_TEAM)
        case.form_team(officers, occasion)
        return committed(unit, case, occasion)


def send_back(context: ExecutionContext[Cases], command: ReturnDetermination) -> DeterminationView:
    """From the meeting back to verification. A meeting that has it on its agenda drops it."""
    with context.unit() as unit:
        case, occasion, _ = fetch_beside(context, unit.store, command.case_id, Verb.RETURN)
        meetings = _meetings_of(unit.store, case)
        case.send_back(command.reasons, occasion)
        return committed(unit, case, occasion, *_dropping(context, meetings, case))


def withdraw(context: ExecutionContext[Cases], command: WithdrawDetermination) -> DeterminationView:
    """The subject takes it back. A meeting that has it on its agenda drops it, in mid-vote or not."""
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.WITHDRAW)
        meetings = _meetings_of(unit.store, case)
        case.withdraw(command.reason, occasion)
        return committed(unit, case, occasion, *_dropping(context, meetings, case))


withdraw_recusal: Step[WithdrawRecusal] = step(Verb.WITHDRAW_RECUSAL, lambda case, command, occasion: (
    case.withdraw_recusal(command.request_id, occasion)))
accept: Step[AcceptDetermination] = step(Verb.ACCEPT, lambda case, command, occasion: (
    case.accept(command.opinion, occasion)))
refuse: Step[RefuseDetermination] = step(Verb.REFUSE, lambda case, command, occasion: (
    case.refuse(command.reasons, occasion.knowing(command.acknowledged))))
suspend: Step[SuspendDetermination] = step(Verb.SUSPEND, lambda case, command, occasion: (
    case.suspend(command.reason, occasion)))
resume: Step[ResumeDetermination] = step(Verb.RESUME, lambda case, _, occasion: case.resume(occasion))
extend: Step[ExtendDetermination] = step(Verb.EXTEND, lambda case, command, occasion: (
    case.extend(command.reason, occasion)))


def follow_calendars(context: ExecutionContext[Cases]) -> None:
    """A new calendar edition moves the dates of cases and appeals."""
    calendars.follow_calendars(context, lambda store: store.determinations, lambda store: store.appeals)


def bar_in_meeting(context: ExecutionContext[Cases], store: Cases, case: Determination,
                   recusal: Recusal) -> tuple[JointMeeting, ...]:
    """The meeting before which the case is, if any, told whom the case has barred."""
    meetings = _meetings_of(store, case)
    for meeting in meetings:
        meeting.bar(case.id, recusal, occasion_of(context, meeting))
        case.heed_votes_begun_anew(meeting.id, meeting.agenda.open_on(case.id))
    return meetings


def bar_by_rule(context: ExecutionContext[Cases], store: Cases, case: Determination,
                officer: Somebody) -> tuple[JointMeeting, ...]:
    """The same of somebody whom the case now bars by rule, if it does: a holder, a handler of its clue."""
    ground = case.bars(officer)
    if ground is None:
        return ()
    return bar_in_meeting(context, store, case,
                          Recusal(officer.officer_id, officer.name, ground, BY_RULE, context.now))


def _answered_about(context: ExecutionContext[Cases], command: AnswerRecusal) -> Holder:
    """Of who is at work here nothing is asked: a lead may not see who hears the appeal from above."""
    with context.reading() as store:
        seen = store.determinations.read(command.case_id)
        appeals = (store.appeals.read(seen.open_appeal),) if seen.open_appeal else ()
    found = at_work(seen, _panels(appeals)).get(command.officer_id)
    return found or Holder.of(officer_asked(context, command.officer_id))


def _panels(appeals: tuple[Appeal, ...]) -> tuple[Holder, ...]:
    return tuple(holder for appeal in appeals for holder in appeal.team)


def _look_at_panel(store: Cases, case: Determination) -> None:
    for appeal in appeals_of(store, case):
        case.speaking = appeal.speaking


def _meetings_of(store: Cases, case: Determination) -> tuple[JointMeeting, ...]:
    """The meeting before which the case is; locked after the case, as everywhere."""
    return (store.meetings.get(case.on_agenda),) if case.on_agenda else ()


def _dropping(context: ExecutionContext[Cases], meetings: tuple[JointMeeting, ...],
              case: Determination) -> tuple[JointMeeting, ...]:
    for meeting in meetings:
        meeting.drop(case.id, occasion_of(context, meeting))
    return meetings
