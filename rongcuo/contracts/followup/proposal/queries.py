"""What can be asked about proposals."""

from dataclasses import dataclass

from rongcuo.contracts.fields import chosen, identifier, line, next_page, number, sought
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class ProposalQuery:
    """One."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ProposalsQuery:
    """A page of a list. `tab`: organ, mine, late (past their day), closed, addressed (to the actor's unit).
    `state`, `kind`: of these only; `problem`: those that came of it, for whoever sees their inside."""

    tab: str = line(20, default="organ")
    state: str = line(30, default="")
    kind: str = line(30, default="")
    problem: str = line(64, default="")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class ProposalFiguresQuery:
    """Of what was delivered in a calendar year."""

    year: int = number(2_000, 2_200)
