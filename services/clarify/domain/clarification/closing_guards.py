"""What must hold before the word of a visit is answered, and a clearing closed."""

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClarificationState
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.clarification import reaching
from services.clarify.domain.clarification.guards import Asked, actor_is_the_head, require_no_own_word


def visit_is_theirs_to_answer(case: Asked, occasion: Occasion) -> None:
    """Nobody enters anything in place of what they said themselves."""
    require_no_own_word(case, _has_answered_visit(case), occasion)


def visit_is_known(case: Asked, occasion: Occasion) -> None:
    """What was written down of the visit they have answered themselves, or had the time to."""
    own = _has_answered_visit(case)
    if case.visit_clock and not own and not reaching.is_over(case, reaching.VISIT, occasion):
        raise CaseError("clarify.visit_awaited",
                        details={"due_on": str(reaching.last_day(case, reaching.VISIT, occasion) or "")})


def still_troubles(case: Asked, _: Occasion) -> None:
    """Once it was carried out, it is only sent back for the effect that is left."""
    if case.state is ClarificationState.FEEDBACK and not case.troubled:
        raise CaseError("clarify.move_not_allowed")


def whoever_may_close(case: Asked, occasion: Occasion) -> None:
    """Who holds it; what still has effects, only the head, with reasons."""
    if case.troubled:
        actor_is_the_head(case, occasion)
    elif occasion.actor.officer_id not in case.holders:
        raise CaseError("review.not_assigned")


def _has_answered_visit(case: Asked) -> bool:
    return case.visit_answer is not None and not case.visit_answer.entered_by
