"""Messages, their deliveries, and the directory of officers."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, desc, func, or_, select, true

from rongcuo.casework.apart import known_by
from rongcuo.casework.lists import MOST_COUNTED, counted_up
from rongcuo.chassis.database.pagination import page
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import DeliveryState, InboxQuery
from services.notify.domain.delivery import Delivery, Outgoing
from services.notify.domain.directory import Officer, in_person, on_post
from services.notify.domain.notifications import OF_A_RECUSAL, Message, name_of
from services.notify.ports import Sent
from services.notify.storage.rows import (
    delivery_of,
    delivery_row,
    message_of,
    message_row,
    officer_of,
    officer_row,
)
from services.notify.storage.session import InSession
from services.notify.storage.tables import (
    IN_HAND,
    WAITING,
    apart,
    deliveries,
    digests,
    matters,
    messages,
    officers,
)

TOLD = select(messages.c.occasion, messages.c.recipient_id).where(
    messages.c.occasion.in_(bindparam("keys", expanding=True)))
NAMED = officers.c.id.in_(bindparam("named", expanding=True))
THERE = and_(officers.c.organ_id.in_(bindparam("organs", expanding=True)), officers.c.active)
REACHED = (select(officers, digests.c.daily).outerjoin(digests, digests.c.id == officers.c.id)
           .where(or_(NAMED, THERE)).order_by(officers.c.id))
HERE = select(deliveries).where(deliveries.c.channel == bindparam("on"))
DUE = HERE.where(WAITING, deliveries.c.next_at <= bindparam("until")).order_by(
    deliveries.c.next_at, deliveries.c.id)
LOST = HERE.where(IN_HAND, deliveries.c.since <= bindparam("until")).order_by(
    deliveries.c.since, deliveries.c.id)
WITH_MATTER = select(messages, matters.c.content).join(matters, matters.c.id == messages.c.matter_id)
WITH_ADDRESS = (
    select(messages, officers.c.name, officers.c.email,
           func.coalesce(officers.c.division_code, matters.c.division_code).label("place"))
    .outerjoin(officers, officers.c.id == messages.c.recipient_id)
    .join(matters, matters.c.id == messages.c.matter_id)
    .where(messages.c.id.in_(bindparam("these", expanding=True))))
OF_STATE = {each.value: deliveries.c.state == bindparam(each.name, each.value, literal_execute=True)
            for each in DeliveryState}
THE_LAST = or_(*(messages.c.occasion.endswith(f"/{name}", autoescape=True) for name in sorted(OF_A_RECUSAL)))


class PostRows(InSession):
    """One session's messages and deliveries."""

    def message(self, message_id: str, recipient: Actor) -> Message:
        here = WITH_MATTER.where(messages.c.id == message_id, _still_of(recipient))
        message = message_of(self._locked(here))
        self._rows.remember(messages, message_row(message))
        return message

    def delivery(self, delivery_id: str) -> Delivery:
        return self._delivery(self._locked(select(deliveries).where(deliveries.c.id == delivery_id)))

    def deliveries(self, ids: Iterable[str]) -> dict[str, Delivery]:
        wanted = select(deliveries).where(deliveries.c.id.in_(ids)).order_by(deliveries.c.id)
        return {row.id: self._delivery(row) for row in self._session.execute(wanted.with_for_update())}

    def put_officer(self, officer: Officer) -> None:
        self._people.clear()
        self._asked.clear()
        self.officers((officer.id,))
        self._rows.write(officers, officer_row(officer))

    def _locked(self, query: Select[Any]) -> Row[Any]:
        row = self._session.execute(query.with_for_update()).first()
        if row is None:
            raise CaseError("not_found")
        return row

    def _delivery(self, row: Row[Any]) -> Delivery:
        delivery = delivery_of(row)
        self._rows.remember(deliveries, delivery_row(delivery))
        return delivery

    def told(self, keys: Iterable[str]) -> set[tuple[str, str]]:
        rows = self._session.execute(TOLD, {"keys": list(keys)})
        return {(row.occasion, row.recipient_id) for row in rows}

    def officers(self, ids: Iterable[str]) -> dict[str, Officer]:
        rows = self._session.execute(select(officers).where(officers.c.id.in_(set(ids)))).all()
        found = {row.id: officer_of(row) for row in rows}
        for officer in found.values():
            self._rows.remember(officers, officer_row(officer))
        return found

    def reached_by(self, holders: Iterable[str]) -> tuple[Officer, ...]:
        wanted = frozenset(holders)
        named, posts = in_person(wanted), on_post(wanted)
        self._ask_for(named - self._people.keys(), {organ_id for organ_id, _ in posts})
        return tuple(officer for _, officer in sorted(self._people.items())
                     if officer.id in named or officer.has_post(posts))

    def in_post(self, organ_id: str) -> tuple[Officer, ...]:
        here = select(officers).where(officers.c.organ_id == organ_id, officers.c.active)
        found = self._session.execute(here.order_by(officers.c.id).with_for_update()).all()
        return tuple(map(officer_of, found))

    def organ_unasked(self) -> str:
        wanted = select(officers.c.organ_id).where(officers.c.active, ~officers.c.asked).limit(1)
        return self._session.scalar(wanted) or ""

    def _ask_for(self, named: set[str], organs: set[str]) -> None:
        """Whoever works in these organs, and these officers; each is asked for once."""
        organs -= self._asked
        named -= self._asked
        if named or organs:
            named, organs = named | self._named_soon, organs | self._organs_soon
            self._named_soon, self._organs_soon = set(), set()
            wanted = {"organs": list(organs), "named": list(named)}
            rows = self._rows.session(officers).execute(REACHED, wanted)
            self._people |= {officer.id: officer for officer in map(officer_of, rows)}
            self._asked |= named | organs

    def claim_deliveries(self, channel: str, now: datetime, unanswered_since: datetime, limit: int,
                         but: Collection[str]) -> Sequence[Delivery]:
        claimed: list[Delivery] = []
        for query, until in ((LOST, unanswered_since), (DUE, now)):
            if but:
                query = query.where(deliveries.c.recipient_id.not_in(_mailed_at(but)))
            if room := limit - len(claimed):
                rows = self._session.execute(query.limit(room).with_for_update(skip_locked=True),
                                             {"on": channel, "until": until})
                claimed += map(self._delivery, rows)
        return claimed

    def outgoing(self, deliveries: Iterable[Delivery]) -> dict[str, Outgoing]:
        by_message = {delivery.message_id: delivery.id for delivery in deliveries}
        rows = self._session.execute(WITH_ADDRESS, {"these": list(by_message)}) if by_message else ()
        return {by_message[row.id]: Outgoing(by_message[row.id], row.place, row.name or "", row.email or "",
                                             row.subject, row.body, row.at) for row in rows}

    def inbox_page(self, recipient: Actor, query: InboxQuery) -> tuple[list[Message], str]:
        wanted = WITH_MATTER.where(_still_of(recipient))
        wanted = wanted.where(messages.c.read_at.is_(None)) if query.unread_only else wanted
        keys = (desc(messages.c.at), desc(messages.c.id))
        found = page(self._session, wanted, keys, query.cursor, query.limit)
        return [message_of(row) for row in found.rows], found.cursor or ""

    def unread(self, recipient: Actor) -> int:
        here = WITH_MATTER.where(_still_of(recipient), messages.c.read_at.is_(None)).limit(MOST_COUNTED)
        counted = select(func.count()).select_from(here.with_only_columns(messages.c.id).subquery())
        return self._session.scalar(counted) or 0

    def deliveries_of(self, matter_id: str) -> list[Sent]:
        rows = self._session.execute(
            select(deliveries, messages.c.subject, messages.c.occasion).join(messages)
            .where(deliveries.c.matter_id == matter_id)
            .order_by(messages.c.at, messages.c.id, deliveries.c.channel))
        return [Sent(delivery_of(row), name_of(row.occasion), row.subject) for row in rows]

    def deliveries_in(self, state: DeliveryState, limit: int) -> list[Sent]:
        rows = self._session.execute(
            select(deliveries, messages.c.occasion).join(messages).where(
                deliveries.c.state == bindparam("state", state.value, literal_execute=True))
            .order_by(messages.c.at.desc(), deliveries.c.id).limit(limit))
        return [Sent(delivery_of(row), name_of(row.occasion)) for row in rows]

    def delivery_counts(self) -> dict[str, int]:
        return counted_up(self._session, deliveries.c.id, true(), OF_STATE)


def _mailed_at(servers: Iterable[str]) -> Select[Any]:
    """Officers with an address there."""
    address = func.lower(officers.c.email)
    return select(officers.c.id).where(or_(*(address.endswith(f"@{each}", autoescape=True)
                                             for each in sorted(servers))))


def _still_of(recipient: Actor) -> ColumnElement[bool]:
    """Their messages; of matters that are kept from them since, the last alone, or what is their own."""
    away = select(apart.c.matter_id).where(apart.c.who.in_(sorted(known_by(recipient))), ~apart.c.hears)
    return and_(messages.c.recipient_id == recipient.officer_id, or_(
        messages.c.matter_id.not_in(away), matters.c.filer_id == recipient.officer_id, THE_LAST))
