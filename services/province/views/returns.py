"""Monthly returns, and where they say otherwise than what was told matter by matter."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from rongcuo.casework.figures import of_one
from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.insight import Code
from rongcuo.contracts.province import Differing, ReturnsQuery, ReturnsView, ReturnView
from services.province import access
from services.province.storage import ProvinceStorage
from services.province.storage import tables as t


def returns(context: ExecutionContext[ProvinceStorage], query: ReturnsQuery) -> ReturnsView:
    """Both numbers of what differs, as far as each may be told. Raises `forbidden`."""
    seen = context.actor.division_code
    access.require_above(context.actor, seen)
    r, n = t.returns.c, t.nodes.c
    with context.reading() as store:
        rows = store.session.execute(select(t.returns).where(
            r.period == query.period, at_or_below(r.organ_id, seen)).order_by(r.organ_id, r.revision)).all()
        nodes = store.session.scalars(select(n.code).where(
            n.revoked_at.is_(None), at_or_below(n.code, seen)).order_by(n.code)).all()
    latest = {row.organ_id: row.revision for row in rows}
    there = {row.node for row in rows}
    return ReturnsView(returns=tuple(_view(row, latest) for row in rows),
                       missing=tuple(code for code in nodes if code not in there))


def _view(row: Any, latest: dict[str, int]) -> ReturnView:
    return ReturnView(
        organ_id=row.organ_id, period=row.period, revision=row.revision, reason=row.reason,
        checksum=row.checksum, submitted_at=row.submitted_at, latest=latest[row.organ_id] == row.revision,
        rows=tuple(_told((code, period, amount, amount)) for code, period, amount, _ in row.rows),
        differing=tuple(map(_told, row.differing)))


def _told(line: Sequence[Any]) -> Differing:
    code, period, returned, counted = line
    return Differing(code=Code(code), period=period, returned=of_one(returned).shown,
                     counted=of_one(counted).shown)
