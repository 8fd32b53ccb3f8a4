"""How a determination begins, and how it is steered: fetch, tell, commit."""

from dataclasses import replace

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import (
    AcceptDetermination,
    AnswerRecusal,
    AskForRecusal,
    AssignDetermination,
    DeterminationView,
    ExtendDetermination,
    FormDeterminationTeam,
    Initiation,
    OpenDetermination,
    RecuseFromDetermination,
    RefuseDetermination,
    ResumeDetermination,
    ReturnDetermination,
    SuspendDetermination,
    WithdrawDetermination,
    WithdrawRecusal,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.identity import OfficerView
from services.review.access import determinations as access
from services.review.domain import Holder, Occasion, Recusal
from services.review.domain.appeal import Appeal
from services.review.domain.determination import Determination, Opening, Verb
from services.review.domain.meeting import BY_RULE, JointMeeting
from services.review.ports import Cases
from services.review.usecases.asking import (
    colleagues_asked,
    files_asked,
    officer_asked,
)
from services.review.usecases.dossier import (
    appeals_of,
    committed,
    fetch,
    fetch_beside,
    occasion_of,
    opened,
)
from services.review.usecases.handing_up import NOBODY_LEFT, handed_up, needs_the_organ_above
from services.review.usecases.subjects import subject_admitted


def open_determination(desk: ExecutionContext[Cases], command: OpenDetermination) -> DeterminationView:
    """Begin a case: on the subject's application, or on the organ's own initiative."""
    if command.initiation is Initiation.CLUE:
        raise CaseError("determination.clue_not_disposed")
    subject = subject_admitted(desk, command.initiation, command.subject)
    opening = Opening(
        initiation=command.initiation, subject=subject, act=command.act, title=command.title,
        situation=command.situation, grounds=command.grounds)
    with desk.unit() as unit:
        case, occasion = opened(desk, unit.store, desk.new_id(), opening, command.acknowledged)
        return committed(unit, case, occasion)


def assign(desk: ExecutionContext[Cases], command: AssignDetermination) -> DeterminationView:
    """Give a case to a reviewer, or take it."""
    officer = officer_asked(desk, command.officer_id)
    with desk.unit() as unit:
        case = unit.store.determinations.get(command.case_id)
        access.require_about(desk.actor, Verb.ASSIGN, case, command.officer_id)
        occasion = occasion_of(desk, case)
        for appeal in appeals_of(unit.store, case):
            appeal.require_not_sitting(officer.officer_id)
        case.assign(officer, occasion)
        meetings = heeding_rule(desk, unit.store, case, Holder.of(officer), officer.units)
        return committed(unit, case, occasion, *meetings)


def recuse(desk: ExecutionContext[Cases], command: RecuseFromDetermination) -> DeterminationView:
    """Step back, or, as a lead, order it. A meeting that has the case on its agenda goes on without
    them. Where nobody is left, the organ above has the case."""
    officer = Holder.of(officer_asked(desk, command.officer_id))
    colleagues = colleagues_asked(desk)
    with desk.unit() as unit:
        case = unit.store.determinations.get(command.case_id)
        access.require_about(desk.actor, Verb.RECUSE, case, command.officer_id)
        occasion = occasion_of(desk, case)
        _look_at_panel(unit.store, case)
        case.recuse(officer, command.ground, command.reason, occasion)
        return committed(unit, case, occasion,
                         *_after_recusal(desk, unit.store, case, colleagues, occasion))


def ask_recusal(desk: ExecutionContext[Cases], command: AskForRecusal) -> DeterminationView:
    """The subject asks that somebody take no part."""
    command = replace(command, attachments=files_asked(desk, command.attachments))
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.ASK_RECUSAL)
        case.ask_recusal(desk.new_id(), command, occasion, _hearing(appeals_of(unit.store, case)))
        return committed(unit, case, occasion)


def answer_recusal(desk: ExecutionContext[Cases], command: AnswerRecusal) -> DeterminationView:
    """Granted it has the same effects as a recusal that a lead orders."""
    officer = _answered_about(desk, command) if command.officer_id else None
    colleagues = colleagues_asked(desk)
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.ANSWER_RECUSAL)
        before = case.recusals
        _look_at_panel(unit.store, case)
        case.answer_recusal(officer, command, occasion, colleagues, _hearing(appeals_of(unit.store, case)))
        changed = _after_recusal(desk, unit.store, case, colleagues, occasion) if (
            case.recusals != before) else ()
        return committed(unit, case, occasion, *changed)


def withdraw_recusal(desk: ExecutionContext[Cases], command: WithdrawRecusal) -> DeterminationView:
    """The subject takes back what nobody has answered."""
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.WITHDRAW_RECUSAL)
        case.withdraw_recusal(command.request_id, occasion)
        return committed(unit, case, occasion)


def _after_recusal(desk: ExecutionContext[Cases], store: Cases, case: Determination,
                   colleagues: tuple[OfficerView, ...], occasion: Occasion) -> tuple[Recording, ...]:
    """What changes with the case that has just barred somebody."""
    appeals = {each.id: each for each in appeals_of(store, case)}
    for appeal in appeals.values():
        appeal.heed(case.recusals[-1], occasion_of(desk, appeal))
    if needs_the_organ_above(case, colleagues, *appeals.values()):
        return handed_up(desk, case, NOBODY_LEFT, occasion, store.meetings.get, appeals.__getitem__)
    return (*heeding(desk, store, case, case.recusals[-1]), *appeals.values())


def accept(desk: ExecutionContext[Cases], command: AcceptDetermination) -> DeterminationView:
    """受理."""
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.ACCEPT)
        case.accept(command.opinion, occasion)
        return committed(unit, case, occasion)


def refuse(desk: ExecutionContext[Cases], command: RefuseDetermination) -> DeterminationView:
    """不予受理."""
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.REFUSE, command.acknowledged)
        case.refuse(command.reasons, occasion)
        return committed(unit, case, occasion)


def form_team(desk: ExecutionContext[Cases], command: FormDeterminationTeam) -> DeterminationView:
    """Name the verification team."""
    officers = tuple(officer_asked(desk, officer_id) for officer_id in dict.fromkeys(command.officer_ids))
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.FORM_TEAM)
        case.form_team(officers, occasion)
        return committed(unit, case, occasion)


def send_back(desk: ExecutionContext[Cases], command: ReturnDetermination) -> DeterminationView:
    """From the meeting back to verification. A meeting that has it on its agenda drops it."""
    with desk.unit() as unit:
        case, occasion, _ = fetch_beside(desk, unit.store, command.case_id, Verb.RETURN)
        meetings = _meetings_of(unit.store, case)
        case.send_back(command.reasons, occasion)
        return committed(unit, case, occasion, *_dropping(desk, meetings, case))


def withdraw(desk: ExecutionContext[Cases], command: WithdrawDetermination) -> DeterminationView:
    """The subject takes it back. A meeting that has it on its agenda drops it, in mid-vote or not."""
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.WITHDRAW)
        meetings = _meetings_of(unit.store, case)
        case.withdraw(command.reason, occasion)
        return committed(unit, case, occasion, *_dropping(desk, meetings, case))


def suspend(desk: ExecutionContext[Cases], command: SuspendDetermination) -> DeterminationView:
    """Stop the clock."""
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.SUSPEND)
        case.suspend(command.reason, occasion)
        return committed(unit, case, occasion)


def resume(desk: ExecutionContext[Cases], command: ResumeDetermination) -> DeterminationView:
    """Let the clock run again."""
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.RESUME)
        case.resume(occasion)
        return committed(unit, case, occasion)


def extend(desk: ExecutionContext[Cases], command: ExtendDetermination) -> DeterminationView:
    """Extend the running stage once."""
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.EXTEND)
        case.extend(command.reason, occasion)
        return committed(unit, case, occasion)


def heeding(desk: ExecutionContext[Cases], store: Cases, case: Determination,
            recusal: Recusal) -> tuple[JointMeeting, ...]:
    """The meeting before which the case is, if any, told whom the case has barred."""
    meetings = _meetings_of(store, case)
    for meeting in meetings:
        meeting.heed(case.id, recusal, Occasion.at(desk, meeting.pack_id, meeting.division_code))
        case.heed_votes_begun_anew(meeting.id, meeting.agenda.open_on(case.id))
    return meetings


def heeding_rule(desk: ExecutionContext[Cases], store: Cases, case: Determination, officer: Holder,
                 units: frozenset[str]) -> tuple[JointMeeting, ...]:
    """The same of somebody whom the case now bars by rule, if it does: a holder, a handler of its clue."""
    ground = case.bars(officer.officer_id, units)
    if ground is None:
        return ()
    return heeding(desk, store, case, Recusal(officer.officer_id, officer.name, ground, BY_RULE, desk.now))


def _answered_about(desk: ExecutionContext[Cases], command: AnswerRecusal) -> Holder:
    """Of who is at work here nothing is asked: a lead may not see who hears the appeal from above."""
    with desk.reading() as store:
        seen = store.determinations.read(command.case_id)
        appeals = (store.appeals.read(seen.open_appeal),) if seen.open_appeal else ()
    at_work = seen.at_work(_hearing(appeals)).get(command.officer_id)
    return at_work or Holder.of(officer_asked(desk, command.officer_id))


def _hearing(appeals: tuple[Appeal, ...]) -> tuple[Holder, ...]:
    return tuple(holder for appeal in appeals for holder in appeal.team)


def _look_at_panel(store: Cases, case: Determination) -> None:
    for appeal in appeals_of(store, case):
        case.speaking = appeal.speaking


def _meetings_of(store: Cases, case: Determination) -> tuple[JointMeeting, ...]:
    """The meeting before which the case is; locked after the case, as everywhere."""
    return (store.meetings.get(case.on_agenda),) if case.on_agenda else ()


def _dropping(desk: ExecutionContext[Cases], meetings: tuple[JointMeeting, ...],
              case: Determination) -> tuple[JointMeeting, ...]:
    for meeting in meetings:
        meeting.drop(case.id, Occasion.at(desk, meeting.pack_id, meeting.division_code))
    return meetings
