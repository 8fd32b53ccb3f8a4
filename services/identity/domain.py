"""Officers in their posts, their sessions, and what a password must be."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Self

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.identity import EnrolOfficer, OfficerDismissed, OfficerEnrolled, OrganView
from rongcuo.texts.signs import is_seen

SESSION_LIFE = timedelta(hours=12)
CALM_DOWN = timedelta(minutes=15)  # failures older than this are forgotten
MOST_FAILURES = 8                  # within CALM_DOWN; then even the right password has to wait
LEAST_PASSWORD = 12                # characters
LEAST_DIFFERENT = 5                # different characters: "abababababab" is no password


@dataclass(kw_only=True)
class Officer(Recording):
    """A person with an account and a post. `username` is compared without regard to case."""

    id: str
    username: str
    name: str
    organ_id: str
    division_code: str
    unit: str
    email: str
    roles: frozenset[Role]
    password_hash: str
    active: bool = True

    @classmethod
    def enrol(cls, officer_id: str, command: EnrolOfficer, organ: OrganView, password_hash: str) -> Self:
        """A new officer. Raises `invalid` where the post is incomplete."""
        require_complete(command)
        officer = cls(id=officer_id, username=command.username.lower(), name=command.name.strip(),
                      organ_id=organ.organ_id, division_code=organ.division_code, unit=command.unit.strip(),
                      email=command.email, roles=frozenset(command.roles), password_hash=password_hash)
        officer.record(OfficerEnrolled(
            officer_id=officer.id, name=officer.name, organ_id=officer.organ_id, unit=officer.unit,
            division_code=officer.division_code, email=officer.email, roles=tuple(sorted(officer.roles))))
        return officer

    def dismiss(self) -> None:
        """Take the post away. Dismissing twice changes nothing."""
        if self.active:
            self.active = False
            self.record(OfficerDismissed(officer_id=self.id, organ_id=self.organ_id))

    @property
    def actor(self) -> Actor:
        """The officer as they act."""
        return Actor(self.id, self.name, self.organ_id, self.division_code, self.unit, self.roles)


@dataclass(frozen=True, slots=True)
class Session:
    """A token's life. Only the token's digest is kept."""

    digest: str
    officer_id: str
    expires_at: datetime

    @classmethod
    def begin(cls, token: str, officer: Officer, now: datetime) -> Self:
        """A session of the full length."""
        return cls(digest_of(token), officer.id, now + SESSION_LIFE)


def digest_of(secret: str) -> str:
    """What is kept of a token, which is too random to need a salt, or of a user name that somebody tried."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def require_calm(failures: int) -> None:
    """Raises `too_many_attempts` after too many failures within CALM_DOWN."""
    if failures >= MOST_FAILURES:
        raise CaseError("too_many_attempts", details={"minutes": int(CALM_DOWN.total_seconds() // 60)})


def require_complete(command: EnrolOfficer) -> None:
    """Raises `invalid` naming what the post still lacks."""
    wrong: dict[str, list[str]] = {}
    if not command.roles or Role.SYSTEM in command.roles:
        wrong["roles"] = ["Must name at least one role of a person."]
    if Role.FILER in command.roles and not is_seen(command.unit):
        wrong["unit"] = ["A filer needs a unit."]
    if wrong:
        raise CaseError("invalid", details={"fields": wrong})


def require_strong(password: str, username: str) -> None:
    """Raises `identity.weak_password`: too short, too uniform, common, or the user name itself."""
    plain = password.strip().lower()
    too_simple = len(plain) < LEAST_PASSWORD or len(set(plain)) < LEAST_DIFFERENT
    if too_simple or plain in _common() or plain == username.lower():
        raise CaseError("identity.weak_password", details={"least": LEAST_PASSWORD})


@cache
def _common() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("common_passwords.txt").read_text("utf-8").split())
