"""Everything that is open, page by page: what the watchdog asks each service. Ids and states, no content."""

from datetime import datetime

from sqlalchemy import Select, select, union_all
from sqlalchemy.orm import Session

from rongcuo.contracts.filing import OpenMatter, OpenMatters, OpenMattersQuery

Kind = Select[tuple[str, str, datetime]]    # id, state, since: of the open ones of one kind of case


def open_cases(session: Session, query: OpenMattersQuery, *kinds: Kind) -> OpenMatters:
    """The next ones of all kinds, by id; each kind is read along its own key."""
    found = union_all(*(select(_next(kind, query).subquery()) for kind in kinds)).subquery()
    wanted = select(found).order_by(found.c.id).limit(query.limit)
    rows = session.execute(wanted).all()
    matters = tuple(OpenMatter(matter_id=row.id, state=row.state, since=row.since) for row in rows)
    return OpenMatters(matters=matters, next_cursor=rows[-1].id if len(rows) == query.limit else "")


def _next(kind: Kind, query: OpenMattersQuery) -> Kind:
    key = kind.selected_columns.id
    return kind.where(key > query.cursor).order_by(key).limit(query.limit)
