"""What can be asked about programmes."""

from dataclasses import dataclass

from rongcuo.contracts.fields import next_page, number


@dataclass(frozen=True, kw_only=True)
class ProgrammesQuery:
    """The programmes of the actor's own organ, newest first."""

    cursor: str = next_page()
    limit: int = number(1, 200, default=50)
