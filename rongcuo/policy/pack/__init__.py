"""Policy packs: the rules of a place from a date on, inherited from province to prefecture to county."""

from rongcuo.policy.pack.pack import Pack
from rongcuo.policy.pack.reading.fitting import LETTERS
from rongcuo.policy.pack.store import PackStore
from rongcuo.policy.pack.terms import (
    AppealRule,
    AssessmentRule,
    Barred,
    FilingRules,
    GapRule,
    Item,
    JointMeetingRule,
    Letter,
    ObjectionRule,
    OfficeHours,
    OrganMarks,
    Phase,
    QuietHours,
    Quorum,
    Reminder,
    Stage,
    VerificationRule,
    WhitelistRule,
)
from rongcuo.policy.provenance import Source, Standing

__all__ = [
    "LETTERS",
    "AppealRule",
    "AssessmentRule",
    "Barred",
    "FilingRules",
    "GapRule",
    "Item",
    "JointMeetingRule",
    "Letter",
    "ObjectionRule",
    "OfficeHours",
    "OrganMarks",
    "Pack",
    "PackStore",
    "Phase",
    "QuietHours",
    "Quorum",
    "Reminder",
    "Source",
    "Stage",
    "Standing",
    "VerificationRule",
    "WhitelistRule",
]
