"""Who wants what is routine once a day, and what waits for that."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select

from services.notify.domain.delivery import Delivery
from services.notify.domain.digest import Digest
from services.notify.storage.posts import THE_LAST, PostRows
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

KEPT = (
    select(messages.c.id, messages.c.recipient_id.label("of"), apart.c.who)
    .join(matters, matters.c.id == messages.c.matter_id).join(apart, apart.c.matter_id == matters.c.id)
    .where(messages.c.id.in_(bindparam("these", expanding=True)), ~apart.c.hears, ~THE_LAST,
           apart.c.who.in_(bindparam("keys", expanding=True)),
           matters.c.filer_id != messages.c.recipient_id))


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

    def kept_from_recipients(self, deliveries: Collection[Delivery]) -> set[str]:
        people = self.officers({each.recipient_id for each in deliveries})
        keys = {officer.id: officer.keys for officer in people.values()}
        known = {"these": [each.message_id for each in deliveries],
                 "keys": sorted(frozenset().union(*keys.values()))}
        kept = {row.id for row in self._session.execute(KEPT, known) if row.who in keys.get(row.of, ())}
        return {each.id for each in deliveries if each.message_id in kept}

    def told_within(self, first_ids: Iterable[str]) -> list[Delivery]:
        firsts = set(first_ids)
        inside = select(deliveries).where(TOLD_WITHIN, deliveries.c.within.in_(firsts),
                                          deliveries.c.id.not_in(firsts))
        return self._taken(inside.order_by(deliveries.c.id))

    def _taken(self, wanted: Select[Any]) -> list[Delivery]:
        return [self._delivery(row) for row in self._session.execute(wanted.with_for_update())]
