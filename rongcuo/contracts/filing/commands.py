"""What filing can be asked to do, and asked for."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import (
    chosen,
    identifier,
    identifiers,
    line,
    moment,
    next_page,
    number,
    sought,
    text,
)
from rongcuo.contracts.filing.content import FilingContent, filed
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.sorting import RecordSort


@dataclass(frozen=True, kw_only=True)
class FilingCommand(CommandMessage):
    """About one filing."""

    filing_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class DraftFiling(CommandMessage):
    """Begin a draft with the actor's own organ. Answers a FilingView."""

    content: FilingContent = filed()


@dataclass(frozen=True, kw_only=True)
class ReviseFiling(FilingCommand):
    """Replace a draft's content. Answers a FilingView."""

    content: FilingContent = filed()


@dataclass(frozen=True, kw_only=True)
class DiscardDraft(FilingCommand):
    """放弃草稿: put one's own draft away for good; its words are not kept. Answers a FilingView."""


@dataclass(frozen=True, kw_only=True)
class SubmitFiling(CommandMessage):
    """Submit a draft, or, without `filing_id`, submit `content` at once. Answers a Receipt."""

    filing_id: str = line(64, default="")
    content: FilingContent | None = filed(default=None)


@dataclass(frozen=True, kw_only=True)
class SupplementFiling(FilingCommand):
    """补正: answer a request for supplement with amended content. Answers a Receipt."""

    content: FilingContent = filed()
    note: str = text(2_000, default="")


@dataclass(frozen=True, kw_only=True)
class WithdrawFiling(FilingCommand):
    """Take a filing back before it is decided. Answers a FilingView."""

    reason: str = text(2_000, 1, read_by=Reader.REVIEWERS)


@dataclass(frozen=True, kw_only=True)
class ObjectToRefusal(FilingCommand):
    """异议: say once, within the pack's period, why the refusal of a filing is wrong. Somebody else looks at
    it; whatever they find, nothing becomes worse. Answers a FilingView."""

    grounds: str = text(20_000, 1, read_by=Reader.REVIEWERS)


@dataclass(frozen=True, kw_only=True)
class WhitelistFiling(FilingCommand):
    """Enter an accepted filing on the whitelist (容错白名单), or take it off. Answers a FilingView."""

    listed: bool = True
    reason: str = text(2_000, default="", read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class FilingQuery:
    """One filing; also asks for its receipt."""

    filing_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class FilingsQuery:
    """A page of filings within the actor's rights."""

    sort: RecordSort = chosen(default=RecordSort.NEWEST)
    state: str = line(30, default="")
    division_code: str = line(6, default="")
    situation: str = line(64, default="")
    search: str = sought()
    register_only: bool = False
    whitelist_only: bool = False
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class FunnelQuery:
    """The funnel of filings received from `since` until before `until` at or below a division."""

    division_code: str = line(6, 6)
    since: datetime | None = moment(default=None)
    until: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class OpenMattersQuery:
    """Ids of matters that are open (submitted or awaiting supplement), those longest in their state first;
    for the watchdog. `since`, `until`: of those alone that came into it between these moments;
    `matter_ids`: of these alone."""

    cursor: str = line(1_000, default="")
    limit: int = number(1, 1_000, default=500)
    since: datetime | None = moment(default=None)
    until: datetime | None = moment(default=None)
    matter_ids: tuple[str, ...] = identifiers(1_000)
