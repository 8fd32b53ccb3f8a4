"""Whether somebody can be told from what is said of a case beside its words (unit kind, post level, field,
place, month, situation): together these have to fit at least as many people as the pack says.

Counted are people of the cases that the platform knows: whoever had a determination, whoever was cleared, and
whoever a published case told by hand is about; each once. Where it does not know something of a case, such as
the level of the post, that case does not count as fitting: rather too few than too many. Nothing said,
nothing counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Final

from rongcuo.contracts.followup import Combination, Coordinate, PostLevel, UnitKind
from rongcuo.policy.divisions import Level, division, known_codes

ENDINGS: Final[Mapping[UnitKind, tuple[str, ...]]] = {
    UnitKind.PARK: ("园区管委会", "开发区管委会", "园区管理委员会", "开发区管理委员会", "高新区管委会"),
    UnitKind.VILLAGE: ("村委会", "村民委员会", "居委会", "居民委员会", "社区", "村"),
    UnitKind.TOWNSHIP: ("街道办", "街道办事处", "镇政府", "乡政府", "镇人民政府", "乡人民政府", "镇", "乡",
                        "街道"),
    UnitKind.ENTERPRISE: ("公司", "集团", "厂"),
    UnitKind.INSTITUTION: ("学校", "中学", "小学", "医院", "中心", "院", "所", "站", "馆"),
    UnitKind.DEPARTMENT: ("局", "委", "办", "厅", "部", "委员会", "办公室", "政府")}
"""By how units are called; illustrative. The longer words come first."""

NOTHING: Final[Mapping[Coordinate, UnitKind | PostLevel]] = {
    Coordinate.UNIT_KIND: UnitKind.UNSAID, Coordinate.POST_LEVEL: PostLevel.UNSAID}


@dataclass(frozen=True, slots=True)
class CaseFact:
    """A case that the platform knows, as far as it does: empty is what it does not. `source_id`: of the
    matter, or of the entry that is told by hand; `person_key`: by which somebody is the same person."""

    source_id: str
    person_key: str
    unit_kind: str = ""
    post_level: str = ""
    field: str = ""
    place: str = ""
    month: str = ""
    situation: str = ""


def known_person(key: str) -> str:
    """By which somebody is the same person among those counted: nobody's name is kept for it."""
    return sha256(key.encode()).hexdigest()


def filled(fact: CaseFact, known: CaseFact | None) -> CaseFact:
    """What is not known of a case now, as it was known before."""
    if known is None:
        return fact
    return CaseFact(**{name: getattr(fact, name) or getattr(known, name) for name in CaseFact.__slots__})


def unit_kind_of(unit: str) -> UnitKind:
    """By its name; unsaid where that tells nothing."""
    return next((kind for kind, endings in ENDINGS.items() if unit.strip().endswith(endings)),
                UnitKind.UNSAID)


def month_of(day: date) -> str:
    """Such as 2026-04."""
    return f"{day:%Y-%m}"


def stated(told: Combination, general: str) -> dict[Coordinate, str]:
    """What is said, by what it is: the general area and the whole province say nothing."""
    said = {each: str(getattr(told, each.value)) for each in Coordinate}
    if said[Coordinate.FIELD] == general:
        said[Coordinate.FIELD] = ""
    place = said[Coordinate.PLACE]
    if place in known_codes() and division(place).level is Level.PROVINCE:
        said[Coordinate.PLACE] = ""
    return {each: value for each, value in said.items() if value}


def wider(told: Combination, each: Coordinate) -> Combination:
    """More general by one step: the next division up, and of everything else nothing."""
    if each is Coordinate.PLACE:
        return replace(told, place=division(told.place).parent)
    nothing: dict[str, Any] = {each.value: NOTHING.get(each, "")}
    return replace(told, **nothing)
