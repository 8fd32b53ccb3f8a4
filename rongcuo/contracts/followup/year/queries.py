"""What can be asked about years of return visits."""

from dataclasses import dataclass

from rongcuo.contracts.fields import identifier, next_page, number


@dataclass(frozen=True, kw_only=True)
class YearQuery:
    """One."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class YearsQuery:
    """A page of the list, the latest first."""

    cursor: str = next_page()
    limit: int = number(1, 200, default=50)
