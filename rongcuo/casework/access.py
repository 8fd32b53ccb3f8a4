"""What a role may do, and which rows it sees. What a scope means is said once, in `Reading.shown`, and read
twice: here of one object, in `visibility` of all rows of a table."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import is_at_or_below

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
B = TypeVar("B")
V = TypeVar("V", bound=StrEnum)


WATCHERS = (Role.SYSTEM, Role.OPERATOR)  # may list the ids of open cases, without their content


class Scope(StrEnum):
    """Which rows a role sees."""

    NONE = "none"
    OWN_UNIT = "own_unit"                # of the officer themselves, or of their unit with the same organ
    ORGAN = "organ"                      # with the officer's organ
    DIVISIONS_BELOW = "divisions_below"  # at or below the officer's division
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Rights(Generic[V]):
    """What a role may do, and with which rows."""

    scope: Scope
    verbs: frozenset[V] = frozenset()


@dataclass(frozen=True, slots=True)
class Ownership(Generic[T_co]):
    """To whom something belongs: of an object the values, of a table the columns. What a kind of row does not
    have is None, and nobody's."""

    organ_id: T_co
    division_code: T_co
    filer_id: T_co | None = None
    unit_key: T_co | None = None        # of the filer's or the subject's unit,
    unit_organ_id: T_co | None = None   # and the organ it belongs to


class Reading(ABC, Generic[T, B]):
    """What scopes mean, in the words that a reading has for it. What an actor lacks (an organ, a unit, a
    known division) matches nothing, least of all rows that lack it too."""

    def shown(self, scope: Scope, actor: Actor, owned: Ownership[T], open_to: B) -> B:
        """Whether the scope shows the actor what is owned so. `open_to`: whether it is to be seen by those
        who have nothing but their post to do with it. For whoever was recused it is as little there as for
        somebody from elsewhere; only what they or their unit filed stays theirs."""
        match scope:
            case Scope.NONE:
                return self.any_of()
            case Scope.OWN_UNIT:
                return self.any_of(
                    self.same(owned.filer_id, actor.officer_id),
                    self.all_of(self.one_of(owned.unit_key, actor.units),
                                self.same(owned.unit_organ_id, actor.organ_id)))
            case Scope.ORGAN:
                return self.all_of(open_to, self.same(owned.organ_id, actor.organ_id))
            case Scope.DIVISIONS_BELOW:
                return self.all_of(open_to, self.at_or_below(owned.division_code, actor.division_code))
            case Scope.ALL:
                return self.all_of()

    @abstractmethod
    def same(self, held: T | None, theirs: str) -> B: ...

    @abstractmethod
    def one_of(self, held: T | None, theirs: Collection[str]) -> B: ...

    @abstractmethod
    def at_or_below(self, held: T, division_code: str) -> B: ...

    @abstractmethod
    def any_of(self, *conditions: B) -> B: ...

    @abstractmethod
    def all_of(self, *conditions: B) -> B: ...


class _OfValues(Reading[str, bool]):
    def same(self, held: str | None, theirs: str) -> bool:
        return bool(theirs) and held == theirs

    def one_of(self, held: str | None, theirs: Collection[str]) -> bool:
        return held in theirs

    def at_or_below(self, held: str, division_code: str) -> bool:
        return is_at_or_below(held, division_code)

    def any_of(self, *conditions: bool) -> bool:
        return any(conditions)

    def all_of(self, *conditions: bool) -> bool:
        return all(conditions)


_OF_VALUES = _OfValues()


def of_roles(table: Mapping[Role, T], actor: Actor) -> tuple[T, ...]:
    """What a table of rights says of the actor's roles. A role that does not stand in it sees and may do
    nothing."""
    return tuple(table[role] for role in actor.roles if role in table)


def shows(scope: Scope, actor: Actor, owned: Ownership[str], open_to: bool = True) -> bool:
    """Whether a scope shows something to the actor; `visibility.shown` says the same in SQL."""
    return _OF_VALUES.shown(scope, actor, owned, open_to)


def require_caseworker(actor: Actor) -> None:
    """Raises `forbidden` for all but the reviewers and leads of an organ."""
    if not actor.has(Role.REVIEWER, Role.LEAD):
        raise CaseError("forbidden")


def require_watcher(actor: Actor) -> None:
    """Raises `forbidden` for all but the watchdog and those who operate it."""
    if not actor.has(*WATCHERS):
        raise CaseError("forbidden")
