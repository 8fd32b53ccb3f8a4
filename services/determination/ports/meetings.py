"""Joint meetings in the repository."""

from typing import Protocol

from rongcuo.casework.ports import Repository
from services.determination.domain.meeting import JointMeeting


class Meetings(Repository[JointMeeting], Protocol):
    """Joint meetings inside one transaction. `get` locks: fifteen members may vote at once."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's meetings of a year up by one, without gaps."""
