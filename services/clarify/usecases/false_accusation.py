"""What is done about a suspected false accusation: fetch, tell, commit."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from rongcuo.casework.asking import file_asked, officer_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.ports import Dated, OfCase
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import FalseAccusationView, ReportOutcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.policy.calendar import ZONE
from services.clarify.access import false_accusations as access
from services.clarify.domain.false_accusation import HOLDING, FalseAccusation, Suspicion
from services.clarify.domain.false_accusation import FalseAccusationVerb as Verb
from services.clarify.domain.false_accusation.suspicion import ANSWERS
from services.clarify.presenters.false_accusations import view_of


class FalseAccusations(Dated[FalseAccusation], Protocol):
    """Inquiries into false accusations."""

    def of_report(self, report_id: str) -> tuple[FalseAccusation, ...]:
        """All of one report, also ended ones, locked."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's inquiries of a year up by one, without gaps."""


class Suspicions(Protocol):
    """The reports, as far as an inquiry needs them."""

    def suspicion(self, report_id: str, actor: Actor) -> Suspicion:
        """The report, locked, for a reviewer or lead of its organ who sees it. Raises `not_found`,
        `forbidden`."""


class Store(Protocol):
    """What the use cases need of what the service keeps."""

    @property
    def false_accusations(self) -> FalseAccusations: ...

    @property
    def suspicions(self) -> Suspicions: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster."""


C = TypeVar("C", bound=OfCase)
Context = ExecutionContext[Store]
Step = Callable[[Context, C], FalseAccusationView]     # a use case


def open_one(context: Context, command: contract.OpenFalseAccusation) -> FalseAccusationView:
    """Of a suspected report, which nobody inquires into yet, and of which nothing was found:
    `clarify.inquired_already`."""
    actor, rules = context.actor, context.rules
    with context.unit() as unit:
        found = unit.store.suspicions.suspicion(command.report_id, actor)
        if any(not each.ended or each.state in HOLDING
               for each in unit.store.false_accusations.of_report(command.report_id)):
            raise CaseError("clarify.inquired_already")
        code, today = actor.division_code, context.now.astimezone(ZONE).date()
        occasion = Occasion(actor, context.now, rules.pack(code, today), rules.calendar(code))
        number = unit.store.false_accusations.next_number(actor.organ_id, today.year)
        case = FalseAccusation.open(
            context.new_id(), f"诬核〔{today.year}〕{number}号", found, actor.organ_id, code, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def heed_outcome(context: Context, store: Store, report_id: str, outcome: ReportOutcome,
                 reasons: str) -> tuple[FalseAccusation, ...]:
    """What is held of a report has changed: what was inquired and found with it, to be committed with the
    report. Nothing changes where it is still suspected."""
    changed = store.false_accusations.of_report(report_id)
    for case in changed:
        case.heed_outcome(outcome, reasons, _occasion(context, case))
    return tuple(case for case in changed if case.happened)


def assign(context: Context, command: contract.AssignFalseAccusation) -> FalseAccusationView:
    """Give it to a reviewer, or take it."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        case = unit.store.false_accusations.get(command.case_id)
        access.require_about(context.actor, Verb.ASSIGN, case, command.officer_id)
        occasion = _occasion(context, case)
        case.assign(officer, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def recuse(context: Context, command: contract.RecuseFromFalseAccusation) -> FalseAccusationView:
    """Step back, or, as a lead, order it."""
    officer = Holder.of(officer_asked(context, command.officer_id))
    with context.unit() as unit:
        case = unit.store.false_accusations.get(command.case_id)
        access.require_about(context.actor, Verb.RECUSE, case, command.officer_id)
        occasion = _occasion(context, case)
        answer = view_of(case, occasion)
        case.recuse(officer, command.ground, command.reason, occasion)
        own = officer.officer_id == context.actor.officer_id     # who is out sees it as they left it
        return unit.commit(case, answer=answer if own else view_of(case, occasion))


def add_evidence(context: Context, command: contract.AddAccusationEvidence) -> FalseAccusationView:
    """Its files are those that documents took in."""
    files = tuple(file_asked(context, each) for each in command.attachments)
    with context.unit() as unit:
        case = unit.store.false_accusations.get(command.case_id)
        access.require(context.actor, Verb.ADD_EVIDENCE, case)
        occasion = _occasion(context, case)
        case.add_evidence(context.new_id(), command.title, command.about, files, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def request_finding(context: Context, command: contract.RequestFinding) -> FalseAccusationView:
    """With the files that documents took in."""
    file = contract.FindingFile(
        review_opinion=command.file.review_opinion, committee_on=command.file.committee_on,
        attachments=tuple(file_asked(context, each) for each in command.file.attachments))
    with context.unit() as unit:
        case = unit.store.false_accusations.get(command.case_id)
        access.require(context.actor, Verb.REQUEST_FINDING, case)
        occasion = _occasion(context, case)
        case.request_finding(file, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def record_gain(context: Context, command: contract.RecordGain) -> FalseAccusationView:
    """Under an id by which it is undone."""
    with context.unit() as unit:
        case = unit.store.false_accusations.get(command.case_id)
        access.require(context.actor, Verb.RECORD_GAIN, case)
        occasion = _occasion(context, case)
        case.record_gain(context.new_id(), command.what, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def _step(verb: Callable[[C], Verb] | Verb,
          act: Callable[[FalseAccusation, C, Occasion], None]) -> Step[C]:
    """The use case of a verb for which nothing is asked of others before; which verb it is, the command may
    say."""
    def step(context: Context, command: C) -> FalseAccusationView:
        with context.unit() as unit:
            case = unit.store.false_accusations.get(command.case_id)
            access.require(context.actor, verb if isinstance(verb, Verb) else verb(command), case)
            occasion = _occasion(context, case)
            act(case, command, occasion)
            return unit.commit(case, answer=view_of(case, occasion))
    return step


request_beginning: Step[contract.RequestBeginning] = _step(
    Verb.REQUEST_BEGINNING, lambda case, command, occasion: case.request_beginning(command.grounds, occasion))
answer_beginning: Step[contract.AnswerBeginning] = _step(
    lambda command: ANSWERS[contract.Gate.BEGIN, command.answer],
    lambda case, command, occasion: case.answer_beginning(command.answer, command.reasons, occasion))
weigh: Step[contract.WeighFactor] = _step(
    Verb.WEIGH, lambda case, command, occasion: case.weigh(command.weighing, occasion))
ask_reporter: Step[contract.AskReporter] = _step(
    Verb.ASK_REPORTER, lambda case, command, occasion: case.ask_reporter(command.question, occasion))
record_hearing: Step[contract.RecordReporterHearing] = _step(
    Verb.RECORD_HEARING, lambda case, command, occasion: (
        case.record_hearing(command.source, command.basis, occasion)))
record_unheard: Step[contract.RecordReporterUnheard] = _step(
    Verb.RECORD_UNHEARD, lambda case, command, occasion: (
        case.record_unheard(command.unheard, command.account, occasion)))
record_circumstances: Step[contract.RecordCircumstances] = _step(
    Verb.RECORD_CIRCUMSTANCES, lambda case, command, occasion: (
        case.record_circumstances(command.circumstances, occasion)))
serve_draft: Step[contract.ServeDraftFinding] = _step(
    Verb.SERVE_DRAFT, lambda case, command, occasion: case.serve_draft(command.draft, occasion))
answer_draft: Step[contract.RecordDraftAnswer] = _step(
    Verb.ANSWER_DRAFT, lambda case, command, occasion: (
        case.answer_draft(command.words, command.considered, occasion)))
take_draft_back: Step[contract.TakeDraftBack] = _step(
    Verb.TAKE_DRAFT_BACK, lambda case, command, occasion: case.take_draft_back(command.reasons, occasion))
answer_finding: Step[contract.AnswerFinding] = _step(
    lambda command: ANSWERS[contract.Gate.FIND, command.answer],
    lambda case, command, occasion: case.answer_finding(command.answer, command.reasons, occasion))
end_as_mistaken: Step[contract.EndAsMistaken] = _step(
    Verb.END_MISTAKEN, lambda case, command, occasion: case.end_mistaken(command.explanation, occasion))
end_as_unproven: Step[contract.EndAsUnproven] = _step(
    Verb.END_UNPROVEN, lambda case, command, occasion: case.end_unproven(command.reasons, occasion))
complain: Step[contract.LodgeComplaint] = _step(
    Verb.COMPLAIN, lambda case, command, occasion: case.complain(command.words, command.lodged_on, occasion))
answer_complaint: Step[contract.AnswerComplaint] = _step(
    lambda command: Verb.UPHOLD if command.upheld else Verb.SET_ASIDE,
    lambda case, command, occasion: case.answer_complaint(command.upheld, command.reasons, occasion))
take_effect: Step[contract.PutIntoEffect] = _step(
    Verb.TAKE_EFFECT, lambda case, _, occasion: case.take_effect(occasion))
record_handling: Step[contract.RecordHandling] = _step(
    Verb.RECORD_HANDLING, lambda case, command, occasion: case.record_handling(command.handling, occasion))
undo_gain: Step[contract.UndoGain] = _step(
    Verb.UNDO_GAIN, lambda case, command, occasion: (
        case.undo_gain(command.gain_id, command.how, command.undone_on, occasion)))
conclude: Step[contract.ConcludeFalseAccusation] = _step(
    Verb.CONCLUDE, lambda case, _, occasion: case.conclude(occasion))
suspend: Step[contract.SuspendFalseAccusation] = _step(
    Verb.SUSPEND, lambda case, command, occasion: case.suspend(command.reason, occasion))
resume: Step[contract.ResumeFalseAccusation] = _step(
    Verb.RESUME, lambda case, _, occasion: case.resume(occasion))
extend: Step[contract.ExtendFalseAccusation] = _step(
    Verb.EXTEND, lambda case, command, occasion: case.extend(command.reason, occasion))
hand_up: Step[contract.HandFalseAccusationUp] = _step(
    Verb.HAND_UP, lambda case, command, occasion: case.hand_up(command.reason, occasion))


def _occasion(context: Context, case: FalseAccusation) -> Occasion:
    return Occasion.at(context, case.pack_id, case.division_code)
