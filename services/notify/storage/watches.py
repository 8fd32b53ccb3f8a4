"""How far the watchdog has looked, and what it found missing."""

from collections.abc import Iterable, Set
from datetime import datetime

from sqlalchemy import delete, select

from rongcuo.chassis.database.statements import insert_if_absent, upsert
from services.notify.domain.watch import Watch
from services.notify.storage.session import InSession
from services.notify.storage.tables import gaps, tasks, watches


class WatchRows(InSession):
    """One session's looks."""

    def watches(self) -> dict[str, Watch]:
        rows = self._session.execute(select(watches)).all()
        return {row.service: Watch(row.service, row.until, row.cursor) for row in rows}

    def gaps(self) -> frozenset[str]:
        return frozenset(self._session.scalars(select(gaps.c.matter_id)))

    def closed_since(self, at: datetime) -> frozenset[str]:
        return frozenset(self._session.scalars(select(tasks.c.matter_id).where(tasks.c.closed_at >= at)))

    def keep_watch(self, looked: Iterable[Watch], missing: Set[str]) -> None:
        if rows := [{"service": each.service, "until": each.until, "cursor": each.cursor} for each in looked]:
            upsert(self._session, watches, *rows)
        known = self.gaps()
        if over := sorted(known - missing):
            self._session.execute(delete(gaps).where(gaps.c.matter_id.in_(over)))
        if fresh := sorted(missing - known):
            insert_if_absent(self._session, gaps, *({"matter_id": each} for each in fresh))
