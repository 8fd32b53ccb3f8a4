"""A determination lives through anything in any order, legal or not; what must hold, holds throughout."""


from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from rongcuo.casework.holding import held_by
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import (
    DecisionStanding,
    DecisionTerms,
    DeterminationMade,
    DeterminationState,
    NegativeAnswer,
    Outcome,
)
from rongcuo.contracts.review import HeldBy
from services.determination.domain.appeal import MOVES, Appeal, AppealVerb, digest
from services.determination.domain.determination import SETTLED, Basis, Verb
from services.determination.domain.determination.assessment import assessed
from services.determination.domain.determination.severity import MILDEST_FIRST
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_life import (
    TOGETHER,
    CaseLife,
    fits,
    outcomes,
    people,
    words,
    working,
)
from tests.unit.determination.determination_scene import (
    DEPUTY,
    KIN,
    LEAD,
    MEMBERS,
    PANEL,
    SUBJECT,
    WANG,
    ZHAO,
)

forms = st.integers(0, 4)


class DeterminationMachine(CaseLife):
    """Every act is tried; a refusal must leave no trace, a success must be one the rules allow."""

    @rule(actor=working, other=st.none() | outcomes, reasons=words,
          cited=st.sampled_from([("three_factors",), ("three_factors",), (), ("six_factors",)]), form=forms)
    @fits(Verb.MAKE)
    def make(self, actor: Actor, other: Outcome | None, reasons: str, cited: tuple[str, ...],
             form: int) -> None:
        outcome = other or Outcome(self.case.resolved or "exempt")
        terms = DecisionTerms(reasons=reasons, cited=cited, discipline_form=form)
        if self.attempt(lambda case: case.make(outcome, terms, self.by(actor))):
            self.must_be_free(actor)
            assert self.before.resolved == outcome.value
            assert reasons
            assert set(cited) <= assessed(self.before)

    @rule(actor=working, why=words)
    @fits(Verb.GIVE_FEEDBACK, Verb.FILE_FOR_RECORD)
    def go_on(self, actor: Actor, why: str) -> None:
        act = {DeterminationState.FEEDBACK: lambda case: case.give_feedback(why, "", self.by(actor))}.get(
            self.case.state, lambda case: case.file_for_record(why, "", self.by(actor)))
        if self.attempt(act):
            self.must_be_free(actor)

    @rule(actor=working, outcome=outcomes, why=words, form=forms)
    @fits(Verb.CORRECT)
    def correct(self, actor: Actor, outcome: Outcome, why: str, form: int) -> None:
        if self.attempt(lambda case: case.correct(outcome, self.terms(form), why, self.by(actor))):
            self.must_be_free(actor)
            assert outcome is self.before.current.outcome

    @rule(actor=st.sampled_from((LEAD, LEAD, KIN)), why=words, back=st.booleans())
    @fits(Verb.RETURN, Verb.REVOKE)
    def send_back_or_revoke(self, actor: Actor, why: str, back: bool) -> None:
        act = (lambda case: case.send_back(why, self.by(actor))) if back else (
            lambda case: case.revoke(why, self.by(actor)))
        if self.attempt(act):
            self.must_be_free(actor)
            assert self.case.state is DeterminationState.VERIFICATION
            assert self.case.clock.started == self.now

    @rule(actor=people, what=st.sampled_from(["suspend", "resume", "extend"]), reason=words)
    @fits(Verb.SUSPEND)
    def steer(self, actor: Actor, what: str, reason: str) -> None:
        former = self.stage_date()
        given = () if what == "resume" else (reason,)
        if self.attempt(lambda case: getattr(case, what)(*given, self.by(actor))):
            self.must_be_free(actor)
            assert self.stage_date() >= former
            assert what != "extend" or self.before.clock.extended == 0

    @rule(actor=st.sampled_from((SUBJECT, WANG, KIN)))
    @precondition(lambda self: self.case.version % 7 == 0)
    def withdraw(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.withdraw("不再申请", self.by(actor))):
            assert (actor, self.before.current) == (SUBJECT, None)

    @rule(actor=st.sampled_from((SUBJECT, SUBJECT, SUBJECT, WANG)))
    @fits(Verb.LODGE_APPEAL)
    def lodge(self, actor: Actor) -> None:
        lodged: list[Appeal] = []
        if self.attempt(lambda case: lodged.append(
                Appeal.lodge(f"a{case.version}", "n", case, "过重", self.by(actor)))):
            until = self.before.current.appeal_until
            assert actor == SUBJECT
            assert not self.before.open_appeal
            assert self.now.date() <= until
            self.appeal = lodged[0]

    @rule(panel=st.sampled_from(
        (PANEL, PANEL, PANEL[:2], (*PANEL, WANG), (*PANEL, KIN), (*PANEL, MEMBERS[0]))),
          actor=st.sampled_from((DEPUTY, DEPUTY, LEAD)))
    @precondition(lambda self: self.appeal is not None)
    def form_panel(self, panel: tuple[Actor, ...], actor: Actor = DEPUTY) -> None:
        officers = tuple(map(self.known, panel))
        if self.attempt(lambda it: it.form_panel(officers, self.case, self.by(actor)), True):
            self.must_be_free(actor, *panel)
            assert not {each.officer_id for each in (actor, *panel)} & self.before.engaged

    @rule(actor=st.sampled_from((*PANEL, *PANEL, WANG, KIN)), outcome=outcomes, form=forms)
    @precondition(lambda self: self.appeal is not None)
    def decide_appeal(self, actor: Actor, outcome: Outcome, form: int) -> None:
        terms = self.terms(form)
        if self.attempt(lambda it: it.decide(outcome, terms, self.case, self.by(actor)), True):
            self.must_be_free(actor)
            assert actor.officer_id in self.appeal.holders
            assert rank(self.case.current.outcome) <= rank(self.before.current.outcome)

    @rule(actor=st.sampled_from((*PANEL, WANG)), whose=st.sampled_from(PANEL))
    @precondition(lambda self: self.appeal is not None and bool(self.appeal.opinions.held))
    def sign(self, actor: Actor, whose: Actor) -> None:
        said = self.appeal.opinions.held.get(whose.officer_id)
        if said and self.attempt(
                lambda it: it.sign(whose.officer_id, digest(said), self.case, self.by(actor)), True):
            self.must_be_free(actor)
            assert self.appeal.opinions.held[actor.officer_id] == said

    @rule(outcome=outcomes, maker=st.sampled_from((LEAD, WANG, KIN)),
          fourth=st.sampled_from((None, WANG, KIN)))
    def the_next_step_is_taken(self, outcome: Outcome, maker: Actor, fourth: Actor | None) -> None:
        """The legal way on, so that random moves are also tried far down the road."""
        steps = {
            DeterminationState.ACCEPTANCE: (lambda: self.assign(LEAD, WANG),
                                            lambda: self.accept_or_refuse(WANG, "同意")),
            DeterminationState.VERIFICATION: (lambda: self.form_team(LEAD, [WANG, ZHAO]), self._report),
            DeterminationState.MEETING: (lambda: self._meet(outcome),
                                         lambda: self.make(maker, None, "理由", ("three_factors",), 1)),
        }
        for step in steps.get(self.case.state, (lambda: self._appeal(outcome, fourth),)):
            step()

    def _report(self) -> None:
        self.answer_the_negative_list(NegativeAnswer.CLEAR, WANG, True)
        self.report(WANG, "报告", scene.DENIAL)

    def _meet(self, outcome: Outcome) -> None:
        for assessor in (*MEMBERS[:2], WANG, LEAD):
            for criteria_set in self.case.yardstick.wanted:
                self.assess(assessor, criteria_set)
        self.a_meeting_is_held(5, outcome, False)

    def _appeal(self, outcome: Outcome, fourth: Actor | None) -> None:
        self.lodge(SUBJECT)
        if self.appeal:
            self.form_panel(tuple(filter(None, (*PANEL, fourth))))
            self.decide_appeal(PANEL[0], outcome, 0)
            if self.appeal.opinions.held:
                self.sign(PANEL[1], PANEL[0])

    @invariant()
    def at_most_one_decision_holds(self) -> None:
        holding = [decision for decision in self.case.decisions if decision.current]
        assert len(holding) == (self.case.state in SETTLED)

    @invariant()
    def no_outcome_without_a_quorate_meeting_or_a_hit(self) -> None:
        for decision in self.case.decisions:
            if decision.basis is Basis.MEETING:
                assert decision.meeting_id in self.quorate
                assert len(decision.deciders) >= 4
        assert not self.case.resolved or self.case.voters

    @invariant()
    def nobody_with_a_part_decides_or_holds(self) -> None:
        assert not any(decision.deciders & TOGETHER for decision in self.case.decisions)
        assert not any(decision.decided_by in TOGETHER for decision in self.case.decisions)
        assert not self.case.holders & self.out

    @invariant()
    def who_acts_next_can_or_it_waits_for_somebody_by_a_date(self) -> None:
        if not self.case.ended:
            assert not self.case.holders & self.away
            assert bool(self.case.holders) or held_by(self.case) is not HeldBy.HANDLER
            assert self.case.due_at
            self.case.require(Verb.HAND_UP, self.by(LEAD))
        if self.appeal and not self.appeal.ended:
            assert not self.appeal.holders & self.away
            assert len(self.appeal.team) in (0, *range(scene.PACK.appeal.panel_at_least, 5))
            assert (self.appeal.state, AppealVerb.FORM_PANEL) in MOVES

    @invariant()
    def who_has_held_it_neither_votes_on_it_nor_hears_an_appeal(self) -> None:
        self.had |= self.case.holders
        assert all(self.case.bars(Known(officer_id)) for officer_id in self.had)
        assert self.had <= self.case.engaged

    @invariant()
    def no_later_decision_is_harsher(self) -> None:
        """But for a new determination after a revocation."""
        for former, later in zip(self.case.decisions, self.case.decisions[1:], strict=False):
            if later.basis in (Basis.CORRECTION, Basis.APPEAL):
                assert rank(later.outcome) <= rank(former.outcome)
                assert later.terms.discipline_form <= former.terms.discipline_form

    @invariant()
    def what_an_appeal_settled_is_never_revoked(self) -> None:
        assert not any(decision.final and decision.standing is DecisionStanding.REVOKED
                       for decision in self.case.decisions)

    @invariant()
    def no_exemption_goes_with_a_sanction(self) -> None:
        assert not any(decision.outcome is Outcome.EXEMPT and decision.terms.discipline_form > 1
                       for decision in self.case.decisions)

    @invariant()
    def every_decision_was_told_once(self) -> None:
        made = [event for _, event in self.case.happened if isinstance(event, DeterminationMade)]
        assert [event.decision_id for event in made] == [each.decision_id for each in self.case.decisions]
        assert all(event.terms.reasons for event in made)

    @invariant()
    def an_open_appeal_is_known_to_its_case(self) -> None:
        open_appeal = self.appeal.id if self.appeal and not self.appeal.ended else ""
        assert self.case.open_appeal == open_appeal


def rank(outcome: Outcome) -> int:
    return MILDEST_FIRST.index(outcome)


DeterminationMachine.TestCase.settings = settings(max_examples=20, stateful_step_count=30)
TestDeterminationMachine = DeterminationMachine.TestCase
