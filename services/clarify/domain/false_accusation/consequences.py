"""How heavy it is, and what follows from a finding that has taken effect: what was got by it is undone, and
somebody answers for it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final, Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import AccusationHandling, Circumstance, DraftFinding, Gain, HandlingKind
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb
from services.clarify.domain.stages import require_not_ahead

LIGHTEST_FIRST: Final = (
    HandlingKind.NONE, HandlingKind.TRANSFER, HandlingKind.DISCIPLINE, HandlingKind.JUDICIAL)


class Found(Protocol):
    """A `FalseAccusation`, whose verbs these are."""

    circumstances: tuple[Circumstance, ...]
    gains: tuple[Gain, ...]
    handlings: tuple[AccusationHandling, ...]
    effective_at: datetime | None
    draft: DraftFinding | None

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None: ...


def record_circumstances(case: Found, circumstances: tuple[Circumstance, ...], occasion: Occasion) -> None:
    """Heavier and lighter ones, of the pack's lists. Raises `clarify.circumstance_unknown`."""
    case.require(Verb.RECORD_CIRCUMSTANCES, occasion)
    rule = occasion.pack.false_accusation
    if strange := {each.code for each in circumstances} - rule.heavier.keys() - rule.lighter.keys():
        raise CaseError("clarify.circumstance_unknown", details={"codes": sorted(strange)})
    case.circumstances = circumstances
    case.step(Verb.RECORD_CIRCUMSTANCES, occasion)


def record_gain(case: Found, gain_id: str, what: str, occasion: Occasion) -> None:
    """Something that will have to be undone."""
    case.require(Verb.RECORD_GAIN, occasion)
    case.gains += (Gain(gain_id=gain_id, what=given(what, Reader.INSIDE)),)
    case.step(Verb.RECORD_GAIN, occasion)


def undo_gain(case: Found, gain_id: str, how: str, undone_on: date, occasion: Occasion) -> None:
    """It was taken back. Raises `clarify.gain_unknown`, `clarify.before_effect`."""
    case.require(Verb.UNDO_GAIN, occasion)
    require_not_ahead(undone_on, occasion)
    _require_in_effect(case, undone_on)
    if gain_id not in {each.gain_id for each in case.gains}:
        raise CaseError("clarify.gain_unknown", details={"gain_id": gain_id})
    words = given(how, Reader.INSIDE)
    case.gains = tuple(replace(each, how=words, undone_on=undone_on) if each.gain_id == gain_id else each
                       for each in case.gains)
    case.step(Verb.UNDO_GAIN, occasion)


def record_handling(case: Found, handling: AccusationHandling, occasion: Occasion) -> None:
    """What was done about whoever accused falsely: nothing heavier than what they could answer, for which
    there is `clarify.heavier_than_draft`. Raises `clarify.before_effect`."""
    case.require(Verb.RECORD_HANDLING, occasion)
    proposed = case.draft.handling_kind if case.draft else None
    if proposed and LIGHTEST_FIRST.index(handling.kind) > LIGHTEST_FIRST.index(proposed):
        raise CaseError("clarify.heavier_than_draft", details={"kind": handling.kind.value})
    given(handling.what, Reader.INSIDE)
    require_not_ahead(handling.on, occasion)
    _require_in_effect(case, handling.on)
    case.handlings += (handling,)
    case.step(Verb.RECORD_HANDLING, occasion, handling.kind.value)


def _require_in_effect(case: Found, day: date) -> None:
    """Nothing is done about it before it takes effect."""
    if case.effective_at is None or day < case.effective_at.astimezone(ZONE).date():
        raise CaseError("clarify.before_effect")
