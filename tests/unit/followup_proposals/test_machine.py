"""A proposal lives through anything in any order, legal or not. Whatever is tried, nobody approves what they
wrote or reviewed, the addressee sees nothing before the delivery, it is returned and extended once at most,
what failed is never closed but by the superior's word, and while it is open somebody has to act by a day."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProposalMark, ProposalReminded
from rongcuo.contracts.followup import ProposalState as State
from services.followup.access import proposals as access
from services.followup.domain.proposal import AWAITED, Proposal
from tests.unit.followup.scene import DEPUTY, KIN, LEAD, PAPER, WANG, ZHAO
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import ELSEWHERE, HEAD, MEASURES, TEXT, UNIT_PERSON
from tests.unit.review.scene import view

actors = st.sampled_from((WANG, WANG, WANG, ZHAO, LEAD, DEPUTY, HEAD, UNIT_PERSON, KIN, ELSEWHERE))
organs = st.sampled_from((WANG, WANG, ZHAO, LEAD, HEAD, DEPUTY))
papers = st.sampled_from(((), (PAPER,)))


class ProposalMachine(RuleBasedStateMachine):
    """`wrote`, `agreed`: who has drafted or revised it, and who has reviewed it, as this book has it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = scene.START
        self.proposal = scene.drafted()
        self.wrote, self.agreed = {"wang"}, set[str]()
        self.returns = self.extensions = 0

    def attempt(self, act: Callable[[Proposal], object]) -> bool:
        """Whether it was possible; a refusal has left no trace."""
        kept = {name: value for name, value in vars(self.proposal).items() if name != "happened"}
        try:
            act(self.proposal)
        except CaseError:
            now = {name: value for name, value in vars(self.proposal).items() if name != "happened"}
            assert now == kept
            return False
        return True

    def by(self, actor: Actor):
        return scene.by(actor, self.now)

    @rule(days=st.sampled_from((1, 3, 10, 40, 200)))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)
        if self.proposal.tells_on is not None and self.proposal.tells_on <= self.now.date():
            self.proposal.tell_what_is_due(self.by(LEAD))
        assert self.proposal.tells_on is None or self.proposal.tells_on > self.now.date()

    @rule(actor=organs)
    def give_it_to_somebody(self, actor: Actor) -> None:
        self.attempt(lambda case: case.assign(view(WANG), self.by(actor)))

    @rule(actor=actors)
    def revise(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.revise(TEXT, self.by(actor))):
            self.wrote.add(actor.officer_id)

    @rule(actor=actors)
    def review(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.review("同意", self.by(actor))):
            assert actor.officer_id not in self.wrote
            self.agreed.add(actor.officer_id)

    @rule(actor=organs)
    def send_back(self, actor: Actor) -> None:
        self.attempt(lambda case: case.send_back("再改改", self.by(actor)))

    @rule(actor=actors)
    def approve(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.approve("监建〔2026〕1号", self.by(actor))):
            assert actor in (LEAD, DEPUTY, HEAD)
            assert actor.officer_id not in self.wrote | self.agreed
            assert self.agreed

    @rule(actor=actors)
    def deliver(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.deliver(self.by(actor))):
            assert actor is WANG

    @rule(actor=actors, paper=papers)
    def sign(self, actor: Actor, paper: tuple) -> None:
        if self.attempt(lambda case: case.sign_for("李某", self.now.date(), paper, self.by(actor))):
            assert actor is UNIT_PERSON or actor is KIN or paper

    @rule(actor=actors, paper=papers)
    def take_it_up_and_plan(self, actor: Actor, paper: tuple) -> None:
        self.attempt(lambda case: case.acknowledge("李某", paper, self.by(actor)))
        self.attempt(lambda case: case.plan(MEASURES, paper, self.by(actor)))

    @rule(actor=actors, paper=papers)
    def reply(self, actor: Actor, paper: tuple) -> None:
        if self.attempt(lambda case: case.reply("已整改", (), paper, self.by(actor))):
            assert actor in (UNIT_PERSON, KIN) or (actor is WANG and paper)

    @rule(actor=organs, days=st.integers(1, 40))
    def extend(self, actor: Actor, days: int) -> None:
        if self.attempt(lambda case: case.extend_reply(days, "开会", self.by(actor))):
            self.extensions += 1
            assert days <= 30

    @rule(actor=organs, mark=st.sampled_from(ProposalMark), first=st.sampled_from(ProposalMark))
    def evaluate(self, actor: Actor, mark: ProposalMark, first: ProposalMark) -> None:
        self.attempt(lambda case: case.evaluate(scene.marks(first), mark, "看法", self.by(actor)))

    @rule(actor=organs)
    def close(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.close("到位", self.by(actor))):
            assert self.proposal.evaluations[-1].mark is not ProposalMark.FAILED

    @rule(actor=organs)
    def send_it_again(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.send_again("再改", self.by(actor))):
            self.returns += 1

    @precondition(lambda self: self.proposal.state in (State.EVALUATED, State.REFERRED, *AWAITED))
    @rule(actor=organs)
    def ask_the_superior(self, actor: Actor) -> None:
        was_awaited, until = self.proposal.state in AWAITED, self.proposal.reply_clock
        if self.attempt(lambda case: case.refer("县政府", "不改", self.by(actor))):
            assert self.returns if not was_awaited else self.by(LEAD).is_late(until)
        self.attempt(lambda case: case.record_superior("已责令", (PAPER,), self.by(actor)))

    @rule(actor=organs)
    def look_back(self, actor: Actor) -> None:
        self.attempt(lambda case: case.look_back("没有反弹", (), self.by(actor)))

    @rule(actor=organs)
    def it_comes_back(self, actor: Actor) -> None:
        if self.attempt(lambda case: case.recur("又发生", self.by(actor))):
            assert self.now.date() <= (self.proposal.closed_at + timedelta(days=732)).date()

    @invariant()
    def nobody_outside_sees_it_before_the_delivery(self) -> None:
        seen = access.sees(UNIT_PERSON, self.proposal)
        assert seen is (self.proposal.delivered_at is not None)
        assert not access.sees(ELSEWHERE, self.proposal)
        assert bool(self.proposal.standing().subject_id) is seen

    @invariant()
    def it_is_returned_and_extended_once_at_most(self) -> None:
        assert self.returns <= 1 >= self.extensions

    @invariant()
    def while_it_is_open_somebody_has_to_act(self) -> None:
        standing = self.proposal.standing()
        assert standing.ended is self.proposal.ended
        assert bool(standing.holders) is not standing.ended
        assert (self.proposal.tells_on is None) or self.proposal.state in AWAITED

    @invariant()
    def of_one_step_it_is_reminded_once_by_itself(self) -> None:
        told = [event for _, event in self.proposal.happened if isinstance(event, ProposalReminded)]
        steps = [event.awaited for event in told if not event.by_name]
        assert len(steps) == len(set(steps))


ProposalMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestProposalMachine = ProposalMachine.TestCase
