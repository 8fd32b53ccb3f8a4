"""管理权限: which level manages somebody's post."""

from typing import Final

from rongcuo.contracts.clarify import ManagedBy, PersonLevel
from rongcuo.policy.divisions import division

LEVELS: Final = tuple(ManagedBy)     # from below
OF_LEVEL: Final = {PersonLevel.BUREAU: ManagedBy.PROVINCE, PersonLevel.COUNTY: ManagedBy.PREFECTURE}
"""Who manages a post of this level at least (省管、市管); any other may be the county's."""


def manager(level: PersonLevel) -> int:
    """How high up somebody of this level is managed; 0 is the county."""
    return LEVELS.index(OF_LEVEL.get(level, ManagedBy.COUNTY))


def least_managed_by(division_code: str) -> ManagedBy:
    """Of whoever works there. Identity knows no ranks, but where somebody's organ is."""
    return ManagedBy(division(division_code).level.value)


def highest(*levels: ManagedBy) -> ManagedBy:
    """What is written of somebody may raise what is known of them, never lower it."""
    return max(levels, key=LEVELS.index)
