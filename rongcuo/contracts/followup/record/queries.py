"""What can be asked about records."""

from dataclasses import dataclass

from rongcuo.contracts.fields import identifier, line, next_page, number


@dataclass(frozen=True, kw_only=True)
class RecordQuery:
    """Of one officer."""

    person_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class CorrectionQuery:
    """One request."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class CorrectionsQuery:
    """A page of a list. `tab`: organ (open ones of its facts), closed, own (what the actor asked for)."""

    tab: str = line(20, default="organ")
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)
