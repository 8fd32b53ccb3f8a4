"""月报: the figures of a month, frozen when they are submitted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from rongcuo.casework.counting.returned import checksum_of, statement_of
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.insight import MONTHLY
from rongcuo.contracts.province.line import MatterCount, MonthlyReturn


@dataclass(kw_only=True)
class Return(Aggregate):
    """What was submitted is never changed: a correction is the next revision. `refused_code`: why the hub did
    not take it."""

    id: str
    organ_id: str
    period: str
    number: int
    reason: str
    rows: tuple[MatterCount, ...]
    checksum: str
    signature: str
    submitted_by: str
    submitted_by_name: str
    submitted_at: datetime
    sent: bool = False
    refused_code: str = ""

    @classmethod
    def submit(cls, period: str, reason: str, rows: tuple[MatterCount, ...], before: int, actor: Actor,
               now: datetime) -> Self:
        """`before`: how many revisions of this month there are. Raises `county.reason_wanted` for a
        correction that does not say why."""
        if before and not reason.strip():
            raise CaseError("county.reason_wanted")
        return cls(id=id_of(actor.organ_id, period, before + 1), organ_id=actor.organ_id, period=period,
                   number=before + 1, reason=reason, rows=rows, checksum=checksum_of(rows), signature="",
                   submitted_by=actor.officer_id, submitted_by_name=actor.name, submitted_at=now)

    @property
    def statement(self) -> str:
        """What the node's key signs."""
        return statement_of(self.organ_id, self.period, self.number, self.checksum)

    @property
    def entry(self) -> MonthlyReturn:
        """As it goes up."""
        return MonthlyReturn(
            organ_id=self.organ_id, period=self.period, revision=self.number, reason=self.reason,
            rows=self.rows, checksum=self.checksum, signature=self.signature, submitted_at=self.submitted_at)

    def arrived(self) -> None:
        """The hub has it."""
        if not self.sent:
            self.sent = True
            self.edits += 1

    def refuse(self, code: str) -> None:
        """The hub did not take it, and why."""
        self.refused_code = code
        self.edits += 1


def id_of(organ_id: str, period: str, number: int) -> str:
    """One of each organ, month and revision."""
    return f"{organ_id}:{period}:{number}"


def rows_of(counted: Iterable[MatterCount], period: str) -> tuple[MatterCount, ...]:
    """Those of the month, and of the year so far where a figure is of years; in one order."""
    year = period[:4]
    return tuple(sorted((row for row in counted
                         if row.period == (period if row.code in MONTHLY else year)),
                        key=lambda row: (row.code, row.period)))
