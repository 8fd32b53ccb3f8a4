"""What the modules around a determination know of it: they judge it, and take its steps, by this alone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Protocol

from rongcuo.casework.apart import Somebody
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Parties, Recusal
from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.determination import (
    Act,
    Assessment,
    Evidence,
    FactsMaterial,
    Initiation,
    LinkedFiling,
    NegativeFinding,
    RecusalApplication,
    Statement,
    Subject,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.gaps import Gap
from rongcuo.policy.pack import Stage
from services.determination.domain.determination.decision import Decision
from services.determination.domain.determination.floor import Floor, Reached
from services.determination.domain.determination.opening import Yardstick


class Facts(Protocol):
    """A `Determination`, which says what they mean. A module imports this, and the case the module."""

    transitions: ClassVar[Transitions[Any, Any]]

    id: str
    number: str
    title: str
    organ_id: str
    first_organ_id: str
    division_code: str
    pack_id: str
    clock: DeadlineClock
    due_at: datetime
    provisional: bool
    late: bool
    state: State
    stage: str
    assignee: Holder | None
    team: tuple[Holder, ...]
    recusals: tuple[Recusal, ...]
    history: tuple[HistoryEntry, ...]
    initiation: Initiation
    subject: Subject
    act: Act
    situation: str
    yardstick: Yardstick
    clue_number: str
    clue_handlers: frozenset[str]
    keys_apart: frozenset[str]
    report: str
    filings: tuple[LinkedFiling, ...]
    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...]
    facts_material: FactsMaterial | None
    recusals_asked: tuple[RecusalApplication, ...]
    negative_findings: Mapping[str, NegativeFinding]
    assessments: tuple[Assessment, ...]
    meeting_ids: tuple[str, ...]
    on_agenda: str
    resolved: str
    applying: tuple[str, ...]
    voters: frozenset[str]
    ever_voted: frozenset[str]
    at_meetings: frozenset[str]
    reached: tuple[Reached, ...]
    readers: frozenset[str]
    decisions: tuple[Decision, ...]
    open_appeal: str
    decided_at: datetime | None
    beside: tuple[Floor, ...]
    speaking: frozenset[str]

    @property
    def ended(self) -> bool: ...

    @property
    def holders(self) -> frozenset[str]: ...

    @property
    def recused(self) -> frozenset[str]: ...

    @property
    def ever_held(self) -> frozenset[str]: ...

    @property
    def engaged(self) -> frozenset[str]: ...

    @property
    def recusals_open(self) -> tuple[RecusalApplication, ...]: ...

    @property
    def hits(self) -> tuple[str, ...]: ...

    @property
    def current(self) -> Decision | None: ...

    @property
    def parties(self) -> Parties: ...

    def is_subject(self, officer_id: str) -> bool: ...

    def judges_among(self, officers: tuple[OfficerView, ...]) -> tuple[OfficerView, ...]: ...

    def missing(self, step: str, occasion: Occasion) -> tuple[Gap, ...]: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def require_free(self, officer_id: str, units: frozenset[str]) -> None: ...

    def is_apart(self, somebody: Somebody) -> bool: ...

    def require_not_apart(self, somebody: Somebody) -> None: ...

    def keep_from(self, keys: frozenset[str], occasion: Occasion) -> None: ...

    def require_no_hand(self, officer_id: str) -> None: ...

    def recuse_as_asked(self, officer: Holder, ground: RecusalGround, reason: str,
                        occasion: Occasion) -> None: ...

    def record(self, happening: Event) -> None: ...

    def note(self, what: str, occasion: Occasion, note: str = "") -> None: ...

    def tell(self, what: str, occasion: Occasion, note: str = "", *concerns: str) -> None: ...

    def note_acknowledged(self, step: str, occasion: Occasion) -> None: ...

    def turn(self, verb: str, occasion: Occasion, note: str = "",
             clock: DeadlineClock | None = None) -> None: ...

    def step(self, verb: str, occasion: Occasion, note: str = "") -> None: ...

    def begin(self, stage: Stage | None, occasion: Occasion) -> None: ...


def since(case: Facts, what: str) -> tuple[HistoryEntry, ...]:
    """What happened since `what` happened last; all of it where it never did."""
    last = max((place for place, entry in enumerate(case.history) if entry.what == what), default=-1)
    return case.history[last + 1:]


def require_evidence(case: Facts, evidence_ids: tuple[str, ...]) -> None:
    """What words rest on is on file: `determination.unknown_evidence`."""
    if unknown := set(evidence_ids) - {item.evidence_id for item in case.evidence}:
        raise CaseError("determination.unknown_evidence", details={"evidence": sorted(unknown)})
