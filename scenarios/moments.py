"""Moments and days as files write them, read in the time of the place."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from rongcuo.contracts.moments import FIRST_YEAR, LAST_YEAR
from rongcuo.policy.calendar import ZONE
from scenarios.wording import NO, YES, NotUnderstood, yes_of

FORENOON = time(9, 0)  # of a day that is named without an hour
OPENS, CLOSES = time(9, 0), time(16, 30)
APPLIED, CLUES = ("applied_at", "application_at"), ("reported_at", "clue_received_at", "clue_at")
BEGINS = (*APPLIED, *CLUES, "initiated_at", "opened_at", "begun_at", "started_at")
ORDER = (("filed_at", "reviewed_at"), ("filed_at", "supplement.at"), ("reviewed_at", "supplement.at"),
         *((key, "determined_at") for key in (*BEGINS, "report.at")),
         *((key, then) for key in (*BEGINS, "determined_at") for then in ("appealed_at", "appeal.at")))
IN_WORDS = re.compile(r"(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?[\sT]*")


def moment_of(written: Any) -> datetime | None:
    """A moment as a file writes it: with or without its hour, in quotes or not, 2026-03-09, 20260309 or
    2026年3月9日; local time without a zone. None where nothing is written; raises NotUnderstood for anything
    that is no moment, so that none is passed over."""
    if not written:
        return None
    at = written if isinstance(written, date) else _parsed(str(written))
    if not isinstance(at, datetime) or (at.tzinfo is None and at.time() == time()):
        at = datetime.combine(at if not isinstance(at, datetime) else at.date(), FORENOON)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise NotUnderstood(f"年份不对 · no such year: {written}")
    return at.astimezone(ZONE) if at.tzinfo else at.replace(tzinfo=ZONE)


def _parsed(written: str) -> datetime:
    said = IN_WORDS.sub(lambda told: "{}-{:0>2}-{:0>2} ".format(*told.groups()), written.strip()).strip()
    try:
        return datetime.fromisoformat(said)
    except ValueError as error:
        raise NotUnderstood(f"不是日期 · no date: {written!r} ({error})") from None


def day_of(written: Any) -> date | None:
    """A local date as a file writes it."""
    at = moment_of(written)
    return at.date() if at else None


def local_day(moment: str) -> str:
    """The local day of a moment that the platform tells."""
    return datetime.fromisoformat(moment).astimezone(ZONE).date().isoformat()


def period_of(said: Any) -> tuple[date | None, date | None]:
    """The first and the last day of `{from, to}`, as it is written; a single day is both."""
    told = said if isinstance(said, Mapping) else {}
    first = next((told[key] for key in ("from", "since", "on", "date", "at") if told.get(key)), None)
    last = next((told[key] for key in ("to", "until") if told.get(key)), None)
    begins, ends = day_of(first), day_of(last or (first if "from" not in told else None))
    if begins and ends and ends < begins:
        raise NotUnderstood(f"止于起之前 · ends before it begins: {first} – {last}")
    return begins, ends


def at_work(at: datetime, is_workday: Callable[[date], bool]) -> datetime:
    """The last moment of working hours up to another: where the player chooses, nobody works at night."""
    if is_workday(at.date()) and at.timetz().replace(tzinfo=None) >= OPENS:
        return min(at, at.replace(hour=CLOSES.hour, minute=CLOSES.minute))
    return at_work((at - timedelta(days=1)).replace(hour=CLOSES.hour, minute=CLOSES.minute), is_workday)


def next_at_work(at: datetime, is_workday: Callable[[date], bool]) -> datetime:
    """The first moment of working hours from another on."""
    if is_workday(at.date()) and at.timetz().replace(tzinfo=None) <= CLOSES:
        return max(at, at.replace(hour=OPENS.hour, minute=OPENS.minute))
    return next_at_work((at + timedelta(days=1)).replace(hour=OPENS.hour, minute=OPENS.minute), is_workday)


def dated(key: str, said: Any) -> tuple[bool, datetime | None]:
    """Whether something happens, and when: told with yes or no, with its moment, or with `{at}`."""
    if isinstance(said, Mapping):
        return bool(said), moment_of(said.get("at") or said.get("lodged_at"))
    if said is None or str(said).strip().lower() in YES | NO:
        return yes_of(key, said, False), None
    return True, moment_of(said)


def in_order(chosen: Mapping[str, Any]) -> None:
    """What leads to something comes before it. Raises NotUnderstood, which names both keys."""
    for earlier, later in ORDER:
        first, then = moment_of(chosen.get(earlier)), moment_of(chosen.get(later))
        if first and then and _is_before(then, first):
            raise NotUnderstood(f"{later}: {then:%Y-%m-%d %H:%M} 早于 {earlier} {first:%Y-%m-%d %H:%M}"
                                " · before what leads to it")


def _is_before(one: datetime, other: datetime) -> bool:
    """On an earlier day; or on the same day, where both name their hour."""
    return one < other and (one.date() < other.date() or FORENOON not in (one.time(), other.time()))
