"""The kinds of letters, as services bring them in their `letters.yaml`: read once, and checked as packs are.

Of a letter whose words are the packs' it says how that one is numbered and what stops holding with it; whom
it goes to and what fills it is told in of_filings.py and of_determinations.py. Of any other it says all.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import get_type_hints

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.policy.pack import Letter as Template
from rongcuo.policy.yaml_reader import Entry, parse_yaml, read_text
from services import brought, events_of
from services.documents.domain.numbers import Series
from services.documents.domain.of_determinations import CALLED_BY

INVALID = "letter.invalid_file"
COUNTED = frozenset({"series", "family", "record", "revokes"})
WHOLE = COUNTED | {"event", "to", "name", "name_en", "title", "body", "source"}
MARKED = (Series.LETTER, Series.MINUTES)
LONGEST_NAME = 100
FAMILY = re.compile(r"[a-z_]{2,20}")
BRACED = re.compile(r"\{(.*?)\}")
OF_EACH = frozenset({"organ", "matter", "number"})   # placeholders that every letter has
OURS = OF_EACH | {"office", "phone"}                 # which no event fills
NEVER_EMPTY = (date, datetime)
FILLING = (*NEVER_EMPTY, str, date | None, datetime | None, tuple[str, ...])
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

    def may_end(self, code: str) -> bool:
        """Whether letters of that kind can stop holding with it: with what a service brings only its own."""
        return self.event is None or code.startswith(f"{self.event.source}.")


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
        sheet = parse_yaml(read_text(file, INVALID), f"services/{service}/{file.name}", INVALID).mapping()
        sheet.pop("sources", None)      # which `source: NAME` finds already
        for code, entry in sheet.items():
            of_a_pack = code in CALLED_BY
            kind = _of_a_pack(service, code, entry) if of_a_pack else _brought(service, code, entry, told)
            if kind.event and kind.event in {other.event for other in found.values()}:
                entry.at("event").wrong("calls for another letter already; an event calls for one")
            found[code] = kind
    return found


def placeholders(event: type[CaseMoved], kinds: Collection[object] = FILLING) -> frozenset[str]:
    """The event's own facts that can be said as they are: texts, days, lists of texts."""
    return frozenset(name for name, kind in get_type_hints(event).items() if kind in kinds)


def named(text: str) -> set[str]:
    """The placeholders in it."""
    return set(BRACED.findall(text))


def _of_a_pack(service: str, code: str, entry: Entry) -> LetterKind:
    if service != CALLED_BY[code].source:
        entry.wrong(f"is called for by {CALLED_BY[code].source}, and nobody else says anything of it")
    entry.mapping(COUNTED)
    return _counted(code, entry, CALLED_BY[code])


def _brought(service: str, code: str, entry: Entry, told: Events) -> LetterKind:
    if not re.fullmatch(rf"{service}\.[a-z][a-z0-9_]{{1,49}}", code):
        entry.wrong(f"should be called “{service}.” and a name in small letters, digits and underscores")
    entry.mapping(WHOLE)
    event = told.get((service, entry.at("event").text()))
    if event is None:
        entry.at("event").wrong(
            f"is no event that {service} tells in the shape CaseMoved (rongcuo/contracts/{service}.py)")
    if event in CALLED_BY.values():
        entry.at("event").wrong("calls for a letter of the packs already; an event calls for one")
    if taken := OURS & get_type_hints(event).keys():
        entry.at("event").wrong(f"has a field “{min(taken)}”, which in a letter is the platform's own word")
    kind, to = _counted(code, entry, event), entry.at("to").one_of(To)
    if kind.record and to is not To.NOBODY:
        entry.at("record").wrong(f"is written to nobody, so `to` can't be {to}")
    return replace(kind, event=event, to=to, template=_template(code, entry, event))


def _counted(code: str, entry: Entry, event: type[CaseMoved]) -> LetterKind:
    kind = LetterKind(code, series=_series(entry), family=_family(entry), record=_flag(entry, "record"),
                      revokes=_flag(entry, "revokes"))
    if kind.revokes and (kind.family or "reasons" not in placeholders(event)):
        entry.at("revokes").wrong("needs a text `reasons` in the event, and takes no `family`")
    return kind


def _template(code: str, entry: Entry, event: type[CaseMoved]) -> Template:
    """A placeholder that nobody fills would make its line vanish, so a misspelt one is refused; and a title
    has only what is never empty."""
    name, name_en, title, body = (entry.at(key).text() for key in ("name", "name_en", "title", "body"))
    if len(name) > LONGEST_NAME:
        entry.at("name").wrong(f"should have {LONGEST_NAME} signs at most")
    for key, text, what, known in (
            ("title", title, "never empty", {"organ"} | placeholders(event, NEVER_EMPTY)),
            ("body", body, "as text, day or list of texts", OF_EACH | placeholders(event))):
        if strange := named(text) - known:
            entry.at(key).wrong(f"knows no placeholder “{min(strange)}”; {event.__name__} has {what}: "
                                f"{', '.join(sorted(known))}")
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
