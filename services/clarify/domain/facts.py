"""What the modules beside the report know of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Recusal
from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import (
    Allegation,
    Channel,
    ClearingAnswer,
    FeedbackStage,
    Finding,
    ManagedBy,
    Origin,
    ReportDisposal,
    ReporterFeedback,
    ReportLink,
    ReportState,
    ShieldMatch,
    TakenRequest,
)
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.verbs import Verb


class Facts(Protocol):
    """A `Report`."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    id: str
    number: str
    organ_id: str
    reporter_ref: str
    pseudonym: str
    given_by: str
    signed: bool
    reachable: bool
    received_at: datetime
    channel: Channel
    origin: Origin
    state: ReportState
    finders: frozenset[Holder]
    allegations: tuple[Allegation, ...]
    confirmed: bool
    unconfirmed: str
    named: frozenset[str]
    kept_here: frozenset[str]
    units_named: frozenset[str]
    named_keys: frozenset[str]
    managed_by: ManagedBy
    left_out: bool
    links: tuple[ReportLink, ...]
    edits: int
    findings: Mapping[int, Finding]
    clearing: ClearingAnswer | None
    feedbacks: tuple[ReporterFeedback, ...]
    requests: tuple[TakenRequest, ...]
    matches: tuple[ShieldMatch, ...]
    wrote_at: datetime | None
    passed_to: str
    decided_at: datetime | None
    assignee: Holder | None
    team: tuple[Holder, ...]
    recusals: tuple[Recusal, ...]
    ever_held: frozenset[Holder]
    history: tuple[HistoryEntry, ...]
    clock: DeadlineClock

    @property
    def transitions(self) -> Transitions[Any, Any]: ...

    @property
    def hands(self) -> frozenset[Holder]: ...

    @property
    def kept_from(self) -> frozenset[str]: ...

    @property
    def standing(self) -> Standing: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def turn(self, verb: str, occasion: Occasion, note: str = "") -> None: ...

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None: ...

    def go_on(self, verb: Verb, stage: str, occasion: Occasion, note: str = "") -> None: ...

    def record(self, happening: Event) -> None: ...

    def allegation(self, number: int) -> Allegation: ...

    @property
    def disposal(self) -> ReportDisposal | None: ...

    def was_disposed(self, disposal: ReportDisposal) -> bool: ...

    def was_told(self, stage: FeedbackStage) -> bool: ...

    def lacks_judges(self, officers: tuple[OfficerView, ...]) -> bool: ...
