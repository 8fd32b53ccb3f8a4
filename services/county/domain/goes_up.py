"""What leaves a node: one table of the kinds, each with its contract. Nothing else does, and of reports and
reporters nothing at all: the kinds of events that are counted (casework.counting) have none of theirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from rongcuo.casework.apart import apart_of
from rongcuo.casework.counting import Count, Matter
from rongcuo.casework.counting.matter import organ_of
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import Event
from rongcuo.contracts.province.line import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalWithdrawn,
    MatterCount,
    MatterCounted,
    MonthlyReturn,
    SheetTaken,
    Up,
    Witness,
)

GOES_UP: Final[Mapping[Up, type[Any]]] = {
    Up.MATTER: MatterCounted, Up.WITNESS: Witness, Up.RETURN: MonthlyReturn,
    Up.APPROVAL_ASKED: ApprovalAsked, Up.APPROVAL_WITHDRAWN: ApprovalWithdrawn,
    Up.APPROVAL_GIVEN: ApprovalAnswered, Up.PACK_TAKEN: SheetTaken}


@dataclass(kw_only=True)
class MatterGoingUp:
    """A matter as it is counted, and what goes with that: `version` counts the changes of what counts for
    everybody. `stage`, `apart`: as it was last told of; they stay here."""

    matter: Matter
    version: int = 0
    organ_id: str = ""
    case_number: str = ""
    situation: str = ""
    stage: str = ""
    apart: frozenset[str] = frozenset()

    def hear(self, event: Event) -> None:
        """Where it stands now; a version more where what counts for everybody changed."""
        before = self.matter.counted
        self.matter.take(event)
        self._note(event)
        self._count_change(before)

    def count_amounts(self, event: Any, organ_id: str, amounts: Any, day: Any) -> None:
        """What it brought about, as filing knows it now."""
        before = self.matter.counted
        self.matter.amounts(organ_id, amounts, day)
        self._note(event)
        self._count_change(before)

    @property
    def entry(self) -> MatterCounted:
        """As it goes up: whole, in the place of what went before."""
        source, _, matter_id = self.matter.id.partition(":")
        return MatterCounted(
            source=source, matter_id=matter_id, version=self.version, organ_id=self.organ_id,
            case_number=self.case_number, situation=self.situation,
            counts=tuple(map(count_of, self.matter.counted)))

    def _note(self, event: Any) -> None:
        self.organ_id = organ_of(event)
        self.situation = getattr(event, "situation", "") or self.situation
        if isinstance(event, CaseMoved):
            self.case_number, self.stage = event.standing.number, event.standing.stage
            self.apart |= apart_of(event.standing)
        else:
            self.case_number = getattr(event, "number", "") or self.case_number

    def _count_change(self, before: tuple[Count, ...]) -> None:
        if self.matter.counted != before:
            self.version += 1


def count_of(count: Count) -> MatterCount:
    """One of the figures in which a matter counts."""
    return MatterCount(code=count.code, period=count.period, amount=count.number, days=count.days)
