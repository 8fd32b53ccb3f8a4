"""Under which keys somebody is known from whom a case is kept: of their account, their name, their unit.

Digests, so that no name stands where only sight is asked. Whoever knows a name can compute its key, so they
hide and do not seal.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final, Protocol

from rongcuo.casework.people import Person
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.unit_names import unit_keys
from rongcuo.texts.folding import name_key

LENGTH: Final = 32     # hexadecimal digits of a key


class Somebody(Protocol):
    """Whoever acts, or is asked about: an actor, or an officer as identity tells of them."""

    @property
    def officer_id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def units(self) -> frozenset[str]: ...


def known_by(somebody: Somebody) -> frozenset[str]:
    """All keys under which somebody may be named."""
    return officer_keys(somebody.officer_id) | name_keys(somebody.name) | folded_keys(units=somebody.units)


def keys_of(*people: Person) -> frozenset[str]:
    """Of whoever these are, by whichever account they sign in and wherever they sit: by account and by name.
    Whoever is called the same counts as the same."""
    return officer_keys(*(each.officer_id for each in people)) | name_keys(*(each.name for each in people))


def is_one_of(somebody: Person, people: Iterable[Person]) -> bool:
    """Whether somebody is one of these people, also by another account."""
    return not keys_of(somebody).isdisjoint(keys_of(*people))


def officer_keys(*officer_ids: str) -> frozenset[str]:
    """By their accounts."""
    return _keys("officer", officer_ids)


def name_keys(*names: str) -> frozenset[str]:
    """By whole names, however they are written. Whoever is called the same is kept from it too."""
    return folded_keys(names=map(name_key, names))


def unit_names_keys(*units: str) -> frozenset[str]:
    """Of everybody in these units, by any of their names."""
    return folded_keys(units=unit_keys(*units))


def folded_keys(names: Iterable[str] = (), units: Iterable[str] = ()) -> frozenset[str]:
    """Of names and units that are kept as `name_key` and `unit_key` fold them."""
    return _keys("name", names) | _keys("unit", units)


def apart_of(stands: Standing) -> frozenset[str]:
    """The keys of all from whom a matter is kept, as its own event tells it. Whatever opens from that event,
    or follows the matter, takes them along: `Case.keep_from`."""
    return officer_keys(*stands.apart) | unit_names_keys(*stands.units_apart) | frozenset(stands.keys_apart)


def _keys(kind: str, values: Iterable[str]) -> frozenset[str]:
    return frozenset(sha256(f"{kind}:{value}".encode()).hexdigest()[:LENGTH] for value in values if value)
