"""Sessions, links, the addresses that an officer is known at, and alarms."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, Table, delete, insert, select, update
from sqlalchemy.orm import Session as DatabaseSession

from rongcuo.chassis.database.statements import upsert
from rongcuo.contracts.identity import Alarm, LinkPurpose
from services.identity.domain.credentials import Handed, Link, Session
from services.identity.domain.officer import Officer
from services.identity.storage.officers import HELD, OFFICER, officer_of
from services.identity.storage.tables import (
    alarms,
    handed_links,
    known_addresses,
    links,
    officers,
    sessions,
    unsent_forms,
)

MOST_ALARMS = 50


class CredentialRows:
    """One database session's rows."""

    _session: DatabaseSession

    def holder(self, digest: str, now: datetime) -> tuple[Session, Officer] | None:
        alive = (sessions.c.digest == digest) & (sessions.c.expires_at > now) & officers.c.active
        row = self._session.execute(WHOSE_SESSION.where(alive)).mappings().first()
        return (Session(**_part(sessions, row)), officer_of(row)) if row else None

    def sessions_of(self, officer_id: str, now: datetime) -> tuple[Session, ...]:
        here = (sessions.c.officer_id == officer_id) & (sessions.c.expires_at > now)
        rows = self._session.execute(select(sessions).where(here).order_by(sessions.c.last_seen_at.desc()))
        return tuple(Session(**row) for row in rows.mappings())

    def open_session(self, session: Session) -> None:
        self._session.execute(insert(sessions).values(asdict(session)))

    def see_session(self, digest: str, at: datetime) -> None:
        later = (sessions.c.digest == digest) & (sessions.c.last_seen_at < at)
        self._session.execute(update(sessions).where(later).values(last_seen_at=at))

    def close_session(self, digest: str) -> None:
        self._session.execute(delete(sessions).where(sessions.c.digest == digest))

    def close_sessions_of(self, officer_id: str, but: str = "") -> None:
        self._session.execute(delete(sessions).where(
            sessions.c.officer_id == officer_id, sessions.c.digest != but))

    def known_at(self, officer_id: str, address: str) -> bool:
        here = (known_addresses.c.officer_id == officer_id) & (known_addresses.c.address == address)
        return self._session.execute(select(known_addresses.c.address).where(here)).first() is not None

    def know_at(self, officer_id: str, address: str, at: datetime) -> None:
        upsert(self._session, known_addresses,      # also where they sign in twice at the same moment
                {"officer_id": officer_id, "address": address, "seen_at": at})

    def put_link(self, link: Link) -> None:
        upsert(self._session, links, asdict(link) | {"purpose": link.purpose.value})

    def drop_link(self, officer_id: str) -> None:
        self._session.execute(delete(links).where(links.c.officer_id == officer_id))

    def has_link(self, officer_id: str, now: datetime) -> bool:
        alive = (links.c.officer_id == officer_id) & (links.c.expires_at > now)
        return self._session.execute(select(links.c.officer_id).where(alive)).first() is not None

    def link(self, digest: str, now: datetime) -> tuple[Link, Officer] | None:
        alive = (links.c.digest == digest) & (links.c.expires_at > now)
        return self._linked(WHOSE_LINK.where(alive, officers.c.active))

    def link_to_mail(self, now: datetime) -> tuple[Link, Officer] | None:
        due = (links.c.mail_at <= now) & (links.c.expires_at > now) & officers.c.active
        return self._linked(
            WHOSE_LINK.where(due).order_by(links.c.mail_at).limit(1)
            .with_for_update(of=[links, officers], skip_locked=True))

    def hand_over(self, digest: str, officer_id: str, by: str, at: datetime) -> None:
        self._session.execute(insert(handed_links).values(
            digest=digest, officer_id=officer_id, by=by, issued_at=at, address="", told=False))

    def use_handed(self, digest: str, at: datetime, address: str) -> Handed | None:
        here = handed_links.c.digest == digest
        self._session.execute(update(handed_links).where(here).values(used_at=at, address=address))
        return next(iter(self._handed(here)), None)

    def handed_to(self, officer_id: str) -> tuple[Handed, ...]:
        used = (handed_links.c.officer_id == officer_id) & handed_links.c.used_at.is_not(None)
        return self._handed(used)

    def tell_of_handed(self, officer_id: str) -> bool:
        untold = ((handed_links.c.officer_id == officer_id) & handed_links.c.used_at.is_not(None)
                  & ~handed_links.c.told)
        changed = self._session.execute(update(handed_links).where(untold).values(told=True))
        return bool(changed.rowcount)  # type: ignore[attr-defined]

    def raise_alarm(self, kind: str, subject: str, at: datetime) -> None:
        self._session.execute(insert(alarms).values(kind=kind, subject=subject, at=at))

    def alarms(self) -> tuple[Alarm, ...]:
        rows = self._session.execute(select(alarms).order_by(alarms.c.at.desc(), alarms.c.id.desc())
                                     .limit(MOST_ALARMS))
        return tuple(Alarm(kind=row.kind, subject=row.subject, at=row.at) for row in rows)

    def sweep(self, now: datetime, unseen_since: datetime, unknown_since: datetime,
              unsent_since: datetime) -> None:
        self._session.execute(delete(sessions).where(
            (sessions.c.expires_at <= now) | (sessions.c.last_seen_at <= unseen_since)))
        self._session.execute(delete(links).where(links.c.expires_at <= now))
        self._session.execute(delete(handed_links).where(handed_links.c.issued_at <= unknown_since))
        self._session.execute(delete(known_addresses).where(known_addresses.c.seen_at <= unknown_since))
        self._session.execute(delete(unsent_forms).where(unsent_forms.c.kept_at <= unsent_since))

    def _linked(self, query: Select[Any]) -> tuple[Link, Officer] | None:
        row = self._session.execute(query).mappings().first()
        if row is None:
            return None
        link = _part(links, row)
        return Link(**link | {"purpose": LinkPurpose(link["purpose"])}), officer_of(row)

    def _handed(self, here: ColumnElement[bool]) -> tuple[Handed, ...]:
        rows = self._session.execute(HANDED.where(here).order_by(handed_links.c.used_at.desc()))
        return tuple(Handed(**row) for row in rows.mappings())


def _whose(table: Table) -> Select[Any]:
    """Rows of an officer's, each beside the officer."""
    beside = (column.label(f"{table.name}_{column.name}") for column in table.c)
    return select(*OFFICER, *beside).select_from(HELD.join(table, table.c.officer_id == officers.c.id))


def _part(table: Table, row: RowMapping) -> dict[str, Any]:
    return {column.name: row[f"{table.name}_{column.name}"] for column in table.c}


WHOSE_SESSION, WHOSE_LINK = _whose(sessions), _whose(links)
HANDED = select(*(handed_links.c[each.name] for each in fields(Handed)))
