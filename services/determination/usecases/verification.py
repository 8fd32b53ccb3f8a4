"""What is gathered in verification: fetch, tell, commit."""

from dataclasses import replace

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import (
    AddEvidence,
    AnswerNegativeItem,
    Assess,
    DeterminationView,
    LinkFiling,
    NegativeFinding,
    RecordFinding,
    RecordStatement,
    ReportDetermination,
    WriteFactsMaterial,
)
from rongcuo.contracts.filing import FilingChanged, FilingQuery, FilingVoided
from rongcuo.contracts.filing.operations import FILING
from services.determination.domain.determination import Verb
from services.determination.ports import Cases
from services.determination.usecases.asking import files_asked, unit_asked
from services.determination.usecases.dossier import Step, committed, fetch, fetch_beside, occasion_of, step


def link_filing(context: ExecutionContext[Cases], command: LinkFiling) -> DeterminationView:
    """Link a filing that was made before the act and covers it. It is asked about before the transaction;
    that it was voided since, is known in it."""
    filing = context.ask(FILING, FilingQuery(filing_id=command.filing_id))
    of = unit_asked(context, filing.first_organ_id or filing.organ_id, filing.unit)
    with context.unit() as unit:
        void_by = filing.void_by or unit.store.determinations.void_by(filing.filing_id)
        case, occasion = fetch(context, unit.store, command.case_id, Verb.LINK_FILING)
        case.link_filing(replace(filing, void_by=void_by), occasion, of.units)
        return committed(unit, case, occasion)


def heed_void(context: ExecutionContext[Cases], event: FilingVoided) -> None:
    """A filing applies no more, or again: every case to which it is linked shows so, and whoever would link
    it learns of it."""
    void_by = event.determination if event.voided else ""
    with context.unit() as unit:
        store = unit.store.determinations
        store.note_void(event.filing_id, void_by)
        cases = [store.get(case_id) for case_id in sorted(store.linked_to(event.filing_id))]
        for case in cases:
            case.heed_void(event.filing_id, void_by, occasion_of(context, case))
        unit.commit(*(case for case in cases if case.happened))


def heed_change(context: ExecutionContext[Cases], event: FilingChanged) -> None:
    """A filing was changed: every case to which it is linked says so."""
    with context.unit() as unit:
        store = unit.store.determinations
        cases = [store.get(case_id) for case_id in sorted(store.linked_to(event.filing_id))]
        for case in cases:
            case.heed_change(event.filing_id, event.at, occasion_of(context, case))
        unit.commit(*(case for case in cases if case.happened))


def add_evidence(context: ExecutionContext[Cases], command: AddEvidence) -> DeterminationView:
    """Add an item of evidence, with files that the actor has uploaded."""
    item = replace(command, attachments=files_asked(context, command.attachments))
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.ADD_EVIDENCE)
        case.add_evidence(context.new_id(), item, occasion)
        return committed(unit, case, occasion)


def record_statement(context: ExecutionContext[Cases], command: RecordStatement) -> DeterminationView:
    """The subject's own words, with files that whoever records them has uploaded."""
    files = files_asked(context, command.attachments)
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.RECORD_STATEMENT)
        case.record_statement(command.words, files, occasion)
        return committed(unit, case, occasion)


def report(context: ExecutionContext[Cases], command: ReportDetermination) -> DeterminationView:
    """The verification report: on to the meeting, or denial where an item of the negative list is hit."""
    with context.unit() as unit:
        case, occasion, _ = fetch_beside(context, unit.store, command.case_id, Verb.REPORT,
                                         command.acknowledged)
        case.write_report(command.report, command.terms, occasion)
        return committed(unit, case, occasion)


record_finding: Step[RecordFinding] = step(Verb.RECORD_FINDING, lambda case, command, occasion: (
    case.record_finding(command.evidence_id, command.finding, occasion)))
write_facts_material: Step[WriteFactsMaterial] = step(
    Verb.WRITE_FACTS_MATERIAL, lambda case, command, occasion: (
        case.write_facts_material(command.facts, command.tolerance_opinion, occasion)))
answer_negative_item: Step[AnswerNegativeItem] = step(
    Verb.ANSWER_NEGATIVE_ITEM, lambda case, command, occasion: case.answer_negative_item(NegativeFinding(
        item=command.item, answered_by=occasion.actor.name, answer=command.answer, reason=command.reason,
        evidence=command.evidence, at=occasion.now), occasion))
assess: Step[Assess] = step(Verb.ASSESS, lambda case, command, occasion: (
    case.assess(command.criteria_set, command.answers, occasion)))
