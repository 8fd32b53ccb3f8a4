"""What the modules beside a clarification know of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import (
    ClarificationMode,
    ClarificationStart,
    ClarificationState,
    ClearedAllegation,
    ClearingOpinion,
    ClearingReceipt,
    Concerned,
    Plan,
    ReportOutcome,
    UnitAsk,
    Visit,
    VisitAnswer,
)
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.apart import Apart, Somebody
from services.clarify.domain.clarification.refusal import Objection
from services.clarify.domain.clarification.transitions import ClarificationVerb


class Facts(Protocol):
    """A `Clarification`."""

    organ_id: str
    state: ClarificationState
    concerned: Concerned
    start: ClarificationStart
    apart: Apart
    report_id: str
    report_number: str
    untrue: Mapping[str, ReportOutcome]
    settled: bool
    told: bool
    namesakes: frozenset[str]
    of_report: frozenset[str] | None
    engaged: frozenset[Holder]
    judges: frozenset[Holder]
    stage: str
    dropped: dict[ClarificationMode, str]
    restored: frozenset[ClarificationMode]
    signs_in: bool
    visit: Visit | None
    visit_answer: VisitAnswer | None
    stands_troubled: bool
    visit_clock: DeadlineClock | None
    visit_told: date | None
    receipts: tuple[ClearingReceipt, ...]
    feedback: str
    allegations: tuple[ClearedAllegation, ...]
    grounds: tuple[str, ...]
    effects: str
    plan: Plan | None
    opinion: ClearingOpinion | None
    opinion_clock: DeadlineClock | None
    opinion_told: date | None
    object_clock: DeadlineClock | None
    object_told: date | None
    refusers: frozenset[Holder]
    approved_at: datetime | None
    recommendation: str
    review_opinion: str
    with_false_accusation: bool
    plans_asked: frozenset[str]
    carried_out_at: datetime | None
    proposed_refusal: str
    refusal: str
    reasons: str
    decided_at: datetime | None
    objection: Objection | None
    complaint: Objection | None
    directed: bool
    asks: tuple[UnitAsk, ...]

    @property
    def transitions(self) -> Transitions[Any, Any]: ...

    @property
    def plan_digest(self) -> str: ...

    @property
    def asked_organ_id(self) -> str: ...

    def is_apart(self, somebody: Somebody) -> bool: ...

    def standing(self) -> Standing: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def turn(self, verb: str, occasion: Occasion, note: str = "") -> None: ...

    def step(self, verb: ClarificationVerb, occasion: Occasion, note: str = "") -> None: ...

    def go_on(self, verb: ClarificationVerb, occasion: Occasion, note: str = "",
              started: datetime | None = None) -> None: ...

    def keep(self, attachments: tuple[AttachmentRef, ...]) -> None: ...

    def entering(self, attachments: tuple[AttachmentRef, ...], occasion: Occasion,
                 of_whom: str = "") -> str: ...

    def visit_from(self, occasion: Occasion) -> date | None: ...

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None: ...

    def record(self, happening: Event) -> None: ...
