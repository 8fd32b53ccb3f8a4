"""What is done about a suspected false accusation: fetch, tell, commit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol, TypeVar

from rongcuo.casework.asking import Officers, file_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.ports import OfCase
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.clarify import Answer, CaseNumber, FalseAccusationState, Gate
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.vault import Paper, PaperQuery
from rongcuo.contracts.vault.operations import PAPER
from rongcuo.texts.signs import is_seen
from services.clarify.access import false_accusations as access
from services.clarify.access import reports as of_reports
from services.clarify.domain import following
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation import FalseAccusationVerb as Verb
from services.clarify.domain.false_accusation.suspicion import ANSWERS
from services.clarify.domain.false_accusation.telling import number_after
from services.clarify.ports import Kept
from services.clarify.usecases.fetching import occasion_in, occasion_of, spoken_in_earnest
from services.clarify.usecases.kinds import Context, Kind, Step, number_of, upwards_of

AGAIN: Final = frozenset({FalseAccusationState.NOT_BEGUN, FalseAccusationState.UNPROVEN})
"""What may be inquired into once more, where something new is known."""
ANY: Final = "application/octet-stream"
Papers = tuple[AttachmentRef, ...]
Moments = tuple[datetime, ...]


class OnPaper(OfCase, Protocol):
    """A command that says what the reporter said elsewhere than in the dialogue."""

    @property
    def attachments(self) -> Papers: ...


P = TypeVar("P", bound=OnPaper)


def look(store: Kept, case: FalseAccusation, occasion: Occasion) -> None:
    """At the report as it stands now."""
    report = store.reports.read(case.report_id)
    case.look_again(following.suspicion(report, spoken_in_earnest(store, report), case.managed_by), occasion)


KIND: Kind[FalseAccusation, Verb] = Kind(
    Verb, access, lambda store: store.false_accusations, look,
    lambda case, officer, actor, giving: case.require_chooses_nobody(officer, actor, giving))
assign, recuse, extend, hand_up = KIND.assign, KIND.recuse, KIND.extend, KIND.hand_up


def open_one(context: Context, command: contract.OpenFalseAccusation) -> CaseNumber:
    """Of a suspected report, by whoever handles it; not while it is inquired into, nor of what was found,
    mistaken or set aside, nor a third time: `clarify.inquired_already`. Once more only for new evidence,
    which then has to be weighed: `clarify.new_evidence_wanted`; and who is asked again reads why it was
    refused before."""
    files = tuple(file_asked(context, each) for each in command.attachments)
    with context.unit() as unit:
        report = unit.store.reports.get(command.report_id)
        of_reports.require_handler(context.actor, report)
        before = unit.store.false_accusations.of_report(report.id)
        if len(before) > 1 or any(each.state not in AGAIN for each in before):
            raise CaseError("clarify.inquired_already")
        known = {file.sha256 for each in before for item in each.proof.evidence for file in item.attachments}
        new = {each.sha256 for each in files} - known
        if before and not (new and is_seen(command.new_evidence)):
            raise CaseError("clarify.new_evidence_wanted")
        occasion = occasion_in(context, report.division_code)
        case = FalseAccusation.open(
            context.new_id(), number_after(report.number, len(before)),
            following.suspicion(report, spoken_in_earnest(unit.store, report), command.managed_by),
            report.organ_id, report.division_code, occasion)
        case.approvals = tuple(said for each in before for said in each.approvals
                               if said.answer is Answer.REFUSED)
        if before:
            case.bring_evidence(context.new_id(), command.new_evidence.strip(), "", files, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def add_evidence(context: Context, command: contract.AddAccusationEvidence) -> CaseNumber:
    """Its files are those that documents took in."""
    files = tuple(file_asked(context, each) for each in command.attachments)
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.ADD_EVIDENCE)
        case.add_evidence(context.new_id(), command.title, command.about, files, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def record_gain(context: Context, command: contract.RecordGain) -> CaseNumber:
    """Under an id by which it is undone."""
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.RECORD_GAIN)
        case.record_gain(context.new_id(), command.what, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def request_finding(context: Context, command: contract.RequestFinding) -> CaseNumber:
    """With the files that documents took in."""
    files = tuple(file_asked(context, each) for each in command.file.attachments)
    officers = _upwards(context, command)
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.REQUEST_FINDING)
        case.seat(officers, occasion)
        case.request_finding(replace(command.file, attachments=files), occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def request_beginning(context: Context, command: contract.RequestBeginning) -> CaseNumber:
    """To the first organ above that has somebody free to decide it."""
    officers = _upwards(context, command)
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.REQUEST_BEGINNING)
        case.seat(officers, occasion)
        case.request_beginning(command.grounds, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def complain(context: Context, command: contract.LodgeComplaint) -> CaseNumber:
    """To people above who are free to answer it; on paper, with what the vault took in."""
    papers, given = _papers(context, command) if command.attachments else ((), ())
    officers = _upwards(context, command)
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.COMPLAIN)
        case.require_given_since(Verb.COMPLAIN, given)
        case.seat(officers, occasion)
        case.complain(command.words, command.lodged_on, papers, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def end(context: Context, command: contract.EndFalseAccusation) -> CaseNumber:
    """What was no malice, the report is suspected of no more."""
    verb = Verb.END_MISTAKEN if command.mistaken else Verb.END_UNPROVEN
    return _ending(context, command, verb, lambda case, occasion: (
        case.end(command.mistaken, command.reasons, occasion)))


def answer_complaint(context: Context, command: contract.AnswerComplaint) -> CaseNumber:
    """Likewise where a finding is set aside."""
    verb = Verb.UPHOLD if command.upheld else Verb.SET_ASIDE
    return _ending(context, command, verb, lambda case, occasion: (
        case.answer_complaint(command.upheld, command.reasons, occasion)))


def _ending(context: Context, command: OfCase, verb: Verb,
            act: Callable[[FalseAccusation, Occasion], None]) -> CaseNumber:
    """The report first, as whoever finds something of it takes them."""
    with context.reading() as store:
        report_id = store.false_accusations.read(command.case_id).report_id
    with context.unit() as unit:
        report = unit.store.reports.get(report_id)
        case, occasion = KIND.fetch(context, unit.store, command.case_id, verb)
        act(case, occasion)
        report.heed_inquiry(case.state, occasion_of(context, report))
        changed = (report,) if report.happened else ()
        return unit.commit(case, *changed, answer=number_of(case, context.actor))


def _upwards(context: Context, command: OfCase) -> Officers:
    return upwards_of(context, lambda store: store.false_accusations, command.case_id)


def _on_paper(verb: Verb, act: Callable[[FalseAccusation, P, Papers, Occasion], None]) -> Step[P]:
    """The use case of a verb that says what the reporter said, with the papers that the vault took in."""
    def stepped(context: Context, command: P) -> CaseNumber:
        papers, given = _papers(context, command) if command.attachments else ((), ())
        with context.unit() as unit:
            case, occasion = KIND.fetch(context, unit.store, command.case_id, verb)
            case.require_given_since(verb, given)
            act(case, command, papers, occasion)
            return unit.commit(case, answer=number_of(case, context.actor))
    return stepped


def _papers(context: Context, command: OnPaper) -> tuple[Papers, Moments]:
    """What the reporter gave on paper is in the vault, which says what of it there is, and since when. Raises
    `clarify.paper_elsewhere`."""
    with context.reading() as store:
        case = store.false_accusations.read(command.case_id)
    access.require_sight(context.actor, case)
    known = [_paper(context, case.reporter_ref, each) for each in command.attachments]
    papers = tuple(AttachmentRef(name=f"材料{each.number}.{each.kind.value}", sha256=each.file_id,
                                 size=each.size, media_type=ANY) for each in known)
    return papers, tuple(each.at for each in known)


def _paper(context: Context, reporter_ref: str, ref: AttachmentRef) -> Paper:
    try:
        return context.ask_itself(PAPER, PaperQuery(reporter_ref=reporter_ref, file_id=ref.sha256))
    except CaseError as error:
        if error.code != "not_found":
            raise
        raise CaseError("clarify.paper_elsewhere", details={"sha256": ref.sha256}) from None


record_hearing: Step[contract.RecordReporterHearing] = _on_paper(
    Verb.RECORD_HEARING, lambda case, command, papers, occasion: (
        case.record_hearing(command.source, command.basis, papers, occasion)))
answer_draft: Step[contract.RecordDraftAnswer] = _on_paper(
    Verb.ANSWER_DRAFT, lambda case, command, papers, occasion: (
        case.answer_draft(command.words, command.considered, papers, occasion)))
record_service: Step[contract.RecordService] = _on_paper(
    Verb.RECORD_SERVICE, lambda case, command, papers, occasion: (
        case.record_service(command.served_on, command.unsigned, papers, occasion)))
record_unheard: Step[contract.RecordReporterUnheard] = _on_paper(
    Verb.RECORD_UNHEARD, lambda case, command, papers, occasion: (
        case.record_unheard(command.unheard, command.account, papers, occasion)))
confirm_entry: Step[contract.ConfirmEntry] = KIND.step(
    Verb.CONFIRM_ENTRY, lambda case, command, occasion: case.confirm_entry(command.number, occasion))
answer_beginning: Step[contract.AnswerBeginning] = KIND.step(
    lambda command: ANSWERS[Gate.BEGIN, command.answer],
    lambda case, command, occasion: case.answer_beginning(command.answer, command.reasons, occasion))
weigh: Step[contract.WeighFactor] = KIND.step(
    Verb.WEIGH, lambda case, command, occasion: case.weigh(command.weighing, occasion))
ask_reporter: Step[contract.AskReporter] = KIND.step(
    Verb.ASK_REPORTER, lambda case, command, occasion: case.ask_reporter(command.question, occasion))
record_circumstances: Step[contract.RecordCircumstances] = KIND.step(
    Verb.RECORD_CIRCUMSTANCES, lambda case, command, occasion: (
        case.record_circumstances(command.circumstances, occasion)))
serve_draft: Step[contract.ServeDraftFinding] = KIND.step(
    Verb.SERVE_DRAFT, lambda case, command, occasion: case.serve_draft(command.draft, occasion))
take_draft_back: Step[contract.TakeDraftBack] = KIND.step(
    Verb.TAKE_DRAFT_BACK, lambda case, command, occasion: case.take_draft_back(command.reasons, occasion))
answer_finding: Step[contract.AnswerFinding] = KIND.step(
    lambda command: ANSWERS[Gate.FIND, command.answer],
    lambda case, command, occasion: case.answer_finding(command.answer, command.reasons, occasion))
take_effect: Step[contract.PutIntoEffect] = KIND.step(
    Verb.TAKE_EFFECT, lambda case, _, occasion: case.take_effect(occasion))
record_handling: Step[contract.RecordHandling] = KIND.step(
    Verb.RECORD_HANDLING, lambda case, command, occasion: case.record_handling(command.handling, occasion))
undo_gain: Step[contract.UndoGain] = KIND.step(
    Verb.UNDO_GAIN, lambda case, command, occasion: (
        case.undo_gain(command.gain_id, command.how, command.undone_on, occasion)))
conclude: Step[contract.ConcludeFalseAccusation] = KIND.step(
    Verb.CONCLUDE, lambda case, _, occasion: case.conclude(occasion))
