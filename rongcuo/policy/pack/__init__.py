"""Policy packs: the rules of a place from a date on, inherited from province to prefecture to county."""

from rongcuo.policy.pack.pack import Pack
from rongcuo.policy.pack.shelf import PackShelf
from rongcuo.policy.pack.terms import (
    FilingRules,
    Item,
    Letter,
    OfficeHours,
    QuietHours,
    Quorum,
    Reminder,
    Stage,
    VerificationRule,
    WhitelistRule,
)
from rongcuo.policy.source import Source, Standing

__all__ = [
    "FilingRules",
    "Item",
    "Letter",
    "OfficeHours",
    "Pack",
    "PackShelf",
    "QuietHours",
    "Quorum",
    "Reminder",
    "Source",
    "Stage",
    "Standing",
    "VerificationRule",
    "WhitelistRule",
]
