"""A report lives through anything in any order, legal or not; what must hold, holds throughout."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from rongcuo.casework.holding import held_by
from rongcuo.casework.people import LEAST_TEAM
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import (
    FeedbackStage,
    Finding,
    Outside,
    ReportDisposal,
    ReporterKind,
    ReportOutcome,
    ReportState,
    ShieldVerdict,
)
from rongcuo.contracts.review import HeldBy
from services.clarify.access import reports as access
from services.clarify.domain import ENDED, TRANSITIONS, Verb
from services.clarify.domain.outcomes import UNTRUE
from tests.unit.clarify import scene
from tests.unit.clarify.report_life import ReportLife, grounds, outcomes, people, words
from tests.unit.clarify.scene import NAMED, SECOND, WANG, ZHAO, view


class ReportMachine(ReportLife):
    """Every act is tried; a refusal must leave no trace, a success must be one the rules allow."""

    @rule(actor=people, disposal=st.sampled_from(ReportDisposal), arises=st.booleans(), text=words)
    def dispose(self, actor: Actor, disposal: ReportDisposal, arises: bool, text: str) -> None:
        asked = self.report.was_disposed(ReportDisposal.INQUIRY)
        last, started = self.report.disposal, self.report.clock.started
        if self.attempt(lambda each: each.dispose(disposal, arises, text, self.by(actor))):
            self.must_be_free(actor)
            assert asked or disposal is not ReportDisposal.CLOSED_ON_REPLY
            made = self.report.dispositions[-1]
            assert (made.tolerance_arises, made.by) == (arises, actor.officer_id)
            assert made.reasons.strip()
            assert disposal is not last or self.report.clock.started == started

    @rule(actor=people, team=st.lists(people, max_size=3))
    def form_team(self, actor: Actor, team: list[Actor]) -> None:
        if self.attempt(lambda each: each.form_team(tuple(map(view, team)), self.by(actor))):
            self.must_be_free(actor, *team)

    @rule(actor=st.sampled_from((WANG, ZHAO)) | people, first=outcomes, second=outcomes | st.none(),
          text=words)
    def find(self, actor: Actor, first: ReportOutcome, second: ReportOutcome | None, text: str) -> None:
        told = tuple(Finding(allegation=number, outcome=each, words=text)
                     for number, each in ((1, first), (2, second)) if each)
        team = self.report.team
        by_team = self.report.disposal is ReportDisposal.VERIFY
        if self.attempt(lambda each: each.find(told, self.by(actor))):
            self.must_be_free(actor)
            suspected = {each.allegation for each in told
                         if each.outcome is ReportOutcome.SUSPECTED_MALICIOUS}
            assert not suspected & self.once_open
            assert by_team or not suspected
            assert len(team) >= LEAST_TEAM or not by_team
            self.once_open |= {each.allegation for each in told
                               if each.outcome is ReportOutcome.NOT_RESOLVED}
            self.answered = None

    @rule(actor=people, text=words)
    @precondition(lambda self: self.report.version % 3 == 0)
    def send_back(self, actor: Actor, text: str) -> None:
        if self.attempt(lambda each: each.send_back(text, self.by(actor))):
            self.must_be_free(actor)

    @rule(actor=people, clear=st.booleans(), ground=grounds, text=words)
    def answer_clearing(self, actor: Actor, clear: bool, ground: str, text: str) -> None:
        if self.attempt(lambda each: each.answer_clearing(clear, ground, text, self.by(actor))):
            self.must_be_free(actor)
            assert clear is not bool(ground)
            assert ground != "nothing_untrue"
            assert ground != "person_declines" or self.report.was_disposed(ReportDisposal.INQUIRY)
            self.answered = {(number, each.outcome) for number, each in self.report.findings.items()}

    @rule(actor=people)
    def close(self, actor: Actor) -> None:
        finders = self.report.finders
        if self.attempt(lambda each: each.close(self.by(actor))):
            self.must_be_free(actor)
            found = {(number, each.outcome) for number, each in self.report.findings.items()}
            assert {number for number, _ in found} == {1, 2}
            untrue = {outcome for _, outcome in found} & UNTRUE
            assert not untrue or self.answered == found      # asked and answered of just these findings
            assert actor.officer_id not in {each.officer_id for each in finders}
            assert self.report.dispositions
            assert self.report.kind is ReporterKind.REAL_NAME or self.report.unconfirmed
            if self.report.kind is ReporterKind.REAL_NAME:
                assert self.report.was_told(FeedbackStage.ACCEPTANCE)
                assert self.report.state is ReportState.FEEDBACK

    @rule(actor=people, stage=st.sampled_from(FeedbackStage), text=words)
    def give_feedback(self, actor: Actor, stage: FeedbackStage, text: str) -> None:
        if self.attempt(lambda each: each.give_feedback(stage, text, self.by(actor))):
            self.must_be_free(actor)
            assert self.report.kind is ReporterKind.REAL_NAME

    @rule(actor=people, verdict=st.sampled_from(ShieldVerdict), allegation=st.integers(1, 3),
          outside=st.sets(st.sampled_from(Outside), max_size=2))
    def judge_match(self, actor: Actor, verdict: ShieldVerdict, allegation: int,
                    outside: set[Outside]) -> None:
        before = (self.report.state, self.report.findings, self.report.dispositions, self.report.clearing)
        if self.attempt(lambda each: each.judge_match(
                allegation, verdict, tuple(outside), "理由", scene.ROAD, None, self.by(actor))):
            self.must_be_free(actor)
            assert allegation == 1 or verdict is not ShieldVerdict.COVERS     # the second has no day
            assert before == (self.report.state, self.report.findings, self.report.dispositions,
                              self.report.clearing)

    @rule(actor=people, text=words)
    def retrospect(self, actor: Actor, text: str) -> None:
        if self.attempt(lambda each: each.retrospect(text, "", "", "", self.by(actor))):
            assert self.report.decided_at is not None

    @invariant()
    def the_named_never_see_it_nor_hold_it_nor_may_do_anything(self) -> None:
        for each in NAMED:
            assert not access.sees(each, self.report)
            assert not access.handles(each, self.report)
            assert not any(access.may(each, verb, self.report) for verb in Verb)
            assert each.officer_id not in self.report.holders
        assert {each.officer_id for each in NAMED} <= {*self.report.standing.apart} or (
            self.report.state is ReportState.PASSED_UP)

    @invariant()
    def nor_do_the_recused(self) -> None:
        for each in (ZHAO, SECOND):
            assert access.sees(each, self.report) is (each.officer_id not in self.out)

    @invariant()
    def what_was_never_excluded_is_never_called_false(self) -> None:
        assert all(self.report.findings[each].outcome is not ReportOutcome.SUSPECTED_MALICIOUS
                   for each in self.once_open if each in self.report.findings)
        if self.once_open and self.report.state is not ReportState.PASSED_UP:
            assert self.report.outcome is not ReportOutcome.SUSPECTED_MALICIOUS

    @invariant()
    def nothing_is_covered_by_what_its_days_do_not_allow(self) -> None:
        for match in self.report.matches:
            act, covers = self.report.allegation(match.allegation), match.verdict is ShieldVerdict.COVERS
            assert not covers or (act.act_from and act.act_until)
            assert not covers or scene.ROAD.submitted_at.date() < act.act_from <= act.act_until

    @invariant()
    def of_what_was_passed_up_nothing_is_left(self) -> None:
        if self.report.state is ReportState.PASSED_UP:
            kept = repr({name: value for name, value in vars(self.report).items() if name != "happened"})
            assert not any(word in kept for word in ("柳成林", "未批先建", "r-7f3a", "市管", scene.BUREAU))

    @invariant()
    def versions_have_no_gap(self) -> None:
        assert [version for version, _ in self.report.happened] == list(range(1, self.report.version + 1))

    @invariant()
    def the_clock_agrees_with_the_state(self) -> None:
        assert self.report.clock.stopped == self.report.ended

    @invariant()
    def what_is_open_is_in_somebodys_hands_by_a_date(self) -> None:
        held = held_by(self.report)
        assert (held is HeldBy.NOBODY) == self.report.ended
        assert held is not HeldBy.HANDLER or self.report.holders

    @invariant()
    def after_the_end_only_what_was_learned_or_the_reporter_says_is_added(self) -> None:
        left = {verb for verb in Verb if TRANSITIONS.allow(self.report.state, verb)}
        assert self.report.state not in ENDED or left <= {
            Verb.RETROSPECT, Verb.TAKE_RECEIPT, Verb.TAKE_REQUEST, Verb.TAKE_MESSAGE,
            Verb.TAKE_CHECK, Verb.HEED_INQUIRY}


ReportMachine.TestCase.settings = settings(max_examples=100, stateful_step_count=40)
TestReportMachine = ReportMachine.TestCase
