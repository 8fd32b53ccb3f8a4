"""What units are asked to do for a clearing, and which of them did not."""

from dataclasses import replace
from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import UnitAnswer, UnitAsk, UnitAsked
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb
from services.clarify.domain.stages import local_day

Asks = tuple[UnitAsk, ...]


def ask(case: Facts, ask_id: str, unit: str, what: str, until: date, occasion: Occasion) -> None:
    """A unit is asked to do its part."""
    case.require(Verb.ASK_UNIT, occasion)
    asked = _asked(ask_id, unit, what, until, occasion)
    case.asks += (asked,)
    case.turn(Verb.ASK_UNIT, occasion, unit)
    case.record(UnitAsked(standing=case.standing(), ask_id=ask_id, unit=unit, what=asked.what, until=until,
                          at=occasion.now))


def take_answer(case: Facts, ask_id: str, done: bool, reason: str, occasion: Occasion) -> None:
    """What became of it."""
    case.require(Verb.ANSWER_UNIT, occasion)
    case.asks = _answered(case.asks, ask_id, done, reason, occasion)
    case.step(Verb.ANSWER_UNIT, occasion)


def is_unwilling(ask: UnitAsk, today: date) -> bool:
    """Asked, and did not: it declined, or its time is up."""
    return ask.answer is UnitAnswer.DECLINED or (ask.answer is UnitAnswer.OPEN and today > ask.until)


def _asked(ask_id: str, unit: str, what: str, until: date, occasion: Occasion) -> UnitAsk:
    """A day that is over is no time to do it in: `clarify.day_over`."""
    if until < local_day(occasion):
        raise CaseError("clarify.day_over", details={"day": until.isoformat()})
    return UnitAsk(ask_id=ask_id, unit=unit, what=given(what, Reader.ADDRESSEE), until=until,
                   asked_at=occasion.now)


def _answered(asks: Asks, ask_id: str, done: bool, reason: str, occasion: Occasion) -> Asks:
    """With what became of one. What a unit gave for not doing it is written down. Raises
    `clarify.ask_unknown`, `clarify.unit_reason_missing`."""
    if ask_id not in {each.ask_id for each in asks}:
        raise CaseError("clarify.ask_unknown", details={"ask_id": ask_id})
    why = reason.strip() if done else given(reason, Reader.ORGAN, "clarify.unit_reason_missing")
    answer = UnitAnswer.DONE if done else UnitAnswer.DECLINED
    return tuple(replace(each, answer=answer, reason=why, answered_at=occasion.now)
                 if each.ask_id == ask_id else each for each in asks)
