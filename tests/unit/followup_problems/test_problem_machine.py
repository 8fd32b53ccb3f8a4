"""A problem under whatever people try, in any order: what holds of it holds always."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import MeasureState, ProblemClosed, WeakPoint
from rongcuo.contracts.followup import ProblemState as State
from services.followup.domain.problem import Problem
from tests.unit.followup import scene as people
from tests.unit.followup.scene import DEPUTY, KIN, LEAD, NOW, PAPER, WANG, WEN, ZHAO
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, DESCRIBED, MEASURE, RULE
from tests.unit.review.scene import view

actors = st.sampled_from((WANG, ZHAO, LEAD, DEPUTY, KIN, WEN))
numbers = st.integers(1, 4)
words = st.sampled_from(("已经做了", " ", "温小波没有报批", "由 温小 波 负责"))
PENDING = (MeasureState.OPEN, MeasureState.REPORTED)


class ProblemMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.now, self.problem = NOW, scene.raised()
        self.others = 0

    def attempt(self, actor: Actor, act: Callable[[Problem], object]) -> bool:
        """Whether it was possible; a refusal has left no trace."""
        kept = {name: value for name, value in vars(self.problem).items() if name != "happened"}
        try:
            act(self.problem)
        except CaseError:
            assert {name: value for name, value in vars(self.problem).items() if name != "happened"} == kept
            return False
        assert actor is not KIN
        return True

    def by(self, actor: Actor):
        return people.by(actor, self.now)

    @rule(days=st.sampled_from((1, 20, 200)))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(actor=actors, told=words, weak_point=st.sampled_from(WeakPoint))
    def describe(self, actor: Actor, told: str, weak_point: WeakPoint) -> None:
        wanted = replace(DESCRIBED, words=told, weak_point=weak_point)
        if self.attempt(actor, lambda case: case.describe(wanted, self.by(actor))):
            assert told == "已经做了"

    @rule(actor=actors)
    def dismiss(self, actor: Actor) -> None:
        if self.attempt(actor, lambda case: case.dismiss("没有", self.by(actor))):
            assert not self.problem.measures

    @rule(actor=actors, owner=actors, days=st.integers(-3, 60))
    def plan(self, actor: Actor, owner: Actor, days: int) -> None:
        due_on = self.now.date() + timedelta(days=days)
        wanted = replace(MEASURE, owner_id=owner.officer_id, due_on=due_on)
        if self.attempt(actor, lambda case: case.plan_measure(wanted, view(owner), self.by(actor))):
            assert days >= 0
            assert owner not in (KIN, WEN)

    @rule(actor=actors, number=numbers, bring=st.booleans())
    def report(self, actor: Actor, number: int, bring: bool) -> None:
        papers = (PAPER,) if bring else ()
        if self.attempt(actor, lambda case: case.report_measure(number, "做了", papers, self.by(actor))):
            assert bring

    @rule(actor=actors, number=numbers, back=st.booleans(), told=words)
    def look_at(self, actor: Actor, number: int, back: bool, told: str) -> None:
        def act(case: Problem) -> None:
            (case.return_measure if back else case.close_measure)(number, told, self.by(actor))
        if self.attempt(actor, act):
            measure = self.problem.measures[number - 1]
            assert actor.officer_id not in (measure.owner_id, measure.evidence[-1].by_id)

    @rule(actor=actors, number=numbers, owner=actors)
    def move_or_drop(self, actor: Actor, number: int, owner: Actor) -> None:
        due_on = self.now.date()
        for act in (lambda case: case.move_measure(number, view(owner), due_on, "改办", self.by(actor)),
                    lambda case: case.drop_measure(number, "不需要", self.by(actor))):
            if self.attempt(actor, act):
                assert actor in (LEAD, DEPUTY)

    @rule(actor=actors)
    def somebody_leaves(self, actor: Actor) -> None:
        self.attempt(LEAD, lambda case: case.leave(actor.officer_id, self.by(LEAD)))

    @rule(actor=actors, days=st.integers(-10, 10))
    def enter_rule(self, actor: Actor, days: int) -> None:
        issued = replace(RULE, in_force_on=self.now.date() + timedelta(days=days))
        self.attempt(actor, lambda case: case.enter_rule(issued, self.by(actor)))

    @rule(actor=actors, place=numbers)
    def repeal(self, actor: Actor, place: int) -> None:
        if self.attempt(actor, lambda case: case.repeal_rule(place, self.now.date(), "废", self.by(actor))):
            assert self.problem.state is State.OPEN

    @rule(actor=actors, told=words)
    def write_risk(self, actor: Actor, told: str) -> None:
        self.attempt(actor, lambda case: case.write_risk_point(told, ADVICE, self.by(actor)))

    @rule(actor=actors)
    def come_up_again(self, actor: Actor) -> None:
        before = len(self.problem.sources)
        if self.attempt(actor, lambda case: case.recur(self.now.date(), "", "又一次", self.by(actor))):
            assert (self.problem.state, len(self.problem.sources)) == (State.OPEN, before + 1)

    @rule(actor=actors)
    def absorb(self, actor: Actor) -> None:
        self.others += 1
        again = scene.opened(f"o{self.others}")
        self.attempt(actor, lambda case: again.merge_into(case, "同一件事", self.by(actor)))

    @rule(actor=actors)
    def close(self, actor: Actor) -> None:
        if self.attempt(actor, lambda case: case.close("补上了", self.by(actor))):
            assert actor in (LEAD, DEPUTY)
            states = [each.state for each in self.problem.measures]
            assert MeasureState.CLOSED in states
            assert not any(each in PENDING for each in states)

    @invariant()
    def what_is_closed_has_evidence_and_another_who_saw_it(self) -> None:
        for each in self.problem.measures:
            if each.state is MeasureState.CLOSED:
                assert each.evidence
                assert each.evidence[-1].attachments
                assert each.settled_by != each.owner_name

    @invariant()
    def nobody_is_named(self) -> None:
        texts = [self.problem.title, self.problem.wording, *(each.words for each in self.problem.measures)]
        texts += [self.problem.risk_point.words] if self.problem.risk_point else []
        assert not any("温小" in text for text in texts)

    @invariant()
    def it_has_a_day_while_it_is_open_the_first_of_what_is_pending(self) -> None:
        days = [each.due_on for each in self.problem.measures if each.state in PENDING]
        if days and not self.problem.ended:
            assert self.problem.due_at.date() == min(days)
        assert self.problem.standing().ended is (self.problem.state in (
            State.CLOSED, State.MERGED, State.DISMISSED))

    @invariant()
    def a_missing_rule_closes_nothing(self) -> None:
        told = self.problem.description
        if self.problem.state is State.CLOSED and told and told.weak_point is WeakPoint.RULE_MISSING:
            assert any(each.repealed_on is None for each in self.problem.rules)

    @invariant()
    def numbers_are_without_gaps(self) -> None:
        measures, rules = self.problem.measures, self.problem.rules
        assert [each.number for each in measures] == list(range(1, len(measures) + 1))
        assert [each.place for each in rules] == list(range(1, len(rules) + 1))
        assert sum(isinstance(event, ProblemClosed) for _, event in self.problem.happened) <= sum(
            each.what == "close" for each in self.problem.history)


ProblemMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=40)
TestProblemMachine = ProblemMachine.TestCase
