"""Classes of matters and the review of changes. Every place has them; of what its sheets do not say
`beforehand.yaml` beside the packs' terms holds, each entry with its source as in a sheet."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rongcuo.policy.pack.beforehand import ChangeRule, ClassesRule, NoFileClass
from rongcuo.policy.pack.reading.terms import code, coded, item, limit
from rongcuo.policy.yaml_reader import Entry, parse_yaml

SECTIONS = frozenset({"classes", "change"})
FILE = "beforehand.yaml"


@cache
def _ours(section: str) -> Mapping[str, Entry]:
    text = files("rongcuo.policy.pack").joinpath(FILE).read_text("utf-8")
    return parse_yaml(text, FILE, "policy.invalid_pack").at(section).mapping()


def _entries(sheet: Entry, section: str) -> Mapping[str, Entry]:
    """What the sheet says, over ours; a word that neither knows is refused."""
    entries = {**_ours(section)}
    if sheet.has(section):
        entries |= sheet.at(section).mapping(frozenset(entries))
    return entries


def classes(sheet: Entry) -> ClassesRule:
    """A code stands in one of the two lists: an answer goes by it."""
    entries = _entries(sheet, "classes")
    no_file, watch = coded(entries["no_file"], _no_file), coded(entries["watch"], item)
    if twice := no_file.keys() & watch.keys():
        entries["watch"].wrong(f"the code “{min(twice)}” is used in both lists")
    return ClassesRule(MappingProxyType(no_file), MappingProxyType(watch), entries["source"].source())


def _no_file(entry: Entry) -> NoFileClass:
    entry.mapping(frozenset({"code", "name", "name_en", "instead", "instead_en", "source"}))
    return NoFileClass(
        code(entry), entry.at("name").text(), entry.at("name_en").text(), entry.at("instead").text(),
        entry.at("instead_en").text(), entry.at("source").source())


def change(sheet: Entry) -> ChangeRule:
    """The review of a change of what was filed."""
    entries = _entries(sheet, "change")
    return ChangeRule(limit(entries["review_within"]), entries["source"].source())
