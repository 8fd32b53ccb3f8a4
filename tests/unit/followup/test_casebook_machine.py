"""An entry lives through anything in any order, legal or not. Whatever is tried, nothing is out that two
different people who did not write it have not confirmed as it stands, with everything decided and enough
people whom it fits; and a refusal leaves no trace."""

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import EntryState, MaskChoice, MaskDecision
from services.followup.domain.casebook import CasebookEntry
from tests.unit.followup import casebook_scene as cases
from tests.unit.followup.casebook_scene import FITS, QIAN, TEXT, TOLD, TOO_FEW
from tests.unit.followup.scene import DEPUTY, LEAD, WANG, WEN, ZHAO, by
from tests.unit.review.scene import view

actors = st.sampled_from((LEAD, DEPUTY, ZHAO, QIAN, WANG, WEN))
fits = st.sampled_from((FITS, FITS, TOO_FEW))


class EntryMachine(RuleBasedStateMachine):
    """`confirmed`: by whom, since it was changed last."""

    def __init__(self) -> None:
        super().__init__()
        self.entry = cases.draft()
        self.confirmed: list[str] = []

    def attempt(self, act: Callable[[CasebookEntry], object]) -> bool:
        kept = {name: value for name, value in vars(self.entry).items() if name != "happened"}
        try:
            act(self.entry)
        except CaseError:
            now = {name: value for name, value in vars(self.entry).items() if name != "happened"}
            assert now == kept
            return False
        return True

    def change(self, act: Callable[[CasebookEntry], object]) -> None:
        if self.attempt(act):
            self.confirmed = []

    @rule(actor=actors)
    def write(self, actor: Actor) -> None:
        self.change(lambda entry: entry.write(TEXT, by(actor)))

    @rule(actor=actors)
    def describe(self, actor: Actor) -> None:
        self.change(lambda entry: entry.describe("land", TOLD, "", by(actor)))

    @rule(actor=actors)
    def propose(self, actor: Actor) -> None:
        self.change(lambda entry: entry.propose_masks(by(actor)))

    @rule(actor=actors, choice=st.sampled_from((MaskChoice.MASK, MaskChoice.MASK, MaskChoice.OPEN)))
    def decide(self, actor: Actor, choice: MaskChoice) -> None:
        self.change(lambda entry: entry.decide_masks(tuple(
            MaskDecision(number=each.number, choice=choice) for each in entry.masks), by(actor)))

    @rule(actor=actors, chosen=st.sets(st.sampled_from((ZHAO, QIAN, WANG, LEAD)), min_size=1))
    def name(self, actor: Actor, chosen: set[Actor]) -> None:
        self.attempt(lambda entry: entry.name_checkers(tuple(map(view, chosen)), by(actor)))

    @rule(actor=actors, fit=fits)
    def confirm(self, actor: Actor, fit) -> None:
        if self.attempt(lambda entry: entry.confirm(fit, by(actor))):
            assert fit.enough
            assert actor.officer_id in self.entry.checkers
            self.confirmed.append(actor.officer_id)

    @rule(actor=actors)
    def send_back(self, actor: Actor) -> None:
        self.change(lambda entry: entry.send_back("再看看", by(actor)))

    @rule(actor=actors, fit=fits)
    def publish(self, actor: Actor, fit) -> None:
        if self.attempt(lambda entry: entry.publish(fit, None, by(actor))):
            assert actor in (LEAD, DEPUTY)
            assert fit.enough

    @rule()
    def all_goes_well(self) -> None:
        """So that the end is reached often enough."""
        if self.entry.state is EntryState.DRAFT:
            self.describe(LEAD)
            self.propose(LEAD)
            self.decide(LEAD, MaskChoice.MASK)
            self.name(LEAD, {ZHAO, QIAN})
        for actor in (ZHAO, QIAN):
            self.confirm(actor, FITS)

    @rule(actor=actors)
    def withdraw(self, actor: Actor) -> None:
        if self.attempt(lambda entry: entry.withdraw("不再需要", by(actor))):
            assert actor in (LEAD, DEPUTY)
            self.entry, self.confirmed = cases.draft(), []

    @invariant()
    def two_different_people_confirmed_it_as_it_stands(self) -> None:
        entry = self.entry
        assert [each.officer_id for each in entry.checks] == self.confirmed
        assert len(set(self.confirmed)) == len(self.confirmed)
        assert not {entry.writer_id, WEN.officer_id} & set(self.confirmed)     # whose case it is
        assert "wang" not in self.confirmed      # who handled the source alone
        if entry.state in (EntryState.SECOND_CHECKED, EntryState.PUBLISHED):
            assert len(self.confirmed) == 2
            assert all(each.choice is not MaskChoice.OPEN for each in entry.masks)
            assert "温建国" not in repr(entry.masked)


EntryMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestEntryMachine = EntryMachine.TestCase
