"""Somebody, as far as it counts who they are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """By an account, a name, the keys of a unit's names."""

    officer_id: str = ""
    name: str = ""
    units: frozenset[str] = frozenset()
