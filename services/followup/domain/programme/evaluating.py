"""Whether the sanction was carried out, and how the help went: of the help, never of the person."""

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import EvaluationView, ExecutionCheck, Grade
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.texts.signs import is_seen
from services.followup.domain.programme import letters
from services.followup.domain.programme.facts import Facts
from services.followup.domain.programme.transitions import ProgrammeVerb as Verb


def check_execution(programme: Facts, check: ExecutionCheck, occasion: Occasion) -> None:
    """Done on a day that has come; or it does not apply, and why."""
    programme.require(Verb.CHECK_EXECUTION, occasion)
    if check.done_on is None and not is_seen(check.words):
        raise CaseError("followup.not_applicable_why")
    if check.done_on is not None and check.done_on > occasion.now.astimezone(ZONE).date():
        raise CaseError("followup.day_ahead", details={"day": check.done_on.isoformat()})
    kept = tuple(each for each in programme.executed if each.item is not check.item)
    programme.executed = (*kept, check)
    programme.step(Verb.CHECK_EXECUTION, occasion, check.item.value)


def extend_execution(programme: Facts, months: int, reason: str, occasion: Occasion) -> None:
    """A lead approves it, up to what the law allows."""
    programme.require(Verb.EXTEND_EXECUTION, occasion)
    rule = occasion.pack.followup
    most, now = rule.execution_at_longest.amount, programme.execution_months or rule.executed_within.amount
    if not now < months <= most:
        raise CaseError("followup.execution_too_long", details={"most": most, "now": now})
    why = given(reason, Reader.ORGAN)
    programme.execution_months = months
    programme.step(Verb.EXTEND_EXECUTION, occasion, why)


def record_unit_evaluation(programme: Facts, organisation: str, words: str, grade: Grade,
                           attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
    """受处理人员所在党组织（单位）评价表; with its paper, and for the person to read."""
    programme.require(Verb.RECORD_UNIT_EVALUATION, occasion)
    programme.entering(attachments, occasion)
    programme.unit_evaluation = EvaluationView(
        grade=grade, words=given(words, Reader.SUBJECT), by=organisation.strip(), at=occasion.now)
    programme.turn(Verb.RECORD_UNIT_EVALUATION, occasion)
    programme.record(letters.unit_evaluated(programme, programme.unit_evaluation, occasion))


def evaluate(programme: Facts, grade: Grade, words: str, occasion: Occasion) -> None:
    """回访教育评价意见表, after the unit has said what it thinks, or had time to."""
    programme.require(Verb.EVALUATE, occasion)
    programme.evaluation = EvaluationView(
        grade=grade, words=given(words, Reader.INSIDE), by=occasion.actor.name, at=occasion.now)
    programme.turn(Verb.EVALUATE, occasion)
    programme.record(letters.evaluated(programme, programme.evaluation, occasion))
