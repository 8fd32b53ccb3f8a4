"""Whom a report is kept from: whoever is named in it, by their account or by what they are called, and
everybody of their units. Kept as digests: of a report that was passed up no name stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol, Self

from rongcuo.contracts.clarify import Allegation
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.unit_names import unit_keys
from rongcuo.texts.folding import name_key

LENGTH = 32     # hexadecimal digits of a key


class Somebody(Protocol):
    """Whoever acts, or is asked about: an actor, or an officer as identity tells of them."""

    @property
    def officer_id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def units(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Apart:
    """Whom a case that follows from a report is kept from: `officers` and everybody of `units`, who take no
    part in it, and whoever is known by one of `keys`, for whom it is not there."""

    officers: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def __or__(self, other: Self) -> Self:
        return type(self)(self.officers | other.officers, self.units | other.units, self.keys | other.keys)

    def keys_with(self, *officers: str) -> frozenset[str]:
        """The keys, with those of these officers."""
        return self.keys | officer_keys(*officers)


class KeptApart(Protocol):
    """A case that is not there for everybody."""

    def is_apart(self, somebody: Somebody) -> bool: ...


def require_not_apart(case: KeptApart, somebody: Somebody) -> None:
    """Raises `review.recused`."""
    if case.is_apart(somebody):
        raise CaseError("review.recused", details={"officer_id": somebody.officer_id})


def known_by(somebody: Somebody) -> frozenset[str]:
    """All keys under which somebody may be named."""
    return officer_keys(somebody.officer_id) | name_keys(somebody.name) | _keys("unit", somebody.units)


def named_in(allegations: Iterable[Allegation]) -> frozenset[str]:
    """The keys of everybody whom the allegations are about, as they are written."""
    people = [each.person for each in allegations]
    return (officer_keys(*(each.officer_id for each in people)) | name_keys(*(each.name for each in people))
            | unit_names_keys(*(each.unit for each in people)))


def officer_keys(*officer_ids: str) -> frozenset[str]:
    """By their accounts."""
    return _keys("officer", officer_ids)


def name_keys(*names: str) -> frozenset[str]:
    """By whole names, however they are written. Whoever is called the same is kept from it too."""
    return _keys("name", map(name_key, names))


def unit_names_keys(*units: str) -> frozenset[str]:
    """Of everybody in these units, by any of their names."""
    return _keys("unit", unit_keys(*units))


def _keys(kind: str, values: Iterable[str]) -> frozenset[str]:
    return frozenset(sha256(f"{kind}:{value}".encode()).hexdigest()[:LENGTH] for value in values if value)
