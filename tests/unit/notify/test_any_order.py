"""filing and review speak without an order between them. Whoever is heard first, the tasks are the same."""

from collections import deque
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rongcuo.contracts.events import Event
from services.notify.domain.on_filing_events import hear
from services.notify.domain.task import SUPPLEMENT, Task
from services.notify.domain.tracked_case import TrackedCase
from tests.unit.notify import scene

OFFICERS = some.sampled_from(["wang", "zhao", "qian"])
HOURS = some.integers(1, 200)


def essence(task: Task) -> tuple[object, ...]:
    """All of a task but when notify learned of it."""
    return (task.id, task.kind, task.holders, task.due_at, task.provisional, task.suspended, task.state)


class TwoVoices(RuleBasedStateMachine):
    """filing and review do what they may; `heard` hears them as the bus likes, `natural` as it happened."""

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = scene.FILED_AT
        self.natural, self.heard = TrackedCase(id=scene.MATTER), TrackedCase(id=scene.MATTER)
        self.under_way: dict[str, deque[Event]] = {"filing": deque(), "review": deque()}
        self.stage, self.awaiting, self.paused, self.requests = "preliminary_review", False, False, 0
        self.assignee, self.team = "", ()
        self.withdrawn = self.decided = self.settled = self.closed = False

    def tell(self, event: Event) -> None:
        hear(self.natural, event, self.now)
        self.under_way[event.source].append(event)

    def later(self, hours: int) -> datetime:
        self.now += timedelta(hours=1)
        return self.now + timedelta(hours=hours)

    @initialize()
    def submit(self) -> None:
        self.tell(scene.submitted())
        self.tell(scene.opened())

    @property
    def reviewing(self) -> bool:
        return not self.decided and not self.closed

    @property
    def at_work(self) -> bool:
        return self.reviewing and not self.awaiting

    @rule(officer=OFFICERS, hours=HOURS)
    @precondition(lambda self: self.reviewing and self.stage == "preliminary_review")
    def assign(self, officer: str, hours: int) -> None:
        self.assignee = officer
        self.tell(scene.assigned(officer, due_at=self.later(hours)))

    @rule(hours=HOURS)
    @precondition(lambda self: self.reviewing and self.assignee)
    def recuse(self, hours: int) -> None:
        gone, rest = self.assignee, tuple(one for one in self.team if one != self.assignee)
        self.team = rest if len(rest) > 1 else ()
        self.assignee = self.team[0] if self.team else ""
        self.tell(scene.recused(gone, unassigned=not self.team, due_at=self.later(hours)))

    @rule(hours=HOURS)
    @precondition(lambda self: self.reviewing and self.assignee)
    def leave(self, hours: int) -> None:
        gone, rest = self.assignee, tuple(one for one in self.team if one != self.assignee)
        self.team = rest if len(rest) > 1 else ()
        self.assignee = self.team[0] if self.team else ""
        self.tell(scene.holder_left(gone, *self.team, due_at=self.later(hours)))

    @rule(hours=HOURS)
    @precondition(lambda self: self.at_work and not self.paused and self.requests < 3)
    def ask_for_supplement(self, hours: int) -> None:
        self.awaiting, self.requests = True, self.requests + 1
        due = self.later(hours)
        self.tell(scene.supplement_requested(self.now, due))

    @rule(hours=HOURS)
    @precondition(lambda self: self.awaiting and self.reviewing and not self.withdrawn)
    def supplement(self, hours: int) -> None:
        due = self.later(hours)
        self.awaiting = False
        self.tell(scene.supplemented(self.now, f"第{self.requests}稿"))
        self.tell(scene.resumed(due, self.assignee, self.stage))

    @rule()
    @precondition(lambda self: self.at_work and not self.paused)
    def suspend(self) -> None:
        self.paused = True
        self.tell(scene.suspended())

    @rule(hours=HOURS)
    @precondition(lambda self: self.at_work and self.paused)
    def resume(self, hours: int) -> None:
        self.paused = False
        self.tell(scene.resumed(self.later(hours), self.assignee, self.stage))

    @rule(hours=HOURS)
    @precondition(lambda self: self.reviewing and not self.paused)
    def move(self, hours: int) -> None:
        self.tell(scene.moved(self.later(hours)))

    @rule(hours=HOURS)
    @precondition(lambda self: self.at_work and not self.paused and self.stage == "preliminary_review")
    def verify(self, hours: int) -> None:
        self.stage, self.assignee = "verification", ""
        self.tell(scene.verification(self.later(hours)))

    @rule(hours=HOURS)
    @precondition(lambda self: self.at_work and self.stage == "verification")
    def form_team(self, hours: int) -> None:
        self.team, self.assignee = ("wang", "zhao", "qian"), "wang"
        self.tell(scene.team(*self.team, due_at=self.later(hours)))

    @rule(accept=some.booleans())
    @precondition(lambda self: self.at_work and not self.paused)
    def decide(self, accept: bool) -> None:
        self.decided = True
        self.tell(scene.review_accepted() if accept else scene.review_declined())
        if not self.withdrawn:
            self.settled = True
            self.tell(scene.accepted() if accept else scene.declined())

    @rule()
    @precondition(lambda self: not self.withdrawn and not self.settled)
    def withdraw(self) -> None:
        """review may go on for a while, until it hears of it."""
        self.withdrawn = True
        self.tell(scene.withdrawn(self.now))

    @rule()
    @precondition(lambda self: self.withdrawn and self.reviewing)
    def close(self) -> None:
        self.closed = True
        self.tell(scene.review_closed())

    @rule(source=some.sampled_from(["filing", "review"]), count=some.integers(1, 4))
    def listen(self, source: str, count: int) -> None:
        waiting = self.under_way[source]
        for _ in range(min(count, len(waiting))):
            hear(self.heard, waiting.popleft(), self.now)

    @invariant()
    def only_the_last_task_can_be_open(self) -> None:
        for case in (self.natural, self.heard):
            assert all(task.closed_at is not None for task in case.tasks[:-1])
            assert len({task.id for task in case.tasks}) == len(case.tasks)
            assert not (case.ended and case.task), "an ended matter has an open task"

    @invariant()
    def an_open_matter_has_a_task_with_an_owner_and_a_deadline(self) -> None:
        for case in (self.natural, self.heard):
            if case.facts is not None and not case.ended:
                assert case.task is not None
                assert case.task.holders
                assert case.task.due_at.tzinfo is not None

    @invariant()
    def a_supplement_is_the_filers(self) -> None:
        for task in (*self.natural.tasks, *self.heard.tasks):
            assert (task.holders == ("liu",)) == (task.kind == SUPPLEMENT)

    def teardown(self) -> None:
        """When all is heard, both know the same."""
        for source in ("review", "filing"):
            self.listen(source, len(self.under_way[source]))
        assert [essence(task) for task in self.heard.tasks] == [essence(task) for task in self.natural.tasks]
        assert (self.heard.facts, self.heard.ended) == (self.natural.facts, self.natural.ended)


TwoVoices.TestCase.settings = settings(max_examples=80, stateful_step_count=30)
TestAnyOrder = TwoVoices.TestCase
