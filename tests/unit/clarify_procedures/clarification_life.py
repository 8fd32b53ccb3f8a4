"""What happens to a clearing before the head is asked, as rules of a state machine."""

from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import Audience, ClarificationMode, ClearingNotice, Plan
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from services.clarify.access.clarifications import is_told
from services.clarify.domain.clarification import Clarification, reaching
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
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
codes = st.sampled_from(("no_harm", "other_refusal", "person_declines", "not_excluded",
                         "person_declines", "nothing_untrue", "not_convenient", ""))
modes = st.sampled_from(ClarificationMode)
audiences = st.lists(st.builds(Audience, mode=modes, who=st.just("局机关干部")), max_size=3).map(tuple)
plans = st.one_of(st.just(scene.PLAN), st.builds(
    Plan, allegations=st.lists(st.sampled_from(("a1", "a1", "a2", "a2", "a3", "a4")), max_size=3).map(tuple),
    audiences=audiences.map(lambda some: (scene.WRITTEN, *some)) | audiences, head=st.just("局党组"),
    despite=st.sampled_from(("", "谣言已流传"))))
APPROVED = (State.CARRYING_OUT, State.ARCHIVE, State.VISIT, State.FEEDBACK, State.CLOSED)
STARTS = (scene.proposed, scene.unsettled, scene.applied, scene.answered, scene.before_the_head,
          scene.refused,
          scene.carrying_out, scene.objecting, scene.restored, scene.finished, scene.to_visit, scene.visited)


class ClarificationLife(RuleBasedStateMachine):
    """`asked`: the plan about which the person was asked last, by its digest, and when; `said`: the plan to
    which they answered last themselves; `reached`: when what was put to them has; `entered`: somebody
    declined for them, on paper."""

    @initialize(start=st.sampled_from(STARTS))
    def open(self, start) -> None:
        self.now: datetime = NOW
        self.papers = 0
        self.calendar = RULES.calendar(scene.DIVISION)
        self.case: Clarification = start()
        self.asked = (self.case.plan_digest, NOW) if self.case.opinion_clock else None
        self.said, self.declined = self.case.plan_digest if self.case.opinion else "", False
        self.entered, self.reached = False, {}
        self.restored = set(self.case.restored)
        self.visited: tuple[datetime, bool] | None = None      # and whether they have answered themselves
        self.held = {"wang"} if self.case.assignee else set()
        self.objections = self.directed = 0
        self.finished_on = NOW.date() if self.case.carried_out_at else None

    def by(self, actor: Actor) -> Occasion:
        return scene.by(actor, self.now, self.calendar)

    def a_paper(self) -> tuple[AttachmentRef, ...]:
        """Another one each time: one paper shows one thing."""
        self.papers += 1
        return (replace(scene.PAPER, sha256=f"{self.papers:064x}"),)

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
            self.asked = None

    @rule(signs_in=st.booleans())
    def their_account_ends_or_is_there_again(self, signs_in: bool) -> None:
        self.case.signs_in = signs_in

    @rule(actor=people)
    def the_person_reads(self, actor: Actor) -> None:
        unread = reaching.unread(self.case)
        if self.attempt(lambda case: case.read(self.by(actor))):
            assert actor is SUBJECT
            self.reached |= dict.fromkeys(unread, self.now)

    @rule(actor=people, paper=st.integers(0, 4))
    def it_is_served_on_them(self, actor: Actor, paper: int) -> None:
        unread = reaching.unread(self.case)
        papers = (replace(scene.PAPER, sha256=f"e{paper}" * 32),) if paper else ()
        if self.attempt(lambda case: case.serve("当面", papers, self.by(actor))):
            assert paper
            unread = tuple(each for each in unread if each not in reaching.unread(self.case))
            assert all(each.entered_by != each.confirmed_by for each in self.case.receipts if each.how)
            assert actor in (WANG, ZHAO, LEAD, DEPUTY)
            assert not self.case.signs_in
            self.reached |= dict.fromkeys(unread, self.now)

    def had_time(self, notice: ClearingNotice, sent: datetime, days: int) -> bool:
        """Of working days, which are at least as many days; from when they read it, or could have."""
        reached = self.reached.get(notice)
        if self.case.signs_in:
            longest = sent + timedelta(days=15)
            reached = min(reached or longest, longest)
        return reached is not None and self.now.date() > reached.date() + timedelta(days=days - 1)

    @rule(actor=handling, words=st.sampled_from((scene.WORDS, scene.WORDS, scene.WORDS[:1], ())),
          harm=st.sampled_from(((), ("career",))))
    def assess(self, actor: Actor, words, harm) -> None:
        if self.attempt(lambda case: case.assess(harm, "写明", words, self.by(actor))):
            if self.case.plan is None:
                self.asked = None
            assert {each.allegation_id for each in self.case.allegations} <= scene.UNTRUE.keys()

    @rule(settled=st.sampled_from((True, True, True, False)))
    def the_report_is_closed_or_found_otherwise(self, settled: bool) -> None:
        told, state = is_told(self.case), self.case.state
        self.case.heed_report(settled, self.by(SYSTEM))
        assert self.case.state is state or not (told or settled)

    @rule(actor=handling, plan=plans)
    def plan_it(self, actor: Actor, plan: Plan) -> None:
        if self.attempt(lambda case: case.make_plan(plan, self.by(actor))) and not self.case.opinion_clock:
            self.asked = None

    @rule(actor=handling)
    def ask_the_person(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.ask_opinion(self.by(actor))):
            self.asked = self.case.plan_digest, self.now
            self.reached.pop(reaching.OPINION, None)

    @rule(actor=st.sampled_from((SUBJECT, SUBJECT, WANG, KIN)), agrees=st.booleans(), paper=st.booleans(),
          declines=st.booleans(), of=st.sampled_from(("this", "this", "", "another")),
          wanted=st.lists(modes, max_size=2).map(tuple))
    def the_person_answers(self, actor: Actor, agrees: bool, paper: bool, declines: bool, of: str,
                           wanted) -> None:
        plan = self.case.plan_digest if of == "this" else of
        opinion = replace(scene.AGREED, agrees=agrees, declines=declines, plan=plan, modes=wanted,
                          given_on=self.now.date(),
                          attachments=self.a_paper() if paper else ())
        if self.attempt(lambda case: case.give_opinion(opinion, self.by(actor))):
            assert of != "another"
            if actor is SUBJECT:
                self.said, self.declined, self.entered = self.case.plan_digest, declines, False
            else:
                assert actor is WANG
                assert paper
                assert not self.case.signs_in
                assert self.said != self.case.plan_digest
                self.said, self.declined, self.entered = "", False, declines
