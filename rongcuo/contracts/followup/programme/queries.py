"""What can be asked about programmes."""

from dataclasses import dataclass

from rongcuo.contracts.fields import chosen, identifier, line, next_page, number, sought
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class ProgrammeQuery:
    """One."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ProgrammesQuery:
    """A page of a list. `tab`: organ, mine, unassigned, escalated (they ask one's organ for help), closed,
    own (of the actor). `state`: of one step only."""

    tab: str = line(20, default="organ")
    state: str = line(30, default="")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)
