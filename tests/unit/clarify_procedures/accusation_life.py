"""What happens to a suspected false accusation before anything is drafted, as rules of a state machine."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import (
    Address,
    Answer,
    Bearing,
    Concerned,
    Element,
    Factor,
    Gate,
    ManagedBy,
    ReportOutcome,
    Unheard,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.review import RecusalGround
from services.clarify.domain.false_accusation import HOLDING, FalseAccusation
from services.clarify.domain.false_accusation.transitions import BEFORE_FOUND
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_entering import EnteredLife, handling, on_paper
from tests.unit.clarify_procedures.accusation_scene import (
    ABOVE,
    CITY,
    CITY_OTHER,
    EVERYBODY,
    KIN,
    LEAD,
    OF_THE_PROVINCE,
    PERSON,
    WANG,
    ZHAO,
)
from tests.unit.review.scene import RULES, holder, view, without

answering = st.sampled_from((CITY, CITY_OTHER, ABOVE, ABOVE, *EVERYBODY))
people = st.sampled_from(EVERYBODY)
words = st.sampled_from(("理由", "理由", "理由", ""))
answers = st.sampled_from((Answer.APPROVED, Answer.APPROVED, *Answer))
bearings = st.sampled_from((Bearing.PROVES, Bearing.PROVES, *Bearing))
OTHER = tuple(each for each in ReportOutcome if each is not ReportOutcome.SUSPECTED_MALICIOUS)
STARTS = (scene.prepared, scene.inquiring, scene.drafted, scene.sent_up, scene.found)


class AccusationLife(EnteredLife):
    """`gates`: which were passed by whom since what was asked last changed; `asked`, `closed`: hearings."""

    @initialize(start=st.sampled_from(STARTS), person=st.sampled_from((PERSON, PERSON, OF_THE_PROVINCE)))
    def open(self, start, person: Concerned) -> None:
        self.now: datetime = scene.NOW
        self.calendar = RULES.calendar(scene.DIVISION)
        self.wanted = scene.PROVINCE if person is OF_THE_PROVINCE else scene.PREFECTURE
        self.case: FalseAccusation = scene.prepared(person) if person is OF_THE_PROVINCE else start()
        self.gates = {each.gate: each.by for each in self.case.approvals}
        self.had_it = {"handler", "wang", "lead"}
        self.out: set[str] = set()
        self.closed = [each.heard_at is not None for each in self.case.hearings]
        self.draft_since: datetime | None = scene.NOW if self.case.draft_clock else None
        self.answered = bool(self.case.draft_answer)
        self.found_on: date | None = self.now.date() if self.case.found_at else None
        self.read_on = self.found_on        # the scenes' reporter has read it
        self.suspected = True
        self.unread = self.complained = False       # something the reporter wrote; of a finding, in time
        self.papers = 0
        self.entered: dict[int, str] = {each.number: each.entered_by for each in self.case.entries}
        self.confirmed = {each.number for each in self.case.entries if each.confirmed_at}
        self.own_word = set(self.confirmed)         # what was entered and read by the reporter, or confirmed
        self.reachable = bool(self.case.hearings)   # has read, or was served with, something since asked
        self.draft_read = self.draft_since

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        if self.now < scene.NOW + timedelta(days=250):
            self.now += timedelta(days=days)

    @rule(days=st.integers(1, 20))
    def a_new_calendar_is_published(self, days: int) -> None:
        self.calendar = without(self.calendar, self.now + timedelta(days=days))
        self.case.follow_calendar(self.by(SYSTEM))

    @rule(actor=st.sampled_from((LEAD, LEAD, KIN, CITY)), officer=st.sampled_from((WANG, ZHAO, KIN)))
    def assign(self, actor: Actor, officer: Actor) -> None:
        if self.attempt(lambda case: case.assign(view(officer), self.by(actor))):
            self.had_it |= {officer.officer_id, actor.officer_id}

    @rule(actor=people, officer=people, why=words)
    @precondition(lambda self: self.case.version % 9 == 0)      # or soon nobody is left
    def recuse(self, actor: Actor, officer: Actor, why: str) -> None:
        if self.attempt(lambda case: case.recuse(
                holder(officer), RecusalGround.OTHER, why, self.by(actor))):
            self.out.add(officer.officer_id)
            assert officer.officer_id not in self.case.holders

    @rule(actor=handling, why=words)
    def request_beginning(self, actor: Actor, why: str) -> None:
        if self.attempt(lambda case: case.request_beginning(why, self.by(actor))):
            self.must_handle(actor)
            assert why

    @rule(actor=answering, answer=answers, why=words)
    def answer_a_gate(self, actor: Actor, answer: Answer, why: str) -> None:
        gate = Gate.FIND if self.case.state is State.FINDING_APPROVAL else Gate.BEGIN
        ask = FalseAccusation.answer_finding if gate is Gate.FIND else FalseAccusation.answer_beginning
        if self.attempt(lambda case: ask(case, answer, why, self.by(actor))):
            assert not (gate is Gate.FIND and answer is Answer.APPROVED and self.unread)
            self.must_answer_for(self.wanted, actor)
            if gate is Gate.FIND and answer is Answer.APPROVED:
                assert actor.officer_id != self.gates[Gate.BEGIN]
            if answer is Answer.APPROVED:
                self.gates[gate] = actor.officer_id
            elif gate is Gate.FIND:
                self.draft_since, self.answered = None, False
            if self.case.state is State.FOUND:
                self.found_on, self.read_on, self.complained = self.now.date(), None, False

    @rule()
    @precondition(lambda self: self.case.version % 3 == 0)
    def somebody_named_is_managed_by_the_province(self) -> None:
        self.before = deepcopy(self.case)
        raised = replace(scene.suspicion(), managed_by=ManagedBy.PROVINCE)
        self.case.look_again(raised, self.by(SYSTEM))
        if self.case.managed_by is self.before.managed_by:
            assert self.wanted == scene.PROVINCE or self.before.ended or self.before.effective_at
            return
        self.wanted = scene.PROVINCE
        if self.before.state in BEFORE_FOUND:       # asked anew, from the first gate on
            self.gates, self.draft_since, self.answered = {}, None, False
            return
        assert self.case.state is State.FINDING_APPROVAL, "the higher organ looks at what was found"
        assert self.case.approvals == self.before.approvals, "which goes with the file"
        assert self.case.draft == self.before.draft
        assert self.case.addressed[-1].about is Address.RAISED
        self.had_it |= set(self.gates.values())
        del self.gates[Gate.FIND]
        self.found_on, self.complained = None, False

    @rule(actor=handling, number=st.integers(1, 2))
    def add_evidence(self, actor: Actor, number: int) -> None:
        if f"e{number}" not in {each.evidence_id for each in self.case.proof.evidence} and self.attempt(
                lambda case: case.add_evidence(f"e{number}", *scene.EVIDENCE, self.by(actor))):
            self.must_handle(actor)

    @rule(actor=handling, bearing=bearings, evidence=st.sampled_from(("e1", "e1", "e2")),
          element=st.sampled_from(Element), whole=st.booleans())
    def weigh(self, actor: Actor, bearing: Bearing, evidence: str, element: Element, whole: bool) -> None:
        for factor in tuple(Factor)[:None if whole else 1]:
            if self.attempt(lambda case, factor=factor: case.weigh(
                    scene.weighing(element, factor, bearing, evidence), self.by(actor))):
                self.must_handle(actor)

    @rule(actor=handling)
    def everything_is_proven(self, actor: Actor) -> None:
        """The way of whoever wants it found."""
        self.add_evidence(actor, 1)
        for element in Element:
            self.weigh(actor, Bearing.PROVES, "e1", element, True)

    @rule(actor=handling, question=words)
    def ask_the_reporter(self, actor: Actor, question: str) -> None:
        if self.attempt(lambda case: case.ask_reporter(question, self.by(actor))):
            self.must_handle(actor)
            self.closed.append(False)
            self.reachable = False

    @rule(actor=handling, why=st.none() | st.sampled_from(Unheard), said=words, paper=on_paper)
    def the_reporter_is_heard_or_not(self, actor: Actor, why: Unheard | None, said: str,
                                     paper: bool) -> None:
        papers = self.paper() if paper else ()

        def act(case: FalseAccusation) -> None:
            if why is None:
                case.record_hearing(said, said, papers, self.by(actor))
            else:
                case.record_unheard(why, said, papers, self.by(actor))
        if self.attempt(act):
            self.must_handle(actor)
            self.note_entries()
            assert self.closed
            asked_at = self.before.hearings[-1].asked_at
            if why is None:
                assert paper or self.unread
                self.unread = self.unread and paper
            else:
                assert not self.closed[-1]
                assert not self.unread
                assert paper or why is not Unheard.DECLINED
                assert not (why is Unheard.NOT_REACHED and self.reachable)
                assert self.now > asked_at + timedelta(days=10)
            self.closed[-1] = True

    @rule()
    def the_reporter_writes(self) -> None:
        state, self.before = self.case.state, deepcopy(self.case)
        self.case.take_message(scene.everything(self.case), self.now, self.by(SYSTEM))
        if state in BEFORE_FOUND and self.closed:
            self.unread = True
        if state in HOLDING and self.found_on and self.now.date() <= self.found_on + timedelta(days=30):
            self.complained = True
        if not self.before.ended:
            self.it_has_reached_them(len(self.before.addressed))

    @rule()
    def the_reporter_reads(self) -> None:
        self.before = deepcopy(self.case)
        self.case.take_receipt(scene.everything(self.case), self.now, self.by(SYSTEM))
        if not self.before.ended:
            self.it_has_reached_them(len(self.before.addressed))
