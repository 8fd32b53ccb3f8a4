"""Reports (检举控告). What the first sheet that speaks of them says, holds for earlier packs as well."""

from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import Final

from rongcuo.policy.divisions import PROVINCE
from rongcuo.policy.pack.reading.terms import code, coded, item, limit, stage
from rongcuo.policy.pack.reporting import Category, ReportRules
from rongcuo.policy.yaml_reader import Entry, read_yaml

FIRST: Final = f"{PROVINCE}-2027-03-01.yaml"
STAGES: Final = ("remit", "disposal", "inquiry", "verification", "hold", "conclusion", "feedback")
REASONS: Final = frozenset({"litigation", "other_body", "no_substance"})
PARTS: Final = frozenset({"stages", "acceptance_told", "assigned", "unregistered", "categories", "turn_to",
                          "source"})


def reports(sheet: Entry) -> ReportRules:
    return _read(sheet.at("reports")) if sheet.has("reports") else _first()


@cache
def _first() -> ReportRules:
    with as_file(files("rongcuo.policy").joinpath("packs", FIRST)) as file:
        return _read(read_yaml(file, "policy.invalid_pack").at("reports"))


def _read(entry: Entry) -> ReportRules:
    entry.mapping(PARTS)
    stages = tuple(coded(entry.at("stages"), stage).values())
    if missing := set(STAGES) - {each.code for each in stages}:
        entry.at("stages").wrong(f"needs the stage {min(missing)}")
    turn_to = coded(entry.at("turn_to"), item)
    if turn_to.keys() != REASONS:
        entry.at("turn_to").wrong(f"should say where to turn for each of {', '.join(sorted(REASONS))}")
    return ReportRules(
        stages, limit(entry.at("acceptance_told")), limit(entry.at("assigned")),
        limit(entry.at("unregistered")),
        MappingProxyType(coded(entry.at("categories"), _category)), MappingProxyType(turn_to),
        entry.at("source").source())


def _category(entry: Entry) -> Category:
    entry.mapping(frozenset({"code", "name", "name_en", "kinds", "source"}))
    return Category(
        code(entry), entry.at("name").text(), entry.at("name_en").text(),
        MappingProxyType(coded(entry.at("kinds"), item)), entry.at("source").source())
