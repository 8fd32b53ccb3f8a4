"""What is entered for the reporter, and reaches them, as rules of a state machine: by nobody's word alone."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import Address, Entered
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.calendar import Calendar
from services.clarify.domain.false_accusation import FalseAccusation
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import KIN, LEAD, WANG, ZHAO

handling = st.sampled_from((WANG, WANG, WANG, WANG, ZHAO, LEAD, KIN))
entering = st.sampled_from((WANG, ZHAO, ZHAO, LEAD, KIN))
on_paper = st.booleans()


class EnteredLife(RuleBasedStateMachine):
    """`entered`: who entered what; `own_word`: what was entered and read by the reporter, or confirmed,
    which `confirmed` was by a second person;
    `reachable`: something has reached them since they were asked; `draft_read`, `read_on`: when they read the
    draft, the finding; `closed`: hearings."""

    case: FalseAccusation
    before: FalseAccusation
    now: datetime
    calendar: Calendar
    had_it: set[str]
    out: set[str]
    papers: int
    entered: dict[int, str]
    own_word: set[int]
    confirmed: set[int]
    reachable: bool
    closed: list[bool]
    draft_read: datetime | None
    read_on: date | None

    def by(self, actor: Actor) -> Occasion:
        return scene.by(actor, self.now, self.calendar)

    def attempt(self, act) -> bool:
        """Whether it happened; a refusal leaves no trace."""
        before = deepcopy(vars(self.case))
        self.before = deepcopy(self.case)
        try:
            act(self.case)
        except CaseError:
            assert vars(self.case) == before
            return False
        return True

    def must_handle(self, actor: Actor) -> None:
        assert actor.officer_id in self.before.holders
        assert actor.officer_id not in self.out | {"named", "kin"}

    def must_answer_for(self, organ_id: str, actor: Actor) -> None:
        assert actor.organ_id == organ_id
        assert "lead" in actor.roles
        assert actor.officer_id not in self.had_it | self.out | {"named", "kin"}

    def paper(self) -> tuple[AttachmentRef, ...]:
        """One that showed nothing yet."""
        self.papers += 1
        return scene.papers(f"{self.papers:064d}"[-1:]) if self.papers < 10 else (
            replace(scene.PAPERS[0], sha256=f"{self.papers:064d}"),)

    def note_entries(self) -> None:
        """Who entered what since."""
        for each in self.case.entries:
            self.entered.setdefault(each.number, each.entered_by)

    @rule(actor=handling, unsigned=st.booleans(), papers=on_paper, before=st.integers(0, 3))
    def it_is_served_elsewhere(self, actor: Actor, unsigned: bool, papers: bool, before: int) -> None:
        day, paper = self.now.date() - timedelta(days=before), self.paper() if papers else ()
        if self.attempt(lambda case: case.record_service(day, unsigned, paper, self.by(actor))):
            self.must_handle(actor)
            self.note_entries()
            assert papers
            put_on = self.case.addressed[-1].at.date()
            assert day > put_on or (day == put_on and not unsigned)
            assert self.case.addressed == self.before.addressed, "nobody is reached by one person's word"

    @rule(actor=entering, number=st.integers(1, 4))
    def somebody_confirms_an_entry(self, actor: Actor, number: int) -> None:
        if self.attempt(lambda case: case.confirm_entry(number, self.by(actor))):
            assert self.entered[number] != actor.officer_id
            assert actor.officer_id not in self.out | {"named", "kin"}
            self.had_it.add(actor.officer_id)
            self.own_word.add(number)
            self.confirmed.add(number)
            entry = next(each for each in self.case.entries if each.number == number)
            if entry.what is Entered.SERVICE:
                self.it_has_reached_them(entry.place)

    def it_has_reached_them(self, place: int) -> None:
        """All up to this place."""
        new = [number for number, each in enumerate(self.before.addressed, 1)
               if number <= place and each.read_at is None]
        if not new:
            return
        kinds = {self.before.addressed[number - 1].about for number in new}
        last = max((number for number, each in enumerate(self.before.addressed, 1)
                    if each.about is Address.ASKED), default=0)
        self.reachable = self.reachable or max(new) >= last
        if self.before.found_at is None and self.before.hearings and self.before.hearings[-1].unheard and (
                self.before.hearings[-1].read_at is None):
            self.closed[-1] = False     # they can be heard after all
        if Address.DRAFT in kinds and self.before.state is State.DRAFT:
            self.draft_read = self.now
        found = max((number for number, each in enumerate(self.before.addressed, 1)
                     if each.about is Address.FOUND), default=0)
        if self.before.found_at and found in new:
            self.read_on = self.now.date()
        self.own_word |= {each.number for each in self.before.entries if each.place in new}
