"""What is answered about appeals against determinations."""

from dataclasses import dataclass, field
from datetime import datetime

from rongcuo.contracts.determination.content import Opinion
from rongcuo.contracts.determination.enums import AppealState
from rongcuo.contracts.determination.views.person import PersonView
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import AttachmentRef, HistoryEntry
from rongcuo.contracts.review.views import DeadlineView


@dataclass(frozen=True, kw_only=True)
class OpinionView:
    """An opinion in a panel, and who of it say so. `digest`: by that it is signed as it was read."""

    opinion: Opinion
    digest: str
    held_by: tuple[PersonView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AppealView:
    """An appeal. The panel's members are named, its deliberation is not told.

    `engaged`: who had a hand in the case and so can't be on the panel; told to whoever may name it.
    `opinions`: for the panel, and, once it has decided, for whoever sees the case's inside; of the panel
    `unspoken` have said nothing yet, and `majority` have to say the same.
    """

    appeal_id: str
    case_id: str
    decision_id: str
    number: str
    title: str
    grounds: str
    state: AppealState = chosen()
    tag: str = ""  # of this very state, for If-Match
    panel: tuple[PersonView, ...] = ()
    engaged: tuple[str, ...] = ()
    opinions: tuple[OpinionView, ...] = ()
    unspoken: tuple[PersonView, ...] = ()
    majority: int = 0
    upheld: bool | None = None
    reasons: str = ""
    deadline: DeadlineView | None = None
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    attachments: tuple[AttachmentRef, ...] = ()
    lodged_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class AppealLine:
    """An appeal in a list."""

    appeal_id: str
    case_id: str
    number: str
    title: str
    organ_id: str
    state: AppealState = chosen()
    panel: tuple[PersonView, ...] = ()
    provisional: bool = False
    late: bool = False
    due_at: datetime | None = moment(default=None)
    lodged_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class AppealsPage:
    """`counts` per tab, up to 1,000; `next_cursor` is empty on the last page."""

    lines: tuple[AppealLine, ...] = ()
    next_cursor: str = ""
    counts: dict[str, int] = field(default_factory=dict)
