"""The packs at hand, by place and date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import PROVINCE, known_codes, lineage
from rongcuo.policy.pack.pack import Pack
from rongcuo.policy.pack.reading import lay_over, read_pack
from rongcuo.policy.yaml_reader import Entry, parse_yaml, read_yaml

INVALID = "policy.invalid_pack"


@dataclass(frozen=True, eq=False)
class Sheet:
    """One file: what a division says from a date on. `until` is its last day, if it names one."""

    division: str
    since: date
    until: date | None
    entry: Entry

    @property
    def name(self) -> str:
        return f"{self.division}@{self.since.isoformat()}"

    def holds_on(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


class PackStore:
    """All packs of a folder, read and checked at once: raises `policy.invalid_pack` naming file and entry if
    one of them cannot be right. Without a folder the shipped ones, which this edition's tests have checked:
    each is read when it is first asked for, since a process needs a few of them and all take a second.
    `beside`: a folder with more sheets, which were looked at before they came there (`sheets.py`)."""

    def __init__(self, folder: Path | None = None, beside: Path | None = None,
                 more: Sequence[Sheet] = ()) -> None:
        sheets = _read(folder) if folder else () if more else _shipped()
        if beside or more:
            sheets = _apart((*sheets, *more, *(_read(beside) if beside else ())))
        self._sheets = sorted(sheets, key=lambda sheet: sheet.since)     # the earliest first
        self._packs: dict[tuple[Sheet, ...], Pack] = {}
        self._by_id = {_id(sheets): sheets for sheets in self._combinations()}
        if folder:
            self.all()

    def in_force(self, division_code: str, on: date) -> Pack:
        """The most specific pack of a place on a day: the county's, else the prefecture's, else the
        province's. Raises `policy.unknown_division`, `policy.no_pack_in_force`."""
        sheets = self._chosen(division_code, on)
        if not sheets:
            details = {"division_code": division_code, "on": on.isoformat()}
            raise CaseError("policy.no_pack_in_force", details=details)
        return self._pack(sheets)

    def judging(self, division_code: str, on: date) -> Pack:
        """What an act that began on a day is judged by: the pack then in force; the province's first one for
        an act of before it, since legacy problems are older than any list."""
        first = min((sheet.since for sheet in self._sheets if sheet.division == PROVINCE), default=on)
        return self.in_force(division_code, max(on, first))

    def by_id(self, pack_id: str) -> Pack:
        """Raises `policy.unknown_pack`."""
        found = self._by_id.get(pack_id)
        if found is None:
            raise CaseError("policy.unknown_pack", details={"pack_id": pack_id})
        return self._pack(found)

    def all(self) -> tuple[Pack, ...]:
        """Every pack that is, was or will be in force somewhere, by id."""
        return tuple(self._pack(self._by_id[pack_id]) for pack_id in sorted(self._by_id))

    def ids(self, until: date = date.max) -> frozenset[str]:
        """Of all packs that begin on a day until this one."""
        return frozenset(pack_id for pack_id, sheets in self._by_id.items()
                         if max(sheet.since for sheet in sheets) <= until)

    def with_sheet(self, name: str, text: str) -> "PackStore":
        """The same and one sheet more, every pack of which was read and checked. Raises
        `policy.invalid_pack`."""
        more = PackStore(more=(*self._sheets, sheet_of(parse_yaml(text, name, INVALID))))
        for pack_id in more.ids() - self.ids():
            more.by_id(pack_id)
        return more

    def _chosen(self, code: str, on: date) -> tuple[Sheet, ...]:
        """Province first, of each place the earliest first; empty when the province has none, for the others
        only say what differs from it."""
        sheets = [sheet for place in lineage(code) for sheet in self._sheets
                  if sheet.division == place and sheet.holds_on(on)]
        return tuple(sheets) if sheets and sheets[0].division == PROVINCE else ()

    def _pack(self, sheets: tuple[Sheet, ...]) -> Pack:
        if sheets not in self._packs:
            merged = reduce(lay_over, (sheet.entry for sheet in sheets))
            self._packs[sheets] = read_pack(merged, _id(sheets), tuple(sheet.name for sheet in sheets))
        return self._packs[sheets]

    def _combinations(self) -> set[tuple[Sheet, ...]]:
        turns = {turn for sheet in self._sheets for turn in _turns(sheet)}
        divisions = {sheet.division for sheet in self._sheets}
        return {self._chosen(code, turn) for code in divisions for turn in turns} - {()}


def _turns(sheet: Sheet) -> Iterator[date]:
    """The days on which what holds may change."""
    yield sheet.since
    if sheet.until:
        yield sheet.until + timedelta(days=1)


def _id(sheets: tuple[Sheet, ...]) -> str:
    """Place, the day from which this combination holds, and a digest of the files' data (not of their
    comments), so that a file edited in place is noticed instead of changing the rules of old cases."""
    told = repr([sheet.entry.value for sheet in sheets])
    digest = sha256(told.encode()).hexdigest()[:8]
    return f"{sheets[-1].division}@{max(sheet.since for sheet in sheets).isoformat()}.{digest}"


def _shipped() -> tuple[Sheet, ...]:
    with as_file(files("rongcuo.policy").joinpath("packs")) as folder:
        return _read(folder)


def _read(folder: Path) -> tuple[Sheet, ...]:
    return _apart([sheet_of(read_yaml(path, INVALID)) for path in sorted(folder.glob("*.yaml"))])


def _apart(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    for number, sheet in enumerate(sheets):
        if sheet.name in {earlier.name for earlier in sheets[:number]}:
            sheet.entry.wrong(f"another file of {sheet.division} begins on {sheet.since} too")
    return tuple(sheets)


def sheet_of(entry: Entry) -> Sheet:
    """Raises `policy.invalid_pack` where it says of no place, or of no days."""
    code, since = entry.at("division").text(), entry.at("valid_from").day()
    if code not in known_codes():
        entry.at("division").wrong(f"“{code}” is no division of the province")
    until = entry.at("valid_until").day() if entry.has("valid_until") else None
    if until and until < since:
        entry.at("valid_until").wrong(f"lies before valid_from, {since}")
    return Sheet(code, since, until, entry)
