"""What the plays of a report and of what follows from it have in common: acts one after the other, in working
hours and within the limit of their stage."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.moments import next_at_work
from scenarios.people import Place
from scenarios.platform import Answer, Person, Refused
from scenarios.report_facts import ReportFacts
from scenarios.stage import PROVISIONAL, Seen, Stage

MORNING, A_MOMENT, AN_HOUR = time(9, 50), timedelta(minutes=5), timedelta(hours=1)
UNSURE = 500     # from this status on nobody has said no


class CasePlay:
    """`case_path`: where the case is that it acts on; the keys of its commands are of this very case, so that
    a second report of the same words is played too."""

    case_path = ""

    def __init__(self, stage: Stage, seen: Seen, facts: ReportFacts, rules: Rules, at: datetime) -> None:
        self._stage, self._seen, self._facts, self._rules, self._at = stage, seen, facts, rules, at
        self._is_workday = rules.calendar(facts.organ_id[:6]).is_workday

    @property
    def _place(self) -> Place:
        return self._stage.people.at(self._facts.organ_id, self._facts.unit)

    def _key(self, step: str) -> str:
        return self._stage.key(f"{self._facts.key}.{self.case_path.rpartition('/')[2]}", step)

    def _put(self, at: datetime, what: str, do: Callable[[], str]) -> None:
        self._at = next_at_work(at, self._is_workday)
        self._stage.agenda.put(self._at, self._seen.scenario.id, f"{what} {self._facts.text}", do)

    def _later(self, wait: timedelta, what: str, do: Callable[[], str]) -> None:
        """After the step before."""
        self._put(self._at + wait, what, do)

    def _on(self, day: str, what: str, do: Callable[[], str]) -> str:
        """On a day in the morning, or right after the step before; answers the remark with that day."""
        wanted = datetime.combine(date.fromisoformat(day), MORNING, ZONE)
        self._put(max(wanted, self._at + A_MOMENT), what, do)
        return f"{what}应于 {day} 前完成"

    def _when_due(self, case: Answer, what: str, do: Callable[[], str]) -> str:
        """On the last day of the running stage."""
        deadline = case["deadline"]
        self._seen.provisional |= bool(deadline["provisional"])
        return self._on(deadline["date"], what, do) + (PROVISIONAL if deadline["provisional"] else "")

    def _do(self, person: Person, verb: str, body: Answer | None = None, step: str = "") -> None:
        """A step of the case."""
        person.post(f"{self.case_path}/{verb}", body, self._key(step or verb))

    def _refused_with(self, person: Person, verb: str, body: Answer, step: str) -> str:
        """The code with which the platform says no to a step; empty where it lets it be. That it could not
        answer is no refusal: raises that."""
        try:
            self._do(person, verb, body, step)
        except Refused as refusal:
            if refusal.status >= UNSURE:
                raise
            return refusal.code
        return ""
