"""What opens an account: sessions, and links that work once."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from rongcuo.contracts.identity import LinkPurpose
from services.identity.domain.officer import Officer

SESSION_LIFE = timedelta(hours=12)   # our own figures, like those below
INVITATION_LIFE = timedelta(days=3)
RESET_LIFE = timedelta(hours=1)
REMEMBERED = timedelta(days=90)      # an address from which somebody signed in
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Session:
    """A token's life. Only the token's digest is kept."""

    digest: str
    officer_id: str
    began_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    address: str = ""

    @classmethod
    def begin(cls, token: str, officer: Officer, address: str, now: datetime) -> Self:
        """A session of the full length."""
        return cls(digest_of(token), officer.id, now, now, now + SESSION_LIFE, address)

    @property
    def id(self) -> str:
        """What names it to its officer, and opens nothing."""
        return self.digest[:16]


@dataclass(frozen=True, slots=True)
class Link:
    """A way to set a password, once. An officer has one at most: the newest.

    Only a digest of its token is kept, and a token is made when the link leaves the house, so `digest` is
    empty until then. `mail_at`: when it is next tried by mail; None where it is not mailed, or was.
    """

    officer_id: str
    purpose: LinkPurpose
    expires_at: datetime
    digest: str = ""
    mail_at: datetime | None = None
    tries: int = 0

    @classmethod
    def of(cls, officer: Officer, now: datetime, *, mailed: bool = False) -> Self:
        """An invitation for whom has no password yet; else a reset."""
        purpose = LinkPurpose.RESET if officer.password_hash else LinkPurpose.INVITATION
        life = RESET_LIFE if officer.password_hash else INVITATION_LIFE
        return cls(officer.id, purpose, now + life, mail_at=now if mailed else None)

    def with_token(self, token: str) -> Self:
        """The former token opens nothing any more."""
        return replace(self, digest=digest_of(token))

    def sent(self) -> Self:
        """It left the house."""
        return replace(self, mail_at=None)

    def put_off(self, now: datetime) -> Self:
        """Tried again ever later, for as long as it would open anything."""
        pause = min(FIRST_PAUSE * 2 ** self.tries, LONGEST_PAUSE)
        later = now + pause if now + pause < self.expires_at else None
        return replace(self, tries=self.tries + 1, mail_at=later)


@dataclass(frozen=True, slots=True)
class Handed:
    """A link that somebody held before its officer did: shown to `by`, to be handed over in person. Whoever
    used it, from `address`, may have been either; so its officer is told."""

    digest: str
    officer_id: str
    by: str
    used_at: datetime | None = None
    address: str = ""


class Presence:
    """When each session was last used, as far as this process knows; written down from time to time."""

    def __init__(self) -> None:
        self._seen: Mapping[str, datetime] = {}
        self._fresh: dict[str, datetime] = {}

    def note(self, digest: str, at: datetime) -> None:
        """Used now."""
        self._fresh[digest] = at

    def last(self, digest: str) -> datetime | None:
        """None: not seen here."""
        return self._fresh.get(digest) or self._seen.get(digest)

    def take(self) -> Mapping[str, datetime]:
        """What was noted since the last call. It stays known here until the next, when it is written down."""
        self._seen, self._fresh = self._fresh, {}
        return self._seen


def digest_of(secret: str) -> str:
    """What is kept of a token, which is too random to need a salt, or of a user name that somebody tried."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
