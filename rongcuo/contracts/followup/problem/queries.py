"""What can be asked about problems, and about what others should know of them."""

from dataclasses import dataclass

from rongcuo.contracts.fields import chosen, identifier, line, next_page, number, sought
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class ProblemQuery:
    """One."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ProblemsQuery:
    """A page of a list. `tab`: raised, open, mine (with a measure of the actor's), closed, other.
    `weak_point`, `situation`, `source`: of these only."""

    tab: str = line(20, default="open")
    weak_point: str = line(30, default="")
    situation: str = line(64, default="")
    source: str = line(30, default="")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class RiskPointsQuery:
    """What is known of a situation, by its code in the pack."""

    situation: str = line(64, 1)
    limit: int = number(1, 50, default=5)
