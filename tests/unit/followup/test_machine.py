"""A programme lives through anything in any order, legal or not. Whatever is tried, nobody is visited by one
alone or by somebody who is not free, nor more often than the year allows unless they ask; no step ends
without a signature or a reason; it always has a day, and somebody to act. The machine keeps its own book."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    EndTold,
    ExecutionCheck,
    ExecutionItem,
    Grade,
    PeriodChange,
    PeriodOver,
    PersonChange,
    PersonClass,
    ProgrammeState,
    Recommendation,
    VisitKind,
    VisitPlace,
    VisitState,
)
from rongcuo.contracts.review import RecusalGround
from services.followup.domain.programme import Programme
from tests.unit.followup import scene
from tests.unit.followup.scene import DEPUTY, GATHERED, GOAL, KIN, LEAD, MENTOR, PAPER, TALKS, WANG, WEN, ZHAO
from tests.unit.review.scene import holder, view

ORDER = list(ProgrammeState)
actors = st.sampled_from((WANG, WANG, ZHAO, LEAD, DEPUTY, WEN, KIN))
leads = st.sampled_from((LEAD, DEPUTY, WANG))
words = st.sampled_from(("因故", "因故", "因故", ""))


class ProgrammeMachine(RuleBasedStateMachine):
    """`asked`: how often the person has asked for a visit."""

    def __init__(self) -> None:
        super().__init__()
        self.now = scene.NOW
        self.programme = scene.counselling()
        self.asked = 0
        self.before = self.programme.state

    def attempt(self, act: Callable[[Programme], object]) -> bool:
        """Whether it was possible; a refusal has left no trace."""
        kept = {name: value for name, value in vars(self.programme).items() if name != "happened"}
        self.before = self.programme.state
        try:
            act(self.programme)
        except CaseError:
            now = {name: value for name, value in vars(self.programme).items() if name != "happened"}
            assert now == kept
            return False
        return True

    def by(self, actor: Actor):
        return scene.by(actor, self.now)

    @rule(days=st.sampled_from((1, 7, 40, 90)))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.attempt(lambda case: case.tell_what_ends(self.by(LEAD)))

    @rule(actor=actors, kind=st.sampled_from(VisitKind), place=st.sampled_from(VisitPlace),
          visitors=st.sets(st.sampled_from((WANG, ZHAO, LEAD, KIN)), min_size=1), request=st.integers(0, 2))
    def plan_a_visit(self, actor: Actor, kind: VisitKind, place: VisitPlace, visitors: set[Actor],
                     request: int) -> None:
        self.attempt(lambda case: case.plan_visit(
            kind, self.now.date(), place, tuple(map(view, visitors)), "提纲", request, 0, self.by(actor)))

    @rule(actor=actors, number=st.integers(1, 6),
          what=st.sampled_from(("made", "declined", "wanted", "put right", "cancelled")))
    def a_visit_comes_to_something(self, actor: Actor, number: int, what: str) -> None:
        def act(case: Programme) -> None:
            if what == "made":
                case.record_visit(number, self.now.date(), TALKS, "", scene.ALONE, self.by(actor))
            elif what == "declined":
                case.decline_visit(number, "", (), self.by(actor))
            elif what == "wanted":
                case.accept_visit(number, (), self.by(actor))
            elif what == "put right":
                case.correct_talk(number, "我没有这样说", (), self.by(actor))
            else:
                case.cancel_visit(number, "下乡", self.by(actor))
        if self.attempt(act):
            assert (actor is WEN) is (what in ("declined", "wanted", "put right"))

    @rule(actor=actors)
    def ask_for_a_visit(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.request_visit("想谈谈", (), self.by(actor))):
            assert actor is WEN
            self.asked += 1

    @rule(actor=actors, why=words)
    def write_the_step(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.write_step(why, self.by(actor))):
            assert why

    @rule(actor=actors, unsigned=st.booleans())
    def end_the_step(self, actor: Actor, unsigned: bool) -> None:
        def act(case: Programme) -> None:
            if unsigned:
                case.go_on_unsigned("本人不签", self.by(actor))
            else:
                scene.sign_step(case, actor=actor, now=self.now)
        written = self.programme.records[-1].at if self.programme.records else self.now
        if self.attempt(act):
            assert (actor is not WEN) if unsigned else (actor is WEN)
            assert not unsigned or self.now - written > timedelta(days=10)

    @rule(actor=actors)
    def help_along(self, actor: Actor) -> None:
        self.attempt(lambda case: case.name_mentor(MENTOR, self.by(actor)))
        self.attempt(lambda case: case.write_plan("想换岗", (GOAL,), self.by(actor)))

    @rule(actor=actors, head=st.sampled_from(("", "局长李某")))
    def sign_the_plan(self, actor: Actor, head: str) -> None:
        if self.attempt(lambda case: scene.sign_plan(case, head, PAPER, actor=actor, now=self.now)):
            assert (actor is WEN) is (not head)

    @rule(actor=actors, item=st.sampled_from(ExecutionItem))
    def check(self, actor: Actor, item: ExecutionItem) -> None:
        check = ExecutionCheck(item=item, done_on=self.now.date())
        self.attempt(lambda case: case.check_execution(check, self.by(actor)))

    @rule(actor=actors)
    def gather_and_evaluate(self, actor: Actor) -> None:
        self.attempt(lambda case: case.gather(GATHERED, self.by(actor)))
        self.attempt(lambda case: case.record_unit_evaluation(
            "局党组", "好", Grade.GOOD, (PAPER,), self.by(actor)))
        self.attempt(lambda case: case.evaluate(Grade.POOR, "有成效", self.by(actor)))

    @rule(actor=actors, person_class=st.sampled_from(PersonClass))
    def classify(self, actor: Actor, person_class: PersonClass) -> None:
        self.attempt(lambda case: case.classify(person_class, "谈话以后", self.by(actor)))

    @rule(actor=leads, what=st.sampled_from((PeriodChange.ADDED, PeriodChange.LIFTED)),
          months=st.sampled_from((6, 18, 24, 60)), days=st.integers(-30, 200))
    def the_period_changes(self, actor: Actor, what: PeriodChange, months: int, days: int) -> None:
        on, before = self.now.date() + timedelta(days=days), self.programme.ends_on
        papers = (PAPER,) if months != 18 else ()
        if self.attempt(lambda case: case.change_period(
                what, on, "号", months, "另有决定", papers, self.by(actor))):
            assert actor in (LEAD, DEPUTY)
            assert papers
            assert self.programme.basis.months <= 48
            assert what is PeriodChange.LIFTED or self.now.date() < before     # nothing that is over grows

    @rule(actor=leads)
    def the_person_moves(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.change_person(
                PersonChange.MOVED, self.now.date(), "牟定县林草局", "", "", False, "调动", (),
                self.by(actor))):
            assert actor in (LEAD, DEPUTY)
            self.programme.assign(view(WANG), self.by(LEAD))

    @rule(actor=leads)
    def somebody_is_recused(self, actor: Actor) -> None:
        self.attempt(lambda case: case.recuse(holder(ZHAO), RecusalGround.OTHER, "同学", self.by(actor)))

    @rule(actor=actors)
    def ask_above(self, actor: Actor) -> None:
        self.attempt(lambda case: case.escalate("需要协调", self.by(actor)))

    @rule(actor=actors)
    def opt_out(self, actor: Actor) -> None:
        """Of who was cleared alone: a sanction stays."""
        assert not self.attempt(lambda case: case.opt_out("", (PAPER,), self.by(actor)))

    @rule(actor=actors)
    def complete(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.complete(Recommendation.NOTHING, "期满", self.by(actor))):
            assert self.now.date() >= self.programme.ends_on
            assert self.programme.evaluation is not None
            assert {each.item for each in self.programme.executed} == set(ExecutionItem)

    @invariant()
    def nobody_is_visited_by_one_alone_or_more_often_than_they_want(self) -> None:
        visits = self.programme.visits
        assert all(len({each.officer_id for each in visit.visitors}) >= 2 for visit in visits)
        assert not any(each.officer_id in ("kin", "wen") for visit in visits for each in visit.visitors)
        counting = [each for each in visits if each.kind is VisitKind.FORMAL
                    and each.state is not VisitState.CANCELLED]
        unasked = [each.on.year for each in counting if not each.asked]
        assert all(unasked.count(year) <= 2 for year in unasked)
        assert sum(each.asked for each in visits if each.state is not VisitState.CANCELLED) <= self.asked

    @invariant()
    def no_step_ends_without_a_signature_or_a_reason(self) -> None:
        state = self.programme.state
        if state not in (ProgrammeState.ENDED, ProgrammeState.COMPLETED):
            steps = ORDER[:ORDER.index(state)]
            closed = [each.step.value for each in self.programme.records if each.signature is not None]
            assert closed == [each.value for each in steps]

    @invariant()
    def it_has_a_day_and_somebody_to_act_while_it_is_open(self) -> None:
        standing = self.programme.standing()
        assert standing.ended is self.programme.ended
        assert bool(standing.holders) is not standing.ended
        open_days = [each.due_on for each in self.programme.duties(self.by(LEAD)) if not each.done]
        assert standing.ended or self.programme.due_at.date() == min(open_days)

    @invariant()
    def the_end_is_told_before_it_is_over_and_each_once_a_period(self) -> None:
        told = [type(event) for _, event in self.programme.happened]
        added = sum(each.what == "added" for each in self.programme.changes)
        lifted = sum(each.what == "lifted" for each in self.programme.changes)
        assert told.count(EndTold) <= 1 + added
        assert told.count(PeriodOver) <= told.count(EndTold) + lifted
        assert isinstance(self.programme.ends_on, date)


ProgrammeMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestProgrammeMachine = ProgrammeMachine.TestCase
