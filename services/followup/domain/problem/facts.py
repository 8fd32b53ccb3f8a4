"""What the modules beside a problem know of it."""

from datetime import datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.events import Event
from rongcuo.contracts.followup import (
    Measure,
    ProblemDescription,
    ProblemSource,
    ProblemState,
    RiskPoint,
    RuleChange,
    WeakPoint,
)
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.clock import DeadlineClock
from services.followup.domain.problem.transitions import ProblemVerb


class Facts(Protocol):
    """A `Problem`."""

    id: str
    number: str
    organ_id: str
    state: ProblemState
    unit: str
    situation: str
    description: ProblemDescription | None
    sources: tuple[ProblemSource, ...]
    measures: tuple[Measure, ...]
    rules: tuple[RuleChange, ...]
    risk_point: RiskPoint | None
    closing_words: str
    decided_at: datetime | None

    @property
    def weak_point(self) -> WeakPoint | None: ...

    def standing(self) -> Standing: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def require_able(self, officer: OfficerView) -> None: ...

    def require_nameless(self, occasion: Occasion, **texts: str) -> None: ...

    def said(self, words: str, occasion: Occasion, field: str = "words") -> str: ...

    def waits_anew(self, occasion: Occasion) -> DeadlineClock: ...

    def step(self, verb: ProblemVerb, occasion: Occasion, note: str = "",
             clock: DeadlineClock | None = None, *concerns: str) -> None: ...

    def turn(self, verb: str, occasion: Occasion, note: str = "",
             clock: DeadlineClock | None = None) -> None: ...

    def record(self, happening: Event) -> None: ...
