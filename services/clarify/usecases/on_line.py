"""The word of an organ whose people are on another node: it comes down the line, and is county's to tell."""

from rongcuo.contracts.county import ApprovalAnswered
from rongcuo.contracts.county.operations import ANSWER, AnswerGiven, AnswerQuery
from services.clarify.usecases.false_accusations import look
from services.clarify.usecases.fetching import occasion_of
from services.clarify.usecases.kinds import Context


def take_word(context: Context, event: ApprovalAnswered) -> None:
    """Of what an inquiry has asked by itself."""
    if not event.asked_for:
        return
    word = _late(event) if event.late else context.ask(ANSWER, AnswerQuery(approval_id=event.approval_id))
    with context.unit() as unit:
        case = unit.store.false_accusations.get(event.asked_for)
        occasion = occasion_of(context, case)
        look(unit.store, case, occasion)
        case.take_word(word, event.late, occasion)
        unit.commit(case)


def _late(event: ApprovalAnswered) -> AnswerGiven:
    return AnswerGiven(asked_for=event.asked_for, asking=event.asking, outcome=event.outcome, reason="",
                       by=event.by, officer_id="")
