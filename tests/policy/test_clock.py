"""What must hold for every clock, whatever happened to it."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate

import chinese_calendar
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.calendar_store import CalendarStore
from rongcuo.policy.clock import DeadlineClock, Limit, LimitUnit, Why
from rongcuo.policy.limit import add_months
from rongcuo.policy.provenance import Source, Standing

CLOSE = time(17, 30)
SOURCE = Source("测试用", Standing.ILLUSTRATIVE, date(2026, 1, 5), "M")
CALENDAR = CalendarStore().calendar("530100")

moments = st.datetimes(
    datetime(2025, 1, 1), datetime(2027, 3, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    timezones=st.just(ZONE),
)
pauses = st.timedeltas(timedelta(minutes=1), timedelta(days=40))
limits = st.builds(
    Limit, st.integers(1, 40), st.sampled_from([LimitUnit.WORKDAYS, LimitUnit.DAYS]), st.just(SOURCE),
    st.booleans(), st.booleans(),
) | st.builds(Limit, st.integers(1, 6), st.just(LimitUnit.MONTHS), st.just(SOURCE), st.booleans())


@st.composite
def clocks(draw) -> DeadlineClock:
    """A clock and some of the things that can lawfully happen to it, in order."""
    clock = DeadlineClock(draw(moments), draw(limits))
    at = clock.started
    for _ in range(draw(st.integers(0, 5))):
        at += draw(pauses)
        if draw(st.integers(0, 2)) == 0:
            clock = clock.extend(at, draw(st.integers(1, 10)), "案情复杂")
        else:
            clock = clock.resume(at) if clock.suspended else clock.suspend(at, "等待补正")
    return clock


def last(clock: DeadlineClock) -> datetime:
    return clock.happenings[-1].at if clock.happenings else clock.started


def due(clock: DeadlineClock) -> date:
    return clock.due(CALENDAR, CLOSE).date


@given(clocks())
def test_the_explanation_ends_on_the_due_date_and_skips_no_day(clock):
    days = clock.explain(CALENDAR, CLOSE)
    assert days[-1].date == due(clock)
    assert [day.date for day in days] == [days[0].date + timedelta(days=n) for n in range(len(days))]
    assert days[0].date == clock.started.astimezone(ZONE).date()


@given(clocks())
def test_a_limit_counts_exactly_its_days(clock):
    days, limit = clock.explain(CALENDAR, CLOSE), clock.limit
    assert sum(day.counted for day in days) == days[-1].count == days[-1].of
    assert [day.count for day in days] == list(accumulate(day.counted for day in days))
    if limit.unit is not LimitUnit.MONTHS:
        assert days[-1].of == limit.amount + clock.extended


@given(clocks())
def test_a_day_is_counted_only_for_a_reason_that_counts(clock):
    for day in clock.explain(CALENDAR, CLOSE):
        assert day.counted == (day.why in {Why.WORKDAY, Why.ADJUSTED_WORKDAY, Why.CALENDAR_DAY})
        if clock.limit.unit is LimitUnit.WORKDAYS:
            assert not day.counted or CALENDAR.is_workday(day.date)


@given(clocks())
def test_a_limit_ends_on_a_working_day_unless_it_does_not_roll(clock):
    if clock.limit.unit is LimitUnit.WORKDAYS or clock.limit.rolls:
        assert CALENDAR.is_workday(due(clock))


@given(st.dates(date(2020, 1, 1), date(2026, 6, 30)), st.integers(1, 100))
def test_working_days_agree_with_chinesecalendar(seven_years, start, amount):
    started = datetime.combine(start, time(10), ZONE)
    found = DeadlineClock(started, Limit(amount, LimitUnit.WORKDAYS, SOURCE)).due(seven_years, CLOSE).date
    between = [start + timedelta(days=n) for n in range(1, (found - start).days + 1)]
    assert sum(chinese_calendar.is_workday(day) for day in between) == amount
    assert chinese_calendar.is_workday(found)


@given(moments, st.integers(1, 24))
def test_months_end_on_the_day_of_the_same_number(started, amount):
    limit = Limit(amount, LimitUnit.MONTHS, SOURCE, rolls=False)
    start, end = started.date(), due(DeadlineClock(started, limit))
    assert (end.year - start.year) * 12 + end.month - start.month == amount
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)
    assert end == add_months(start, amount)


@given(clocks(), st.integers(1, 10))
def test_an_extension_never_makes_it_earlier(clock, amount):
    assert due(clock.extend(last(clock), amount, "案情复杂")) >= due(clock)


@given(clocks(), pauses, pauses, pauses)
def test_a_suspension_never_makes_it_earlier_and_a_longer_one_never_either(clock, wait, first, more):
    assume(not clock.suspended)
    at = last(clock) + wait
    standing = clock.suspend(at, "等待补正")
    short, long = standing.resume(at + first), standing.resume(at + first + more)
    assert due(clock) <= due(standing) <= due(short) <= due(long)


@given(clocks(), pauses)
def test_resuming_on_the_same_day_changes_nothing(clock, wait):
    assume(not clock.suspended)
    at = (last(clock) + wait).astimezone(ZONE)
    evening = at.replace(hour=23, minute=59, second=59, microsecond=999_999)
    assert due(clock.suspend(at, "等待补正").resume(evening)) == due(clock)


@given(clocks(), st.timedeltas(timedelta(0), timedelta(days=60)))
def test_a_later_start_is_never_due_earlier(clock, later):
    fresh = replace(clock, happenings=())
    assert due(replace(fresh, started=fresh.started + later)) >= due(fresh)


@given(clocks())
def test_a_larger_limit_is_never_due_earlier(clock):
    assert due(replace(clock, limit=replace(clock.limit, amount=clock.limit.amount + 1))) >= due(clock)


@given(clocks())
def test_a_clock_survives_the_wire(clock):
    record = json.loads(json.dumps(clock.to_dict(), ensure_ascii=False))
    assert DeadlineClock.from_dict(record) == clock
    assert DeadlineClock.from_dict(record).due(CALENDAR, CLOSE) == clock.due(CALENDAR, CLOSE)


@given(clocks())
def test_a_due_date_in_an_unpublished_year_is_provisional(clock):
    deadline = clock.due(CALENDAR, CLOSE)
    assume(clock.limit.unit is LimitUnit.WORKDAYS or clock.limit.rolls)
    if deadline.date.year not in CALENDAR.national and deadline.date != clock.started.astimezone(ZONE).date():
        assert deadline.provisional
    if clock.started.year == deadline.date.year == 2026:
        assert not deadline.provisional


@given(clocks())
def test_a_clock_is_running_suspended_or_stopped(clock):
    stopped = clock.stop(last(clock))
    assert [clock.running, clock.suspended, clock.stopped].count(True) == 1
    assert (stopped.running, stopped.suspended, stopped.stopped) == (False, False, True)
    assert due(stopped) >= due(clock)


@given(clocks(), st.sampled_from(["suspend", "resume", "extend", "stop"]))
def test_nothing_happens_to_a_stopped_clock(clock, verb):
    stopped, more = clock.stop(last(clock)), {"suspend": ["理由"], "extend": [1, "理由"]}
    with pytest.raises(CaseError) as refused:
        getattr(stopped, verb)(last(clock), *more.get(verb, []))
    assert refused.value.code == "clock.stopped"


@given(clocks())
def test_nothing_happens_before_what_happened_before(clock):
    with pytest.raises(CaseError) as refused:
        clock.stop(last(clock) - timedelta(seconds=1))
    assert refused.value.code == "clock.out_of_order"
