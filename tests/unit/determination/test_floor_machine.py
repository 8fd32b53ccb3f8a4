"""Two cases on one act, and everything by which somebody could unmake what a meeting has found: whatever is
tried in whatever order, nobody decides anything heavier than what was found before. The machine keeps its own
book of that."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import DeterminationState, NegativeAnswer, Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Determination
from services.determination.domain.determination.assessment import unassessed
from services.determination.domain.determination.earlier_findings import standing_votes
from services.determination.domain.determination.severity import MILDEST_FIRST
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import DENIAL, LEAD, SUBJECT, TERMS, WANG, ZHAO
from tests.unit.review.scene import holder, view

cases = st.integers(0, 1)
outcomes = st.sampled_from(Outcome)
MANY = tuple(scene.here(f"voter{number}", unit=f"单位{number}") for number in range(9))
voters = st.sampled_from(MANY)


class FloorMachine(RuleBasedStateMachine):
    """`found`: what was found, of which case, and how much new evidence the two cases had then."""

    @initialize()
    def open(self) -> None:
        self.cases: list[Determination] = [
            replace(scene.before_meeting(), id=f"d{number}", number=str(number)) for number in range(2)]
        self.now, self.meetings = scene.NOW, 0
        self.new = [0, 0]
        self.found: list[tuple[int, Outcome, tuple[int, int]]] = []
        self.open_votes: dict[int, frozenset[str]] = {}

    def by(self, actor: Actor) -> Any:
        return scene.by(actor, self.now)

    def attempt(self, number: int, act: Any) -> bool:
        kept = deepcopy(self.cases[number])
        self.cases[number].look_beside(self.cases)
        try:
            act(self.cases[number])
        except CaseError:
            self.cases[number] = kept
            return False
        return True

    def note(self, number: int, outcome: Outcome) -> None:
        self.found.append((number, outcome, (self.new[0], self.new[1])))

    @rule(number=cases, outcome=outcomes)
    def votes_are_opened(self, number: int, outcome: Outcome) -> None:
        case = self.cases[number]
        if not case.on_agenda:
            return
        present = frozenset(each.officer_id for each in MANY) - case.recused
        case.heed_result(case.on_agenda, outcome.value, "", present, self.by(SYSTEM))
        self.open_votes[number] = present
        self.note(number, outcome)

    @rule(number=cases, outcome=outcomes, opened=st.booleans())
    def the_minutes_are_signed(self, number: int, outcome: Outcome, opened: bool) -> None:
        """What was voted on, or, after a vote that began anew, something else."""
        present = frozenset(each.officer_id for each in MANY) - self.cases[number].recused
        if opened:
            self.votes_are_opened(number, outcome)
        if self.attempt(number, lambda case: case.resolve(
                case.on_agenda or "none", outcome.value, {}, present, self.by(SYSTEM))):
            self.open_votes[number] = present
            self.note(number, outcome)

    @rule(number=cases)
    def a_meeting_is_convened(self, number: int) -> None:
        self.meetings += 1

        def act(case: Determination) -> None:
            case.require_for_meeting(self.by(LEAD))
            case.put_on_agenda(f"m{self.meetings}", self.by(LEAD))
        self.attempt(number, act)

    @rule(number=cases)
    def the_meeting_is_called_off(self, number: int) -> None:
        """As the meeting allows it: once no vote counts any more."""
        case = self.cases[number]
        if case.on_agenda and not standing_votes(case):
            case.take_off_agenda(case.on_agenda, self.by(LEAD))
            self.open_votes.pop(number, None)

    @rule(number=cases, voter=voters, ground=st.sampled_from(RecusalGround), own=st.booleans())
    def a_voter_is_recused(self, number: int, voter: Actor, ground: RecusalGround, own: bool) -> None:
        if len(self.cases[number].recused) > 3:
            return
        counted = self.open_votes.get(number, frozenset())
        actor = voter if own else LEAD
        if self.attempt(number, lambda case: case.recuse(holder(voter), ground, "理由", self.by(actor))):
            assert ground is not RecusalGround.OTHER or voter.officer_id not in counted
            if voter.officer_id in counted:
                self.open_votes[number] = frozenset()

    @rule(number=cases, voter=voters)
    def a_voter_is_given_the_case(self, number: int, voter: Actor) -> None:
        counted = self.open_votes.get(number, frozenset())
        officer = replace(view(WANG), officer_id=voter.officer_id)
        if self.attempt(number, lambda case: case.assign(officer, self.by(LEAD))):
            assert voter.officer_id not in counted

    @rule(number=cases)
    def a_lead_returns_it(self, number: int) -> None:
        counted = self.open_votes.get(number, frozenset())
        resolved = self.cases[number].resolved
        heavy = bool(resolved) and self.passes(number, Outcome(resolved))
        if self.attempt(number, lambda case: case.send_back("再查", self.by(LEAD))):
            assert not counted or heavy
            self.open_votes.pop(number, None)

    @rule(number=cases)
    def it_is_handed_up(self, number: int) -> None:
        def act(case: Determination) -> None:
            case.hand_up("请上级办理", self.by(LEAD))
            if case.on_agenda:
                case.take_off_agenda(case.on_agenda, self.by(LEAD))
        if not self.cases[number].open_appeal and self.attempt(number, act):
            self.cases[number].organ_id = scene.ORGAN       # the people of one organ play both
            if not self.cases[number].resolved:
                self.open_votes.pop(number, None)

    @rule(number=cases, new=st.booleans(), answered=st.booleans())
    def evidence_is_added(self, number: int, new: bool, answered: bool) -> None:
        self.now += timedelta(hours=1)
        case = self.cases[number]
        if case.state is not DeterminationState.VERIFICATION or not case.team:
            return
        obtained = self.now.date() if new else None
        file = replace(scene.FILE, sha256=f"{int(self.now.timestamp()):064x}")
        case.add_evidence(f"e{case.version}", replace(
            scene.EVIDENCE, title="银行流水", obtained_on=obtained, attachments=(file,)), self.by(WANG))
        if answered:
            case.write_facts_material("事实", "意见", self.by(WANG))
            case.record_statement("无异议", (), self.by(SUBJECT))
        self.new[number] += new and answered

    @rule(number=cases, hit=st.booleans(), named=st.booleans())
    def a_report_is_written(self, number: int, hit: bool, named: bool) -> None:
        if self.cases[number].state is not DeterminationState.VERIFICATION:
            return
        if not self.cases[number].team:
            self.cases[number].form_team((view(WANG), view(ZHAO)), self.by(LEAD))
        terms = replace(DENIAL, reasons="《银行流水》表明谋取私利") if named else DENIAL

        def act(case: Determination) -> None:
            scene.clear_list(case, private_gain=NegativeAnswer.HIT if hit else NegativeAnswer.CLEAR)
            for criteria_set in unassessed(case):
                for assessor in (WANG, scene.QIAN):
                    case.assess(criteria_set, scene.answers_to(case, criteria_set), self.by(assessor))
            case.write_report("查明", terms if hit else None, self.by(WANG))
        if self.attempt(number, act) and self.cases[number].current:
            self.decided(number, Outcome.DENIED, named)

    @rule(number=cases, named=st.booleans())
    def it_is_decided(self, number: int, named: bool) -> None:
        if not self.cases[number].resolved:
            return
        outcome = Outcome(self.cases[number].resolved)
        terms = replace(TERMS, reasons="《银行流水》表明谋取私利") if named else TERMS
        if self.attempt(number, lambda case: case.make(outcome, terms, self.by(WANG))):
            self.decided(number, outcome, named)

    @rule(number=cases, first=outcomes, later=outcomes, voter=voters, named=st.booleans(),
          how=st.sampled_from(("recused", "handed up", "revoked")))
    def what_was_found_is_unmade_and_decided_by_others(
            self, number: int, first: Outcome, later: Outcome, voter: Actor, named: bool, how: str) -> None:
        """The way of whoever wants something else, step by step; each step may be refused."""
        self._meet(number, first)
        if how == "recused":
            self.a_voter_is_recused(number, voter, RecusalGround.INTEREST, False)
        elif how == "handed up":
            self.it_is_handed_up(number)
        else:
            self.it_is_decided(number, named)
            self.it_is_revoked(number)
        self.a_lead_returns_it(number)
        self._meet(number, later)
        self.it_is_decided(number, named)

    def _meet(self, number: int, outcome: Outcome) -> None:
        self.a_report_is_written(number, False, False)
        self.a_meeting_is_convened(number)
        self.the_minutes_are_signed(number, outcome, False)

    @rule(number=cases)
    def it_is_revoked(self, number: int) -> None:
        if self.attempt(number, lambda case: case.revoke("重来", self.by(LEAD))):
            self.open_votes.pop(number, None)

    def decided(self, number: int, outcome: Outcome, named: bool) -> None:
        """What was found before binds, but for new evidence in the case that is named."""
        assert not self.passes(number, outcome, named)
        held = self.cases[1 - number].current
        assert held is None or rank(outcome) <= rank(held.outcome)
        self.found = [each for each in self.found if each[0] != number]     # that decision stands for it now
        self.note(number, outcome)
        self.open_votes.pop(number, None)

    def passes(self, number: int, outcome: Outcome, named: bool = False) -> bool:
        return any(rank(outcome) > rank(former) and not (named and self.new[number] > new[number])
                   for _, former, new in self.found)


def rank(outcome: Outcome) -> int:
    return MILDEST_FIRST.index(outcome)


FloorMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25)
TestFloorMachine = FloorMachine.TestCase
