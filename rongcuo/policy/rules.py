"""The rules of the place, as a use case asks for them: the pack in force, a case's own pack, the calendar."""

from datetime import date
from functools import cache
from pathlib import Path

from rongcuo.policy.calendar import Calendar
from rongcuo.policy.calendar_store import CalendarStore, Stamp, stamp_of
from rongcuo.policy.contacts import Contact, Contacts
from rongcuo.policy.pack import Pack, PackStore
from rongcuo.policy.yaml_reader import parse_yaml
from rongcuo.policy.years import CODE as CALENDAR_INVALID
from rongcuo.policy.years import read_year


@cache
def _shipped() -> PackStore:
    return PackStore()


class Rules:
    """Packs, calendars and contacts of one process. `calendar_dir` holds imported editions, `sheets` what the
    hub has published since; both appear without a restart. `contacts` is read once."""

    def __init__(self, calendar_dir: Path | None = None, contacts: Path | None = None,
                 sheets: Path | None = None) -> None:
        self._contacts = Contacts(contacts)
        self._sheets = sheets
        self._stamp: Stamp = ()
        self._store = _shipped()
        self._calendars = CalendarStore(calendar_dir)

    def pack(self, division_code: str, on: date) -> Pack:
        """The pack in force for a division on a local date."""
        return self._packs.in_force(division_code, on)

    def judging_pack(self, division_code: str, on: date) -> Pack:
        """The pack that judges an act which began on a local date; for one of before all packs, the first."""
        return self._packs.judging(division_code, on)

    def pack_by_id(self, pack_id: str) -> Pack:
        """The pack that a case was opened with; a case keeps it for life."""
        return self._packs.by_id(pack_id)

    def calendar(self, division_code: str) -> Calendar:
        """The working days of a division, with its prefecture's own holidays."""
        return self._calendars.calendar(division_code)

    def packs_lost(self, name: str, text: str, until: date) -> frozenset[str]:
        """The ids of the packs in force on any day until this one that there would be no more, were a sheet
        added: cases may have been opened under them. Raises `policy.invalid_pack` where it can't be run
        under."""
        return self._packs.ids(until) - self._packs.with_sheet(name, text).ids()

    def read_calendar(self, name: str, text: str) -> None:
        """Raises `calendar.invalid` for what is no edition of a year's working days."""
        read_year(parse_yaml(text, name, CALENDAR_INVALID))

    @property
    def _packs(self) -> PackStore:
        if self._sheets and (stamp := stamp_of(self._sheets)) != self._stamp:
            self._store, self._stamp = PackStore(beside=self._sheets) if stamp else _shipped(), stamp
        return self._store

    def contact(self, organ_id: str) -> Contact | None:
        """Whom to ask at an organ, where that is entered."""
        return self._contacts.of(organ_id)
