"""Deciding, and what follows a decision: fetch, tell, commit."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import (
    CorrectDetermination,
    DeterminationView,
    FileForRecord,
    GiveFeedback,
    MakeDetermination,
    RevokeDetermination,
)
from services.determination.domain.determination import Verb
from services.determination.ports import Cases
from services.determination.usecases.asking import consent_asked
from services.determination.usecases.dossier import committed, fetch, fetch_beside, occasion_of


def make(context: ExecutionContext[Cases], command: MakeDetermination) -> DeterminationView:
    """Carry out what the signed meeting resolved. Where it is milder than what holds in another case on the
    same act, that can be appealed against anew."""
    consent = consent_asked(context, command.consent)
    with context.unit() as unit:
        case, occasion, others = fetch_beside(
            context, unit.store, command.case_id, Verb.MAKE, command.acknowledged)
        case.make(command.outcome, command.terms, occasion, consent)
        heavier = [each for each in others if each.heed_milder(case, occasion_of(context, each))]
        return committed(unit, case, occasion, *heavier)


def give_feedback(context: ExecutionContext[Cases], command: GiveFeedback) -> DeterminationView:
    """反馈."""
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.GIVE_FEEDBACK, command.acknowledged)
        case.give_feedback(command.note, command.answer, occasion)
        return committed(unit, case, occasion)


def file_for_record(context: ExecutionContext[Cases], command: FileForRecord) -> DeterminationView:
    """备案."""
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.FILE_FOR_RECORD,
                               command.acknowledged)
        case.file_for_record(command.body, command.note, occasion)
        return committed(unit, case, occasion)


def correct(context: ExecutionContext[Cases], command: CorrectDetermination) -> DeterminationView:
    """更正, in no term heavier."""
    consent = consent_asked(context, command.consent)
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.CORRECT)
        case.correct(command.outcome, command.terms, command.why, occasion, consent)
        return committed(unit, case, occasion)


def revoke(context: ExecutionContext[Cases], command: RevokeDetermination) -> DeterminationView:
    """撤销: the case is open again."""
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.REVOKE)
        case.revoke(command.reasons, occasion)
        return committed(unit, case, occasion)
