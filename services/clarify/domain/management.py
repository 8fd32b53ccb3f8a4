"""管理权限: which level manages somebody's post."""

from typing import Final

from rongcuo.contracts.clarify import ManagedBy
from rongcuo.policy.divisions import division

LEVELS: Final = tuple(ManagedBy)     # from below


def least_managed_by(division_code: str) -> ManagedBy:
    """Of whoever works there. Identity knows no ranks, but where somebody's organ is."""
    return ManagedBy(division(division_code).level.value)


def highest(*levels: ManagedBy) -> ManagedBy:
    """What is written of somebody may raise what is known of them, never lower it."""
    return max(levels, key=LEVELS.index)
