"""What the review of a filing knows of itself, beside what every matter knows."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Person
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import DeadlineMoved
from rongcuo.contracts.review import ReviewState as State
from rongcuo.contracts.units import unit_key
from rongcuo.policy.clock import Clock
from rongcuo.policy.pack import Stage
from rongcuo.texts.naming import names
from services.review.domain.moves import ENDED, MOVES
from services.review.domain.stages import PRELIMINARY_REVIEW


@dataclass(kw_only=True)
class Course(Case):
    """The facts of a case. `id` is the filing's; `unit` the filer's unit.

    `named`: officers of whom the filer says that they have a part, `named_in_words`: of whom by name only.
    That bars nobody: the organ confirms it by recusing them, or not by giving them the case, which makes them
    `cleared`.
    """

    moves: ClassVar = MOVES
    endings: ClassVar = ENDED
    party: ClassVar = Reader.FILER

    situation: str
    colour: str
    unit: str
    filer_id: str
    filer_name: str
    named: frozenset[str] = frozenset()
    named_in_words: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()
    state: State = State.PRELIMINARY_REVIEW
    stage: str = PRELIMINARY_REVIEW
    supplements: int = 0
    supplement_clock: Clock | None = None
    opinion: str = ""
    reasons: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    refusers: frozenset[str] = frozenset()   # who refused it, or held it then: they don't look at it again
    objection: str = ""                      # why the filer does not take the refusal

    @property
    def awaits_supplement(self) -> bool:
        """The filer has to act."""
        return self.state is State.AWAITING_SUPPLEMENT

    @property
    def running_clock(self) -> Clock:
        """The filer's while a supplement is awaited, otherwise the stage's."""
        return self.supplement_clock if self.awaits_supplement and self.supplement_clock else self.clock

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        """The filer, or someone of the filer's unit."""
        return officer_id == self.filer_id or unit_key(self.unit) in units

    def is_named(self, officer: Person) -> bool:
        """Whether the filer says it of them: by their id, or by what they are called."""
        return officer.officer_id in self.named or any(
            names(words, officer.name) for words in self.named_in_words)

    def doubts(self, officer: Person) -> bool:
        """Named by the filer, and the organ has not said yet what of it."""
        return officer.officer_id not in self.cleared | self.recused and self.is_named(officer)

    @property
    def in_doubt(self) -> frozenset[str]:
        """Those whom the case knows: named by id, or at work on it. A name alone may be of nobody here."""
        at_work = (*self.team, *filter(None, [self.assignee]))
        known = self.named | {each.officer_id for each in at_work if self.is_named(each)}
        return known - self.cleared - self.recused

    def _clear(self, *officers: Person) -> None:
        self.cleared |= {each.officer_id for each in officers if self.is_named(each)}

    def require_fresh(self, officer_id: str) -> None:
        """Had no hand in the refusal to which the filer objected; otherwise `review.refused_before`."""
        if self.objection and officer_id in self.refusers:
            raise CaseError("review.refused_before", details={"officer_id": officer_id})

    @property
    def judges_wanted(self) -> int:
        return LEAST_TEAM if self.state is State.VERIFICATION else 1

    @property
    def held_without_lead(self) -> bool:
        return self.state is not State.VERIFICATION

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.stage(self.stage)

    def _tell_move(self, former: datetime, reason: str, _: Occasion) -> None:
        self.record(DeadlineMoved(
            case_id=self.id, organ_id=self.organ_id, assignee_id=self.assignee_id, reason=reason,
            due_at=self.due_at, former_due_at=former, provisional=self.provisional))
