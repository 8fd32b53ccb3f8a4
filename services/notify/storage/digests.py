"""Who wants what is routine once a day, and what waits for that."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from services.notify.domain.delivery import Delivery
from services.notify.domain.digest import Digest
from services.notify.domain.directory import Officer
from services.notify.storage.posts import PostRows
from services.notify.storage.rows import digest_of, digest_row
from services.notify.storage.tables import (
    FOR_THE_DIGEST,
    TOLD_WITHIN,
    apart,
    deliveries,
    digests,
    matters,
    messages,
)


class DigestRows(PostRows):
    """One session's digests."""

    def digest(self, officer_id: str) -> Digest:
        theirs = select(digests).where(digests.c.id == officer_id)
        row = self._session.execute(theirs.with_for_update()).first()
        if row is None:
            return Digest(officer_id)
        self._rows.remember(digests, digest_row(digest_of(row)))
        return digest_of(row)

    def wants_digest(self, officer_id: str) -> bool:
        return bool(self._session.scalar(select(digests.c.daily).where(digests.c.id == officer_id)))

    def claim_digests(self, now: datetime, limit: int) -> tuple[Digest, ...]:
        due = select(digests).where(digests.c.due_at <= now).order_by(digests.c.due_at).limit(limit)
        found = [digest_of(row) for row in self._session.execute(due.with_for_update(skip_locked=True))]
        for digest in found:
            self._rows.remember(digests, digest_row(digest))
        return tuple(found)

    def for_the_digest(self, officer_id: str, limit: int) -> list[Delivery]:
        waiting = select(deliveries).where(FOR_THE_DIGEST, deliveries.c.recipient_id == officer_id)
        return self._taken(waiting.order_by(deliveries.c.id).limit(limit))

    def kept_from(self, officer: Officer, matter_ids: Iterable[str]) -> set[str]:
        kept = (select(matters.c.id).join(apart, apart.c.matter_id == matters.c.id)
                .where(matters.c.id.in_(set(matter_ids)), apart.c.who.in_(sorted(officer.keys)),
                       ~apart.c.hears, matters.c.filer_id != officer.id))
        return set(self._session.scalars(kept))

    def told_within(self, first_ids: Iterable[str]) -> list[Delivery]:
        firsts = set(first_ids)
        inside = select(deliveries).where(TOLD_WITHIN, deliveries.c.within.in_(firsts),
                                          deliveries.c.id.not_in(firsts))
        return self._taken(inside.order_by(deliveries.c.id))

    def subjects_within(self, first_ids: Iterable[str]) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._session.execute(
                select(deliveries.c.within, messages.c.subject).join(messages)
                .where(TOLD_WITHIN, deliveries.c.within.in_(set(first_ids)))
                .order_by(messages.c.at, messages.c.id)):
            found[row.within].append(row.subject)
        return dict(found)

    def _taken(self, wanted: Select[Any]) -> list[Delivery]:
        return [self._delivery(row) for row in self._session.execute(wanted.with_for_update())]
