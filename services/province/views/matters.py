"""Summaries of matters, for supervisors at or above their division; the ledger says who read them."""

from typing import Any

from sqlalchemy import select

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import MatterQuery, MattersView, MatterView, OutliersQuery
from services.province import access
from services.province.domain.matter import key_of
from services.province.storage import ProvinceStorage
from services.province.storage import tables as t

MOST = 200


def matter(context: ExecutionContext[ProvinceStorage], query: MatterQuery) -> MatterView:
    """Raises `not_found`, also for whoever may not see it."""
    m = t.matters.c
    key = key_of(query.source, query.matter_id)
    with context.reading() as store:
        row = store.session.execute(select(t.matters).where(m.node == query.node, m.id == key)).one_or_none()
        also = store.session.scalars(select(m.node).where(
            m.case_number == row.case_number, m.case_number != "", m.node != row.node).distinct()
            .order_by(m.node)).all() if row else ()
    try:
        if row is not None:
            access.require_above(context.actor, row.organ_id)
    except CaseError:
        row = None
    if row is None:
        raise CaseError("not_found")
    context.audit_read("matter_read", f"{row.node}:{row.id}"[:128])
    return _view(row, tuple(also))


def outliers(context: ExecutionContext[ProvinceStorage], query: OutliersQuery) -> MattersView:
    """Those of one place that ended so, by their numbers."""
    access.require_above(context.actor, query.organ_id)
    m = t.matters.c
    with context.reading() as store:
        rows = store.session.execute(select(t.matters).where(
            m.year == str(query.year), m.situation == query.situation, m.organ_id == query.organ_id,
            m.outcome == query.outcome.value, m.outcome != "",
        ).order_by(m.case_number, m.node, m.id).limit(MOST)).all()
    context.audit_read("outliers_read", query.organ_id, situation=query.situation,
                       outcome=query.outcome.value)
    return MattersView(matters=tuple(_view(row) for row in rows))


def _view(row: Any, also_at: tuple[str, ...] = ()) -> MatterView:
    source, _, matter_id = row.id.partition(":")
    return MatterView(
        node=row.node, source=source, matter_id=matter_id, organ_id=row.organ_id, case_number=row.case_number,
        situation=row.situation, outcome=row.outcome, year=row.year,
        codes=tuple(dict.fromkeys(code for code, *_ in row.counts)), also_at=also_at)
