"""However many step back, and whoever is called in their place: the heads that must decide stay as many."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import ItemState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import JointMeeting
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FIVE, LEAD, SUN, MadeUpCase, by, member
from tests.unit.review.scene import view

OTHERS = tuple(member(number) for number in range(21, 27))
CASES = (MadeUpCase(), MadeUpCase("case2"))
anybody = st.sampled_from((*FIVE, *OTHERS))
case_ids = st.sampled_from(["case1", "case2"])


class HeadsMachine(RuleBasedStateMachine):
    """Recusals, substitutes, rolls and votes, each tried as it comes."""

    @initialize()
    def convene(self) -> None:
        self.meeting: JointMeeting = scene.in_session(*CASES)
        self.wanted, self.salt = self.meeting.voters_wanted(by(SUN)), 0

    def attempt(self, act) -> None:
        try:
            act()
        except CaseError:
            return

    @rule(officer=anybody, case_id=case_ids)
    def recuse(self, officer: Actor, case_id: str) -> None:
        self.attempt(lambda: self.meeting.recuse_member(
            case_id, officer.officer_id, RecusalGround.OTHER, "亲属", by(officer)))

    @rule(officer=st.sampled_from((*FIVE[1:], *OTHERS)))
    @precondition(lambda self: self.meeting.version % 4 == 3)   # or soon nobody is left to vote
    def a_post_ends(self, officer: Actor) -> None:
        self.meeting.leave(officer.officer_id, by(LEAD))

    @rule(called=st.lists(st.sampled_from(OTHERS), min_size=1, max_size=3, unique=True))
    def call_substitutes(self, called: list[Actor]) -> None:
        self.attempt(lambda: self.meeting.call_substitutes(CASES, tuple(map(view, called)), by(LEAD)))

    @rule(absent=st.sets(anybody, max_size=2))
    def call_roll(self, absent: set[Actor]) -> None:
        away = {each.officer_id for each in absent} - {SUN.officer_id}
        attendance = self.meeting.attendance
        self.attempt(lambda: self.meeting.call_roll(
            [each for each in attendance.member_ids if each not in away | attendance.left], by(SUN)))

    @rule(place=st.integers(0, 1), choice=st.sampled_from(["exempt", "denied"]))
    def vote(self, place: int, choice: str) -> None:
        item = self.meeting.agenda.items[place]
        for actor in (*FIVE, *OTHERS):
            self.attempt(lambda actor=actor: self.meeting.open_vote(item.id, by(actor)))
        for actor in (*FIVE, *OTHERS):
            self.salt += 1
            self.attempt(lambda actor=actor: self.meeting.cast_vote(
                item.id, choice, "", f"{self.salt:032x}", by(actor)))
        for actor in (*FIVE, *OTHERS):
            self.attempt(lambda actor=actor: self.meeting.reveal_votes(item.id, by(actor)))

    @invariant()
    def nobody_lowers_the_number_of_heads(self) -> None:
        assert self.meeting.voters_wanted(by(SUN)) == self.wanted
        for item in self.meeting.agenda.items:
            if item.state is ItemState.REVEALED:
                voters = {ballot.member_id for ballot in item.ballots}
                assert len(voters) == len(item.ballots) >= self.wanted
                assert not voters & self.meeting.attendance.recused_from(item.case_id)

    @invariant()
    def whose_post_has_ended_neither_is_there_nor_has_a_turn(self) -> None:
        meeting, attendance = self.meeting, self.meeting.attendance
        assert not attendance.left & {
            *attendance.present, *meeting.holders, *meeting.signers, meeting.next_to_sign}

    @invariant()
    def an_open_case_is_decided_here_or_left_to_another_meeting(self) -> None:
        """Too few who may vote on it: none of its questions waits for a vote that can't be held."""
        for item in self.meeting.agenda.items:
            if item.state in (ItemState.WAITING, ItemState.VOTING):
                assert self.meeting.attendance.can_decide(item.case_id, by(SUN).pack.quorum)


HeadsMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20)
TestHeadsMachine = HeadsMachine.TestCase
