"""What a pack is made of. Every term carries its source; its standing may be illustrative."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Literal

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.gaps import BINDING, Force, Gap
from rongcuo.policy.limit import Limit
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: a situation, a condition, a colour, a criterion, an outcome.

    `needs_reason`: a catch-all, which is worth nothing without a written reason. `weight`: of a measure among
    others; 0 where its place is unknown.
    """

    code: str
    name: str
    name_en: str
    text: str
    source: Source
    needs_reason: bool = False
    weight: int = 0


class Phase(StrEnum):
    """What happens to a determination in a stage, in the order in which it happens. A place may have several
    stages of one phase; names and limits are the stages' own."""

    APPLICATION = "application"
    ACCEPTANCE = "acceptance"
    VERIFICATION = "verification"
    MEETING = "meeting"
    FEEDBACK = "feedback"
    RECORD_FILING = "record_filing"


@dataclass(frozen=True, slots=True)
class Stage:
    """`extend_once`: by how many units of the limit the stage may be extended once; None if it may not.
    `phase`: of a determination's stage; empty for a filing's.
    """

    code: str
    name: str
    name_en: str
    limit: Limit
    extend_once: int | None
    source: Source
    phase: Phase | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """`offset` from the deadline: negative before it, zero or positive after."""

    offset: timedelta
    code: str
    source: Source


@dataclass(frozen=True, slots=True)
class VerificationRule:
    """Which filings go to a verification team after the preliminary review."""

    always: bool
    situations: frozenset[str]
    colours: frozenset[str]
    source: Source


@dataclass(frozen=True, slots=True)
class WhitelistRule:
    """Which filings are entered on the tolerance whitelist when they are accepted."""

    situations: frozenset[str]
    source: Source


@dataclass(frozen=True, slots=True)
class FilingRules:
    """`validity_months`: how long an accepted filing holds unless it says otherwise; from the filing on for
    `longest_validity_months` at most. `requires`: names of the
    parts that must be filled on submission, as `checks.PARTS` knows them."""

    validity_months: int
    longest_validity_months: int
    supplement_limit: Limit
    supplements_allowed: int
    requires: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Local time, Asia/Shanghai."""

    open: time
    close: time
    source: Source


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nobody is disturbed; often over midnight, `end` excluded. Local time, Asia/Shanghai."""

    start: time
    end: time
    source: Source

    def hold(self, at: datetime) -> bool:
        hour = at.astimezone(ZONE).time()
        if self.start <= self.end:
            return self.start <= hour < self.end
        return hour >= self.start or hour < self.end

    def over_at(self, at: datetime) -> datetime:
        """`at` itself, or when it is quiet the moment the quiet ends."""
        if not self.hold(at):
            return at
        local = at.astimezone(ZONE)
        end = datetime.combine(local.date(), self.end, ZONE)
        return end if end > local else end + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Of a joint meeting. `present_percent` is of all members who were called, whoever is recused; beside it
    `voters_at_least` vote on each item. `pass_percent` is of the votes cast."""

    members_at_least: int
    present_percent: int
    pass_percent: int
    voters_at_least: int
    source: Source


@dataclass(frozen=True, slots=True)
class AssessmentRule:
    """`sets`: which sets of criteria a determination is assessed by, and by how many assessors at least."""

    sets: Mapping[str, int]
    source: Source


class Barred(StrEnum):
    """Who cannot vote on a case because of an earlier part in it."""

    CLUE_HANDLER = "clue_handler"  # disposed of the clue
    TEAM = "team"                  # verified the case, or held it at any time


@dataclass(frozen=True, slots=True)
class JointMeetingRule:
    """`barred`: values of `Barred`. The subject, their unit and whoever is recused are barred everywhere.
    `conclude_within`: how long there is to vote and to write the minutes, from the roll on, and to sign them
    once they are written."""

    barred: frozenset[str]
    conclude_within: Limit
    source: Source


@dataclass(frozen=True, slots=True)
class AppealRule:
    """`lodge_within` counts from the decision, `decide_within` from the appeal. `panel_odd`: whether
    a panel is named with an odd number of members."""

    lodge_within: Limit
    decide_within: Limit
    panel_at_least: int
    panel_odd: bool
    source: Source


@dataclass(frozen=True, slots=True)
class ObjectionRule:
    """Against the refusal of a filing. `lodge_within` counts from the refusal, `decide_within` from the
    objection."""

    lodge_within: Limit
    decide_within: Limit
    source: Source


@dataclass(frozen=True, slots=True)
class SuspensionRule:
    """`look_again_after`: how long a clock stands still until the leads are told that it still does, and
    from then on each time anew; `at_most`: how long after it first stood still, in one stage, it
    runs on by itself."""

    look_again_after: Limit
    at_most: Limit
    source: Source


@dataclass(frozen=True, slots=True)
class GapRule:
    """What a gap before a step does to it; one that is not named is only said."""

    forces: Mapping[Gap, Force]
    source: Source

    def force(self, gap: Gap) -> Force:
        return Force.REFUSE if gap in BINDING else self.forces.get(gap, Force.WARN)


@dataclass(frozen=True, slots=True)
class OrganMarks:
    """机关代字, which stand before a letter's year and number. `general` is for an organ without its own."""

    general: str
    own: Mapping[str, str]
    source: Source

    def of(self, organ_id: str) -> str:
        return self.own.get(organ_id) or self.general.replace("{organ}", organ_id)


@dataclass(frozen=True, slots=True)
class Letter:
    """`body` holds placeholders in braces; whoever writes the letter fills them. A line with an empty one is
    left out."""

    code: str
    name: str
    name_en: str
    title: str
    body: str
    source: Source
