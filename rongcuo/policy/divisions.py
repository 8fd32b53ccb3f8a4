"""The province, its 16 prefectures and 129 counties, by their six-digit codes (GB/T 2260)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from rongcuo.contracts.errors import CaseError

PROVINCE = "530000"


class Level(StrEnum):
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


# How many digits say where a division lies; the rest of its code are zeros.
DIGITS = MappingProxyType({Level.PROVINCE: 2, Level.PREFECTURE: 4, Level.COUNTY: 6})


@dataclass(frozen=True, slots=True)
class Division:
    """`parent` is the code of the next division up; empty for the province."""

    code: str
    name: str
    level: Level
    parent: str


@lru_cache(maxsize=1)
def _by_code() -> Mapping[str, Division]:
    text = files("rongcuo.policy").joinpath("divisions.csv").read_text("utf-8")
    rows = (
        Division(row["code"], row["name"], Level(row["level"]), row["parent"])
        for row in csv.DictReader(text.splitlines())
    )
    return MappingProxyType({division.code: division for division in rows})


def divisions() -> tuple[Division, ...]:
    """All 146, the province first, each prefecture before its counties."""
    return tuple(_by_code().values())


def known_codes() -> frozenset[str]:
    return frozenset(_by_code())


def division(code: str) -> Division:
    """Raises `policy.unknown_division` for a code that is none of the 146."""
    found = _by_code().get(code)
    if found is None:
        raise CaseError("policy.unknown_division", details={"division_code": code})
    return found


def lineage(code: str) -> tuple[str, ...]:
    """The codes from the province down to this division, itself included."""
    place = division(code)
    return (*lineage(place.parent), code) if place.parent else (code,)


def beginning(code: str) -> str | None:
    """What the codes at or below a division begin with: 530000 → 53, 530100 → 5301, 530127 → itself; None for
    a code that is none of the 146, since every code begins with an empty one."""
    place = _by_code().get(code)
    return code[:DIGITS[place.level]] if place else None


def is_at_or_below(code: str, above: str) -> bool:
    """Whether a division is this one or lies in it. Nothing lies in an unknown one."""
    shared = beginning(above)
    return shared is not None and code.startswith(shared)


def organ_above(organ_id: str) -> str:
    """Of a dispatched organ the commission that dispatched it, otherwise that of the division above; empty
    above the province."""
    code, _, dispatched = organ_id.partition(".")
    return code if dispatched else division(code).parent


def just_below(organ_id: str) -> tuple[str, ...]:
    """The codes of the divisions whose organs stand directly below it. Those that it dispatched have its own
    code, and more, as their ids."""
    return tuple(each.code for each in divisions() if each.parent == organ_id)


def organs_over(organ_id: str) -> tuple[str, ...]:
    """The organ itself and all above it, the nearest first."""
    above = organ_above(organ_id)
    return (organ_id, *organs_over(above)) if above else (organ_id,)


def prefecture_of(code: str) -> str | None:
    """The prefecture a county lies in; a prefecture's own code; None for the province."""
    line = lineage(code)
    return line[1] if len(line) > 1 else None
