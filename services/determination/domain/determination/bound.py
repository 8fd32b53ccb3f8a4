"""A case is bound by what was found for its subject before: in itself, and in others on the same act."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.determination import (
    APPLIES_NOT,
    Act,
    Consent,
    DecisionTerms,
    Evidence,
    Outcome,
    Statement,
    Subject,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from rongcuo.texts.folding import seen_as
from services.determination.domain.determination.facts import Facts
from services.determination.domain.determination.floor import ELSEWHERE, UNNAMED, Floor, Reached, is_named
from services.determination.domain.determination.moves import Verb
from services.determination.domain.determination.severity import Said

OUTCOMES = frozenset(outcome.value for outcome in Outcome)


class About(Protocol):
    """Whose act it is, and which: of a case, or of what is to become one."""

    @property
    def subject(self) -> Subject: ...

    @property
    def act(self) -> Act: ...

    @property
    def clue_number(self) -> str: ...


@dataclass(kw_only=True)
class Bound(Facts):
    """`beside`: the floors that other cases on the same act set; `speaking`: who sits on a panel of which one
    has spoken. They are looked up whenever they count, and kept nowhere."""

    beside: tuple[Floor, ...] = field(default=(), compare=False)
    speaking: frozenset[str] = field(default=frozenset(), compare=False)

    def look_beside(self, others: Iterable["Bound"]) -> None:
        """Take in what other cases have found about the same act of the same person."""
        self.beside = tuple(replace(floor, code=ELSEWHERE, evidence=0) for each in others
                            if each.id != self.id and self.is_about(each) for floor in each.floors_told)

    def heed_result(self, meeting_id: str, found: str, item: str, voters: frozenset[str],
                    occasion: Occasion) -> None:
        """The votes on an outcome, or on an `item` of the negative list, are open. An item that applies, and
        what has no majority, were not found for anybody."""
        if meeting_id == self.on_agenda and (found == APPLIES_NOT if item else found in OUTCOMES):
            self._reach(meeting_id, found, item, voters, occasion)

    def heed_votes_begun_anew(self, meeting_id: str, still: Collection[str]) -> None:
        """The meeting votes anew: somebody was recused, or ballots were changed since they were opened. What
        stands is on the items `still` open, "" for the outcome."""
        self.reached = tuple(
            replace(each, anew=each.anew or (each.meeting_id == meeting_id and each.item not in still))
            for each in self.reached)

    def recuse(self, officer: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        """Whose vote is open and counts, is barred on a ground that the law names, and not on another."""
        self.require(Verb.RECUSE, occasion)
        if ground is RecusalGround.OTHER:
            self.require_uncounted(officer.officer_id)
        super().recuse(officer, ground, reason, occasion)

    def require_uncounted(self, officer_id: str) -> None:
        """No vote is taken away by what one person wills: `determination.vote_counted`."""
        if officer_id in self.counted:
            raise CaseError("determination.vote_counted", details={"officer_id": officer_id})

    @property
    def counted(self) -> frozenset[str]:
        """Whose votes are open and stand, before there is a decision; of an appeal, who hears it, once one of
        them has spoken."""
        if self.state is not State.MEETING:
            return self.speaking
        signed = frozenset() if self.recused_voters else self.voters
        return signed.union(*(each.voters for each in self.standing_votes))

    @property
    def standing_votes(self) -> tuple[Reached, ...]:
        """What was found at the meeting before which the case is, in a round that counts, and has all its
        voters still."""
        return tuple(each for each in self.reached if self.on_agenda and not each.anew
                     and each.meeting_id == self.on_agenda and not each.voters & self.recused)

    @property
    def outcome_stands(self) -> bool:
        """Whether the votes on an outcome are open, and wait to be signed."""
        return any(not each.item for each in self.standing_votes)

    @property
    def revoked_here(self) -> bool:
        """Whether the organ that has it now has revoked a decision in it."""
        return Verb.REVOKE in {entry.what for entry in self._since(Verb.HAND_UP)}

    @property
    def floors(self) -> tuple[Floor, ...]:
        """What nothing that is decided now may be heavier than, but for new evidence."""
        return (*self._own_floors, *self.beside)

    @property
    def floors_told(self) -> tuple[Floor, ...]:
        """What binds other cases: the decision that holds, or what is left of those before it."""
        holding = self.current
        return (Floor.of_decision(holding, self.number, self.evidence),) if holding else self._own_floors

    @property
    def resolved_too_heavy(self) -> bool:
        """Whether to carry out the meeting's outcome would pass a floor, and nothing new allows it."""
        return bool(self.resolved) and any(
            floor.is_passed_by(Outcome(self.resolved), self._held_against) and not self.new_since(floor)
            for floor in self.floors)

    def new_since(self, floor: Floor) -> tuple[Evidence, ...]:
        """The evidence that came after it, was shown to the subject, and answered by them."""
        answered = _answered(self._heard).count(Verb.ADD_EVIDENCE)
        return tuple(item for item in self.evidence[floor.evidence:answered] if floor.is_new(item))

    def is_about(self, other: About) -> bool:
        """The days overlap, and the words (whatever stands between them) or the clue are the same. Of two
        accounts that are called alike, each is somebody else."""
        same = _bare(self.act.what) == _bare(other.act.what) or (
            bool(self.clue_number) and self.clue_number == other.clue_number)
        return same and self.is_near(other)

    def is_near(self, other: About) -> bool:
        """Of the same person, on days that overlap."""
        accounts = {self.subject.officer_id, other.subject.officer_id} - {""}
        overlap = self.act.since <= other.act.until and other.act.since <= self.act.until
        return len(accounts) < 2 and overlap

    @property
    def _own_floors(self) -> tuple[Floor, ...]:
        """What was revoked, and what meetings found; what holds is changed by other steps."""
        if self.current:
            return ()
        reached = tuple(Floor.of_votes(each, self.number, self.evidence) for each in self.reached)
        if not self.decisions:
            return reached
        since = [entry.what for entry in self._since(Verb.REVOKE)].count(Verb.ADD_EVIDENCE)
        before = self.evidence[:len(self.evidence) - since]
        return (Floor.of_decision(self.decisions[-1], self.number, before), *reached)

    @property
    def _heard(self) -> tuple[str, ...]:
        """What happened, but for words of the subject's that others wrote down without any paper, or that are
        not there: nobody answers for them."""
        said = iter(self.statements)
        return tuple(entry.what for entry in self.history
                     if entry.what != Verb.RECORD_STATEMENT or _is_their_word(next(said, None)))

    @property
    def _held_against(self) -> frozenset[str]:
        return frozenset((*self.hits, *self.applying))

    def _require_within_floors(self, outcome: Outcome, terms: DecisionTerms, consent: Consent | None,
                               occasion: Occasion) -> None:
        """New evidence allows what is heavier only where the reasons name it."""
        for floor in self.floors:
            new = self.new_since(floor)
            if not any(is_named(item, terms.reasons) for item in new):
                floor.require_no_heavier(Said(outcome, terms), self._held_against, consent,
                                         UNNAMED if new else floor.code, occasion)

    def _reach(self, meeting_id: str, found: str, item: str, voters: frozenset[str],
               occasion: Occasion) -> None:
        reached = Reached(meeting_id=meeting_id, found=found, item=item, voters=voters,
                          evidence=len(self.evidence), at=occasion.now)
        known = {(each.meeting_id, each.found, each.item, each.voters) for each in self.reached
                 if not each.anew}
        if (meeting_id, found, item, voters) not in known:
            self.reached += (reached,)

    def _require_eligible(self, officer: OfficerView, occasion: Occasion) -> None:
        super()._require_eligible(officer, occasion)
        self.require_uncounted(officer.officer_id)

    def _since(self, what: str) -> tuple[HistoryEntry, ...]:
        """What happened since `what` happened last."""
        later = tuple(takewhile(lambda entry: entry.what != what, reversed(self.history)))
        return later[::-1]


def _answered(whats: tuple[str, ...]) -> tuple[str, ...]:
    """Those before the facts that the subject was shown last and answered."""
    for awaited in (Verb.RECORD_STATEMENT, Verb.WRITE_FACTS_MATERIAL):
        whats = whats[:len(whats) - 1 - whats[::-1].index(awaited)] if awaited in whats else ()
    return whats


def _is_their_word(statement: Statement | None) -> bool:
    return statement is not None and (bool(statement.attachments) or not statement.taken_by)


def _bare(words: str) -> str:
    """Folded, without punctuation."""
    return "".join(filter(str.isalnum, seen_as(words)))
