"""What clarify can be asked of reports."""

from dataclasses import dataclass

from rongcuo.contracts.fields import chosen, identifier, line, next_page, number, sought
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class ReportQuery:
    """One report."""

    report_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ReportsQuery:
    """A page of a tab (due_today, mine, organ, unassigned, closed), as far as the actor sees them."""

    tab: str = line(20, default="organ")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class CluesQuery:
    """Of determination: the reports of that number, in whichever organ, however it was typed."""

    number: str = line(64, 1)


@dataclass(frozen=True, kw_only=True)
class MayHandle:
    """Of the vault: does this officer handle the report of this reporter, and who is named in it?"""

    reporter_ref: str = identifier()
    officer_id: str = identifier()
