"""The check of an accepted filing (报备核查), where a report may be about the same matter: was it true, and
was it done as it was filed? Neither its filer nor anybody whom the report names hears of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import choices, chosen, identifier, line, moment, next_page, number, text
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.ledger import LedgerProof
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import HeldBy, RecusalGround
from rongcuo.contracts.review.views import DeadlineView, RecusalView
from rongcuo.contracts.sorting import CaseSort


class FilingCheckState(StrEnum):
    """Where a check stands."""

    OPEN = "open"            # 核查中
    CONCLUDED = "concluded"  # 已有结论
    SET_ASIDE = "set_aside"  # 不再核查: it is not the same matter, or the report went to the level above


class FilingFault(StrEnum):
    """Why a filing does not hold for what was done. Without any it holds; that exempts nobody yet."""

    UNTRUE = "untrue"              # 报备不实或者有隐瞒
    OTHERWISE = "otherwise"        # 没有按报备的事项、方式、期限实施
    PROCEDURE = "procedure"        # 违反程序
    PRIVATE_GAIN = "private_gain"  # 谋取私利


@dataclass(frozen=True, kw_only=True)
class FilingCheckCommand(CommandMessage):
    """About one check."""

    check_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AssignFilingCheck(FilingCheckCommand):
    """Give it to a reviewer of the organ. A reviewer may take an unassigned one themselves."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseFromFilingCheck(FilingCheckCommand):
    """回避: somebody steps back, or a lead orders it. From then on it is not there for them."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class ConcludeFilingCheck(FilingCheckCommand):
    """核查结论: the faults that were found; none means that it holds."""

    faults: tuple[FilingFault, ...] = choices(FilingFault)
    words: str = text(20_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class FilingCheckQuery:
    """One check."""

    check_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class FilingChecksQuery:
    """A page of a tab (mine, organ, unassigned, closed), as far as the actor sees them."""

    tab: str = line(20, default="organ")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class FilingCheckNumber:
    """Which check it was. Commands answer nothing else, for answers are kept."""

    check_id: str
    number: str
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class FilingCheckView:
    """A check, whole. `digest` is of the content that was filed, `proof` of its submission in filing's
    ledger: when it was made. Of the report that asks nothing stands here."""

    check_id: str
    number: str
    organ_id: str
    division_code: str
    pack_id: str
    state: FilingCheckState = chosen()
    held_by: HeldBy = chosen()
    tag: str = ""
    filing_id: str
    filing_number: str
    digest: str
    submitted_at: datetime = moment()
    proof: LedgerProof | None = None
    assignee_id: str = ""
    assignee_name: str = ""
    recusals: tuple[RecusalView, ...] = ()
    deadline: DeadlineView | None = None
    late: bool = False
    faults: tuple[FilingFault, ...] = choices(FilingFault)
    words: str = ""
    history: tuple[HistoryEntry, ...] = ()
    allowed: tuple[str, ...] = ()
    opened_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class FilingCheckLine:
    """A check in a list."""

    check_id: str
    number: str
    filing_number: str
    organ_id: str
    state: FilingCheckState = chosen()
    held_by: HeldBy = chosen()
    assignee_id: str
    assignee_name: str
    late: bool
    suspended: bool
    provisional: bool
    tag: str
    due_at: datetime = moment()
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class FilingChecksPage:
    """`counts` of each tab, up to 1,000; `next_cursor` is empty on the last page."""

    counts: dict[str, int]
    lines: tuple[FilingCheckLine, ...] = ()
    next_cursor: str = ""


@event("review", "filing_check_opened")
class FilingCheckOpened(CaseMoved):
    """A report may be about the matter that was filed."""

    holders_told = "review.filing_check_waiting"

    filing_id: str
    at: datetime = moment()


@event("review", "filing_check_moved")
class FilingCheckMoved(CaseMoved):
    """A step without its content. `what` is its verb (assign, recuse, hand_up, post_ended, new_calendar);
    `concerns`: officers it is about."""

    what: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("review", "filing_check_ended")
class FilingCheckEnded(CaseMoved):
    """For the report that asked. `set_aside`: without a conclusion."""

    report_id: str
    filing_id: str
    faults: tuple[FilingFault, ...] = choices(FilingFault)
    set_aside: bool = False
    at: datetime = moment()
