"""Joint meetings in the repository."""

from typing import Protocol

from services.review.domain.meeting import JointMeeting


class Meetings(Protocol):
    """Joint meetings inside one transaction. What is never put is never changed."""

    def get(self, meeting_id: str) -> JointMeeting:
        """A meeting to be changed, locked until the transaction ends: fifteen may vote at once. Raises
        `not_found`."""

    def read(self, meeting_id: str) -> JointMeeting:
        """A meeting as it stands. Raises `not_found`."""

    def next_number(self, organ_id: str, year: int) -> int:
        """The next number of an organ's meetings in a year, from 1, without gaps."""
