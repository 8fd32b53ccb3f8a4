"""A sheet is one YAML file. What a more specific or a later sheet says comes first: a list replaces the list
it inherits, a mapping is merged key by key, and what it does not mention stays as inherited."""

from collections.abc import Mapping

from rongcuo.policy.pack.pack import Pack
from rongcuo.policy.pack.reading import (
    beforehand,
    determining,
    fitting,
    following_up,
    objecting,
    overseeing,
    problems,
    procedures,
    proposing,
    reporting,
    rules,
    suspending,
    warning,
)
from rongcuo.policy.pack.reading.terms import coded, items, letter, reminder, stage
from rongcuo.policy.yaml_reader import Entry

HEAD = frozenset({"division", "name", "valid_from", "valid_until", "sources"})
LISTS = frozenset({
    "situations", "conditions", "positive_list", "negative_list", "outcomes", "gates", "measures", "effects",
})
SECTIONS = HEAD | LISTS | determining.SECTIONS | procedures.SECTIONS | overseeing.SECTIONS | \
    beforehand.SECTIONS | frozenset({
    "colours", "criteria_sets", "filing_stages", "determination_stages", "verification", "whitelist",
    "filing", "gaps", "objection", "office_hours", "quiet_hours", "reminders", "quorum", "suspension",
    "letters", "reports", following_up.SECTION, problems.SECTION, proposing.SECTION,
})


def lay_over(under: Entry, over: Entry) -> Entry:
    """One sheet over another."""
    below, above = under.mapping(), over.mapping()
    both = {key for key in below.keys() & above.keys() if isinstance(below[key].value, dict)} - HEAD
    merged = {key: _whole(above[key], {**below[key].mapping(), **above[key].mapping()}) for key in both}
    return _whole(over, {**below, **above, **merged})


def _whole(of: Entry, parts: Mapping[str, Entry]) -> Entry:
    values = {key: part.value for key, part in parts.items()}
    return Entry(values, of.file, of.code, of.place, of.sources, parts)


def read_pack(sheet: Entry, pack_id: str, lineage: tuple[str, ...]) -> Pack:
    """The pack that merged sheets amount to. Raises `policy.invalid_pack` naming file and entry."""
    sheet.mapping(SECTIONS)
    presets = rules.presets(sheet)
    pack = Pack(
        id=pack_id, lineage=lineage, name=sheet.at("name").text(), division_code=sheet.at("division").text(),
        valid_from=sheet.at("valid_from").day(),
        valid_until=sheet.at("valid_until").day() if sheet.has("valid_until") else None,
        **{name: items(sheet, name) for name in LISTS},
        colour_preset=sheet.at("colours").at("preset").text() if presets else "",
        colour_presets=presets, colour_of=rules.colour_of(sheet),
        criteria_sets=rules.criteria(sheet.at("criteria_sets")),
        filing_stages=tuple(coded(sheet.at("filing_stages"), stage).values()),
        determination_stages=tuple(coded(sheet.at("determination_stages"), stage).values()),
        verification=rules.verification(sheet.at("verification")),
        whitelist=rules.whitelist(sheet.at("whitelist")),
        filing=rules.filing(sheet.at("filing")),
        office_hours=rules.office_hours(sheet.at("office_hours")),
        quiet_hours=rules.quiet_hours(sheet.at("quiet_hours")),
        reminders=tuple(coded(sheet.at("reminders"), reminder).values()),
        quorum=rules.quorum(sheet.at("quorum")),
        assessment=determining.assessment(sheet), joint_meeting=determining.joint_meeting(sheet),
        appeal=determining.appeal(sheet), gaps=warning.gaps(sheet),
        objection=objecting.objection(sheet), suspension=suspending.suspension(sheet),
        reports=reporting.reports(sheet), false_accusation=procedures.false_accusation(sheet),
        clarification=procedures.clarification(sheet), oversight=overseeing.oversight(sheet),
        followup=following_up.followup(sheet), classes=beforehand.classes(sheet),
        change=beforehand.change(sheet), problems=problems.problems(sheet),
        proposals=proposing.proposals(sheet),
        organ_marks=determining.organ_marks(sheet),
        letters=objecting.told(coded(sheet.at("letters"), letter)),
    )
    fitting.check(sheet, pack)
    return pack
