"""A policy pack as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time, timedelta
from enum import Enum
from typing import Any

from rongcuo.policy.pack import Pack


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """Where an entry comes from; `standing` is verified or illustrative (示例)."""

    text: str
    standing: str
    grade: str
    checked: date | None


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """An entry of a list."""

    code: str
    name: str
    name_en: str
    text: str
    needs_reason: bool
    weight: int
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class LimitView:
    """`unit`: workdays, days or months."""

    amount: int
    unit: str
    counts_start: bool
    rolls: bool
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class StageView:
    """A stage with its limit; `extend_once` in the limit's unit. `phase`: of a determination, else empty."""

    code: str
    name: str
    name_en: str
    limit: LimitView
    extend_once: int | None
    source: SourceView
    phase: str


@dataclass(frozen=True, kw_only=True)
class QuorumView:
    """Of a joint meeting. `present_percent` is of all members called, `pass_percent` of the votes cast; so
    many as `voters_at_least` vote on each item."""

    members_at_least: int
    present_percent: int
    pass_percent: int
    voters_at_least: int
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class AssessmentRuleView:
    """`sets`: the sets of criteria that a determination is assessed by, each with its assessors at least."""

    sets: dict[str, int]
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class JointMeetingRuleView:
    """`barred`: whose earlier part in a case keeps them from voting on it: clue_handler, team."""

    barred: tuple[str, ...]
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class AppealRuleView:
    """`lodge_within` counts from the decision, `decide_within` from the appeal. `panel_odd`: whether
    a panel is named with an odd number of members."""

    lodge_within: LimitView
    decide_within: LimitView
    panel_at_least: int
    panel_odd: bool
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class ObjectionRuleView:
    """Against the refusal of a filing: from the refusal, and from the objection."""

    lodge_within: LimitView
    decide_within: LimitView
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class GapRuleView:
    """`forces`: gap -> acknowledge or refuse; every other gap is only said before its step."""

    forces: dict[str, str]
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class LetterTemplateView:
    """`body` holds placeholders in braces."""

    code: str
    name: str
    name_en: str
    title: str
    body: str
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class PackView:
    """The parts of a pack that a filing or a determination meets. The answer holds its other parts too, each
    with its source."""

    id: str
    division_code: str
    name: str
    valid_from: date
    valid_until: date | None
    lineage: tuple[str, ...]
    situations: dict[str, ItemView]
    conditions: dict[str, ItemView]
    positive_list: dict[str, ItemView]
    negative_list: dict[str, ItemView]
    outcomes: dict[str, ItemView]
    colours: dict[str, ItemView]
    colour_of: dict[str, str]
    filing_stages: tuple[StageView, ...]
    determination_stages: tuple[StageView, ...]
    criteria_sets: dict[str, tuple[ItemView, ...]]
    assessment: AssessmentRuleView
    measures: dict[str, ItemView]
    effects: dict[str, ItemView]
    quorum: QuorumView
    joint_meeting: JointMeetingRuleView
    appeal: AppealRuleView
    objection: ObjectionRuleView
    gaps: GapRuleView
    letters: dict[str, LetterTemplateView]


def plain(value: Any) -> Any:
    """Any part of a pack as JSON: dates and times in ISO form, spans of time in seconds, sets sorted."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {**named, "colours": plain(value.colours)} if isinstance(value, Pack) else named
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(plain(inner) for inner in value)
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else value
