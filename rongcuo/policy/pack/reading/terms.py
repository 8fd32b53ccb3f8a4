"""The terms of a list, each read from its entry: items, stages, reminders, letters."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import TypeVar

from rongcuo.policy.limit import LONGEST, Limit, LimitUnit
from rongcuo.policy.pack.beforehand import NoFileClass
from rongcuo.policy.pack.casebook import Area
from rongcuo.policy.pack.following_up import EffectPeriod, VisitClass
from rongcuo.policy.pack.overseeing import CheckpointRule, StandardGroup
from rongcuo.policy.pack.reporting import Category
from rongcuo.policy.pack.terms import Item, Letter, Phase, Reminder, Stage
from rongcuo.policy.yaml_reader import Entry

Coded = TypeVar("Coded", Item, Letter, Stage, Reminder, Category, CheckpointRule, StandardGroup, VisitClass,
                EffectPeriod, NoFileClass, Area)
CODE = re.compile(r"[a-z][a-z0-9_]{1,63}")
BRACED = re.compile(r"\{(.*?)\}")
PLACEHOLDERS = frozenset({  # what each stands for is told in packs/README.md
    "absent", "act", "answer", "appeal_until", "appeal_within", "body", "conditions", "criteria",
    "decided_on", "due_on", "effects", "filer", "filings", "form", "matter", "measure", "meeting",
    "minority", "minutes", "negative_items", "note", "number", "number_of_old", "objection_until", "organ",
    "outcome", "place", "present", "reasons", "recipient", "rectification", "recused", "register_number",
    "resolved", "since", "situation", "subject", "submitted_at", "unit", "until", "valid_until",
})


def coded(listed: Entry, read: Callable[[Entry], Coded]) -> dict[str, Coded]:
    """The terms by code. A code used twice is refused."""
    found: dict[str, Coded] = {}
    for entry in listed.each():
        term = read(entry)
        if term.code in found:
            entry.wrong(f"the code “{term.code}” is used twice in this list")
        found[term.code] = term
    return found


def items(sheet: Entry, name: str) -> Mapping[str, Item]:
    """A list of items; empty where the place has none."""
    return MappingProxyType(coded(sheet.at(name), item) if sheet.has(name) else {})


def code(entry: Entry) -> str:
    found = entry.at("code").text()
    if not CODE.fullmatch(found):
        entry.at("code").wrong("should be small letters, digits and underscores, beginning with a letter")
    return found


def item(entry: Entry) -> Item:
    entry.mapping(frozenset({"code", "name", "name_en", "text", "source", "needs_reason", "weight"}))
    return Item(
        code(entry), entry.at("name").text(), entry.at("name_en").text(),
        entry.at("text").text() if entry.has("text") else "", entry.at("source").source(),
        entry.at("needs_reason").flag() if entry.has("needs_reason") else False,
        entry.at("weight").whole(1, 99) if entry.has("weight") else 0,
    )


def limit(entry: Entry) -> Limit:
    entry.mapping(frozenset({"amount", "unit", "source", "counts_start", "rolls"}))
    return Limit(
        entry.at("amount").whole(1, LONGEST), entry.at("unit").one_of(LimitUnit), entry.at("source").source(),
        entry.at("counts_start").flag() if entry.has("counts_start") else False,
        entry.at("rolls").flag() if entry.has("rolls") else True,
    )


def stage(entry: Entry) -> Stage:
    entry.mapping(frozenset({"code", "name", "name_en", "phase", "limit", "extend_once", "source"}))
    return Stage(
        code(entry), entry.at("name").text(), entry.at("name_en").text(), limit(entry.at("limit")),
        entry.at("extend_once").whole(1) if entry.has("extend_once") else None, entry.at("source").source(),
        entry.at("phase").one_of(Phase) if entry.has("phase") else "",
    )


def reminder(entry: Entry) -> Reminder:
    entry.mapping(frozenset({"code", "hours", "source"}))
    offset = timedelta(hours=entry.at("hours").whole(-10_000))
    return Reminder(offset, code(entry), entry.at("source").source())


def letter(entry: Entry) -> Letter:
    """A placeholder that nobody fills would make its line vanish, so a misspelt one is refused."""
    entry.mapping(frozenset({"code", "name", "name_en", "title", "body", "source"}))
    name, name_en, title, body = (entry.at(key).text() for key in ("name", "name_en", "title", "body"))
    for key in ("title", "body"):
        if strange := set(BRACED.findall(entry.at(key).text())) - PLACEHOLDERS:
            entry.at(key).wrong(f"knows no placeholder “{min(strange)}”")
    return Letter(code(entry), name, name_en, title, body, entry.at("source").source())
