"""A suspected false accusation lives through anything in any order, legal or not. Whatever is tried, nothing
is found without both approvals by the prefecture, a hearing, and both elements proven; and nothing takes
effect before the time for complaint has ended. The machine keeps its own book of what happened."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import (
    Address,
    Bearing,
    Element,
    Entered,
    Factor,
    FalseAccusationEffective,
    FalseAccusationEnded,
    FalseAccusationFound,
    Gate,
    HandlingKind,
    ReporterAddressed,
    ReportOutcome,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.filing import AttachmentRef
from services.clarify.domain.false_accusation import ENDED, HOLDING
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_entering import handling, on_paper
from tests.unit.clarify_procedures.accusation_life import OTHER, AccusationLife, answering, words
from tests.unit.clarify_procedures.accusation_scene import WANG


class AccusationMachine(AccusationLife):
    """What is found of it, and what that leads to."""

    @rule(actor=handling)
    def serve_the_draft(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.serve_draft(scene.DRAFT, self.by(actor))):
            self.must_handle(actor)
            self.must_be_whole()
            assert not self.unread
            self.must_have_been_heard_out()
            self.draft_since, self.answered, self.draft_read = self.now, False, None

    @rule(actor=handling, back=st.booleans(), said=words, paper=on_paper)
    def answer_the_draft_or_take_it_back(self, actor: Actor, back: bool, said: str, paper: bool) -> None:
        papers = self.paper() if paper else ()
        if back:
            if self.attempt(lambda case: case.take_draft_back(said, self.by(actor))):
                self.draft_since, self.answered = None, False
        elif self.attempt(lambda case: case.answer_draft(said, said, papers, self.by(actor))):
            assert paper or self.unread
            self.answered, self.unread = True, self.unread and paper
            self.note_entries()

    @rule(actor=handling)
    def request_the_finding(self, actor: Actor) -> None:
        file = replace(scene.FILE, committee_on=self.now.date())
        if self.attempt(lambda case: case.request_finding(file, self.by(actor))):
            self.must_handle(actor)
            self.must_be_whole()
            assert self.draft_since is not None
            assert self.draft_read is not None
            assert self.now > self.draft_read + timedelta(days=13), "a first word is not their last"
            assert not self.unread

    @rule(actor=handling, mistaken=st.booleans(), why=words)
    @precondition(lambda self: self.case.version % 5 == 0)
    def end_it(self, actor: Actor, mistaken: bool, why: str) -> None:
        if self.attempt(lambda case: case.end(mistaken, why, self.by(actor))):
            self.must_handle(actor)
            assert self.case.state is (State.MISTAKEN if mistaken else State.UNPROVEN)

    @rule(outcome=st.sampled_from(OTHER))
    @precondition(lambda self: self.case.version % 7 == 0)
    def the_report_turns_out_to_be_something_else(self, outcome: ReportOutcome) -> None:
        self.case.heed_outcome(outcome, "复核后更正", self.by(SYSTEM))
        self.suspected = self.suspected and self.case.outcome is ReportOutcome.SUSPECTED_MALICIOUS

    @rule(days=st.integers(0, 45), papers=st.sampled_from(((), scene.PAPERS)))
    def a_complaint_is_entered(self, days: int, papers: tuple[AttachmentRef, ...]) -> None:
        day = (self.found_on or self.now.date()) + timedelta(days=days)
        if self.attempt(lambda case: case.complain("不服", day, papers, self.by(WANG))):
            assert papers
            self.note_entries()
            assert day <= self.now.date()
            read_after = ((self.read_on or self.found_on or day) - (self.found_on or day)).days
            assert days <= read_after + 40       # thirty days, and those that holidays add

    @rule(actor=answering, upheld=st.booleans(), why=words)
    def answer_the_complaint(self, actor: Actor, upheld: bool, why: str) -> None:
        if self.attempt(lambda case: case.answer_complaint(upheld, why, self.by(actor))):
            self.must_answer_for(scene.PROVINCE, actor)
            assert actor.officer_id not in self.gates.values()
            entered = {each.number for each in self.case.entries if each.what is Entered.COMPLAINT}
            assert not upheld or entered <= self.own_word

    @invariant()
    def what_the_reporter_wrote_of_a_finding_in_time_is_a_complaint(self) -> None:
        assert not (self.complained and self.case.state is State.FOUND)

    @rule(actor=handling)
    def put_it_into_effect(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.take_effect(self.by(actor))):
            assert self.found_on is not None
            assert self.read_on is not None
            assert self.now.date() > self.read_on + timedelta(days=30)
            assert self.before.state in (State.FOUND, State.UPHELD)
            assert self.case.approvals[-1].organ_id == self.wanted
            assert self.before.complaint_answer or not self.complained

    @rule(actor=handling)
    def handle_and_conclude(self, actor: Actor) -> None:
        kind = HandlingKind.JUDICIAL if self.now.day % 2 else HandlingKind.DISCIPLINE
        handled = replace(scene.HANDLING, kind=kind, on=self.now.date() - timedelta(days=actor is scene.ZHAO))
        if self.attempt(lambda case: case.record_handling(handled, self.by(actor))):
            assert self.case.effective_at is not None
            assert handled.kind is HandlingKind.DISCIPLINE, "nothing heavier than the draft"
            assert handled.on >= self.case.effective_at.date()
        if self.attempt(lambda case: case.conclude(self.by(actor))):
            assert self.case.handlings

    def must_have_been_heard_out(self) -> None:
        """Nobody alone ends their time to answer by writing down what they said."""
        last = self.case.hearings[-1]
        place = max(place for place, each in enumerate(self.before.addressed, 1)
                    if each.about is Address.ASKED)
        said = {each.number for each in self.case.entries
                if each.what is Entered.HEARING and each.place > place}
        if last.heard_at:
            assert (said and said <= self.confirmed) or self.now > last.asked_at + timedelta(days=10)

    def must_be_whole(self) -> None:
        assert self.suspected
        assert self.gates.get(Gate.BEGIN)
        assert self.closed
        assert self.closed[-1]
        drafts = [place for place, each in enumerate(self.case.addressed, 1) if each.about is Address.DRAFT]
        asked = [place for place, each in enumerate(self.case.addressed, 1) if each.about is Address.ASKED]
        for each in self.case.entries:      # nobody alone speaks for the reporter
            since = {Entered.HEARING: asked, Entered.DECLINED: asked,
                     Entered.DRAFT_ANSWER: drafts if self.case.draft else []}.get(each.what)
            if since and each.place > since[-1]:
                assert each.number in self.own_word
        for element in Element:
            said = {each.factor: each.bearing for each in self.case.proof.weighings
                    if each.element is element}
            assert set(said) == set(Factor)
            assert list(said.values()).count(Bearing.PROVES) > list(said.values()).count(Bearing.DENIES)

    def since_raised(self) -> list[type]:
        """What happened since it was last brought before a higher organ: of what was found before, nothing
        has taken effect."""
        events = [event for _, event in self.case.happened]
        places = [place for place, each in enumerate(events) if getattr(each, "what", "") == "raise"]
        assert FalseAccusationEffective not in map(type, events[:places[-1] if places else 0])
        return [type(each) for each in events[places[-1] if places else 0:]]

    @invariant()
    def what_is_found_was_approved_twice_heard_and_proven(self) -> None:
        was_found = FalseAccusationFound in self.since_raised()
        if was_found:
            assert set(self.gates) == set(Gate)
            assert any(self.closed)
        if self.case.state in HOLDING:
            assert was_found
            assert self.suspected
            self.must_be_whole()

    @invariant()
    def what_takes_effect_was_found_and_what_ended_otherwise_has_none(self) -> None:
        kinds = self.since_raised()
        if FalseAccusationEffective in kinds:
            assert FalseAccusationFound in kinds[:kinds.index(FalseAccusationEffective)]
        if self.case.state in (State.NOT_BEGUN, State.MISTAKEN, State.UNPROVEN):
            assert FalseAccusationFound not in kinds
            assert FalseAccusationEffective not in kinds

    @invariant()
    def an_end_is_told_and_a_mistake_explained(self) -> None:
        events = [event for _, event in self.case.happened]
        ends = [each.ending for each in events if isinstance(each, FalseAccusationEnded)]
        if self.case.state in ENDED:
            assert ends[-1] is self.case.state
        else:       # opened again by a complaint in time
            assert set(ends) <= {State.CONCLUDED}
        if self.case.state is State.MISTAKEN:
            last = [each for each in events if isinstance(each, ReporterAddressed)][-1]
            assert (last.about, self.case.addressed[last.place - 1].answer_until) == (Address.EXPLAINED, None)

    @invariant()
    def somebody_has_it_while_it_is_open(self) -> None:
        standing = self.case.standing()
        assert standing.ended is (self.case.state in ENDED)
        assert not {"named", "kin"} & set(standing.holders)


AccusationMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestAccusationMachine = AccusationMachine.TestCase
