"""What a clock refuses, and what its deadline answers."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.calendar_store import CalendarStore
from rongcuo.policy.clock import Deadline, DeadlineClock, HappeningKind, Limit, LimitUnit
from rongcuo.policy.provenance import Source, Standing

CLOSE = time(17, 30)
SOURCE = Source("测试用", Standing.ILLUSTRATIVE)
CALENDAR = CalendarStore().calendar("530100")
ONE_DAY = Limit(1, LimitUnit.WORKDAYS, SOURCE)


def a_clock() -> DeadlineClock:
    return DeadlineClock(datetime(2026, 5, 6, 11, tzinfo=ZONE), Limit(1, LimitUnit.WORKDAYS, SOURCE))


def test_an_impossible_order_is_refused():
    clock = a_clock()
    at = clock.started + timedelta(hours=1)
    refusals = {
        "clock.not_suspended": lambda: clock.resume(at),
        "clock.already_suspended": lambda: clock.suspend(at, "补正").suspend(at, "补正"),
        "clock.reason_missing": lambda: clock.suspend(at, "  "),
        "invalid": lambda: clock.extend(at, 0, "案情复杂"),
    }
    for code, refuse in refusals.items():
        with pytest.raises(CaseError) as refused:
            refuse()
        assert refused.value.code == code


def test_an_extension_needs_a_reason():
    with pytest.raises(CaseError) as refused:
        a_clock().extend(a_clock().started, 1, "")
    assert refused.value.code == "clock.reason_missing"


@pytest.mark.parametrize(
    "record",
    [
        {}, {"started": "x"}, {"started": "2026-05-06T11:00", "limit": {}, "happenings": []},
        {**a_clock().to_dict(), "started": "2026-05-06T11:00"},          # no time zone
        {**a_clock().to_dict(), "started": 5},
        {**a_clock().to_dict(), "happenings": [{"kind": "exploded"}]},
        {**a_clock().to_dict(), "happenings": None},
        {**a_clock().to_dict(), "limit": {**a_clock().to_dict()["limit"], "amount": 0}},
        {**a_clock().to_dict(), "limit": {**a_clock().to_dict()["limit"], "source": []}},
    ],
)
def test_a_record_that_is_none_is_refused(record):
    with pytest.raises(CaseError) as refused:
        DeadlineClock.from_dict(record)
    assert refused.value.code == "malformed"


@pytest.mark.parametrize("amount", [0, -1, 3_661])
def test_a_limit_has_a_sensible_length(amount):
    with pytest.raises(ValueError, match="a limit is 1 to"):
        Limit(amount, LimitUnit.WORKDAYS, SOURCE)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        DeadlineClock(datetime(2026, 5, 6, 11), ONE_DAY)  # noqa: DTZ001 - the point


def deadline(**changes) -> Deadline:
    return replace(a_clock().due(CALENDAR, CLOSE), **changes)


@pytest.mark.parametrize(
    ("when", "late"),
    [
        ("2026-05-07T17:29+08:00", False), ("2026-05-07T23:59:59+08:00", False),
        ("2026-05-08T00:00+08:00", True), ("2026-05-07T15:59+00:00", False), ("2026-05-07T16:00+00:00", True),
    ],
)
def test_late_begins_with_the_next_day_in_shanghai(when, late):
    assert deadline().late(datetime.fromisoformat(when)) is late
    assert not deadline(suspended=True).late(datetime.fromisoformat(when))


def test_what_remains_runs_to_the_closing_of_the_office():
    assert deadline().remaining(datetime(2026, 5, 7, 16, 30, tzinfo=ZONE)) == timedelta(hours=1)
    assert deadline().remaining(datetime(2026, 5, 7, 18, 30, tzinfo=ZONE)) == timedelta(hours=-1)


def test_a_clock_keeps_what_happened_with_its_reason():
    at = a_clock().started
    clock = a_clock().suspend(at, "等待补正").resume(at).extend(at, 2, "案情复杂").stop(at)
    told = [(happening.kind, happening.reason, happening.amount) for happening in clock.happenings]
    assert told == [
        (HappeningKind.SUSPENDED, "等待补正", 0), (HappeningKind.RESUMED, "", 0),
        (HappeningKind.EXTENDED, "案情复杂", 2), (HappeningKind.STOPPED, "", 0),
    ]
