"""What the modules beside a programme know of it."""

from datetime import date, datetime
from typing import Protocol

from rongcuo.casework.apart import Somebody
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    Basis,
    CareCard,
    ChangeRecord,
    Escalation,
    EvaluationView,
    ExecutionCheck,
    GatheredInformation,
    GrowthPlan,
    Mentor,
    MilestoneRecord,
    ProgrammeState,
    StepRecord,
    VisitedPerson,
    VisitRecord,
    VisitRequest,
)
from services.followup.domain.programme.transitions import ProgrammeVerb


class Facts(Protocol):
    """A `Programme`."""

    id: str
    organ_id: str
    division_code: str
    state: ProgrammeState
    person: VisitedPerson
    basis: Basis
    assignee: Holder | None
    team: tuple[Holder, ...]
    visits: tuple[VisitRecord, ...]
    requests: tuple[VisitRequest, ...]
    records: tuple[StepRecord, ...]
    mentor: Mentor | None
    plans: tuple[GrowthPlan, ...]
    milestones: tuple[MilestoneRecord, ...]
    executed: tuple[ExecutionCheck, ...]
    execution_months: int
    gathered: GatheredInformation | None
    unit_evaluation: EvaluationView | None
    evaluation: EvaluationView | None
    escalations: tuple[Escalation, ...]
    changes: tuple[ChangeRecord, ...]
    card: CareCard | None
    former_units: frozenset[str]
    lifted_on: date | None
    end_told_at: datetime | None
    over_told_at: datetime | None
    decided_at: datetime | None

    @property
    def ended(self) -> bool: ...

    @property
    def ends_on(self) -> date: ...

    @property
    def graded(self) -> bool: ...

    @property
    def holders(self) -> frozenset[str]: ...

    def standing(self) -> Standing: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def require_free(self, officer_id: str, units: frozenset[str]) -> None: ...

    def require_not_apart(self, somebody: Somebody) -> None: ...

    def turn(self, verb: str, occasion: Occasion, note: str = "") -> None: ...

    def step(self, verb: ProgrammeVerb, occasion: Occasion, note: str = "") -> None: ...

    def entering(self, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> str: ...

    def record(self, happening: Event) -> None: ...
