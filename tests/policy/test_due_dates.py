"""Limits and their due dates as a table; `cases/due_dates.yaml` reads as the specification."""

from datetime import datetime, time
from pathlib import Path

import pytest
import yaml

from rongcuo.policy.clock import DeadlineClock, Limit, LimitUnit
from rongcuo.policy.provenance import Source, Standing

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "due_dates.yaml").read_text("utf-8"))
CLOSE = time(17, 30)


def clock_of(case) -> DeadlineClock:
    amount, unit = case["limit"].split()
    limit = Limit(
        int(amount), LimitUnit(unit), Source("测试用", Standing.ILLUSTRATIVE),
        case.get("counts_start", False), case.get("rolls", True),
    )
    clock = DeadlineClock(datetime.fromisoformat(case["started"]), limit)
    for step in case.get("happened", ()):
        clock = told(clock, step)
    return clock


def told(clock: DeadlineClock, step) -> DeadlineClock:
    verb = next(verb for verb in ("suspend", "resume", "extend", "stop") if verb in step)
    at = datetime.fromisoformat(step[verb])
    more = {"suspend": ("等待补正",), "extend": (step.get("amount"), "案情复杂")}
    return getattr(clock, verb)(at, *more.get(verb, ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_limit_is_due_when_the_table_says(shipped, case):
    due = clock_of(case).due(shipped.calendar(case.get("place", "530100")), CLOSE)
    assert due.date == case["due"]
    assert due.provisional == case.get("provisional", False)
    assert due.suspended == case.get("suspended", False)
    assert due.at.isoformat() == f"{case['due']}T17:30:00+08:00"


def test_the_explanation_of_the_first_scenario_reads_day_by_day(shipped):
    clock = clock_of({"started": "2026-02-13T15:20+08:00", "limit": "2 workdays"})
    days = clock.explain(shipped.calendar("530127"), CLOSE)
    told = [(day.date.day, day.weekday, day.why.value, day.name, day.count, day.of) for day in days]
    assert told[:3] == [
        (13, 5, "start_day", "", 0, 2),
        (14, 6, "adjusted_workday", "春节", 1, 2),
        (15, 7, "holiday", "春节", 1, 2),
    ]
    assert told[-1] == (24, 2, "workday", "", 2, 2)
    assert {why for _, _, why, *_ in told[2:-1]} == {"holiday"}
