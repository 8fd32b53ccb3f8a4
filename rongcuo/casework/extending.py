"""A stage of the pack's runs longer, once: of the kinds of cases that have such stages."""

from datetime import datetime
from typing import ClassVar, Protocol

from rongcuo.casework.case import CaseVerb, given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage


class Staged(Protocol):
    """A `Case` in one of the pack's stages."""

    party: ClassVar[Reader]
    clock: DeadlineClock
    due_at: datetime

    def rule(self, occasion: Occasion) -> Stage: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def follow_calendar(self, occasion: Occasion) -> None: ...

    def turn(self, verb: str, occasion: Occasion, note: str = "",
             clock: DeadlineClock | None = None) -> None: ...

    def _tell_move(self, what: str, former: datetime, occasion: Occasion, reason: str = "") -> None: ...


def extend(case: Staged, reason: str, occasion: Occasion) -> None:
    """Extend the stage once, by the pack's amount."""
    case.require(CaseVerb.EXTEND, occasion)
    clock = case.clock.extend(occasion.now, case.rule(occasion).extend_once or 0, given(reason, case.party))
    case.follow_calendar(occasion)
    former = case.due_at
    case.turn(CaseVerb.EXTEND, occasion, reason.strip(), clock)
    case._tell_move(CaseVerb.EXTEND, former, occasion, reason.strip())


def extension_remains(case: Staged, occasion: Occasion) -> None:
    """Once, where the pack allows it, and before the date has passed: an extension cures no lateness."""
    if case.clock.extended:
        raise CaseError("clock.extended_already")
    if case.rule(occasion).extend_once is None or occasion.is_late(case.clock):
        raise CaseError("review.extension_not_possible")
