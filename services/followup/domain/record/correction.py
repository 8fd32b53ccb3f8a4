"""申请更正: the person says that an entry of their record is wrong, and whoever has the fact answers, with a
reason. The fact itself is put right where it is kept, by its own steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final, Self

from rongcuo.casework.apart import name_keys, officer_keys, unit_names_keys
from rongcuo.casework.case import Case, given
from rongcuo.casework.guards import actor_has_no_part
from rongcuo.casework.holding import Holding, next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Parties
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.followup import (
    CorrectionAnswer,
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionMoved,
    FactKind,
    RecordRemark,
)
from rongcuo.contracts.followup import CorrectionState as State
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import HeldBy
from rongcuo.policy.clock import DeadlineClock

KIND: Final = "correction"
TITLE: Final = "申请更正履职记录"     # in tasks and notices: neither whose, nor of what


class CorrectionVerb(StrEnum):
    """What happens to it. That another organ answers is nobody's verb: it follows where nobody is left."""

    ANSWER = "answer"
    HAND_UP = "hand_up"


TABLE: Mapping[tuple[State, CorrectionVerb], State] = {
    (State.ASKED, CorrectionVerb.ANSWER): State.ANSWERED,
    (State.ASKED, CorrectionVerb.HAND_UP): State.ASKED,
}
GUARDS: Mapping[CorrectionVerb, tuple[Guard, ...]] = {
    CorrectionVerb.ANSWER: (actor_has_no_part,),
    CorrectionVerb.HAND_UP: (),
}
ENDED: Final = frozenset({State.ANSWERED})
TRANSITIONS: Final = Transitions(TABLE, "followup.correction_answered", GUARDS)
HELD: Final[Mapping[State, Holding]] = {State.ASKED: HeldBy.DECISION, State.ANSWERED: HeldBy.NOBODY}


@dataclass(frozen=True, slots=True)
class Said:
    """A remark, and in whose record it stands."""

    id: str
    person_id: str
    remark: RecordRemark


@dataclass(kw_only=True)
class Correction(Case):
    """`about`: the number of the matter that the entry is of. `units`: what the person's unit is and was
    called."""

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.SUBJECT

    person_id: str
    person_name: str
    unit: str
    units: tuple[str, ...] = ()
    kind: FactKind
    matter_id: str
    about: str
    words: str
    state: State = State.ASKED
    stage: str = State.ASKED.value
    answer: CorrectionAnswer | None = None
    decided_at: datetime | None = None

    @classmethod
    def ask(cls, case_id: str, number: str, person: OfficerView, fact: tuple[FactKind, str, str],
            organ_id: str, division_code: str, words: str, occasion: Occasion,
            keys_apart: frozenset[str] = frozenset()) -> Self:
        """Of an entry: its kind, the id and the number of its matter. `keys_apart`: of whoever that matter is
        kept from."""
        kind, matter_id, about = fact
        clock = DeadlineClock(occasion.now, occasion.pack.followup.correction_answered_within)
        asked = cls(
            id=case_id, number=number, title=TITLE, organ_id=organ_id, division_code=division_code,
            pack_id=occasion.pack.id, clock=clock, opened_at=occasion.now, since=occasion.now,
            due_at=occasion.now, person_id=person.officer_id, person_name=person.name, unit=person.unit,
            units=tuple(sorted({person.unit, *person.unit_names} - {""})), kind=kind, matter_id=matter_id,
            about=about, words=given(words, Reader.ORGAN_OF_FACT), keys_apart=keys_apart)
        asked._derive_due(occasion)
        asked.note("open", occasion)
        asked.record(CorrectionAsked(standing=asked.standing(), fact=kind, fact_id=matter_id,
                                     at=occasion.now))
        return asked

    @property
    def parties(self) -> Parties:
        """Whose record it is: nobody of their unit answers."""
        return Parties.of({self.person_id}, set(self.units))

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of those for whom it is not there, but for the person themselves: also of whomever the
        matter is kept from, now or later."""
        of_person = officer_keys(self.person_id) | name_keys(self.person_name)
        return super().kept_from | of_person | unit_names_keys(*self.units)

    def reply(self, corrected: bool, reason: str, occasion: Occasion) -> None:
        """Whichever way, with the reason."""
        self.require(CorrectionVerb.ANSWER, occasion)
        why = given(reason, Reader.SUBJECT)
        self.late = occasion.is_late(self.clock)
        self.answer = CorrectionAnswer(corrected=corrected, reason=why, by_id=occasion.actor.officer_id,
                                       by_name=occasion.actor.name, at=occasion.now)
        self.decided_at = occasion.now
        self.turn(CorrectionVerb.ANSWER, occasion)
        self.record(CorrectionAnswered(standing=self.standing(), corrected=corrected, at=occasion.now))

    def standing(self) -> Standing:
        """A task of the leads of the organ that has the fact."""
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            subject_id=self.person_id, holders=next_to_act(self), parties=(self.person_id,),
            apart=(self.person_id,), keys_apart=tuple(sorted(self.kept_from)), provisional=self.provisional,
            ended=self.ended, due_at=self.due_at)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(CorrectionMoved(standing=self.standing(), what=str(what), concerns=concerns,
                                    actor_id=occasion.actor.officer_id, at=occasion.now))

    def _enter(self, state: State, occasion: Occasion) -> None:
        super()._enter(state, occasion)
        self.stage = state.value
