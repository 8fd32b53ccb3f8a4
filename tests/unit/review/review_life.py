"""What happens to the review of a filing by itself, as rules of a state machine: time, calendars, posts."""

from copy import deepcopy
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import DeadlineMoved, ReviewHolderLeft
from rongcuo.policy.calendar import Calendar
from services.review.domain import Occasion, ReviewCase
from tests.unit.review import scene
from tests.unit.review.scene import QIAN, WANG, ZHAO, view


class ReviewLife(RuleBasedStateMachine):
    """`out`: barred; `away`: their post has ended."""

    @initialize(colour=st.sampled_from(["green", "yellow"]))
    def file(self, colour: str) -> None:
        self.now: datetime = scene.FILED_AT
        self.calendar: Calendar = scene.RULES.calendar(scene.DIVISION)
        self.case: ReviewCase = scene.opened(colour)
        self.refusers: frozenset[str] = frozenset()
        self.out: set[str] = set(scene.FILING.parties)
        self.away: set[str] = set()

    def by(self, actor: Actor) -> Occasion:
        return scene.by(actor, self.now, self.calendar)

    def known(self, officer: Actor) -> OfficerView:
        return view(officer, active=officer.officer_id not in self.away)

    def attempt(self, act) -> bool:
        """Whether the act happened."""
        before, self.holders = deepcopy(vars(self.case)), self.case.holders
        try:
            act(self.case)
        except CaseError:
            assert vars(self.case) == before
            return False
        return True

    @rule(hours=st.integers(1, 24 * 9))
    def time_passes(self, hours: int) -> None:
        if self.now.year == 2026:
            self.now += timedelta(hours=hours)

    @rule(days=st.integers(1, 20))
    def a_new_calendar_is_published(self, days: int) -> None:
        self.calendar = scene.without(self.calendar, self.now + timedelta(days=days))
        before, events = deepcopy(self.case), len(self.case.happened)
        self.case.follow_calendar(self.by(SYSTEM))
        told = [event for _, event in self.case.happened[events:]]
        running = not before.ended and not before.running_clock.suspended
        assert bool(told) == (running and self.case.due_at != before.due_at)
        for event in told:
            assert isinstance(event, DeadlineMoved)
            assert event.former_due_at == before.due_at

    @rule(officer=st.sampled_from((WANG, ZHAO, QIAN)))
    @precondition(lambda self: self.case.version % 5 == 4)   # or soon nobody is left to work
    def a_post_ends(self, officer: Actor) -> None:
        clock, held = self.case.clock, officer.officer_id in self.case.holders and not self.case.ended
        told = len(self.case.happened)
        self.away.add(officer.officer_id)
        self.case.leave(officer.officer_id, self.by(SYSTEM))
        assert self.case.clock == clock
        assert [type(event) for _, event in self.case.happened[told:]] == held * [ReviewHolderLeft]

    def stage_date(self):
        return self.by(SYSTEM).due(self.case.clock).date

    def must_be_free(self, *actors: Actor) -> None:
        assert not {actor.officer_id for actor in actors} & self.out
        assert all(actor.unit.replace(" ", "") != scene.FILERS_UNIT for actor in actors)

    def must_have_held(self, actor: Actor) -> None:
        self.must_be_free(actor)
        assert actor.officer_id in self.holders
        assert actor.officer_id not in self.case.in_doubt
