from dataclasses import replace
from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import Calendar, Day, DayKind, SpecialDay, Year
from rongcuo.policy.calendar_store import CalendarStore
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.statutory import statutory_days

SOURCE = Source("通知", Standing.VERIFIED)
NAMES = {
    "New Year's Day": "元旦", "Spring Festival": "春节", "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节", "Dragon Boat Festival": "端午节", "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", range(2020, 2027))
def test_every_day_agrees_with_chinesecalendar(seven_years, year):
    for day in days_of(year):
        assert seven_years.is_workday(day) == chinese_calendar.is_workday(day), day
        assert not seven_years.day(day).provisional


@pytest.mark.parametrize("year", range(2020, 2027))
def test_every_holiday_and_adjusted_workday_has_its_kind_and_name(seven_years, year):
    for day in days_of(year):
        told, constants = seven_years.day(day), chinese_calendar.constants
        if day in constants.holidays:
            assert (told.kind, told.name) == (DayKind.HOLIDAY, NAMES[constants.holidays[day]])
        elif day in constants.workdays:
            assert (told.kind, told.name) == (DayKind.ADJUSTED_WORKDAY, NAMES[constants.workdays[day]])
        else:
            assert (told.kind, told.name) == (DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY, "")


def test_2026_has_248_working_days(shipped):
    assert sum(shipped.calendar("530100").is_workday(day) for day in days_of(2026)) == 248


@given(st.dates(date(2027, 1, 1), date(2099, 12, 31)))
def test_a_year_without_data_is_answered_by_weekday_and_law_and_marked(day):
    told = CalendarStore().calendar("530100").day(day)
    name = statutory_days(day.year).get(day, "")
    kind, is_workday = (DayKind.STATUTORY, False) if name else (DayKind.UNPUBLISHED, day.weekday() < 5)
    assert told == Day(day, kind, name, is_workday, True)


@pytest.mark.parametrize("year", range(2020, 2027))
def test_what_the_law_makes_a_day_off_is_one_in_every_published_year(seven_years, year):
    days, since_2025 = statutory_days(year), year >= 2025
    by_old_law = {day for day, name in days.items() if not since_2025 and (
        day == date(year, 5, 2) or (name == "春节" and days.get(day - timedelta(days=1)) != "春节"))}
    for day, name in days.items():
        told = seven_years.day(day)
        assert day in by_old_law or told.kind is DayKind.HOLIDAY, (day, name, told)
    assert len(days) >= (13 if since_2025 else 12)


def test_the_festivals_of_years_to_come():
    assert [day.isoformat()[5:] for day in sorted(statutory_days(2027))] == [
        "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15",
        "10-01", "10-02", "10-03"]
    for year in range(1900, 2201):
        assert 11 <= len(statutory_days(year)) <= 13, year


def test_a_local_festival_lies_beside_those_of_an_unpublished_year(seven_years):
    local = Year(2027, "530100", {date(2027, 1, 1): SpecialDay("本地", SOURCE)}, {})
    assert replace(seven_years, local=(local,)).day(date(2027, 1, 1)).kind is DayKind.STATUTORY


def test_a_missing_year_is_refused_where_data_is_required(shipped):
    calendar = shipped.calendar("530100")
    calendar.require_year(2026)
    with pytest.raises(CaseError) as refused:
        calendar.require_year(2027)
    assert refused.value.code == "calendar.year_missing"
    assert refused.value.details == {"year": 2027, "known": [2025, 2026]}
    assert (2026 in calendar.national, 2027 in calendar.national) == (True, False)


@pytest.mark.parametrize(
    ("division", "day", "kind", "name", "workday", "provisional"),
    [
        ("532801", date(2025, 4, 14), DayKind.LOCAL_HOLIDAY, "泼水节", False, False),
        ("532801", date(2026, 4, 13), DayKind.LOCAL_HOLIDAY, "泼水节", False, True),
        ("533103", date(2025, 4, 12), DayKind.LOCAL_HOLIDAY, "泼水节", False, False),  # a Saturday
        ("532301", date(2025, 7, 17), DayKind.LOCAL_HOLIDAY, "火把节", False, False),
        ("532923", date(2025, 4, 14), DayKind.LOCAL_HOLIDAY, "三月街民族节", False, False),
        ("532923", date(2026, 5, 6), DayKind.WORKDAY, "三月街民族节", True, False),     # named, not off
        ("532923", date(2026, 5, 1), DayKind.HOLIDAY, "劳动节", False, False),          # the nation's first
        ("530127", date(2025, 4, 14), DayKind.WORKDAY, "", True, False),                # another prefecture
    ],
)
def test_a_prefecture_lays_its_own_holidays_over_the_nation(
    shipped, division, day, kind, name, workday, provisional
):
    told = shipped.calendar(division).day(day)
    assert (told.kind, told.name, told.is_workday, told.provisional) == (kind, name, workday, provisional)


def test_the_edition_names_the_data(shipped):
    kunming, dali = shipped.calendar("530100"), shipped.calendar("532923")
    assert kunming.edition == shipped.calendar("530127").edition
    assert kunming.edition != dali.edition
    assert Calendar(dict(kunming.national)).edition == kunming.edition
    without = {year: data for year, data in kunming.national.items() if year != 2026}
    assert Calendar(without).edition != kunming.edition


def test_an_unknown_place_has_no_calendar(shipped):
    with pytest.raises(CaseError) as refused:
        shipped.calendar("110000")
    assert refused.value.code == "policy.unknown_division"
