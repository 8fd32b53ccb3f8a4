"""The mapping between entries and readings, and their rows."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import RowMapping

from rongcuo.casework.people import Holder
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.followup import (
    Combination,
    EntryCheck,
    EntrySource,
    EntryState,
    EntryText,
    Mask,
    Validity,
)
from rongcuo.contracts.serialisation import dump, load
from services.followup.domain.casebook import CasebookEntry, Known, Reading

LONGEST_TITLE: Final = 2000
COLUMNS: Final = ("id", "version", "number", "organ_id", "division_code", "pack_id", "since", "begun_at",
                  "area", "edition", "shown_in")
AS_THEY_ARE: Final = ("writer_id", "writer_name", "replaces", "replaced_by", "reason")
ONES: Final[dict[str, type[Any]]] = {
    "source": EntrySource, "text": EntryText, "combination": Combination, "validity": Validity}
LISTS: Final[dict[str, type[Any]]] = {"masks": Mask, "checks": EntryCheck, "history": HistoryEntry}
OF_KNOWN: Final = ("names", "units", "numbers", "projects")


def row_of(entry: CasebookEntry) -> dict[str, Any]:
    """The row that holds one."""
    return {name: getattr(entry, name) for name in COLUMNS} | {
        "state": entry.state.value, "ended": entry.ended, "source_id": entry.source.source_id,
        "valid_until": entry.validity.until if entry.validity else None,
        "title": entry.masked.title[:LONGEST_TITLE], "content": _content_of(entry)}


def _content_of(entry: CasebookEntry) -> dict[str, Any]:
    known = {name: list(getattr(entry.known, name)) for name in OF_KNOWN} | {
        "hands": _people(entry.known.hands),
        "apart": sorted(entry.known.apart)}
    return ({name: getattr(entry, name) for name in AS_THEY_ARE}
            | {name: dump(value) if (value := getattr(entry, name)) is not None else None for name in ONES}
            | {name: [dump(each) for each in getattr(entry, name)] for name in LISTS}
            | {"known": known, "writers": _people(entry.writers), "checkers": list(entry.checkers),
               "checker_names": list(entry.checker_names)})


def entry_in(row: RowMapping) -> CasebookEntry:
    """The one that a row holds."""
    content = row["content"]
    facts: dict[str, Any] = {
        **{name: row[name] for name in COLUMNS}, **{name: content[name] for name in AS_THEY_ARE},
        **{name: load(kind, content[name], tolerant=True) if content[name] else None
           for name, kind in ONES.items()},
        **{name: tuple(load(kind, each, tolerant=True) for each in content[name])
           for name, kind in LISTS.items()}}
    known: dict[str, Any] = {name: tuple(content["known"][name]) for name in OF_KNOWN} | {
        "hands": _holders(content["known"]["hands"]),
        "apart": frozenset(content["known"]["apart"])}
    return CasebookEntry(**facts, state=EntryState(row["state"]), known=Known(**known),
                         writers=_holders(content["writers"]), checkers=tuple(content["checkers"]),
                         checker_names=tuple(content["checker_names"]))


def _people(people: Iterable[Holder]) -> list[list[str]]:
    return sorted([each.officer_id, each.name] for each in people)


def _holders(kept: Iterable[Iterable[str]]) -> frozenset[Holder]:
    return frozenset(Holder(*each) for each in kept)


OF_READING: Final = ("id", "version", "organ_id", "area", "edition", "officer_id", "officer_name",
                     "assigned_by", "read_by", "assigned_at", "read_at")


def reading_row(reading: Reading) -> dict[str, Any]:
    """The row that holds one."""
    return {name: getattr(reading, name) for name in OF_READING}


def reading_in(row: RowMapping) -> Reading:
    """The one that a row holds."""
    return Reading(**{name: row[name] for name in OF_READING})


