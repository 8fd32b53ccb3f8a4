"""What can be asked about clarifications."""

from dataclasses import dataclass

from rongcuo.contracts.fields import chosen, identifier, line, next_page, number, sought
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class ClarificationQuery:
    """One."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ClarificationsQuery:
    """A page of the board. `tab`: organ, mine, objections (they wait for one's organ), units (that were asked
    and did not), closed, own (which clear the actor). `state`: of one stage only."""

    tab: str = line(20, default="organ")
    state: str = line(30, default="")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class UnwillingUnitsQuery:
    """The units of the actor's organ, and of those below, that were asked and did not."""

    division_code: str = line(6, 6)
