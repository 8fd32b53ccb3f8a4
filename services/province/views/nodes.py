"""The nodes, for their operator and for supervisors above them."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import (
    AsideView,
    NodeDetail,
    NodeQuery,
    NodesQuery,
    NodesView,
    NodeView,
    WitnessView,
)
from rongcuo.policy.divisions import division
from services.province import access
from services.province.domain import Node
from services.province.storage import ProvinceStorage
from services.province.storage import tables as t

LATEST = 50      # entries kept aside that are shown


def nodes(context: ExecutionContext[ProvinceStorage], query: NodesQuery) -> NodesView:  # noqa: ARG001
    seen = access.require_watching(context.actor)
    with context.reading() as store:
        return NodesView(nodes=tuple(_views(store, at_or_below(t.nodes.c.code, seen), context.now)))


def node(context: ExecutionContext[ProvinceStorage], query: NodeQuery) -> NodeDetail:
    """Raises `not_found` for one that is not below the actor's division."""
    seen = access.require_watching(context.actor)
    a, w = t.asides.c, t.witnesses.c
    with context.reading() as store:
        here = t.nodes.c.code == query.code
        views = _views(store, here & at_or_below(t.nodes.c.code, seen), context.now)
        if not views:
            raise CaseError("not_found")
        found, end = store.node(query.code), store.streams.end(query.code)
        aside = store.session.execute(select(t.asides).where(a.node == query.code).order_by(
            a.epoch.desc(), a.number.desc()).limit(LATEST)).all()
        largest = select(w.origin, func.max(w.size).label("size")).where(
            w.node == query.code).group_by(w.origin).subquery()
        witnessed = store.session.execute(select(t.witnesses).join(
            largest, (w.origin == largest.c.origin) & (w.size == largest.c.size)).where(
                w.node == query.code).order_by(w.origin)).all()
    return NodeDetail(
        node=views[0], epoch=end.their_epoch, received=end.received, key_id=found.key_id,
        registered_at=found.registered_at, revoked_at=found.revoked_at,
        asides=tuple(AsideView(epoch=row.epoch, number=row.number, kind=row.kind, code=row.code, at=row.at)
                     for row in aside),
        witnesses=tuple(WitnessView(origin=row.origin, size=row.size, root=row.root, at=row.at)
                        for row in witnessed))


def _views(store: ProvinceStorage, where: Any, now: datetime) -> list[NodeView]:
    e, a = t.streams.ends.c, t.asides.c
    aside = select(func.count()).where(a.node == t.nodes.c.code).scalar_subquery()
    owed = select(e.given - e.acknowledged).where(e.peer == t.nodes.c.code).scalar_subquery()
    rows = store.session.execute(select(
        t.nodes, aside.label("aside"), owed.label("owed")).where(where).order_by(t.nodes.c.code)).mappings()
    return [_view(dict(row), now) for row in rows]


def _view(row: dict[str, Any], now: datetime) -> NodeView:
    aside, owed = row.pop("aside"), row.pop("owed")
    known = Node(**row)
    return NodeView(
        code=known.code, name=division(known.code).name, state=known.state(now),
        troubles=tuple(each.value for each in known.troubles), seen_at=known.seen_at, lag=known.waiting,
        lag_since=known.waiting_since, owed=owed or 0, version=known.version, packs=tuple(known.packs),
        calendar=known.calendar, clock_s=known.clock_s, says=known.says, aside=aside)
