"""What review needs from outside: where cases are kept."""

from datetime import datetime
from typing import Protocol

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.filing import OpenMatters, OpenMattersQuery
from rongcuo.contracts.review import CaseLine, CasesQuery, Punctuality
from services.review.domain import ReviewCase


class Cases(Protocol):
    """Cases, one at a time for writing, many at a time for reading."""

    def get(self, case_id: str) -> ReviewCase:
        """Lock and fetch; raises `not_found`."""

    def put(self, case: ReviewCase) -> None:
        """Insert or update; raises `changed_meanwhile`."""

    def seen(self, actor: Actor, case_id: str) -> ReviewCase:
        """One that the actor may see; raises `not_found`."""

    def page(self, actor: Actor, query: CasesQuery, now: datetime) -> tuple[tuple[CaseLine, ...], str]:
        """Lines of one tab within the actor's sight, soonest deadline first, and the next page's cursor."""

    def counts(self, actor: Actor, now: datetime) -> dict[str, int]:
        """How many cases each tab holds within the actor's sight."""

    def punctuality(self, actor: Actor, division_code: str, now: datetime) -> Punctuality:
        """Over the cases at or below a division, within the actor's sight."""

    def open_matters(self, query: OpenMattersQuery) -> OpenMatters:
        """Cases that have not ended, by id."""

    def editions(self) -> tuple[tuple[str, str], ...]:
        """Divisions of open cases with the calendar editions that their due dates were found with."""

    def claim(self, division_code: str, edition: str, limit: int) -> tuple[ReviewCase, ...]:
        """Lock open cases of a division and an edition, passing over those that somebody else works on."""
