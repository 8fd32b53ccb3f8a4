"""Proposals. Every place has them; of what its sheets do not say `proposals.yaml` beside the packs' terms
holds, each entry with its source as in a sheet."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from rongcuo.policy.limit import Limit, LimitUnit
from rongcuo.policy.pack.proposing import ProposalRule
from rongcuo.policy.pack.reading.terms import coded, item, limit
from rongcuo.policy.yaml_reader import Entry, parse_yaml

SECTION: Final = "proposals"
FILE: Final = "proposals.yaml"
KINDS: Final = frozenset({"discipline", "supervision", "joint"})
ASPECTS: Final = frozenset({"responsibility", "implementation", "rules", "generalisation", "effect"})
IN_DAYS: Final = ("replied_within", "replied_at_longest", "returned_within")
IN_MONTHS: Final = ("first_look_back", "second_look_back", "recurs_within")
AS_SAID: Final = ("prepared_within", "acknowledged_within", "planned_within", "evaluated_within",
                  "superior_within")


@cache
def _ours() -> Mapping[str, Entry]:
    text = files("rongcuo.policy.pack").joinpath(FILE).read_text("utf-8")
    return parse_yaml(text, FILE, "policy.invalid_pack").at(SECTION).mapping()


def proposals(sheet: Entry) -> ProposalRule:
    """What the sheet says, over ours; a word that neither knows is refused."""
    entries = dict(_ours())
    if sheet.has(SECTION):
        entries |= sheet.at(SECTION).mapping(frozenset(entries))
    aspects = coded(entries["aspects"], item)
    if aspects.keys() != ASPECTS:
        entries["aspects"].wrong(
            f"should have these aspects and no others: {', '.join(sorted(ASPECTS))}")
    rule = ProposalRule(
        series=MappingProxyType(_series(entries["series"])), reminders=_reminders(entries["reminders"]),
        aspects=MappingProxyType(aspects), source=entries["source"].source(),
        **{name: limit(entries[name]) for name in AS_SAID},
        **{name: _limit(entries[name], LimitUnit.DAYS) for name in IN_DAYS},
        **{name: _limit(entries[name], LimitUnit.MONTHS) for name in IN_MONTHS})
    if rule.replied_at_longest.amount < rule.replied_within.amount:
        entries["replied_at_longest"].wrong("should not be shorter than `replied_within`")
    if rule.second_look_back.amount <= rule.first_look_back.amount:
        entries["second_look_back"].wrong("should be later than `first_look_back`")
    return rule


def _series(entry: Entry) -> dict[str, str]:
    """Different ones: otherwise two kinds would share a number."""
    entry.mapping(KINDS | {"source"})
    entry.at("source").source()
    found = {kind: entry.at(kind).text() for kind in sorted(KINDS)}
    if len(set(found.values())) < len(found):
        entry.wrong("should be different for each kind")
    return found


def _reminders(entry: Entry) -> tuple[int, ...]:
    entry.mapping(frozenset({"workdays_before", "source"}))
    entry.at("source").source()
    return tuple(sorted({each.whole(1, 60) for each in entry.at("workdays_before").each()}, reverse=True))


def _limit(entry: Entry, unit: LimitUnit) -> Limit:
    """In the unit in which it is counted."""
    found = limit(entry)
    if found.unit is not unit:
        entry.wrong(f"should be in {unit.value}")
    return found
