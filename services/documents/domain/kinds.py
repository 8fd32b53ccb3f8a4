"""The kinds of letters, as services bring them in their `letters.yaml`: read once, and checked as packs are.

Of a letter whose words are the packs' it says how that one is numbered and what stops holding with it; whom
it goes to and what fills it is told in of_filings.py and of_determinations.py. Of any other it says all.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import get_type_hints

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.policy.pack import LETTERS
from rongcuo.policy.pack import Letter as Template
from rongcuo.policy.yaml_reader import Entry, parse_yaml, read_text
from services import brought, events_of
from services.documents.domain.numbers import Series

INVALID = "letter.invalid_file"
COUNTED = frozenset({"series", "family", "record", "revokes"})
WHOLE = COUNTED | {"event", "to", "name", "name_en", "title", "body", "source"}
MARKED = (Series.LETTER, Series.MINUTES)
LONGEST_NAME = 100
FAMILY = re.compile(r"[a-z_]{2,20}")
BRACED = re.compile(r"\{(.*?)\}")
OF_EACH = frozenset({"organ", "matter", "number"})   # placeholders that every letter has
FILLING = (str, date, datetime, date | None, datetime | None, tuple[str, ...])
Events = Mapping[tuple[str, str], type[CaseMoved]]


class To(StrEnum):
    """Whom a letter is for."""

    SUBJECT = "subject"   # of the matter, where they have an account
    NOBODY = "nobody"     # of the officers: it goes to a body, or on file


@dataclass(frozen=True, slots=True)
class LetterKind:
    """`family`: of the letters of one family and matter only the newest holds. `record`: written to nobody,
    such as minutes. `revokes`: with it whatever the matter's letters tell stops holding.

    `event`: what calls for it; with `to` and `template` of one that its service brings whole.
    """

    code: str
    series: Series = Series.DECISION
    family: str = ""
    record: bool = False
    revokes: bool = False
    event: type[CaseMoved] | None = None
    to: To = To.NOBODY
    template: Template | None = None


def kind_of(code: str) -> LetterKind:
    """Of which nobody says anything, or no longer, has nothing of its own."""
    return known_kinds().get(code) or LetterKind(code)


def kind_called_by(event: type[CaseMoved]) -> LetterKind | None:
    """The letter that a service brings for its event."""
    return next((kind for kind in known_kinds().values() if kind.event is event), None)


@cache
def known_kinds() -> Mapping[str, LetterKind]:
    """Raises `letter.invalid_file` naming file and entry."""
    return read_kinds(brought("letters.yaml"), events_of(CaseMoved))


def read_kinds(files: Mapping[str, Path], events: Iterable[type[CaseMoved]]) -> dict[str, LetterKind]:
    """`files` by service. Raises `letter.invalid_file` naming file and entry."""
    told = {(event.source, event.kind): event for event in sorted(events, key=lambda each: each.version)}
    found: dict[str, LetterKind] = {}
    for service, file in files.items():
        sheet = parse_yaml(read_text(file, INVALID), f"services/{service}/{file.name}", INVALID)
        for code, entry in sheet.mapping().items():
            kind = _of_a_pack(code, entry) if code in LETTERS else _brought(service, code, entry, told)
            if code in found:
                entry.wrong("stands in the file of another service too")
            if kind.event and kind.event in {other.event for other in found.values()}:
                entry.at("event").wrong("calls for another letter already; an event calls for one")
            found[code] = kind
    return found


def placeholders(event: type[CaseMoved]) -> frozenset[str]:
    """The event's own facts that can be said as they are: texts, days, lists of texts."""
    return frozenset(name for name, kind in get_type_hints(event).items() if kind in FILLING)


def _of_a_pack(code: str, entry: Entry) -> LetterKind:
    entry.mapping(COUNTED)
    return _counted(code, entry)


def _brought(service: str, code: str, entry: Entry, told: Events) -> LetterKind:
    if not re.fullmatch(rf"{service}\.[a-z][a-z0-9_]{{1,49}}", code):
        entry.wrong(f"should be called “{service}.” and a name in small letters, digits and underscores")
    entry.mapping(WHOLE)
    event = told.get((service, entry.at("event").text()))
    if event is None:
        entry.at("event").wrong(
            f"is no event that {service} tells in the shape CaseMoved (rongcuo/contracts/{service}.py)")
    kind = _counted(code, entry)
    if kind.revokes and (kind.family or "reasons" not in placeholders(event)):
        entry.at("revokes").wrong("needs a text `reasons` in the event, and takes no `family`")
    return replace(kind, event=event, to=entry.at("to").one_of(To), template=_template(code, entry, event))


def _counted(code: str, entry: Entry) -> LetterKind:
    return LetterKind(code, series=_series(entry), family=_family(entry), record=_flag(entry, "record"),
                      revokes=_flag(entry, "revokes"))


def _template(code: str, entry: Entry, event: type[CaseMoved]) -> Template:
    """A placeholder that nobody fills would make its line vanish, so a misspelt one is refused."""
    name, name_en, title, body = (entry.at(key).text() for key in ("name", "name_en", "title", "body"))
    if len(name) > LONGEST_NAME:
        entry.at("name").wrong(f"should have {LONGEST_NAME} signs at most")
    known = OF_EACH | placeholders(event)
    for key, text in (("title", title), ("body", body)):
        if strange := set(BRACED.findall(text)) - known:
            entry.at(key).wrong(f"knows no placeholder “{min(strange)}”; {event.__name__} has as text, day "
                                f"or list of texts: {', '.join(sorted(known))}")
    return Template(code, name, name_en, title, body, entry.at("source").source())


def _series(entry: Entry) -> Series:
    if not entry.has("series"):
        return Series.DECISION
    if entry.at("series").text() not in MARKED:
        entry.at("series").wrong(f"should be {' or '.join(MARKED)}; without one it is numbered as a decision")
    return Series(entry.at("series").text())


def _family(entry: Entry) -> str:
    if entry.has("family") and not FAMILY.fullmatch(entry.at("family").text()):
        entry.at("family").wrong("should have 2 to 20 small letters and underscores")
    return entry.at("family").text() if entry.has("family") else ""


def _flag(entry: Entry, name: str) -> bool:
    return entry.has(name) and entry.at(name).flag()
