"""The repository (ports.Node) on one session."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rongcuo.casework.counting import Count, Matter
from rongcuo.casework.counting.rows import Figures
from rongcuo.casework.repository import RevisedRepository
from rongcuo.chassis.database.statements import advisory_lock, upsert
from rongcuo.contracts.county import ApprovalState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.insight import Code
from rongcuo.contracts.province.line import MatterCount
from services.county.domain import Approval, MatterGoingUp, Return
from services.county.domain.monthly_return import id_of
from services.county.domain.sheet import Sheet
from services.county.storage import mapping
from services.county.storage.metadata import (
    approvals,
    figures,
    ledger_troubles,
    matters,
    returns,
    sheets,
    witnesses,
)
from services.county.storage.streaming import LineStorage

OPEN: Final = (ApprovalState.ASKED.value, ApprovalState.SENT.value)


class CountyStorage(LineStorage):
    """Matters as they are counted, requests, returns, sheets and witnesses."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.figures = Figures(session, figures)
        self.approvals = RevisedRepository[Approval](
            session, approvals, mapping.row_of_approval, mapping.approval_of)
        self.returns = RevisedRepository[Return](session, returns, mapping.row_of_return, mapping.return_of)

    def matter(self, matter_id: str) -> MatterGoingUp:
        self.figures.alone()
        row = self.session.execute(select(matters).where(matters.c.id == matter_id)).mappings().one_or_none()
        return mapping.matter_of(row) if row else MatterGoingUp(matter=Matter(id=matter_id))

    def known_matter(self, matter_id: str) -> MatterGoingUp | None:
        """As it is counted now, for reading."""
        row = self.session.execute(select(matters).where(matters.c.id == matter_id)).mappings().one_or_none()
        return mapping.matter_of(row) if row else None

    def put_matter(self, going: MatterGoingUp, before: Collection[Count]) -> None:
        upsert(self.session, matters, mapping.row_of_matter(going))
        self.figures.move(before, going.matter.counted)

    def every_matter(self, after: str, most: int) -> list[MatterGoingUp]:
        wanted = select(matters).where(matters.c.id > after, matters.c.version > 0)
        rows = self.session.execute(wanted.order_by(matters.c.id).limit(most)).mappings()
        return [mapping.matter_of(row) for row in rows]

    def counted(self, organ_id: str, year: int) -> tuple[MatterCount, ...]:
        periods = (str(year), *(f"{year}-{month:02}" for month in range(1, 13)))
        cells = self.figures.of((organ_id,), periods)
        return tuple(MatterCount(code=Code(code), period=period, amount=cell.number, days=cell.days)
                     for (_, period, code), cell in sorted(cells.items()) if cell.number or cell.days)

    def get(self, aggregate_id: str) -> Approval:
        return self.approvals.get(aggregate_id)

    def known(self, approval_id: str) -> Approval | None:
        try:
            return self.approvals.get(approval_id)
        except CaseError:
            return None

    def due_before(self, day: date, most: int) -> list[str]:
        a = approvals.c
        wanted = select(a.id).where(a.state.in_(OPEN), a.due_on < day).order_by(a.due_on, a.id).limit(most)
        return list(self.session.scalars(wanted))

    def revisions(self, organ_id: str, period: str) -> int:
        advisory_lock(self.session, returns, (organ_id, period))
        wanted = select(func.max(returns.c.number)).where(
            returns.c.organ_id == organ_id, returns.c.period == period)
        return self.session.scalar(wanted) or 0

    def submitted(self, organ_id: str, period: str, number: int) -> Return | None:
        try:
            return self.returns.get(id_of(organ_id, period, number))
        except CaseError:
            return None

    def every_return(self) -> list[Return]:
        return self.returns.all(select(returns).order_by(returns.c.submitted_at, returns.c.id))

    def asked_for(self, case_id: str) -> list[Approval]:
        advisory_lock(self.session, approvals, (case_id,))
        wanted = select(approvals).where(approvals.c.asked_for == case_id)
        return self.approvals.all(wanted.order_by(approvals.c.asking, approvals.c.asked_at))

    def due_from(self, day: date) -> list[Approval]:
        a = approvals.c
        return self.approvals.all(select(approvals).where(a.due_on >= day).order_by(a.id))

    def put(self, aggregate: Aggregate) -> None:
        (self.returns if isinstance(aggregate, Return) else self.approvals).put(aggregate)  # type: ignore[arg-type]

    def sheet(self, name: str) -> Sheet | None:
        row = self.session.execute(select(sheets).where(sheets.c.name == name)).mappings().one_or_none()
        return Sheet(**row) if row else None

    def put_sheet(self, sheet: Sheet) -> None:
        upsert(self.session, sheets, {column.name: getattr(sheet, column.name) for column in sheets.c})

    def put_witness(self, by: str, origin: str, size: int, note: str, keys: Sequence[str],
                    now: datetime) -> None:
        upsert(self.session, witnesses, {
            "by": by, "origin": origin, "size": size, "note": note, "keys": list(keys), "at": now})

    def witnessed(self, by: str) -> dict[str, tuple[int, str, datetime]]:
        w: Any = witnesses.c
        sizes = select(w.origin, func.max(w.size).label("size")).where(w.by == by)
        newest = sizes.group_by(w.origin).subquery()
        wanted = select(w.origin, w.size, w.note, w.at).join(
            newest, (newest.c.origin == w.origin) & (newest.c.size == w.size)).where(w.by == by)
        return {origin: (size, note, at) for origin, size, note, at in self.session.execute(wanted)}

    def every_witness(self) -> list[tuple[str, str, str]]:
        """Whose, of which ledger, and the note; of each ledger by its size."""
        w = witnesses.c
        wanted = select(w.by, w.origin, w.note).order_by(w.by, w.origin, w.size)
        return [(by, origin, note) for by, origin, note in self.session.execute(wanted)]

    def ledger_troubles(self) -> dict[str, str]:
        return {row.origin: row.problem for row in self.session.execute(select(ledger_troubles))}

    def put_ledger_trouble(self, origin: str, problem: str) -> None:
        upsert(self.session, ledger_troubles, {"origin": origin, "problem": problem})
