"""The case before a joint meeting: what it asks, whom it bars, and what the members resolved."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.casework.case import given
from rongcuo.casework.gaps import require_none
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.determination import (
    APPLIES,
    APPLIES_NOT,
    NO_MAJORITY,
    NegativeAnswer,
    Outcome,
    Overturned,
    Question,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.units import unit_key
from rongcuo.policy.pack import Barred
from services.determination.domain.determination.bound import Bound
from services.determination.domain.determination.moves import Verb
from services.determination.domain.questions import AgendaQuestion

CONVENE = "convene"   # what the meeting is, the case is asked before it


@dataclass(kw_only=True)
class BeforeMeeting(Bound):
    """What a meeting and its cases have to say to each other. Both are committed together."""

    @property
    def unassessed(self) -> dict[str, int]:
        """The sets for which assessors are missing, with how many the pack asks for."""
        return {name: wanted for name, wanted in self.yardstick.wanted.items()
                if self._assessors(name) < wanted}

    @property
    def awaits_meeting(self) -> bool:
        """It is to come before a meeting, and before none yet."""
        return self.state is State.MEETING and not self.resolved and not self.on_agenda

    def require_for_meeting(self, occasion: Occasion) -> None:
        """Reported, fully assessed, before no other meeting, no recusal asked for:
        `determination.not_ready_for_meeting`, `determination.recusal_unanswered`."""
        missing = self.unassessed
        if missing or not (self.report and self.awaits_meeting):
            raise CaseError("determination.not_ready_for_meeting", details={
                "case_id": self.id, "state": self.state.value, "assessors_missing": missing,
                "on_agenda": self.on_agenda, "resolved": self.resolved})
        self.require_recusals_answered()
        require_none(self.missing(CONVENE, occasion), occasion)

    def questions(self) -> tuple[AgendaQuestion, ...]:
        """Each disputed item of the negative list, then the outcome."""
        disputed = (AgendaQuestion(Question.NEGATIVE_ITEM, (APPLIES, APPLIES_NOT), item,
                                   self.yardstick.negative_items[item]) for item in self._disputed())
        return (*disputed, AgendaQuestion(Question.OUTCOME, self.yardstick.outcomes))

    def bars(self, officer_id: str, units: frozenset[str]) -> RecusalGround | None:
        """Why somebody has no vote on this case; None for whoever is free."""
        if self.is_subject(officer_id):
            return RecusalGround.SELF
        recused = (recusal.ground for recusal in self.recusals if recusal.officer_id == officer_id)
        if ground := next(recused, None):
            return ground
        if unit_key(self.subject.unit) in units:
            return RecusalGround.INTEREST
        return RecusalGround.OTHER if officer_id and officer_id in self._barred_by_rule() else None

    def recuse(self, officer: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        """While an appeal is open, who had a hand in the case steps back, and pushes nobody aside."""
        if self.open_appeal and officer.officer_id != occasion.actor.officer_id:
            self.require_no_hand(occasion.actor.officer_id)
        super().recuse(officer, ground, reason, occasion)

    def recuse_member(self, member: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        """Who takes no part in it at a meeting is barred for good, unless they were before."""
        if member.officer_id not in self.recused:
            self.recuse(member, ground, reason, occasion)

    def put_on_agenda(self, meeting_id: str, occasion: Occasion,
                      members: frozenset[str] = frozenset()) -> None:
        """A meeting was convened about it. Its `members` may read the case from now on."""
        self._note_acknowledged(CONVENE, occasion)
        self.on_agenda = meeting_id
        self.meeting_ids = (*self.meeting_ids, meeting_id)
        self.readers |= members
        self.at_meetings |= {occasion.actor.officer_id}
        self._note("put_on_agenda", occasion)
        self._tell("put_on_agenda", occasion)

    def admit(self, meeting_id: str, members: frozenset[str], occasion: Occasion) -> None:
        """Substitutes were called to the meeting before which it is. They may read the case from now on."""
        if self.on_agenda == meeting_id:
            self.readers |= members
            self.at_meetings |= {occasion.actor.officer_id}

    def take_off_agenda(self, meeting_id: str, occasion: Occasion) -> None:
        """The meeting was cancelled, or found no majority. Another one may take the case up."""
        if self.on_agenda == meeting_id:
            self.on_agenda = ""
            self._note("take_off_agenda", occasion)
            self._tell("take_off_agenda", occasion)

    def resolve(self, meeting_id: str, outcome: str, negative_results: Mapping[str, bool],
                voters: frozenset[str], occasion: Occasion,
                signers: frozenset[str] = frozenset()) -> None:
        """The members signed what they found. An item that applies denies tolerance, whatever else was said.

        Without a majority nothing is resolved, and the case waits for another meeting.
        """
        self.require(Verb.RESOLVE, occasion)
        if meeting_id != self.on_agenda:
            raise CaseError("determination.not_on_agenda", details={"meeting_id": meeting_id})
        for voter in voters:
            self.require_free(voter, frozenset())
        self.ever_voted, self.at_meetings = self.ever_voted | voters, self.at_meetings | signers
        applying = tuple(item for item, applies in negative_results.items() if applies)
        asked = not set(self._disputed()) - negative_results.keys()
        if not applying and (outcome == NO_MAJORITY or not asked):
            return self.take_off_agenda(meeting_id, occasion)
        self.resolved = (Outcome.DENIED if applying else Outcome(outcome)).value
        self.applying, self.voters, self.on_agenda = applying, voters, ""
        self._reach(meeting_id, self.resolved, "", voters, occasion)
        self._turn(Verb.RESOLVE, occasion)
        return self._tell(Verb.RESOLVE, occasion)

    @property
    def standing_items(self) -> tuple[str, ...]:
        """Items of the negative list that apply: hit, or found so by the meeting, and not overturned."""
        overturned = {each.item for each in self.current.overturned} if self.current else set()
        return tuple(sorted({*self.hits, *self.applying} - overturned))

    def require_gate(self, outcome: Outcome, overturned: tuple[Overturned, ...] = ()) -> None:
        """No outcome but denial while an item stands; a panel says of each why it does not apply."""
        for each in overturned:
            given(each.reason, Reader.SUBJECT)
        standing = set(self.standing_items) - {each.item for each in overturned}
        if standing and outcome is not Outcome.DENIED:
            raise CaseError("determination.negative_item_stands", details={"items": sorted(standing)})

    def _disputed(self) -> tuple[str, ...]:
        return tuple(item for item, found in self.negative_findings.items()
                     if found.answer is NegativeAnswer.DISPUTED)

    def _assessors(self, criteria_set: str) -> int:
        """Assessments of officers who have been recused since do not count."""
        return sum(1 for each in self.assessments
                   if each.criteria_set == criteria_set and each.assessor_id not in self.recused)

    def _barred_by_rule(self) -> frozenset[str]:
        barred = {Barred.CLUE_HANDLER.value: self.clue_handlers, Barred.TEAM.value: self.ever_held}
        return frozenset[str]().union(*(barred[who] for who in self.yardstick.barred))
