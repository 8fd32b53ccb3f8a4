"""When the steps of a determination are played: on the day on which they are due, or in time for what the
scenario dates. The player makes nothing late that the scenario does not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rongcuo.policy.calendar import ZONE
from scenarios.determination_facts import DeterminationFacts
from scenarios.moments import at_work
from scenarios.wording import NotUnderstood

MORNING, A_MOMENT = time(9, 50), timedelta(minutes=5)
UP_TO_DECISION = ("acceptance", "verification", "meeting")
HOURS_BEFORE = {"acceptance": 3, "verification": 2, "meeting": 1, "feedback": 2, "record_filing": 1}


@dataclass(frozen=True)
class Timing:
    """`at` is always the step before: nothing is played earlier than what leads to it."""

    facts: DeterminationFacts
    is_workday: Callable[[date], bool]

    def stage(self, state: str, due_on: str, at: datetime, appealed: bool) -> datetime:
        """When a stage is done."""
        due = datetime.combine(date.fromisoformat(due_on), MORNING, ZONE)
        return max(self._in_time(state, due, appealed), at + A_MOMENT)

    def _in_time(self, state: str, due: datetime, appealed: bool) -> datetime:
        decides = state in UP_TO_DECISION
        before = self.facts.decided_at if decides else None if appealed else self.facts.appealed_at
        if not before:
            return due
        if state == self._ends_early_in():
            return before
        wanted = before - timedelta(hours=HOURS_BEFORE[state])
        return at_work(wanted if state == "meeting" else min(due, wanted), self.is_workday)

    def _ends_early_in(self) -> str:
        """The stage that decides without a meeting, if one does."""
        if self.facts.outcome in {"refused", "withdrawn"}:
            return "acceptance"
        return "verification" if self.facts.hit and not self.facts.disputed else ""

    def decision(self, at: datetime) -> datetime:
        """When what the meeting found is decided."""
        return max(self.facts.decided_at or at + timedelta(hours=2), at + A_MOMENT)

    def appeal(self, until: date, at: datetime) -> datetime:
        """As the scenario dates the appeal, or within its period."""
        dated = self.facts.appealed_at
        wanted = min(at + timedelta(days=1), datetime.combine(until, MORNING, ZONE))
        appeals_at = max(dated or wanted, at + A_MOMENT)
        if dated and appeals_at.date() != dated.date():
            raise NotUnderstood(f"appealed_at: {dated:%Y-%m-%d} 早于认定 · before {at:%Y-%m-%d}")
        return appeals_at
