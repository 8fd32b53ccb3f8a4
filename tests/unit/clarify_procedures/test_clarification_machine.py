"""A clarification lives through anything in any order, legal or not. Whatever is tried, nobody is cleared of
something else, against an opinion that was not asked, or without a letter; nobody is refused without a reason
that has a code, and that they hear of. The machine keeps its own book."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import (
    ClarificationApproved,
    ClarificationCarriedOut,
    ClarificationMode,
    ClarificationRefused,
    ClarificationState,
    ClarificationWritten,
    VisitAnswer,
)
from rongcuo.contracts.clarify import ClarificationState as State
from services.clarify.access.clarifications import is_told
from services.clarify.domain.clarification import ENDED, Clarification, reaching
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_life import (
    APPROVED,
    ClarificationLife,
    codes,
    handling,
    heads,
    modes,
    people,
    words,
)
from tests.unit.clarify_procedures.clarification_scene import (
    ABOVE,
    CITY,
    DEPUTY,
    KIN,
    LEAD,
    SUBJECT,
)


class ClarificationMachine(ClarificationLife):
    """What is found of it, and what that leads to."""

    @rule(actor=handling, why=words)
    def ask_the_head(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.request_approval(why, why, False, self.by(actor))):
            assert why
            self.must_be_ready()

    @rule(actor=handling, code=codes, why=words)
    def propose_a_refusal(self, actor: Actor, code: str, why: str) -> None:
        if self.attempt(lambda case: case.propose_refusal(code, why, self.by(actor))):
            assert not self.directed
            self.must_be_borne_out(code)

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
            self.must_be_borne_out(code)

    @rule(actor=people, why=words)
    def the_person_objects(self, actor: Actor, why: str) -> None:
        papers = () if actor is SUBJECT else self.a_paper()
        if self.attempt(lambda case: case.object(why, papers, self.by(actor))):
            assert actor is SUBJECT or not self.case.signs_in
            if self.before.state is State.REFUSED:
                until = self.before.object_until(self.by(SYSTEM))
                assert until is None or self.now.date() <= until
                self.objections += actor is SUBJECT
            else:
                assert self.before.dropped or self.now > self.before.due_at

    @rule(actor=st.sampled_from((CITY, CITY, ABOVE, LEAD, KIN)), clear=st.booleans(), why=words)
    def the_next_level_answers(self, actor: Actor, clear: bool, why: str) -> None:
        if self.attempt(lambda case: case.answer_objection(clear, why, self.by(actor))):
            assert actor is CITY
            self.directed += clear and self.before.state is State.OBJECTED
            if clear and self.before.state in APPROVED:
                self.restored |= self.before.dropped.keys()

    @rule(actor=handling | heads, mode=modes, dropped=st.booleans())
    def carry_out_or_drop(self, actor: Actor, mode: ClarificationMode, dropped: bool) -> None:
        def act(case: Clarification) -> None:
            if dropped:
                case.drop_mode(mode, "本人改变意见", self.by(actor))
            else:
                case.record_act(scene.act(mode, self.now), self.by(actor))
        if self.attempt(act) and dropped:
            self.must_head(actor)
            assert mode is not ClarificationMode.WRITTEN
            assert mode not in self.restored
            assert not self.before.asked_organ_id

    @rule(actor=handling)
    def finish(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.finish(self.by(actor))):
            self.finished_on = self.now.date()
            self.must_be_unopposed()
            assert self.restored <= {each.mode for each in self.case.acts}

    @rule(actor=handling, body=st.sampled_from(("组织部", "")))
    def archive(self, actor: Actor, body: str) -> None:
        if self.attempt(lambda case: case.archive("档1", body, True, self.by(actor))):
            assert body or self.case.plan.personnel_body
            self.must_be_unopposed()

    @rule(actor=handling)
    def visit(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.record_visit(scene.visit(self.now.date()), self.by(actor))):
            assert self.finished_on is not None
            assert self.now.date() >= self.finished_on + timedelta(days=30)
            self.must_be_unopposed()
            self.visited = self.now, False
            self.reached.pop(reaching.VISIT, None)

    @rule(actor=people, troubled=st.booleans(), paper=st.booleans())
    def the_visit_is_put_right(self, actor: Actor, troubled: bool, paper: bool) -> None:
        papers = self.a_paper() if paper else ()
        answer = VisitAnswer(troubled=troubled, words="还没有恢复", attachments=papers)
        if self.attempt(lambda case: case.answer_visit(answer, self.by(actor))):
            own = actor is SUBJECT
            assert own or (paper and not self.case.signs_in)
            assert self.visited is None or own or not self.visited[1]
            self.visited = self.visited and (self.visited[0], own)
            assert self.case.troubled is troubled or not own

    @rule(actor=handling, why=words)
    def give_feedback(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.give_feedback(why, self.by(actor))):
            assert self.case.visit is not None
            self.must_be_unopposed()
            assert not self.before.troubled or actor in (LEAD, DEPUTY)
            if self.visited:
                at, answered = self.visited
                assert answered or self.had_time(reaching.VISIT, at, 3)

    @rule(actor=people)
    @precondition(lambda self: self.case.version % 7 == 0)
    def withdraw(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.withdraw("不再需要", self.by(actor))):
            assert actor is SUBJECT
            assert self.case.application is not None

    def must_head(self, actor: Actor) -> None:
        assert actor in (LEAD, DEPUTY)
        assert actor.officer_id not in self.held

    def must_be_unopposed(self) -> None:
        """Nothing that they objected to waits for its answer."""
        said = self.before.complaint
        assert said is None or said.cleared is not None

    def must_be_borne_out(self, code: str) -> None:
        assert code in scene.PACK.clarification.refusals
        assert (code == "nothing_untrue") is not bool(self.case.report_id)
        assert code != "no_harm" or not self.case.grounds
        if code == "person_declines" and not self.declined:
            assert self.entered
            assert self.had_time(reaching.OPINION, self.asked[1], 3)

    def must_be_ready(self) -> None:
        """The person was asked about this very plan, and answered themselves or had three working days."""
        assert self.asked is not None
        plan, at = self.asked
        assert plan == self.case.plan_digest
        assert self.said == plan or self.had_time(reaching.OPINION, at, 3)

    @invariant()
    def nothing_is_carried_out_but_an_approved_plan_of_the_allegations_alone(self) -> None:
        approved = [event for _, event in self.case.happened if isinstance(event, ClarificationApproved)]
        if self.case.state in APPROVED or self.case.acts:
            assert approved
            assert self.case.plan is not None
            assert set(self.case.plan.allegations) == scene.UNTRUE.keys()
            assert ClarificationMode.WRITTEN in {each.mode for each in self.case.plan.audiences}
        for event in approved:
            assert all(f"反映问题{number}" in event.said for number in (1, 2))
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


ClarificationMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestClarificationMachine = ClarificationMachine.TestCase
