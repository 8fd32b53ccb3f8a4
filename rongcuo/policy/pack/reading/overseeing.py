"""The later life of a filing. Every place has it; of what its sheets do not say `overseeing.yaml` beside the
packs' terms holds, each entry with its source as in a sheet."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rongcuo.policy.pack.overseeing import (
    CheckpointRule,
    EvaluationRule,
    OversightRule,
    ProgressRule,
    StandardGroup,
)
from rongcuo.policy.pack.reading.terms import code, coded, item, limit
from rongcuo.policy.yaml_reader import Entry, parse_yaml

SECTIONS = frozenset({"oversight"})
FILE = "overseeing.yaml"


@cache
def _ours() -> Mapping[str, Entry]:
    text = files("rongcuo.policy.pack").joinpath(FILE).read_text("utf-8")
    return parse_yaml(text, FILE, "policy.invalid_pack").at("oversight").mapping()


def oversight(sheet: Entry) -> OversightRule:
    """What the sheet says, over ours; a word that neither knows is refused."""
    entries = {**_ours()}
    if sheet.has("oversight"):
        entries |= sheet.at("oversight").mapping(frozenset(entries))
    return OversightRule(
        plan_within=limit(entries["plan_within"]), guide_within=limit(entries["guide_within"]),
        correct_at_least=limit(entries["correct_at_least"]),
        evaluate_within=limit(entries["evaluate_within"]),
        second_look_within=limit(entries["second_look_within"]),
        checkpoints=MappingProxyType(coded(entries["checkpoints"], _checkpoint)),
        progress=_progress(entries["progress"]), evaluation=_evaluation(entries["evaluation"]),
        source=entries["source"].source())


def _checkpoint(entry: Entry) -> CheckpointRule:
    entry.mapping(frozenset({"code", "name", "name_en", "papers", "source"}))
    return CheckpointRule(
        code(entry), entry.at("name").text(), entry.at("name_en").text(),
        MappingProxyType(coded(entry.at("papers"), item)), entry.at("source").source())


def _progress(entry: Entry) -> ProgressRule:
    entry.mapping(frozenset({"yellow_points", "red_points", "red_months", "source"}))
    yellow, red = entry.at("yellow_points").whole(1, 100), entry.at("red_points").whole(1, 100)
    if red < yellow:
        entry.at("red_points").wrong("should not be less than `yellow_points`")
    return ProgressRule(yellow, red, entry.at("red_months").whole(1, 24), entry.at("source").source())


def _evaluation(entry: Entry) -> EvaluationRule:
    entry.mapping(frozenset({"groups", "improvement_from", "second_look_from", "source"}))
    groups = coded(entry.at("groups"), _group)
    known: set[str] = set()
    for group in groups.values():
        if twice := known & group.standards.keys():
            entry.at("groups").wrong(f"the code “{min(twice)}” is used twice in this list")
        known |= group.standards.keys()
    return EvaluationRule(
        MappingProxyType(groups), entry.at("improvement_from").whole(1, 100),
        entry.at("second_look_from").whole(1, 100), entry.at("source").source())


def _group(entry: Entry) -> StandardGroup:
    entry.mapping(frozenset({"code", "name", "name_en", "category", "category_en", "standards", "source"}))
    return StandardGroup(
        code(entry), entry.at("name").text(), entry.at("name_en").text(), entry.at("category").text(),
        entry.at("category_en").text(), MappingProxyType(coded(entry.at("standards"), item)),
        entry.at("source").source())
