"""Remarks and requests for correction: what somebody says about their own record, and how it is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rongcuo.casework.asking import officer_asked, officers_upwards
from rongcuo.casework.leaving import way_up
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts import followup as contract
from rongcuo.contracts.determination import DecidedAboutQuery
from rongcuo.contracts.determination.operations import DECIDED_ABOUT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FiledByQuery
from rongcuo.contracts.filing.operations import FILED_BY
from rongcuo.contracts.followup import (
    CorrectionNumber,
    FactKind,
    FactRef,
    RecordRemark,
    RemarkAdded,
)
from rongcuo.contracts.operation import Operation
from rongcuo.policy.calendar import ZONE
from services.followup.access import records as access
from services.followup.access.programmes import overseen_from
from services.followup.domain.record import Correction, Said
from services.followup.presenters.records import number_of
from services.followup.usecases.fetching import Context, occasion_in, occasion_of

REMARKED = "followup.record_remarked"
Ask = Callable[[Operation[Any, Any], Any], Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """Of a record: the number of its matter, and the organ that has it. `keys_apart`: of whoever it is kept
    from, where the platform asks."""

    number: str
    organ_id: str
    keys_apart: frozenset[str] = frozenset()


def remark(context: Context, command: contract.AddRecordRemark) -> RemarkAdded:
    """The person's own, at any time; it stays as it was written."""
    person = command.person_id
    access.require_own(context.actor, person)
    if command.fact is not None:
        _require_entry(context, person, command.fact)
    said = RecordRemark(words=command.words, fact=command.fact, at=context.now)
    with context.unit() as unit:
        unit.store.remarks.add(Said(context.new_id(), person, said))
        unit.audit(REMARKED, person)
        return unit.commit(answer=RemarkAdded(person_id=person))


def ask(context: Context, command: contract.AskCorrection) -> CorrectionNumber:
    """Of whoever has the fact. One at a time about one matter."""
    access.require_own(context.actor, command.person_id)
    person, fact = officer_asked(context, command.person_id), command.fact
    entry = _require_entry(context, command.person_id, fact)
    whole = _entry(context, context.ask_itself, command.person_id, fact, seen_by_all=True) or entry
    division = overseen_from(entry.organ_id)
    with context.unit() as unit:
        kept = unit.store.corrections
        if found := kept.open_about(command.person_id, fact.matter_id):
            raise CaseError("followup.correction_open", details={"number": found.number})
        year = context.now.astimezone(ZONE).year
        number = f"更正〔{year}〕{kept.next_number(entry.organ_id, year)}号"
        case = Correction.ask(
            context.new_id(), number, person, (fact.kind, fact.matter_id, entry.number), entry.organ_id,
            division, command.words, occasion_in(context, division), whole.keys_apart)
        return unit.commit(case, answer=number_of(case))


def answer(context: Context, command: contract.AnswerCorrection) -> CorrectionNumber:
    """By a lead of the organ that has the fact, who sees that fact themselves."""
    with context.reading() as store:
        asked = store.corrections.read(command.case_id)
    access.require_answering(context.actor, asked)
    _require_sight_of(context, asked)
    with context.unit() as unit:
        case = unit.store.corrections.get(command.case_id)
        access.require_answering(context.actor, case)
        case.reply(command.corrected, command.reason, occasion_of(context, case))
        return unit.commit(case, answer=number_of(case))


def find_an_organ(context: Context, event: contract.CorrectionAsked) -> None:
    """What an organ's own people may not answer, the nearest one above answers that has anybody."""
    officers = officers_upwards(context, event.standing.organ_id)
    with context.unit() as unit:
        case = unit.store.corrections.get(event.standing.matter_id)
        for _ in way_up(case, officers):
            case.hand_up(NOBODY_LEFT, occasion_of(context, case))
        unit.commit(*((case,) if case.happened else ()))


def _require_entry(context: Context, person_id: str, fact: FactRef) -> Entry:
    """As the person sees it. Raises `followup.no_such_entry`."""
    entry = _entry(context, context.ask, person_id, fact)
    if entry is None:
        raise CaseError("followup.no_such_entry", details={"matter_id": fact.matter_id})
    return entry


def _require_sight_of(context: Context, asked: Correction) -> None:
    """From whom the fact is kept while their organ has it, does not answer about it."""
    fact = FactRef(kind=asked.kind, matter_id=asked.matter_id)
    if _entry(context, context.ask, asked.person_id, fact) is not None:
        return
    there = _entry(context, context.ask_itself, asked.person_id, fact, seen_by_all=True)
    if there is not None and there.organ_id == asked.organ_id:
        raise CaseError("followup.fact_not_seen", details={"number": asked.about})


def _entry(context: Context, asked: Ask, person_id: str, fact: FactRef, *,
           seen_by_all: bool = False) -> Entry | None:
    """As the service that has it answers; None where it is not there for whoever asks."""
    if fact.kind is FactKind.FILING:
        filed = asked(FILED_BY, FiledByQuery(filer_id=person_id)).matters
        found = {each.filing_id: Entry(each.number, each.organ_id) for each in filed}
    elif fact.kind is FactKind.DETERMINATION:
        decided = asked(DECIDED_ABOUT, DecidedAboutQuery(subject_id=person_id)).cases
        found = {each.case_id: Entry(each.number, each.organ_id, frozenset(each.keys_apart))
                 for each in decided}
    else:
        with context.reading() as store:
            theirs = store.programmes.of_officer(person_id, None if seen_by_all else context.actor)
        found = {each.id: Entry(each.number, each.organ_id, each.kept_from) for each in theirs}
    return found.get(fact.matter_id)
