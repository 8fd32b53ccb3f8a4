"""The check of an accepted filing, where a report may be about the same matter (报备核查): its facts, and the
verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final, Self

from rongcuo.casework.apart import apart_of, keys_of, name_keys, officer_keys, unit_names_keys
from rongcuo.casework.case import Case, given
from rongcuo.casework.guards import actor_has_no_part, actor_holds_the_case, actor_not_recused_yet
from rongcuo.casework.holding import Holding, at_work, next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import organs_above
from rongcuo.casework.recusal import Parties
from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import ShieldJudged
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.ledger import LedgerProof
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import (
    FilingCheckEnded,
    FilingCheckMoved,
    FilingCheckOpened,
    FilingFault,
    HeldBy,
)
from rongcuo.contracts.review import FilingCheckState as State
from rongcuo.policy import provenance
from rongcuo.policy.clock import DeadlineClock, Limit, LimitUnit
from services.review.domain.case import ReviewCase

KIND, TITLE = "filing_check", "报备核查件"     # in tasks and notices: neither what was filed, nor by whom
STAGE = "filing_check"
LIMIT = Limit(15, LimitUnit.WORKDAYS, provenance.Source("示例", provenance.Standing.ILLUSTRATIVE))


class CheckVerb(StrEnum):
    """What happens to a check. Those of every case keep their codes."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    CONCLUDE = "conclude"
    HAND_UP = "hand_up"        # nobody is left here
    POST_ENDED = "post_ended"  # of somebody who held it
    SET_ASIDE = "set_aside"    # it is not the same matter after all


STAYING = (CheckVerb.ASSIGN, CheckVerb.RECUSE, CheckVerb.HAND_UP, CheckVerb.POST_ENDED)
TRANSITIONS: Final = Transitions(
    {**{(State.OPEN, verb): State.OPEN for verb in STAYING},
     (State.OPEN, CheckVerb.CONCLUDE): State.CONCLUDED, (State.OPEN, CheckVerb.SET_ASIDE): State.SET_ASIDE},
    "review.move_not_allowed",
    {CheckVerb.ASSIGN: (actor_has_no_part,), CheckVerb.RECUSE: (actor_not_recused_yet,),
     CheckVerb.CONCLUDE: (actor_has_no_part, actor_holds_the_case)})
HELD: Final[Mapping[State, Holding]] = {
    State.OPEN: at_work, State.CONCLUDED: HeldBy.NOBODY, State.SET_ASIDE: HeldBy.NOBODY}


@dataclass(kw_only=True)
class FilingCheck(Case):
    """Of the report that asks for it, only `report_id` is known, and whom it is kept from: those and the
    filer are `officers_apart`, everybody of their units (`units_apart`), and whoever is known by one of
    `keys_apart`, also by name alone and later (`casework/apart.py`)."""

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = frozenset({State.CONCLUDED, State.SET_ASIDE})
    party: ClassVar = Reader.ORGAN

    report_id: str
    filing_id: str
    filing_number: str
    digest: str
    submitted_at: datetime
    proof: LedgerProof | None
    officers_apart: frozenset[str]
    units_apart: frozenset[str]
    state: State = State.OPEN
    stage: str = STAGE
    faults: tuple[FilingFault, ...] = ()
    words: str = ""
    decided_at: datetime | None = None

    @classmethod
    def open(cls, check_id: str, number: str, judged: ShieldJudged, filed: ReviewCase,
             occasion: Occasion) -> Self:
        """By itself, once somebody has said that it is the same matter. `filed`: the review of the filing."""
        asks, clock = judged.standing, DeadlineClock(occasion.now, LIMIT)
        due = occasion.due(clock)
        check = cls(
            id=check_id, number=number, title=TITLE, organ_id=asks.organ_id,
            division_code=asks.division_code, pack_id=asks.pack_id, report_id=asks.matter_id,
            filing_id=judged.filing_id, filing_number=judged.filing_number, digest=judged.digest,
            submitted_at=judged.submitted_at, proof=judged.proof,
            officers_apart=frozenset({*asks.apart, *asks.parties, filed.filer_id}),
            units_apart=frozenset({*asks.units_apart, filed.unit}) - {""},
            keys_apart=apart_of(asks) | name_keys(filed.filer_name),
            clock=clock, opened_at=occasion.now, since=occasion.now, due_at=due.at,
            provisional=due.provisional, edition=due.edition)
        check.note("open", occasion)
        check.record(FilingCheckOpened(standing=check.standing, filing_id=check.filing_id, at=occasion.now))
        return check

    @property
    def parties(self) -> Parties:
        """Whom it is kept from."""
        return Parties.of(self.officers_apart, self.units_apart)

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of everybody for whom it is not there."""
        return (self.keys_apart | officer_keys(*self.officers_apart) | keys_of(*self.recusals)
                | unit_names_keys(*self.units_apart))

    @property
    def held_without_lead(self) -> bool:
        return True

    @property
    def standing(self) -> Standing:
        """Where it stands, as its events tell it."""
        apart = self.officers_apart | self.recused
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            holders=next_to_act(self), parties=tuple(sorted(self.officers_apart)), apart=tuple(sorted(apart)),
            units_apart=tuple(sorted(self.units_apart)), keys_apart=tuple(sorted(self.kept_from)),
            provisional=self.provisional, suspended=self.clock.suspended, ended=self.ended,
            due_at=self.due_at)

    def judged_again(self, judged: ShieldJudged, occasion: Occasion) -> None:
        """The same report judges the filing anew. A proof that was not there yet, is."""
        if self.ended:
            return None
        if not judged.same_matter:
            return self.set_aside(occasion)
        self.proof = self.proof or judged.proof
        return self.heed(judged.standing, occasion)

    def heed(self, asks: Standing, occasion: Occasion) -> None:
        """Whom the report is kept from by now; never fewer than before. Who held it holds it no longer. It is
        where the report is: what went up, is not checked by those whom it left."""
        if not self.ended and asks.organ_id in organs_above(self.organ_id):
            self.organ_id, self.assignee = asks.organ_id, None
            self.note(CheckVerb.HAND_UP, occasion)
            self.tell(CheckVerb.HAND_UP, occasion)
        self.keep_from(apart_of(asks) | officer_keys(*asks.parties), occasion)

    def conclude(self, faults: tuple[FilingFault, ...], words: str, occasion: Occasion) -> None:
        """The faults that were found; without any the filing holds, which exempts nobody yet."""
        self.require(CheckVerb.CONCLUDE, occasion)
        why = given(words, Reader.ORGAN)
        self._end(CheckVerb.CONCLUDE, occasion, why)
        self.faults, self.words = tuple(dict.fromkeys(faults)), why
        self._tell_end(occasion)

    def set_aside(self, occasion: Occasion) -> None:
        """Nobody says any more that it is the same matter, or the report is not this organ's any more."""
        if self.transitions.allow(self.state, CheckVerb.SET_ASIDE):
            self._end(CheckVerb.SET_ASIDE, occasion)
            self._tell_end(occasion)

    def tell(self, what: str, occasion: Occasion, note: str = "", *concerns: str) -> None:  # noqa: ARG002
        """The words of a step are for those who see the check."""
        self.record(FilingCheckMoved(
            standing=self.standing, what=str(what), concerns=concerns, at=occasion.now))

    def _may_judge(self, officer: OfficerView) -> bool:
        return super()._may_judge(officer) and not self.is_apart(officer)

    def _require_eligible(self, officer: OfficerView, occasion: Occasion) -> None:
        super()._require_eligible(officer, occasion)
        if self.is_apart(officer):
            raise CaseError("review.recused", details={"officer_id": officer.officer_id})

    def _end(self, verb: CheckVerb, occasion: Occasion, note: str = "") -> None:
        clock = self.clock.stop(occasion.now)
        self.late = self.late or occasion.is_late(clock)
        self.turn(verb, occasion, note, clock)
        self.decided_at = occasion.now

    def _tell_end(self, occasion: Occasion) -> None:
        self.record(FilingCheckEnded(
            standing=self.standing, report_id=self.report_id, filing_id=self.filing_id, faults=self.faults,
            set_aside=self.state is State.SET_ASIDE, at=occasion.now))
