"""From the sheets of province, prefecture and county to one pack.

A sheet is one YAML file. What a more specific sheet says comes first: a list replaces the list it inherits, a
mapping is merged key by key, and what it does not mention stays as inherited.
"""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import TypeVar

from rongcuo.policy.checks import PARTS
from rongcuo.policy.limit import LONGEST, Limit, LimitUnit
from rongcuo.policy.pack.pack import Pack
from rongcuo.policy.pack.terms import (
    FilingRules,
    Item,
    Letter,
    OfficeHours,
    QuietHours,
    Quorum,
    Reminder,
    Stage,
    VerificationRule,
    WhitelistRule,
)
from rongcuo.policy.reading import Entry

Coded = TypeVar("Coded", Item, Letter, Stage, Reminder)
CODE = re.compile(r"[a-z][a-z0-9_]{1,63}")
HEAD = frozenset({"division", "name", "valid_from", "valid_until", "sources"})
LISTS = frozenset({"situations", "conditions", "positive_list", "negative_list", "outcomes", "gates"})
FILING = frozenset({"validity_months", "supplement_limit", "supplements_allowed", "requires", "source"})
SECTIONS = HEAD | LISTS | frozenset({
    "colours", "criteria_sets", "filing_stages", "determination_stages", "verification", "whitelist",
    "filing", "office_hours", "quiet_hours", "reminders", "quorum", "letters",
})


def lay_over(under: Entry, over: Entry) -> Entry:
    """One sheet over another."""
    below, above = under.mapping(), over.mapping()
    both = {key for key in below.keys() & above.keys() if isinstance(below[key].value, dict)} - HEAD
    merged = {**below, **above, **{key: _merged(below[key], above[key]) for key in both}}
    return _whole(over, merged)


def _merged(below: Entry, above: Entry) -> Entry:
    return _whole(above, {**below.mapping(), **above.mapping()})


def _whole(of: Entry, parts: Mapping[str, Entry]) -> Entry:
    values = {key: part.value for key, part in parts.items()}
    return Entry(values, of.file, of.code, of.place, of.sources, parts)


def read_pack(sheet: Entry, pack_id: str, lineage: tuple[str, ...]) -> Pack:
    """The pack that merged sheets amount to. Raises `policy.invalid_pack` naming file and entry."""
    sheet.mapping(SECTIONS)
    lists = {name: _coded(sheet.at(name), _item) if sheet.has(name) else {} for name in LISTS}
    presets = _presets(sheet)
    pack = Pack(
        id=pack_id, lineage=lineage, name=sheet.at("name").text(), division_code=sheet.at("division").text(),
        valid_from=sheet.at("valid_from").day(),
        valid_until=sheet.at("valid_until").day() if sheet.has("valid_until") else None,
        **{name: MappingProxyType(found) for name, found in lists.items()},
        colour_preset=sheet.at("colours").at("preset").text() if presets else "",
        colour_presets=presets, colour_of=_colour_of(sheet),
        criteria_sets=_criteria(sheet.at("criteria_sets")),
        filing_stages=tuple(_coded(sheet.at("filing_stages"), _stage).values()),
        determination_stages=tuple(_coded(sheet.at("determination_stages"), _stage).values()),
        verification=_verification(sheet.at("verification")), whitelist=_whitelist(sheet.at("whitelist")),
        filing=_filing(sheet.at("filing")),
        office_hours=_office_hours(sheet.at("office_hours")),
        quiet_hours=_quiet_hours(sheet.at("quiet_hours")),
        reminders=tuple(_coded(sheet.at("reminders"), _reminder).values()),
        quorum=_quorum(sheet.at("quorum")),
        letters=MappingProxyType(_coded(sheet.at("letters"), _letter)),
    )
    _fits(sheet, pack)
    return pack


def _fits(sheet: Entry, pack: Pack) -> None:
    """What one section says of another must be there."""
    for name in ("verification", "whitelist"):
        for code in getattr(pack, name).situations - pack.situations.keys():
            sheet.at(name).wrong(f"names the situation “{code}”, which this place does not have")
    if not pack.situations:
        sheet.wrong("has no situations")
    if pack.colour_presets and pack.colour_preset not in pack.colour_presets:
        sheet.at("colours").wrong(f"chooses the preset “{pack.colour_preset}”, which it does not define")
    if strange := {*pack.verification.colours, *pack.colour_of.values()} - pack.colours.keys():
        sheet.at("verification").wrong(f"or `colours.of_situation` names the unknown colour “{min(strange)}”")
    if strange := set(pack.colour_of) - pack.situations.keys():
        sheet.at("colours").wrong(f"colours the unknown situation “{min(strange)}”")
    stages = {stage.code for stage in pack.filing_stages}
    if not {"preliminary_review", "verification"} <= stages:
        sheet.at("filing_stages").wrong("needs the stages preliminary_review and verification")


def _coded(listed: Entry, read: Callable[[Entry], Coded]) -> dict[str, Coded]:
    found: dict[str, Coded] = {}
    for entry in listed.each():
        term = read(entry)
        if term.code in found:
            entry.wrong(f"the code “{term.code}” is used twice in this list")
        found[term.code] = term
    return found


def _code(entry: Entry) -> str:
    code = entry.at("code").text()
    if not CODE.fullmatch(code):
        entry.at("code").wrong("should be small letters, digits and underscores, beginning with a letter")
    return code


def _item(entry: Entry) -> Item:
    entry.mapping(frozenset({"code", "name", "name_en", "text", "source", "needs_reason"}))
    return Item(
        _code(entry), entry.at("name").text(), entry.at("name_en").text(),
        entry.at("text").text() if entry.has("text") else "", entry.at("source").source(),
        entry.at("needs_reason").flag() if entry.has("needs_reason") else False,
    )


def _limit(entry: Entry) -> Limit:
    entry.mapping(frozenset({"amount", "unit", "source", "counts_start", "rolls"}))
    return Limit(
        entry.at("amount").whole(1, LONGEST), entry.at("unit").one_of(LimitUnit), entry.at("source").source(),
        entry.at("counts_start").flag() if entry.has("counts_start") else False,
        entry.at("rolls").flag() if entry.has("rolls") else True,
    )


def _stage(entry: Entry) -> Stage:
    entry.mapping(frozenset({"code", "name", "name_en", "limit", "extend_once", "source"}))
    return Stage(
        _code(entry), entry.at("name").text(), entry.at("name_en").text(), _limit(entry.at("limit")),
        entry.at("extend_once").whole(1) if entry.has("extend_once") else None, entry.at("source").source(),
    )


def _reminder(entry: Entry) -> Reminder:
    entry.mapping(frozenset({"code", "hours", "source"}))
    offset = timedelta(hours=entry.at("hours").whole(-10_000))
    return Reminder(offset, _code(entry), entry.at("source").source())


def _letter(entry: Entry) -> Letter:
    entry.mapping(frozenset({"code", "name", "name_en", "title", "body", "source"}))
    name, name_en, title, body = (entry.at(key).text() for key in ("name", "name_en", "title", "body"))
    return Letter(_code(entry), name, name_en, title, body, entry.at("source").source())


def _criteria(sets: Entry) -> Mapping[str, tuple[Item, ...]]:
    found = {name: tuple(_coded(listed, _item).values()) for name, listed in sets.mapping().items()}
    return MappingProxyType(found)


def _presets(sheet: Entry) -> Mapping[str, Mapping[str, Item]]:
    if not sheet.has("colours"):
        return MappingProxyType({})
    colours = sheet.at("colours")
    colours.mapping(frozenset({"preset", "presets", "of_situation", "source"}))
    listed = colours.at("presets").mapping()
    presets = {name: MappingProxyType(_coded(preset, _item)) for name, preset in listed.items()}
    return MappingProxyType(presets)


def _colour_of(sheet: Entry) -> Mapping[str, str]:
    if not sheet.has("colours") or not sheet.at("colours").has("of_situation"):
        return MappingProxyType({})
    given = sheet.at("colours").at("of_situation").mapping()
    return MappingProxyType({situation: colour.text() for situation, colour in given.items()})


def _verification(entry: Entry) -> VerificationRule:
    entry.mapping(frozenset({"always", "situations", "colours", "source"}))
    situations, colours = (frozenset(entry.at(key).texts()) for key in ("situations", "colours"))
    return VerificationRule(entry.at("always").flag(), situations, colours, entry.at("source").source())


def _whitelist(entry: Entry) -> WhitelistRule:
    entry.mapping(frozenset({"situations", "source"}))
    return WhitelistRule(frozenset(entry.at("situations").texts()), entry.at("source").source())


def _filing(entry: Entry) -> FilingRules:
    entry.mapping(FILING)
    requires = entry.at("requires").texts()
    if strange := set(requires) - PARTS.keys():
        entry.at("requires").wrong(f"knows no part “{min(strange)}”; possible are {', '.join(PARTS)}")
    return FilingRules(
        entry.at("validity_months").whole(1, 120), _limit(entry.at("supplement_limit")),
        entry.at("supplements_allowed").whole(0, 10), requires, entry.at("source").source(),
    )


def _office_hours(entry: Entry) -> OfficeHours:
    entry.mapping(frozenset({"open", "close", "source"}))
    hours = OfficeHours(entry.at("open").hour(), entry.at("close").hour(), entry.at("source").source())
    return hours if hours.open < hours.close else entry.wrong("closes before it opens")


def _quiet_hours(entry: Entry) -> QuietHours:
    entry.mapping(frozenset({"start", "end", "source"}))
    return QuietHours(entry.at("start").hour(), entry.at("end").hour(), entry.at("source").source())


def _quorum(entry: Entry) -> Quorum:
    entry.mapping(frozenset({"members_at_least", "present_percent", "pass_percent", "source"}))
    return Quorum(
        entry.at("members_at_least").whole(1, 99), entry.at("present_percent").whole(1, 100),
        entry.at("pass_percent").whole(1, 100), entry.at("source").source(),
    )
