"""How many have to be there, and how many decide (法定人数)."""

from rongcuo.policy.pack import Quorum


def share_of(percent: int, whole: int) -> int:
    """The least number that is that much of the whole: 67 % of 4 is 3."""
    return -(-percent * whole // 100)


def present_wanted(members: int, quorum: Quorum) -> int:
    """How many of so many members open a session."""
    return max(share_of(quorum.present_percent, members), 1)


def voters_wanted(called: int, quorum: Quorum) -> int:
    """How many decide on each item, where so many were called."""
    return max(share_of(quorum.present_percent, called), quorum.voters_at_least)
