"""A clarification lives through anything in any order, legal or not. Whatever is tried, nobody is cleared of
something else, against an opinion that was not asked, or without a letter; nobody is refused without a reason
that has a code, and that they hear of. The machine keeps its own book."""

from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import (
    Audience,
    ClarificationApproved,
    ClarificationCarriedOut,
    ClarificationMode,
    ClarificationRefused,
    ClarificationState,
    ClarificationWritten,
    Plan,
)
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.access.clarifications import is_told
from services.clarify.domain.clarification import ENDED, Clarification
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    ABOVE,
    CITY,
    DEPUTY,
    EVERYBODY,
    KIN,
    LEAD,
    NOW,
    SUBJECT,
    WANG,
    ZHAO,
)
from tests.unit.review.scene import RULES, view, without

handling = st.sampled_from((WANG, WANG, WANG, WANG, ZHAO, LEAD, KIN))
heads = st.sampled_from((LEAD, LEAD, DEPUTY, *EVERYBODY))
people = st.sampled_from(EVERYBODY)
words = st.sampled_from(("理由", "理由", "理由", ""))
codes = st.sampled_from(("no_harm", "not_excluded", "person_declines", "not_convenient", ""))
modes = st.sampled_from(ClarificationMode)
audiences = st.lists(st.builds(Audience, mode=modes, who=st.just("局机关干部")), max_size=3).map(tuple)
plans = st.one_of(st.just(scene.PLAN), st.builds(
    Plan, allegations=st.lists(st.sampled_from(("a1", "a1", "a2", "a3", "a4")), max_size=2).map(tuple),
    audiences=audiences.map(lambda some: (scene.WRITTEN, *some)) | audiences, head=st.just("局党组"),
    despite=st.sampled_from(("", "谣言已流传"))))
APPROVED = (State.CARRYING_OUT, State.ARCHIVE, State.VISIT, State.FEEDBACK, State.CLOSED)
STARTS = (scene.proposed, scene.unsettled, scene.applied, scene.answered, scene.before_the_head, scene.refused,
          scene.carrying_out, scene.to_visit)


class ClarificationMachine(RuleBasedStateMachine):
    """`asked`: the plan about which the person was asked last, and when; `said`: what they said to it."""

    @initialize(start=st.sampled_from(STARTS))
    def open(self, start) -> None:
        self.now: datetime = NOW
        self.calendar = RULES.calendar(scene.DIVISION)
        self.case: Clarification = start()
        self.asked = (self.case.plan, NOW) if self.case.opinion_clock else None
        self.said = self.case.opinion is not None
        self.held = {"wang"} if self.case.assignee else set()
        self.objections = self.directed = 0
        self.finished_on = NOW.date() if self.case.carried_out_at else None

    def by(self, actor: Actor) -> Occasion:
        return scene.by(actor, self.now, self.calendar)

    def attempt(self, act) -> bool:
        """Whether it happened; a refusal leaves no trace."""
        before = deepcopy(vars(self.case))
        self.before = deepcopy(self.case)
        try:
            act(self.case)
        except CaseError:
            assert vars(self.case) == before
            return False
        return True

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        if self.now < NOW + timedelta(days=250):
            self.now += timedelta(days=days)

    @rule(days=st.integers(1, 20))
    def a_new_calendar_is_published(self, days: int) -> None:
        self.calendar = without(self.calendar, self.now + timedelta(days=days))
        self.case.follow_calendar(self.by(SYSTEM))

    @rule(actor=st.sampled_from((LEAD, LEAD, KIN)), officer=st.sampled_from((WANG, WANG, ZHAO, KIN)))
    def assign(self, actor: Actor, officer: Actor) -> None:
        if self.attempt(lambda case: case.assign(view(officer), self.by(actor))):
            self.held.add(officer.officer_id)
            assert officer is not KIN

    @rule(actor=handling)
    def link_the_report(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.link_report(scene.REPORT, self.by(actor))):
            self.asked, self.said = None, False

    @rule(actor=handling, words=st.sampled_from((scene.WORDS, scene.WORDS, scene.WORDS[:1], ())))
    def assess(self, actor: Actor, words) -> None:
        if self.attempt(lambda case: case.assess(("career",), "受到影响", words, self.by(actor))):
            if self.case.plan is None:
                self.asked, self.said = None, False
            assert {each.allegation_id for each in self.case.allegations} <= scene.UNTRUE.keys()

    @rule(settled=st.sampled_from((True, True, True, False)))
    def the_report_is_closed_or_found_otherwise(self, settled: bool) -> None:
        told, state = is_told(self.case), self.case.state
        self.case.heed_report(settled, self.by(SYSTEM))
        assert self.case.state is state or not (told or settled)

    @rule(actor=handling, plan=plans)
    def plan_it(self, actor: Actor, plan: Plan) -> None:
        if self.attempt(lambda case: case.make_plan(plan, self.by(actor))):
            self.asked, self.said = None, False

    @rule(actor=handling)
    def ask_the_person(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.ask_opinion(self.by(actor))):
            self.asked, self.said = (self.case.plan, self.now), False

    @rule(actor=st.sampled_from((SUBJECT, SUBJECT, WANG, KIN)), agrees=st.booleans(), paper=st.booleans(),
          wanted=st.lists(modes, max_size=2).map(tuple))
    def the_person_answers(self, actor: Actor, agrees: bool, paper: bool, wanted) -> None:
        opinion = replace(scene.AGREED, agrees=agrees, modes=wanted, given_on=self.now.date(),
                          attachments=(scene.PAPER,) if paper else ())
        if self.attempt(lambda case: case.give_opinion(opinion, self.by(actor))):
            assert actor is SUBJECT or (paper and actor.officer_id in self.held)
            self.said = True

    @rule(actor=handling, why=words)
    def ask_the_head(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.request_approval(why, why, False, self.by(actor))):
            assert why
            self.must_be_ready()

    @rule(actor=handling, code=codes, why=words)
    def propose_a_refusal(self, actor: Actor, code: str, why: str) -> None:
        if self.attempt(lambda case: case.propose_refusal(code, why, self.by(actor))):
            assert not self.directed
            assert code in scene.PACK.clarification.refusals

    @rule(actor=heads, why=words)
    def the_head_approves(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.approve(why, self.by(actor))):
            self.must_head(actor)
            self.must_be_ready()

    @rule(actor=heads, why=words)
    def the_head_sends_it_back(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.send_back(why, self.by(actor))):
            self.must_head(actor)

    @rule(actor=heads, code=codes, why=words)
    def the_head_refuses(self, actor: Actor, code: str, why: str) -> None:
        if self.attempt(lambda case: case.refuse(code, why, self.by(actor))):
            self.must_head(actor)
            assert why
            assert not self.directed

    @rule(actor=people, why=words)
    def the_person_objects(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.object(why, (), self.by(actor))):
            assert actor is SUBJECT
            assert self.now.date() <= self.before.object_until(self.by(SYSTEM))
            self.objections += 1

    @rule(actor=st.sampled_from((CITY, CITY, ABOVE, LEAD, KIN)), clear=st.booleans(), why=words)
    def the_next_level_answers(self, actor: Actor, clear: bool, why: str) -> None:
        if self.attempt(lambda case: case.answer_objection(clear, why, self.by(actor))):
            assert actor is CITY
            self.directed += clear

    @rule(actor=handling, mode=modes, dropped=st.booleans())
    def carry_out_or_drop(self, actor: Actor, mode: ClarificationMode, dropped: bool) -> None:
        def act(case: Clarification) -> None:
            if dropped:
                case.drop_mode(mode, "本人改变意见", self.by(actor))
            else:
                case.record_act(scene.act(mode, self.now), self.by(actor))
        if self.attempt(act):
            assert not (dropped and mode is ClarificationMode.WRITTEN)

    @rule(actor=handling)
    def finish(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.finish(self.by(actor))):
            self.finished_on = self.now.date()

    @rule(actor=handling, body=st.sampled_from(("组织部", "")))
    def archive(self, actor: Actor, body: str) -> None:
        if self.attempt(lambda case: case.archive("档1", body, True, self.by(actor))):
            assert body

    @rule(actor=handling)
    def visit(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.record_visit(scene.visit(self.now.date()), self.by(actor))):
            assert self.finished_on is not None
            assert self.now.date() >= self.finished_on + timedelta(days=30)

    @rule(actor=handling, why=words)
    def give_feedback(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.give_feedback(why, self.by(actor))):
            assert self.case.visit is not None

    @rule(actor=people)
    @precondition(lambda self: self.case.version % 7 == 0)
    def withdraw(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.withdraw("不再需要", self.by(actor))):
            assert actor is SUBJECT
            assert self.case.application is not None

    def must_head(self, actor: Actor) -> None:
        assert actor in (LEAD, DEPUTY)
        assert actor.officer_id not in self.held

    def must_be_ready(self) -> None:
        """The person was asked about this very plan, and answered or had three working days."""
        assert self.asked is not None
        plan, at = self.asked
        assert plan == self.case.plan
        assert self.said or self.now.date() > at.date() + timedelta(days=2)

    @invariant()
    def nothing_is_carried_out_but_an_approved_plan_of_the_allegations_alone(self) -> None:
        approved = [event for _, event in self.case.happened if isinstance(event, ClarificationApproved)]
        if self.case.state in APPROVED or self.case.acts:
            assert approved
            assert self.case.plan is not None
            assert set(self.case.plan.allegations) <= {"a1", "a2"}
            assert ClarificationMode.WRITTEN in {each.mode for each in self.case.plan.audiences}
        for event in approved:
            assert event.said
            assert "书面" in event.modes
            assert not any(other in event.said for other in ("反映问题3", "反映问题4"))

    @invariant()
    def nobody_is_cleared_without_the_letter(self) -> None:
        kinds = [type(event) for _, event in self.case.happened]
        if ClarificationCarriedOut in kinds:
            assert kinds.count(ClarificationWritten) == 1

    @invariant()
    def a_refusal_has_its_code_and_is_told_and_there_is_one_objection(self) -> None:
        refusals = [event for _, event in self.case.happened if isinstance(event, ClarificationRefused)]
        assert all(each.ground_code in scene.PACK.clarification.refusals for each in refusals)
        assert all(each.standing.subject_id == "subject" and each.reasons for each in refusals)
        assert (self.case.state is State.REFUSED) is bool(self.case.refusal and self.case.ended)
        assert self.objections <= 1
        assert len(refusals) <= 1
        assert all(each.appeal_until is not None for each in refusals)

    @invariant()
    def nobody_is_told_of_a_report_that_is_not_over(self) -> None:
        applied = self.case.application is not None
        assert applied or self.case.settled or not is_told(self.case)

    @invariant()
    def somebody_has_it_while_it_is_open(self) -> None:
        standing = self.case.standing()
        assert standing.ended is (self.case.state in ENDED)
        assert bool(standing.holders) or self.case.assignee is None or standing.ended
        assert isinstance(self.case.state, ClarificationState)


ClarificationMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestClarificationMachine = ClarificationMachine.TestCase
