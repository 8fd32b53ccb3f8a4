"""What the repositories of all kinds of cases can do, and what is said about one of them."""

from typing import Protocol, TypeVar

A = TypeVar("A", covariant=True)


class OfCase(Protocol):
    """A command, or an event, about one case."""

    @property
    def case_id(self) -> str: ...


class Repository(Protocol[A]):
    """Aggregates of one kind inside one transaction."""

    def get(self, aggregate_id: str) -> A:
        """One to be changed, locked until the transaction ends. Raises `not_found`."""

    def read(self, aggregate_id: str) -> A:
        """One as it stands. Raises `not_found`."""

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        """The ids of open ones that an officer holds, or of which they are a member."""


class Dated(Repository[A], Protocol[A]):
    """Aggregates whose due dates follow from a calendar."""

    def open_of(self, organ_id: str) -> tuple[A, ...]:
        """The organ's, of which something is left to be done; as they stand."""

    def standing_still(self) -> tuple[str, ...]:
        """The ids of open ones whose clock is suspended."""

    def editions(self) -> tuple[tuple[str, str], ...]:
        """Divisions of open ones, with the calendar editions that their due dates were found with."""

    def claim(self, division_code: str, edition: str, most: int) -> tuple[A, ...]:
        """Open ones of a division and an edition, but not those another replica has."""
