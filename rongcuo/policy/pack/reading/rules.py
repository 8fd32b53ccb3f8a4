"""The rules of a place, each read from its section."""

from collections.abc import Mapping
from types import MappingProxyType

from rongcuo.policy.pack.checks import PARTS
from rongcuo.policy.pack.reading.terms import coded, item, limit
from rongcuo.policy.pack.terms import (
    FilingRules,
    Item,
    OfficeHours,
    QuietHours,
    Quorum,
    VerificationRule,
    WhitelistRule,
)
from rongcuo.policy.yaml_reader import Entry

FILING = frozenset({"validity_months", "longest_validity_months", "supplement_limit", "supplements_allowed",
                    "requires", "source"})


def criteria(sets: Entry) -> Mapping[str, tuple[Item, ...]]:
    found = {name: tuple(coded(listed, item).values()) for name, listed in sets.mapping().items()}
    return MappingProxyType(found)


def presets(sheet: Entry) -> Mapping[str, Mapping[str, Item]]:
    if not sheet.has("colours"):
        return MappingProxyType({})
    colours = sheet.at("colours")
    colours.mapping(frozenset({"preset", "presets", "of_situation", "source"}))
    listed = colours.at("presets").mapping()
    return MappingProxyType({name: MappingProxyType(coded(preset, item)) for name, preset in listed.items()})


def colour_of(sheet: Entry) -> Mapping[str, str]:
    if not sheet.has("colours") or not sheet.at("colours").has("of_situation"):
        return MappingProxyType({})
    given = sheet.at("colours").at("of_situation").mapping()
    return MappingProxyType({situation: colour.text() for situation, colour in given.items()})


def verification(entry: Entry) -> VerificationRule:
    entry.mapping(frozenset({"always", "situations", "colours", "source"}))
    situations, colours = (frozenset(entry.at(key).texts()) for key in ("situations", "colours"))
    return VerificationRule(entry.at("always").flag(), situations, colours, entry.at("source").source())


def whitelist(entry: Entry) -> WhitelistRule:
    entry.mapping(frozenset({"situations", "source"}))
    return WhitelistRule(frozenset(entry.at("situations").texts()), entry.at("source").source())


def filing(entry: Entry) -> FilingRules:
    entry.mapping(FILING)
    requires = entry.at("requires").texts()
    if strange := set(requires) - PARTS.keys():
        entry.at("requires").wrong(f"knows no part “{min(strange)}”; possible are {', '.join(PARTS)}")
    months = entry.at("validity_months").whole(1, 120)
    longest = entry.at("longest_validity_months") if entry.has("longest_validity_months") else None
    return FilingRules(
        months, longest.whole(months, 120) if longest else months, limit(entry.at("supplement_limit")),
        entry.at("supplements_allowed").whole(0, 10), requires, entry.at("source").source(),
    )


def office_hours(entry: Entry) -> OfficeHours:
    entry.mapping(frozenset({"open", "close", "source"}))
    hours = OfficeHours(entry.at("open").hour(), entry.at("close").hour(), entry.at("source").source())
    return hours if hours.open < hours.close else entry.wrong("closes before it opens")


def quiet_hours(entry: Entry) -> QuietHours:
    entry.mapping(frozenset({"start", "end", "source"}))
    return QuietHours(entry.at("start").hour(), entry.at("end").hour(), entry.at("source").source())


def quorum(entry: Entry) -> Quorum:
    """Where a sheet says nothing of the voters, all members it asks for have to vote."""
    entry.mapping(frozenset({"members_at_least", "present_percent", "pass_percent", "voters_at_least",
                             "source"}))
    members = entry.at("members_at_least").whole(1, 99)
    voters = entry.at("voters_at_least").whole(1, members) if entry.has("voters_at_least") else members
    return Quorum(members, entry.at("present_percent").whole(1, 100), entry.at("pass_percent").whole(1, 100),
                  voters, entry.at("source").source())
