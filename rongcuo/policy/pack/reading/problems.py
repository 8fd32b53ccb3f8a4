"""问题清单. Every place has it; of what its sheets do not say `problems.yaml` beside the packs' terms holds,
each entry with its source as in a sheet."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from rongcuo.policy.limit import Limit, LimitUnit
from rongcuo.policy.pack.problems import ProblemRule
from rongcuo.policy.pack.reading.terms import limit
from rongcuo.policy.yaml_reader import Entry, parse_yaml

SECTION: Final = "problems"
FILE: Final = "problems.yaml"
STEPS: Final = 4     # into so many the time before and after a rule is cut


@cache
def _ours() -> Mapping[str, Entry]:
    text = files("rongcuo.policy.pack").joinpath(FILE).read_text("utf-8")
    return parse_yaml(text, FILE, "policy.invalid_pack").at(SECTION).mapping()


def problems(sheet: Entry) -> ProblemRule:
    """What the sheet says, over ours; a word that neither knows is refused."""
    entries = dict(_ours())
    if sheet.has(SECTION):
        entries |= sheet.at(SECTION).mapping(frozenset(entries))
    return ProblemRule(
        described_within=limit(entries["described_within"]), planned_within=limit(entries["planned_within"]),
        recurs_within=_in_steps(entries["recurs_within"]), source=entries["source"].source())


def _in_steps(entry: Entry) -> Limit:
    """In months that can be cut into steps of the same length."""
    found = limit(entry)
    if found.unit is not LimitUnit.MONTHS or found.amount % STEPS:
        entry.wrong(f"should be in months, and a multiple of {STEPS}")
    return found
