"""澄清回访: when it is made, what it has to say, and what follows where it still has effects."""

from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClarificationClosed, Visit
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb
from services.clarify.domain.stages import require_not_ahead


def record_visit(case: Facts, visit: Visit, occasion: Occasion) -> None:
    """30 to 90 days after, by the pack. Where it still troubles the person, the head has it next."""
    case.require(Verb.VISIT, occasion)
    _require_made(visit, case.visit_from(occasion), occasion)
    case.visit = visit
    case.go_on(Verb.VISIT, occasion)
    case.tell(Verb.VISIT, occasion)


def give_feedback(case: Facts, note: str, occasion: Occasion) -> None:
    """结果反馈."""
    case.require(Verb.GIVE_FEEDBACK, occasion)
    case.feedback = given(note, Reader.SUBJECT)
    case.go_on(Verb.GIVE_FEEDBACK, occasion)
    case.record(ClarificationClosed(standing=case.standing(), report_id=case.report_id, note=case.feedback,
                                    at=occasion.now))


def _require_made(visit: Visit, first: date | None, occasion: Occasion) -> None:
    """Not before it could have any effect, nor ahead of today: `clarify.visit_too_early`. What still troubles
    the person is met: `clarify.measures_missing`."""
    require_not_ahead(visit.on, occasion)
    if first is None or visit.on < first:
        raise CaseError("clarify.visit_too_early", details={"from": first.isoformat() if first else ""})
    given(visit.words, Reader.INSIDE)
    if visit.troubled:
        given(visit.measures, Reader.INSIDE, "clarify.measures_missing")
