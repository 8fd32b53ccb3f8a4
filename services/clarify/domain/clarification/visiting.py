"""澄清回访: when it is made, what it has to say, and what follows where it still has effects. What was
written down of what somebody said is theirs to read, and to put right."""

from dataclasses import replace
from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClarificationClosed, ClarificationVisited, Visit, VisitAnswer
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb
from services.clarify.domain.stages import require_not_ahead


def record_visit(case: Facts, visit: Visit, occasion: Occasion) -> None:
    """30 to 90 days after, by the pack. Where it still troubles the person, the head has it next."""
    case.require(Verb.VISIT, occasion)
    _require_made(visit, case.visit_from(occasion), occasion)
    case.stands_troubled = is_troubled(None, case.visit_answer, case.stands_troubled)
    case.visit, case.visit_answer = visit, None
    case.visit_clock = DeadlineClock(occasion.now, occasion.pack.clarification.opinion_within)
    case.visit_told = occasion.due(case.visit_clock).date
    case.go_on(Verb.VISIT, occasion)
    case.record(ClarificationVisited(standing=case.standing(), appeal_until=case.visit_told,
                                     at=occasion.now))


def answer(case: Facts, said: VisitAnswer, occasion: Occasion) -> None:
    """Theirs, by themselves, or entered with the paper. That it still has effects, they say in words."""
    case.require(Verb.ANSWER_VISIT, occasion)
    if said.troubled:
        given(said.words, Reader.CASEWORKERS)
    case.visit_answer = replace(said, entered_by=case.entering(said.attachments, occasion, said.of_whom))
    case.step(Verb.ANSWER_VISIT, occasion)


def is_troubled(visit: Visit | None, said: VisitAnswer | None, before: bool) -> bool:
    """By their own word, where there is one; what somebody entered for them only adds to what was written,
    and to what they said `before`."""
    if said is not None and not said.entered_by:
        return said.troubled
    return before or bool((visit and visit.troubled) or (said and said.troubled))


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
    given(visit.words, Reader.SUBJECT)
    if visit.troubled:
        given(visit.measures, Reader.SUBJECT, "clarify.measures_missing")
