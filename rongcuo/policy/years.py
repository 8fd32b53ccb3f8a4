"""Reading the arrangement of one year from YAML."""

from datetime import date, timedelta

from rongcuo.policy.calendar import SATURDAY, SpecialDay, Year
from rongcuo.policy.divisions import known_codes
from rongcuo.policy.provenance import Source
from rongcuo.policy.yaml_reader import Entry

CODE = "calendar.invalid"
FIRST, LAST = 2000, 2100
_FILE = frozenset({"year", "division", "sources", "source", "holidays", "workdays"})
_HOLIDAY = frozenset({"name", "from", "to", "day_off", "source"})
_WORKDAY = frozenset({"date", "for", "source"})
Days = dict[date, SpecialDay]


def read_year(sheet: Entry) -> Year:
    """Raises `calendar.invalid` at the first entry that cannot be true."""
    sheet.mapping(_FILE)
    number = sheet.at("year").whole(FIRST, LAST)
    place = _division(sheet)
    source = sheet.at("source").source() if not place or sheet.has("source") else None
    holidays = _holidays(sheet.at("holidays"), number, source)
    if not holidays:
        sheet.wrong("names no holiday at all; a year without one is most likely an unfinished file")
    return Year(number, place, holidays, _workdays(sheet, number, source, holidays))


def _division(sheet: Entry) -> str:
    if not sheet.has("division"):
        return ""
    code = sheet.at("division").text()
    if code not in known_codes():
        sheet.at("division").wrong(f"“{code}” is no division of the province")
    return code


def _holidays(listed: Entry, year: int, source: Source | None) -> Days:
    found: Days = {}
    for entry in listed.each():
        entry.mapping(_HOLIDAY)
        off = entry.at("day_off").flag() if entry.has("day_off") else True
        what = SpecialDay(entry.at("name").text(), _source(entry, source), off)
        for day in _span(entry, year):
            if day in found:
                entry.wrong(f"{day} is named already, as {found[day].name}")
            found[day] = what
    return found


def _span(entry: Entry, year: int) -> list[date]:
    first = entry.at("from").day()
    last = entry.at("to").day() if entry.has("to") else first
    if last < first:
        entry.wrong(f"ends on {last}, before it begins on {first}")
    if first.year != year or last.year != year:
        entry.wrong(f"{first} to {last} does not lie in {year}")
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _workdays(sheet: Entry, year: int, source: Source | None, holidays: Days) -> Days:
    found: Days = {}
    for entry in sheet.at("workdays").each() if sheet.has("workdays") else ():
        entry.mapping(_WORKDAY)
        day = entry.at("date").day()
        if day.year != year:
            entry.wrong(f"{day} does not lie in {year}")
        if day.weekday() < SATURDAY:
            entry.wrong(f"{day} is no Saturday or Sunday; it needs no make-up work")
        if day in holidays or day in found:
            entry.wrong(f"{day} is named twice")
        found[day] = SpecialDay(entry.at("for").text(), _source(entry, source))
    return found


def _source(entry: Entry, of_file: Source | None) -> Source:
    if of_file is None or entry.has("source"):
        return entry.at("source").source()
    return of_file
