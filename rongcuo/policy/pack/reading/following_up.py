"""回访教育. Every place has it; of what its sheets do not say `followup.yaml` beside the packs' terms holds,
each entry with its source as in a sheet."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from rongcuo.policy.limit import Limit, LimitUnit
from rongcuo.policy.pack.following_up import EffectPeriod, FollowupRule, VisitClass
from rongcuo.policy.pack.reading.casebook import casebook
from rongcuo.policy.pack.reading.terms import code, coded, limit
from rongcuo.policy.yaml_reader import Entry, parse_yaml

SECTION: Final = "followup"
FILE: Final = "followup.yaml"
CLASSES: Final = frozenset({"key", "general", "encouraging"})
IN_MONTHS: Final = ("first_visit_within", "executed_within", "execution_at_longest", "effect_at_longest",
                    "tolerance_period", "clearing_period")


@cache
def _ours() -> Mapping[str, Entry]:
    text = files("rongcuo.policy.pack").joinpath(FILE).read_text("utf-8")
    return parse_yaml(text, FILE, "policy.invalid_pack").at(SECTION).mapping()


def followup(sheet: Entry) -> FollowupRule:
    """What the sheet says, over ours; a word that neither knows is refused."""
    entries = dict(_ours())
    if sheet.has(SECTION):
        entries |= sheet.at(SECTION).mapping(frozenset(entries))
    classes = coded(entries["classes"], _class)
    if classes.keys() != CLASSES:
        entries["classes"].wrong(f"should have these classes and no others: {', '.join(sorted(CLASSES))}")
    return FollowupRule(
        classes=MappingProxyType(classes),
        formal_visits_a_year=_counted(entries["formal_visits_a_year"], "at_most"),
        contacts_a_year=_counted(entries["contacts_a_year"], "at_most"),
        visitors_at_least=_counted(entries["visitors"], "at_least"),
        gathered_before_end=_limit(entries["gathered_before_end"], LimitUnit.DAYS),
        told_before_end=_limit(entries["told_before_end"], LimitUnit.WORKDAYS),
        answered_within=limit(entries["answered_within"]),
        concluded_within=limit(entries["concluded_within"]),
        correction_answered_within=_limit(entries["correction_answered_within"], LimitUnit.WORKDAYS),
        year_approved_within=_limit(entries["year_approved_within"], LimitUnit.WORKDAYS),
        effect_periods=MappingProxyType(coded(entries["effect_periods"], _period)),
        casebook=casebook(entries["casebook"]),
        source=entries["source"].source(),
        **{name: _limit(entries[name], LimitUnit.MONTHS) for name in IN_MONTHS})


def _class(entry: Entry) -> VisitClass:
    entry.mapping(frozenset({"code", "name", "name_en", "every", "source"}))
    every = _limit(entry.at("every"), LimitUnit.MONTHS) if entry.has("every") else None
    return VisitClass(code(entry), entry.at("name").text(), entry.at("name_en").text(), every,
                      entry.at("source").source())


def _period(entry: Entry) -> EffectPeriod:
    entry.mapping(frozenset({"code", "name", "name_en", "months", "source"}))
    return EffectPeriod(entry.at("code").text(), entry.at("name").text(), entry.at("name_en").text(),
                        entry.at("months").whole(1, 120), entry.at("source").source())


def _counted(entry: Entry, word: str) -> int:
    """A number with its source, at least one."""
    entry.mapping(frozenset({word, "source"}))
    entry.at("source").source()
    return entry.at(word).whole(1, 20)


def _limit(entry: Entry, unit: LimitUnit) -> Limit:
    """In the unit in which it is counted."""
    found = limit(entry)
    if found.unit is not unit:
        entry.wrong(f"should be in {unit.value}")
    return found
