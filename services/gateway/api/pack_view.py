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
    """A stage with its limit; `extend_once` in the limit's unit."""

    code: str
    name: str
    name_en: str
    limit: LimitView
    extend_once: int | None
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class PackView:
    """The parts of a pack that a filing meets. The answer holds its other parts too, each with its source."""

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
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else value
