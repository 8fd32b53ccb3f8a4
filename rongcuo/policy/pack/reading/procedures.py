"""诬告陷害认定 and 澄清正名. Every place has both; of what its sheets do not say `procedures.yaml` beside the
packs' terms holds, each entry with its source as in a sheet."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rongcuo.policy.pack.procedures import ClarificationRule, FalseAccusationRule
from rongcuo.policy.pack.reading.terms import coded, item, limit, stage
from rongcuo.policy.pack.terms import Item, Stage
from rongcuo.policy.yaml_reader import Entry, parse_yaml

SECTIONS = frozenset({"false_accusation", "clarification"})
FILE = "procedures.yaml"
OF_A_FALSE_ACCUSATION = frozenset({
    "preparation", "begin_approval", "inquiry", "draft", "finding_approval", "found", "complaint", "upheld",
    "effective"})
OF_A_CLARIFICATION = frozenset({
    "assessment", "approval", "carrying_out", "archive", "visit", "feedback", "objected"})


@cache
def _ours() -> Mapping[str, Entry]:
    text = files("rongcuo.policy.pack").joinpath(FILE).read_text("utf-8")
    return parse_yaml(text, FILE, "policy.invalid_pack").mapping()


def false_accusation(sheet: Entry) -> FalseAccusationRule:
    entries = _section(sheet, "false_accusation")
    return FalseAccusationRule(
        stages=_stages(entries["stages"], OF_A_FALSE_ACCUSATION),
        answer_within=limit(entries["answer_within"]),
        heavier=_items(entries["heavier"]), lighter=_items(entries["lighter"]),
        source=entries["source"].source())


def clarification(sheet: Entry) -> ClarificationRule:
    entries = _section(sheet, "clarification")
    return ClarificationRule(
        stages=_stages(entries["stages"], OF_A_CLARIFICATION),
        opinion_within=limit(entries["opinion_within"]),
        object_within=limit(entries["object_within"]),
        read_within=limit(entries["read_within"]), visit_not_before=limit(entries["visit_not_before"]),
        grounds=_items(entries["grounds"]), refusals=_items(entries["refusals"]),
        guidance=_items(entries["guidance"]), source=entries["source"].source())


def _section(sheet: Entry, name: str) -> dict[str, Entry]:
    """What the sheet says, over ours; a word that neither knows is refused."""
    ours = _ours()[name].mapping()
    return ours | (sheet.at(name).mapping(frozenset(ours)) if sheet.has(name) else {})


def _stages(listed: Entry, wanted: frozenset[str]) -> Mapping[str, Stage]:
    """No stage may be missing, and none has another name: each is a state."""
    found = coded(listed, stage)
    if found.keys() != wanted:
        listed.wrong(f"should have these stages and no others: {', '.join(sorted(wanted))}")
    return MappingProxyType(found)


def _items(listed: Entry) -> Mapping[str, Item]:
    return MappingProxyType(coded(listed, item))
