"""A clock keeps what happened; when something is due always follows from it, and is never stored.

How days are counted:
- the day of the triggering event is not counted, unless the limit says so;
- a day on which the clock stood still is not counted. The day of suspension and the day of resumption both
  belong to the pause: nobody had the whole of either, and a resumption is a triggering event like the first.
  Suspended and resumed on the same day changes nothing;
- so a suspension or an extension can only move a due date later. While the clock stands still the due date
  shown is the earliest possible, as if it were resumed the same day; a suspension after the due date cures no
  lateness;
- stopping a suspended clock ends the pause.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Self

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE, Calendar
from rongcuo.policy.counting import Count, Pause
from rongcuo.policy.deadline import Deadline, ExplainedDay, Why
from rongcuo.policy.limit import LONGEST, Limit, LimitUnit
from rongcuo.policy.provenance import Source, Standing
from rongcuo.texts.signs import is_seen

__all__ = ["Deadline", "DeadlineClock", "ExplainedDay", "Happening", "HappeningKind", "Limit", "LimitUnit",
           "Why"]


class HappeningKind(StrEnum):
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Happening:
    """`amount` is in the limit's unit and only an extension has one."""

    kind: HappeningKind
    at: datetime
    reason: str = ""
    amount: int = 0


@dataclass(frozen=True)
class DeadlineClock:
    """Times are aware. Every verb answers a new clock and raises `clock.…` when the order is impossible."""

    started: datetime
    limit: Limit
    happenings: tuple[Happening, ...] = ()

    def __post_init__(self) -> None:
        if any(at.tzinfo is None for at in (self.started, *(told.at for told in self.happenings))):
            raise ValueError("a clock needs times with a time zone")

    @property
    def stopped(self) -> bool:
        return any(told.kind is HappeningKind.STOPPED for told in self.happenings)

    @property
    def suspended(self) -> bool:
        return self._open_since() is not None

    @property
    def running(self) -> bool:
        return not self.stopped and not self.suspended

    @property
    def extended(self) -> int:
        """By how many units so far."""
        return sum(told.amount for told in self.happenings)

    def suspend(self, at: datetime, reason: str) -> Self:
        if self.suspended:
            raise CaseError("clock.already_suspended")
        return self._then(Happening(HappeningKind.SUSPENDED, at, _given(reason)))

    def resume(self, at: datetime) -> Self:
        if not self.suspended and not self.stopped:
            raise CaseError("clock.not_suspended")
        return self._then(Happening(HappeningKind.RESUMED, at))

    def extend(self, at: datetime, amount: int, reason: str) -> Self:
        """By `amount` units of the limit. How often that is allowed is the pack's rule, not the clock's."""
        if amount < 1 or self.limit.amount + self.extended + amount > LONGEST:
            raise CaseError("invalid", "an extension is of at least one unit", {"amount": amount})
        return self._then(Happening(HappeningKind.EXTENDED, at, _given(reason), amount))

    def stop(self, at: datetime) -> Self:
        return self._then(Happening(HappeningKind.STOPPED, at))

    def _then(self, told: Happening) -> Self:
        if self.stopped:
            raise CaseError("clock.stopped")
        before = self.happenings[-1].at if self.happenings else self.started
        if told.at < before:
            details = {"at": told.at.isoformat(), "before": before.isoformat()}
            raise CaseError("clock.out_of_order", details=details)
        return replace(self, happenings=(*self.happenings, told))

    def due(self, calendar: Calendar, office_close: time) -> Deadline:
        """By when, at the closing of the office (local time). A year without a published arrangement is
        counted by weekday and the festivals of the law, and the deadline marked provisional."""
        count = self._count()
        days = count.days(calendar)
        last = days[-1].date
        since = self._open_since()
        return Deadline(
            date=last,
            at=datetime.combine(last, office_close, ZONE),
            provisional=any(day.provisional and count.rests_on(day) for day in days),
            suspended=since is not None and since <= last,
            edition=calendar.edition,
        )

    def explain(self, calendar: Calendar, office_close: time) -> tuple[ExplainedDay, ...]:  # noqa: ARG002
        """Every day from the start to the due date, which is the last. Takes what `due` takes."""
        return self._count().days(calendar)

    def _count(self) -> Count:
        return Count(_day(self.started), self.limit, self.extended, self._pauses())

    def _pauses(self) -> tuple[Pause, ...]:
        pauses, since = [], None
        for told in self.happenings:
            if told.kind is HappeningKind.SUSPENDED:
                since = _day(told.at)
            elif since is not None and told.kind is not HappeningKind.EXTENDED:
                pauses.append((since, _day(told.at)))
                since = None
        return tuple((first, last) for first, last in pauses if first < last)

    @property
    def pause(self) -> Happening | None:
        """The suspension for which it stands still."""
        turns = [told for told in self.happenings if told.kind is not HappeningKind.EXTENDED]
        return turns[-1] if turns and turns[-1].kind is HappeningKind.SUSPENDED else None

    @property
    def first_pause(self) -> Happening | None:
        """The suspension for which it stood still first."""
        return next((told for told in self.happenings if told.kind is HappeningKind.SUSPENDED), None)

    def _open_since(self) -> date | None:
        return _day(self.pause.at) if self.pause else None

    def to_dict(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {
            "started": self.started.isoformat(),
            "limit": _limit_out(self.limit),
            "happenings": [{"kind": told.kind.value, "at": told.at.isoformat(), "reason": told.reason,
                            "amount": told.amount} for told in self.happenings],
        }

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Self:
        """Raises `malformed` when the record is not one that `to_dict` wrote."""
        try:
            happenings = tuple(_happening_in(told) for told in record["happenings"])
            return cls(_moment(record["started"]), _limit_in(record["limit"]), happenings)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise CaseError("malformed", f"not the record of a clock: {error}") from error


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()


def _given(reason: str) -> str:
    if not is_seen(reason):
        raise CaseError("clock.reason_missing")
    return reason.strip()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _happening_in(record: Mapping[str, Any]) -> Happening:
    kind, at = HappeningKind(record["kind"]), _moment(record["at"])
    return Happening(kind, at, str(record["reason"]), int(record["amount"]))


def _limit_out(limit: Limit) -> dict[str, Any]:
    source = limit.source
    return {
        "amount": limit.amount, "unit": limit.unit.value,
        "counts_start": limit.counts_start, "rolls": limit.rolls,
        "source": {
            "text": source.text, "standing": source.standing.value, "grade": source.grade,
            "checked": source.checked.isoformat() if source.checked else None,
        },
    }


def _limit_in(record: Mapping[str, Any]) -> Limit:
    told = record["source"]
    checked = date.fromisoformat(told["checked"]) if told["checked"] else None
    source = Source(told["text"], Standing(told["standing"]), checked, told["grade"])
    amount, unit = int(record["amount"]), LimitUnit(record["unit"])
    return Limit(amount, unit, source, record["counts_start"], record["rolls"])
