"""What can be asked about findings of false accusation."""

from dataclasses import dataclass

from rongcuo.contracts.fields import chosen, identifier, line, next_page, number, sought
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class FalseAccusationQuery:
    """One."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AddressedQuery:
    """Of the vault: what was put to the reporter at this place."""

    case_id: str = identifier()
    place: int = number(1, 10_000)


@dataclass(frozen=True, kw_only=True)
class FalseAccusationsQuery:
    """A page of those that the actor's organ has, or has to answer. `tab`: organ, approval (they wait for its
    answer), closed."""

    tab: str = line(20, default="organ")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class FalseAccusationFiguresQuery:
    """Those of the whole province that took effect in a half-year (`half`: 1 or 2) that is over, or ended
    otherwise. Other periods and places there are none: what lies between two of them could be told from
    their difference."""

    year: int = number(2_000, 2_200)
    half: int = number(1, 2)


@dataclass(frozen=True, kw_only=True)
class ApprovalWantedQuery:
    """Of the line: whether an inquiry waits for the word of an organ above."""

    case_id: str = identifier()
