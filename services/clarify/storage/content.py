"""What contents of several kinds of cases are made of, as JSON holds it."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from rongcuo.casework.people import Holder
from rongcuo.contracts.serialisation import dump, load
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.apart import Apart


def dumped(value: Any) -> dict[str, Any] | None:
    """A contract, where there is one."""
    return None if value is None else dump(value)


def all_dumped(values: Iterable[Any]) -> list[dict[str, Any]]:
    """Contracts, in their order."""
    return [dump(each) for each in values]


def all_of(kind: type[Any], entries: Iterable[Any]) -> tuple[Any, ...]:
    """Contracts of one kind."""
    return tuple(load(kind, entry, tolerant=True) for entry in entries)


def maybe(kind: type[Any], entry: Any) -> Any:
    """One, where there is one."""
    return load(kind, entry, tolerant=True) if entry else None


def counted_out(counted: Any) -> dict[str, Any] | None:
    """What figures need of a case, where it is in any."""
    return None if counted is None else asdict(counted)


def clock_out(clock: DeadlineClock | None) -> dict[str, Any] | None:
    """A clock that may not run yet."""
    return clock.to_dict() if clock else None


def clock_in(entry: Any) -> DeadlineClock | None:
    """As `clock_out` wrote it."""
    return DeadlineClock.from_dict(entry) if entry else None


def moment_out(at: datetime | None) -> str | None:
    """A moment that may not have come."""
    return at.isoformat() if at else None


def moment_in(entry: Any) -> datetime | None:
    """As `moment_out` wrote it."""
    return datetime.fromisoformat(entry) if entry else None


def people_out(people: Iterable[Holder]) -> list[list[str]]:
    """Who had a hand in a case."""
    return sorted([each.officer_id, each.name] for each in people)


def people_in(entries: Iterable[Any]) -> frozenset[Holder]:
    """As `people_out` wrote it; rows of before have their accounts alone."""
    return frozenset(Holder(each, "") if isinstance(each, str) else Holder(*each) for each in entries)


def day_out(day: date | None) -> str | None:
    """A day that may not be set."""
    return day.isoformat() if day else None


def day_in(entry: Any) -> date | None:
    """As `day_out` wrote it."""
    return date.fromisoformat(entry) if entry else None


def apart_out(apart: Apart) -> dict[str, list[str]]:
    """Whom a case is kept from."""
    return {"officers": sorted(apart.officers), "units": sorted(apart.units), "keys": sorted(apart.keys)}


def apart_in(entry: Any) -> Apart:
    """As `apart_out` wrote it."""
    return Apart(*(frozenset(entry[each]) for each in ("officers", "units", "keys")))
