"""The calendars at hand: those shipped with the platform, and those imported since."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import Calendar, Year
from rongcuo.policy.divisions import lineage
from rongcuo.policy.yaml_reader import parse_yaml, read_text, read_yaml
from rongcuo.policy.years import CODE, read_year

Years = Mapping[tuple[str, int], Year]  # by division ("" is the nation) and year
Stamp = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ImportedYear:
    """`division` is empty for the nation. `replaced`: an edition of that year was known before."""

    year: int
    division: str
    holidays: int
    workdays: int
    replaced: bool
    path: Path


@lru_cache(maxsize=1)
def _packaged() -> Years:
    with as_file(files("rongcuo.policy").joinpath("calendars")) as folder:
        return _read(sorted(folder.glob("*.yaml")))


def _read(paths: list[Path]) -> Years:
    years = [read_year(read_yaml(path, CODE)) for path in paths]
    return {(year.division, year.year): year for year in years}


class CalendarStore:
    """Calendars by place. `extra` holds imported years, which win over shipped ones; it is read again only
    when a file in it has changed, so that every process sees a new edition without a restart."""

    def __init__(self, extra: Path | None = None) -> None:
        self._extra = extra
        self._stamp: Stamp = ()
        self._years: Years = _packaged()
        self._made: dict[str, Calendar] = {}

    def calendar(self, division_code: str) -> Calendar:
        """The calendar of a place. Raises `policy.unknown_division`, and `calendar.invalid` when a file of
        the folder of imported years was damaged by hand."""
        self._refresh()
        made = self._made.get(division_code)
        if made is None:
            made = self._made[division_code] = self._make(lineage(division_code))
        return made

    def _make(self, places: tuple[str, ...]) -> Calendar:
        national = {number: year for (place, number), year in self._years.items() if not place}
        local = [self._years[key] for key in sorted(self._years, key=lambda key: key[1]) if key[0] in places]
        return Calendar(national, tuple(local))

    def _refresh(self) -> None:
        stamp = stamp_of(self._extra)
        if stamp == self._stamp:
            return
        imported = _read([Path(path) for path, *_ in stamp])
        self._years, self._made, self._stamp = {**_packaged(), **imported}, {}, stamp

    def import_year(self, source: Path | str) -> ImportedYear:
        """Checks the YAML of one year and puts it into the folder of imported years, whole or not at all; the
        same year again replaces. Raises `calendar.invalid` with `file`, `entry` and `problem`."""
        if self._extra is None:
            raise CaseError(CODE, "this store has no folder for imported years", {"problem": "no folder"})
        text = read_text(Path(source), CODE)
        year = read_year(parse_yaml(text, Path(source).name, CODE))
        self._refresh()
        replaced = (year.division, year.year) in self._years
        path = self._extra / f"{year.division or 'national'}-{year.year}.yaml"
        _write_whole(path, text.encode())
        return ImportedYear(year.year, year.division, len(year.holidays), len(year.workdays), replaced, path)


def stamp_of(folder: Path | None) -> Stamp:
    """Names the state of the sheets in a folder; empty where there are none."""
    if folder is None or not folder.is_dir():
        return ()
    with os.scandir(folder) as found:
        seen = [(entry.path, entry.stat()) for entry in found if entry.name.endswith(".yaml")]
    return tuple(sorted((path, stat.st_mtime_ns, stat.st_size, stat.st_ino) for path, stat in seen))


def _write_whole(path: Path, content: bytes) -> None:
    """A reader sees the old file or the new one, never half of it, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
