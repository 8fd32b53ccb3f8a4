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
from services.determination.domain.determination.appeal_of_case import heed_milder
from services.determination.ports import Cases
from services.determination.usecases.asking import consent_asked
from services.determination.usecases.dossier import Step, committed, fetch, fetch_beside, occasion_of, step


def make(context: ExecutionContext[Cases], command: MakeDetermination) -> DeterminationView:
    """Carry out what the signed meeting resolved. Where it is milder than what holds in another case on the
    same act, that can be appealed against anew."""
    consent = consent_asked(context, command.consent)
    with context.unit() as unit:
        case, occasion, others = fetch_beside(
            context, unit.store, command.case_id, Verb.MAKE, command.acknowledged)
        case.make(command.outcome, command.terms, occasion, consent)
        heavier = [each for each in others if heed_milder(each, case, occasion_of(context, each))]
        return committed(unit, case, occasion, *heavier)


def correct(context: ExecutionContext[Cases], command: CorrectDetermination) -> DeterminationView:
    """更正, in no term heavier."""
    consent = consent_asked(context, command.consent)
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.CORRECT)
        case.correct(command.outcome, command.terms, command.why, occasion, consent)
        return committed(unit, case, occasion)


give_feedback: Step[GiveFeedback] = step(Verb.GIVE_FEEDBACK, lambda case, command, occasion: (
    case.give_feedback(command.note, command.answer, occasion.knowing(command.acknowledged))))
file_for_record: Step[FileForRecord] = step(Verb.FILE_FOR_RECORD, lambda case, command, occasion: (
    case.file_for_record(command.body, command.note, occasion.knowing(command.acknowledged))))
revoke: Step[RevokeDetermination] = step(Verb.REVOKE, lambda case, command, occasion: (
    case.revoke(command.reasons, occasion)))
