"""The rules of the casebook (典型案例)."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.policy.limit import Limit
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class Area:
    """A field in which cases are told, and the guide that is made of them."""

    code: str
    name: str
    name_en: str
    source: Source


@dataclass(frozen=True, slots=True)
class CasebookRule:
    """`fits_at_least`: how many people what is said of a case has to fit. `valid_for`: from publication,
    where no other day is named. `general`: the code of the area that says nothing of the case."""

    areas: Mapping[str, Area]
    general: str
    fits_at_least: int
    valid_for: Limit
    source: Source
