"""What the modules beside a proposal know of it."""

from datetime import datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    ProposalEvaluation,
    ProposalLookBack,
    ProposalReceipt,
    ProposalRecurrence,
    ProposalReply,
    ProposalState,
    ProposalText,
    RectificationPlan,
)
from rongcuo.policy.clock import DeadlineClock
from services.followup.domain.proposal.transitions import ProposalVerb


class Facts(Protocol):
    """A `Proposal`."""

    id: str
    number: str
    title: str
    organ_id: str
    state: ProposalState
    content: ProposalText
    unit_now: str
    drafters: tuple[Holder, ...]
    reviewers: tuple[Holder, ...]
    approver: Holder | None
    delivered_at: datetime | None
    receipt: ProposalReceipt | None
    responsible: str
    reply_clock: DeadlineClock | None
    extended_days: int
    plans: tuple[RectificationPlan, ...]
    replies: tuple[ProposalReply, ...]
    evaluations: tuple[ProposalEvaluation, ...]
    returned: bool
    superior: str
    closed_at: datetime | None
    look_backs: tuple[ProposalLookBack, ...]
    recurrence: ProposalRecurrence | None
    told_days: tuple[int, ...]
    overdue_told: bool
    reminded_at: datetime | None
    decided_at: datetime | None

    @property
    def running_clock(self) -> DeadlineClock: ...

    @property
    def holders(self) -> frozenset[str]: ...

    def standing(self) -> Standing: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def require_free(self, officer_id: str, units: frozenset[str]) -> None: ...

    def advance(self, verb: ProposalVerb, occasion: Occasion, note: str = "") -> None: ...

    def step(self, verb: ProposalVerb, occasion: Occasion, note: str = "") -> None: ...

    def entering(self, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> str: ...

    def record(self, happening: Event) -> None: ...
