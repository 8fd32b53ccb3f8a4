"""What identity needs from outside: where officers are kept, who hashes passwords, who counts and watches."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.identity import Alarm, UnitChange
from services.identity.domain.attempts import Budget
from services.identity.domain.credentials import Handed, Link, Session
from services.identity.domain.officer import Officer
from services.identity.domain.organ_unit import OrganUnit
from services.identity.domain.unsent import Unsent


class Officers(Protocol):
    """Officers, their units, and what they sign in with."""

    def get(self, officer_id: str) -> Officer:
        """Lock and fetch; raises `not_found`."""

    def put(self, aggregate: Officer | OrganUnit) -> None:
        """Insert or update; raises `identity.username_taken`, `identity.unit_name_taken` or
        `changed_meanwhile`."""

    def find(self, username: str) -> Officer | None:
        """By user name, without regard to case."""

    def officer(self, officer_id: str) -> Officer | None:
        """By id."""

    def known(self, ids: set[str]) -> set[str]:
        """Which of these ids exist."""

    def empty(self) -> bool:
        """Whether there is no officer at all."""

    def unit(self, unit_id: str, missing: str = "not_found") -> OrganUnit:
        """Lock and fetch; raises `missing`, also for one that was merged into another."""

    def proposed_for(self, unit_id: str) -> UnitChange | None:
        """What waits to be confirmed, not locked."""

    def unit_known(self, organ_id: str, name: str) -> OrganUnit | None:
        """The unit of an organ that has this name, or had it."""

    def organs_with_unit(self, name: str) -> tuple[str, ...]:
        """Which organs have, or had, a unit of this name."""

    def unit_called(self, organ_id: str, name: str) -> OrganUnit:
        """The same, locked. Raises `changed_meanwhile` where it was merged at this moment."""

    def units(self, organ_id: str) -> tuple[OrganUnit, ...]:
        """Of an organ, by name."""

    def claim_name(self, unit: OrganUnit, name: str) -> bool:
        """Until the commit nobody else enters a unit of this name; False where there is one."""

    def move_all(self, of: OrganUnit, to: OrganUnit) -> None:
        """All names and officers of one unit become another's."""

    def registrars(self, organ_id: str) -> int:
        """How many registrars an organ has; they stay so many until the unit ends."""

    def seen(self, actor: Actor, officer_id: str) -> Officer:
        """One that the actor may see; raises `not_found`."""

    def listed(self, actor: Actor, organ_id: str, everyone: bool) -> tuple[Officer, ...]:
        """The officers of an organ that the actor may see, by name: the active ones, or all."""

    def holder(self, digest: str, now: datetime) -> tuple[Session, Officer] | None:
        """An unexpired session and the active officer whose it is."""

    def sessions_of(self, officer_id: str, now: datetime) -> tuple[Session, ...]:
        """An officer's unexpired sessions, the latest used first."""

    def open_session(self, session: Session) -> None:
        """Keep a new session."""

    def see_session(self, digest: str, at: datetime) -> None:
        """It was used then, if not later still."""

    def close_session(self, digest: str) -> None:
        """End one session, if it exists."""

    def close_sessions_of(self, officer_id: str, but: str = "") -> None:
        """End all of an officer's sessions, except the one of this digest."""

    def known_at(self, officer_id: str, address: str) -> bool:
        """Whether the officer has signed in from this address before."""

    def know_at(self, officer_id: str, address: str, at: datetime) -> None:
        """They have now."""

    def put_link(self, link: Link) -> None:
        """Keep it instead of the officer's former one."""

    def drop_link(self, officer_id: str) -> None:
        """It opens nothing any more."""

    def has_link(self, officer_id: str, now: datetime) -> bool:
        """Whether the officer has one that is still good, or on its way."""

    def link(self, digest: str, now: datetime) -> tuple[Link, Officer] | None:
        """A link that is still good, with the active officer whose it is."""

    def link_to_mail(self, now: datetime) -> tuple[Link, Officer] | None:
        """Lock the next link that is to be mailed; one that somebody else works on is passed over."""

    def put_unsent(self, form: Unsent) -> None:
        """Keep it instead of the officer's former words of this form."""

    def unsent(self, officer_id: str, form: str) -> Unsent | None:
        """What is kept of a form."""

    def claim_unsent(self, officer_id: str, form: str) -> Unsent | None:
        """The same; until the commit nobody else touches this officer's forms."""

    def unsent_of(self, officer_id: str) -> tuple[tuple[str, datetime], ...]:
        """The forms of which an officer's words are kept, and since when; the latest first."""

    def leave_unsent(self, officer_id: str, most: int) -> None:
        """Of an officer's forms only the latest with words, and the latest without."""

    def put_views(self, officer_id: str, sealed: str) -> None:
        """Keep them instead of the officer's former views."""

    def views_of(self, officer_id: str) -> str:
        """The views that an officer keeps; empty where there are none."""

    def hand_over(self, digest: str, officer_id: str, by: str, at: datetime) -> None:
        """A link was shown to somebody else than its officer."""

    def use_handed(self, digest: str, at: datetime, address: str) -> Handed | None:
        """It was used, if it is one of those."""

    def handed_to(self, officer_id: str) -> tuple[Handed, ...]:
        """Those of an officer that were used, the latest first."""

    def tell_of_handed(self, officer_id: str) -> bool:
        """Whether one was used of which they have not been told; now they are."""

    def raise_alarm(self, kind: str, subject: str, at: datetime) -> None:
        """For the operators to see."""

    def alarms(self) -> tuple[Alarm, ...]:
        """The latest first."""

    def sweep(self, now: datetime, unseen_since: datetime, unknown_since: datetime,
              unsent_since: datetime) -> None:
        """Drop what has expired or was not used since."""


class Passwords(Protocol):
    """Slow, salted hashing that does not hold up the process, nor does weighing, which may take a second.
    Raises `busy_signing_in` when too many wait."""

    def require_strong(self, password: str, about: tuple[str, ...]) -> None:
        """As the domain's. Raises `identity.weak_password`."""

    def hash(self, password: str) -> str:
        """With a fresh salt."""

    def match(self, password_hash: str | None, password: str, *, known: bool) -> bool:
        """Takes as long for None, which never matches, as for a real hash. Whoever is not `known` waits
        behind the others."""


class Budgets(Protocol):
    """How much is left of what may be tried. Each call is counted at once and by itself, for all replicas."""

    def spend(self, budget: Budget, *names: str) -> bool:
        """Take one; whether there was one."""

    def give_back(self, budget: Budget, *names: str) -> None:
        """It was not needed."""

    def clear(self, budget: Budget, *names: str) -> None:
        """As if nothing had been spent."""

    def seconds(self, budget: Budget, *names: str) -> int:
        """Until there is more."""

    def raise_alarm(self, budget: Budget, about: str, at: datetime) -> None:
        """Tell the operators that one is used up."""

    def forgive(self, account: str) -> None:
        """All that was spent on one account."""

    def sweep(self) -> None:
        """Drop what has run out."""


class Watch(Protocol):
    """The security log and its figures. Never told a secret, nor a name that was typed."""

    def write(self, what: str, **facts: str | int) -> None:
        """One line, now."""


@dataclass(frozen=True, slots=True)
class Guard:
    """All that stands between a stranger and an account. `mails`: whether a registrar's link goes by mail,
    `mails_when_asked`: whether that of a forgotten password does."""

    passwords: Passwords
    budgets: Budgets
    watch: Watch
    mails: bool = False
    mails_when_asked: bool = False
