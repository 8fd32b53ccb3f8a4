"""The life of a determination up to its decision, as rules of a state machine."""

from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import (
    NO_MAJORITY,
    AppealState,
    DecisionTerms,
    DeterminationState,
    NegativeAnswer,
    Outcome,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.unit_names import unit_keys
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import ENDED, SETTLED, TRANSITIONS, Determination, Verb
from services.determination.domain.determination.assessment import assessed
from services.review.domain import LEAST_TEAM
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import EVERYBODY, KIN, LEAD, MEMBERS, SUBJECT, WANG, ZHAO
from tests.unit.review.scene import RULES, holder, view, without

people = st.sampled_from((LEAD, WANG, ZHAO, scene.QIAN)) | st.sampled_from(EVERYBODY)
working = st.sampled_from((WANG, WANG, WANG, LEAD, LEAD, ZHAO, KIN))
words = st.sampled_from(["理由充分", "理由充分", "理由充分", ""])
STARTS = (scene.opened, scene.held, scene.verifying, scene.before_meeting, scene.resolved, scene.decided,
          scene.concluded)
outcomes = st.sampled_from(Outcome)
TOGETHER = {SUBJECT.officer_id, scene.COLLEAGUE.officer_id, KIN.officer_id}


def fits(*verbs: Verb):
    """Mostly in the states in which one of these verbs is possible; now and then in any."""
    return precondition(lambda self: self.case.version % 6 == 0 or any(
        TRANSITIONS.allow(self.case.state, verb) for verb in verbs))


class CaseLife(RuleBasedStateMachine):
    """Every act is tried; a refusal must leave no trace, a success must be one the rules allow.

    The meeting is played by `resolve`; its quorum is what the fake counts.
    """

    @initialize(start=st.sampled_from(STARTS))
    def open(self, start) -> None:
        self.now: datetime = scene.NOW
        self.calendar = RULES.calendar(scene.DIVISION)
        self.case: Determination = start()
        self.appeal: Appeal | None = None
        self.meetings = 1
        self.quorate = {"m1"}
        self.out = set(TOGETHER)
        self.had: set[str] = set()
        self.away: set[str] = set()

    def by(self, actor: Actor):
        return scene.by(actor, self.now, self.calendar)

    def known(self, officer: Actor) -> OfficerView:
        return view(officer, active=officer.officer_id not in self.away)

    def attempt(self, act, appeal: bool = False) -> bool:
        """Whether the act happened."""
        before = deepcopy((vars(self.case), vars(self.appeal) if self.appeal else None))
        self.before = deepcopy(self.case)
        try:
            act(self.appeal if appeal else self.case)
        except CaseError:
            assert (vars(self.case), vars(self.appeal) if self.appeal else None) == before
            return False
        return True

    @rule(hours=st.integers(1, 24 * 5))
    def time_passes(self, hours: int) -> None:
        if self.now < scene.NOW + timedelta(days=200):
            self.now += timedelta(hours=hours)

    @rule(days=st.integers(1, 20))
    def a_new_calendar_is_published(self, days: int) -> None:
        self.calendar = without(self.calendar, self.now + timedelta(days=days))
        for matter in filter(None, (self.case, self.appeal)):
            matter.follow_calendar(self.by(SYSTEM))

    @rule(actor=people, officer=people)
    @fits(Verb.ASSIGN)
    def assign(self, actor: Actor, officer: Actor) -> None:
        if self.attempt(lambda case: case.assign(self.known(officer), self.by(actor))):
            self.must_be_free(actor, officer)

    @rule(actor=people, officer=people, reason=words)
    @precondition(lambda self: self.case.version % 8 == 0)   # or soon nobody is left to work
    def recuse(self, actor: Actor, officer: Actor, reason: str) -> None:
        if self.attempt(lambda case: case.recuse(
                holder(officer), RecusalGround.OTHER, reason, self.by(actor))):
            if actor != officer:
                self.must_be_free(actor)
            self.out.add(officer.officer_id)
            assert officer.officer_id not in self.case.holders

    @rule(officer=st.sampled_from((WANG, ZHAO, scene.QIAN, *scene.PANEL)))
    @precondition(lambda self: self.case.version % 7 == 6)   # or soon nobody is left to work
    def a_post_ends(self, officer: Actor) -> None:
        self.away.add(officer.officer_id)
        engaged, clock = self.case.engaged, self.case.clock
        for matter in filter(None, (self.case, self.appeal)):
            matter.leave(officer.officer_id, self.by(SYSTEM))
        assert (self.case.engaged, self.case.clock) == (engaged, clock)

    @rule(actor=working, reason=words)
    @fits(Verb.ACCEPT)
    def accept_or_refuse(self, actor: Actor, reason: str) -> None:
        if self.attempt(lambda case: case.accept(reason, self.by(actor)) if reason
                        else case.refuse("不符", self.by(actor))):
            self.must_have_held(actor)

    @rule(actor=people, team=st.lists(people, max_size=3))
    @fits(Verb.FORM_TEAM)
    def form_team(self, actor: Actor, team: list[Actor]) -> None:
        if self.attempt(lambda case: case.form_team(tuple(map(self.known, team)), self.by(actor))):
            self.must_be_free(actor, *team)
            assert len(self.case.team) >= LEAST_TEAM

    @rule(answer=st.sampled_from((NegativeAnswer.CLEAR, *NegativeAnswer)), actor=working, whole=st.booleans())
    @fits(Verb.ANSWER_NEGATIVE_ITEM)
    def answer_the_negative_list(self, answer: NegativeAnswer, actor: Actor, whole: bool) -> None:
        def act(case: Determination) -> None:
            for item in tuple(case.yardstick.negative_items)[:None if whole else 1]:
                evidence = ("e1",) if answer is NegativeAnswer.HIT and not whole else ()
                said = answer if not whole else NegativeAnswer.CLEAR
                case.answer_negative_item(scene.finding(item, said, evidence=evidence), self.by(actor))
        if self.attempt(act):
            self.must_have_held(actor)

    @rule(actor=people, criteria_set=st.sampled_from(["three_distinctions", "three_factors"]))
    @fits(Verb.ASSESS)
    def assess(self, actor: Actor, criteria_set: str) -> None:
        answers = tuple(replace(each, evidence=()) for each in scene.answers_to(self.case, criteria_set))
        closed = bool(self.case.resolved) or self.case.state in SETTLED
        if self.attempt(lambda case: case.assess(criteria_set, answers, self.by(actor))):
            self.must_be_free(actor)
            assert not closed

    @rule(actor=working, text=words, terms=st.sampled_from([None, scene.DENIAL]))
    @fits(Verb.REPORT)
    def report(self, actor: Actor, text: str, terms: DecisionTerms | None) -> None:
        if self.attempt(lambda case: case.write_report(text, terms, self.by(actor))):
            self.must_have_held(actor)
            assert self.before.negative_findings.keys() == self.case.yardstick.negative_items.keys()
            denied = bool(self.before.hits)
            assert (self.case.state is DeterminationState.MEETING) != denied

    @rule(present=st.integers(3, 5), outcome=outcomes | st.just(NO_MAJORITY), stranger=st.booleans())
    def a_meeting_is_held(self, present: int, outcome: str, stranger: bool) -> None:
        """Four of five are the quorum (67 %); a meeting without it resolves nothing."""
        try:
            self.case.require_for_meeting(self.by(LEAD))
        except CaseError:
            return
        self.meetings += 1
        meeting = f"m{self.meetings}"
        self.case.put_on_agenda(meeting, self.by(LEAD))
        voters = {member.officer_id for member in MEMBERS[:present]} | ({"kin"} if stranger else set())
        units = {"kin": unit_keys(scene.UNIT)}
        free = {each for each in voters
                if self.case.bars(Known(each, units=units.get(each, frozenset()))) is None}
        if present < 4 or len(free) < 4:
            self.case.take_off_agenda(meeting, self.by(LEAD))
            return
        self.quorate.add(meeting)
        self.case.resolve(meeting, str(outcome), {}, frozenset(free), self.by(SYSTEM))

    def stage_date(self):
        return self.by(SYSTEM).due(self.case.clock).date

    def must_be_free(self, *actors: Actor) -> None:
        assert not {actor.officer_id for actor in actors} & self.out

    def must_have_held(self, actor: Actor) -> None:
        self.must_be_free(actor)
        assert actor.officer_id in self.before.holders

    @invariant()
    def no_appeal_is_decided_by_fewer_than_more_than_half(self) -> None:
        if self.appeal and self.appeal.state is AppealState.DECIDED:
            said = self.appeal.opinions
            assert max(len(said.agreeing(each)) for each in said.held.values()) >= self.appeal.panel.majority

    def terms(self, form: int) -> DecisionTerms:
        """As a decision about this case cites what was assessed."""
        return replace(scene.DENIAL, cited=tuple(sorted(assessed(self.case))), discipline_form=form)

    @invariant()
    def versions_have_no_gap(self) -> None:
        assert [version for version, _ in self.case.happened] == list(range(1, self.case.version + 1))

    @invariant()
    def the_clock_agrees_with_the_state(self) -> None:
        assert self.case.clock.stopped == (self.case.state in ENDED)
        assert self.case.ended or (self.case.due_at, self.case.edition) == (
            self.by(SYSTEM).due(self.case.clock).at, self.calendar.edition)
