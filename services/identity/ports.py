"""What identity needs from outside: where officers are kept, and who hashes passwords."""

from datetime import datetime
from typing import Protocol

from rongcuo.contracts.actor import Actor
from services.identity.domain import Officer, Session


class Officers(Protocol):
    """Officers, their sessions, and failed attempts to sign in."""

    def get(self, officer_id: str) -> Officer:
        """Lock and fetch; raises `not_found`."""

    def put(self, officer: Officer) -> None:
        """Insert or update; raises `identity.username_taken` or `changed_meanwhile`."""

    def find(self, username: str) -> Officer | None:
        """By user name, without regard to case."""

    def known(self, ids: set[str]) -> set[str]:
        """Which of these ids exist."""

    def empty(self) -> bool:
        """Whether there is no officer at all."""

    def seen(self, actor: Actor, officer_id: str) -> Officer:
        """One that the actor may see; raises `not_found`."""

    def listed(self, actor: Actor, organ_id: str) -> tuple[Officer, ...]:
        """The active officers of an organ that the actor may see, by name."""

    def holder(self, digest: str, now: datetime) -> Officer | None:
        """The active officer whose unexpired session this is."""

    def open_session(self, session: Session) -> None:
        """Keep a new session."""

    def close_session(self, digest: str) -> None:
        """End one session, if it exists."""

    def close_sessions_of(self, officer_id: str) -> None:
        """End all of an officer's sessions."""

    def failures(self, key: str, since: datetime) -> int:
        """How often signing in failed for this key since then."""

    def note_failure(self, key: str, at: datetime) -> None:
        """Remember a failure."""

    def forget_failures(self, key: str) -> None:
        """The right password was given."""

    def sweep(self, sessions_before: datetime, failures_before: datetime) -> None:
        """Drop what has expired."""


class Passwords(Protocol):
    """Slow, salted hashing that does not hold up the process."""

    def hash(self, password: str) -> str:
        """With a fresh salt."""

    def match(self, password_hash: str | None, password: str) -> bool:
        """Takes as long for None, which never matches, as for a real hash."""
