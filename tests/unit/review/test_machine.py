"""A case lives through anything in any order, legal or not, over a year; what must hold, holds throughout."""

from copy import deepcopy

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from rongcuo.casework.holding import held_by
from rongcuo.casework.organ_above import organ_above
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.review import (
    HeldBy,
    ObjectionDecided,
    ObjectionOpened,
    RecusalGround,
    ReviewAccepted,
    ReviewClosed,
    ReviewDeclined,
    ReviewResumed,
    ReviewState,
)
from services.review.domain import DECIDED, ENDED, LEAST_TEAM, TRANSITIONS, Verb
from tests.unit.review import scene
from tests.unit.review.review_life import ReviewLife
from tests.unit.review.scene import EVERYBODY, LEAD, QIAN, WANG, ZHAO, holder

people = st.sampled_from((LEAD, WANG, ZHAO, QIAN)) | st.sampled_from(EVERYBODY)
FROM_ABOVE = scene.officer("above", Role.LEAD, organ_id="530100")
words = st.sampled_from(["", "  ", "理由充分"])
ENDINGS = (ReviewAccepted, ReviewDeclined, ReviewClosed)


class ReviewMachine(ReviewLife):
    """Every act is tried; a refusal must leave no trace, a success must be one the rules allow."""

    @rule(actor=people, officer=people)
    def assign(self, actor: Actor, officer: Actor) -> None:
        if self.attempt(lambda case: case.assign(self.known(officer), self.by(actor))):
            self.must_be_free(actor, officer)
            assert self.case.assignee == holder(officer)

    @rule(actor=people, officer=people, reason=words)
    def recuse(self, actor: Actor, officer: Actor, reason: str) -> None:
        if self.attempt(lambda case: case.recuse(
                holder(officer), RecusalGround.OTHER, reason, self.by(actor))):
            if actor != officer:
                self.must_be_free(actor)
            self.out.add(officer.officer_id)
            assert officer.officer_id not in self.case.holders

    @rule(actor=people, opinion=words)
    def accept(self, actor: Actor, opinion: str) -> None:
        if self.attempt(lambda case: case.accept(opinion, self.by(actor))):
            self.must_have_held(actor)

    @rule(actor=people, reasons=words)
    def decline(self, actor: Actor, reasons: str) -> None:
        if self.attempt(lambda case: case.decline(reasons, self.by(actor))):
            self.must_have_held(actor)
            assert self.case.reasons == reasons.strip() != ""

    @rule()
    def object(self) -> None:
        before = deepcopy(self.case)
        self.case.object(scene.objection(self.now), self.by(SYSTEM))
        if before.state is ReviewState.DECLINED and not before.objection:
            assert (self.case.state, self.case.holders) == (ReviewState.OBJECTED, frozenset())
            self.refusers = before.refusers
        assert self.case.version - before.version == (self.case.state is not before.state)

    @rule(actor=people, reasons=words, taken_up=st.booleans())
    def answer_the_objection(self, actor: Actor, reasons: str, taken_up: bool) -> None:
        refusal = (self.case.reasons, self.case.decided_at, self.case.decided_by)
        if self.attempt(lambda case: (case.take_up if taken_up else case.uphold)(reasons, self.by(actor))):
            self.must_have_held(actor)
            assert actor.officer_id not in self.refusers
            assert taken_up or refusal == (self.case.reasons, self.case.decided_at, self.case.decided_by)
            assert not taken_up or (self.case.supplements, self.case.reasons) == (0, "")

    @rule(actor=people, needed=words)
    def request_supplement(self, actor: Actor, needed: str) -> None:
        former = self.stage_date()
        if self.attempt(lambda case: case.request_supplement(needed, self.by(actor))):
            self.must_have_held(actor)
            assert self.stage_date() >= former

    @rule(parties=st.sets(st.sampled_from(["wang", "zhao", "qian", "lead"]), max_size=1))
    @precondition(lambda self: self.case.awaits_supplement)
    def supplement(self, parties: set[str]) -> None:
        former, held = self.stage_date(), self.case.holders
        self.case.take_supplement(scene.supplement(self.now, *parties), self.by(SYSTEM))
        assert isinstance(self.case.happened[-1][1], ReviewResumed)
        assert self.case.holders == held
        assert self.stage_date() >= former

    @rule(actor=people, team=st.lists(people, max_size=4))
    def form_team(self, actor: Actor, team: list[Actor]) -> None:
        if self.attempt(lambda case: case.form_team(tuple(map(self.known, team)), self.by(actor))):
            self.must_be_free(actor, *team)
            assert len(self.case.team) == len({each.officer_id for each in team}) >= LEAST_TEAM

    @rule(actor=people, findings=words, confirmed=st.booleans())
    def report(self, actor: Actor, findings: str, confirmed: bool) -> None:
        if self.attempt(lambda case: case.report_verification(findings, confirmed, self.by(actor))):
            self.must_have_held(actor)
            assert self.case.state is (ReviewState.ACCEPTED if confirmed else ReviewState.DECLINED)

    @rule(actor=people, reason=words)
    def suspend(self, actor: Actor, reason: str) -> None:
        former = self.stage_date()
        if self.attempt(lambda case: case.suspend(reason, self.by(actor))):
            self.must_be_free(actor)
            assert self.stage_date() >= former

    @rule(actor=people)
    def resume(self, actor: Actor) -> None:
        former = self.stage_date()
        if self.attempt(lambda case: case.resume(self.by(actor))):
            self.must_be_free(actor)
            assert self.stage_date() >= former

    @rule(actor=people, reason=words)
    def extend(self, actor: Actor, reason: str) -> None:
        former, extended = self.stage_date(), self.case.clock.extended
        if self.attempt(lambda case: case.extend(reason, self.by(actor))):
            self.must_be_free(actor)
            assert extended == 0
            assert self.stage_date() > former

    @rule(actor=people, reason=words)
    def hand_up(self, actor: Actor, reason: str) -> None:
        clock = self.case.clock
        if self.attempt(lambda case: case.hand_up(reason, self.by(actor))):
            assert self.case.clock == clock
            assert not self.case.holders

    @rule()
    @precondition(lambda self: self.case.version > 3)
    def withdraw(self) -> None:
        decision, version = self.case.state, self.case.version
        self.case.close("不再实施", self.now, self.by(SYSTEM))
        if decision in ENDED:
            assert (self.case.state, self.case.version) == (decision, version)
        else:
            assert self.case.state is ReviewState.CLOSED

    @invariant()
    def versions_have_no_gap(self) -> None:
        assert [version for version, _ in self.case.happened] == list(range(1, self.case.version + 1))

    @invariant()
    def nobody_with_a_part_holds_the_case_nor_who_refused_it(self) -> None:
        if not self.case.ended:
            assert not self.case.holders & (self.out | self.refusers)

    @invariant()
    def who_acts_next_can_or_it_waits_for_somebody_by_a_date(self) -> None:
        case, next_one = self.case, held_by(self.case)
        if not case.ended:
            assert not case.holders & self.away
            assert case.due_at
            assert next_one in (HeldBy.HANDLER, HeldBy.FILER, HeldBy.ASSIGNMENT, HeldBy.TEAM_FORMING)
            assert bool(case.holders) or next_one is not HeldBy.HANDLER

    @invariant()
    def an_open_case_can_always_be_given_to_somebody_who_decides(self) -> None:
        case = self.case
        if not case.ended and case.organ_id != "530000":
            assert organ_above(case.organ_id)
            case.require(Verb.HAND_UP, self.by(FROM_ABOVE))

    @invariant()
    def it_ends_once_and_says_so(self) -> None:
        endings = [event for _, event in self.case.happened if isinstance(event, ENDINGS)]
        told = [event for _, event in self.case.happened]
        objections = sum(isinstance(event, ObjectionOpened) for event in told)
        upheld = sum(isinstance(event, ObjectionDecided) and not event.taken_up for event in told)
        assert len(endings) + upheld - objections == self.case.ended >= objections - 1
        decided = self.case.state in {*DECIDED, ReviewState.OBJECTED} or (
            self.case.state is ReviewState.CLOSED and bool(self.case.decided_by))
        assert (self.case.decided_at is not None) == decided == bool(self.case.decided_by)

    @invariant()
    def supplements_stay_within_what_the_pack_allows(self) -> None:
        assert self.case.supplements <= scene.PACK.filing.supplements_allowed

    @invariant()
    def the_clock_agrees_with_the_state(self) -> None:
        case = self.case
        assert case.clock.stopped == case.ended
        assert not case.awaits_supplement or case.clock.suspended
        assert case.ended or (case.due_at, case.edition) == (
            self.by(SYSTEM).due(case.running_clock).at, self.calendar.edition)

    @invariant()
    def a_team_is_never_one_person(self) -> None:
        assert len(self.case.team) != 1
        assert not self.case.team or self.case.assignee in self.case.team

    @invariant()
    def after_the_end_nothing_is_possible(self) -> None:
        assert self.case.state not in ENDED or not any(
            TRANSITIONS.allow(self.case.state, verb) for verb in Verb if verb is not Verb.OBJECT)


ReviewMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=40)
TestReviewMachine = ReviewMachine.TestCase
