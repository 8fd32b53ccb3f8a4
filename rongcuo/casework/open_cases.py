"""What is open, page by page: what the watchdog asks each service. Ids and states, no content."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Index, Select, String, Table, column, literal, select, tuple_, union_all
from sqlalchemy.orm import Session

from rongcuo.chassis.database.pagination import decode, encode
from rongcuo.chassis.database.statements import among
from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.filing import OpenMatter, OpenMatters, OpenMattersQuery

Kind = Select[tuple[str, str, datetime]]    # id, state, since: of the open ones of one kind of case
ORDER: Final[tuple[ColumnElement[Any], ...]] = (column("since", Moment), column("id", String))


def open_since(of: Table, is_open: ColumnElement[bool] | None = None, since: str = "since") -> None:
    """The index along which the open ones of a table are read, however many are over."""
    where = ~of.c.ended if is_open is None else is_open
    Index(f"{of.name}_open_since", of.c[since], of.c.id, postgresql_where=where, sqlite_where=where)


def open_cases(session: Session, query: OpenMattersQuery, *kinds: Kind) -> OpenMatters:
    """The next ones of all kinds, those longest in their state first; each kind is read along its index."""
    after = decode(query.cursor, ORDER) if query.cursor else ()
    parts = (select(_next(session, kind, query, after).subquery()) for kind in kinds)
    found = union_all(*parts).subquery()
    rows = session.execute(select(found).order_by(found.c.since, found.c.id).limit(query.limit)).all()
    matters = tuple(OpenMatter(matter_id=row.id, state=row.state, since=row.since) for row in rows)
    more = encode([rows[-1].since, rows[-1].id], ORDER) if len(rows) == query.limit else ""
    return OpenMatters(matters=matters, next_cursor=more)


def _next(session: Session, kind: Kind, query: OpenMattersQuery, after: Sequence[Any]) -> Kind:
    key, since = kind.selected_columns.id, kind.selected_columns.since
    if query.since:
        kind = kind.where(since >= query.since)
    if query.until:
        kind = kind.where(since <= query.until)
    if query.matter_ids:
        kind = kind.where(among(session, key, query.matter_ids))
    if after:
        there = tuple_(*(literal(value, of.type) for value, of in zip(after, ORDER, strict=True)))
        kind = kind.where(tuple_(since, key) > there)
    return kind.order_by(since, key).limit(query.limit)
