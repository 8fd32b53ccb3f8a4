"""Sessions, links, the addresses that an officer is known at, and alarms."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update
from sqlalchemy.orm import Session as DatabaseSession

from rongcuo.chassis.database.statements import upsert
from rongcuo.contracts.identity import Alarm, LinkPurpose
from services.identity.domain import Handed, Link, Officer, Session
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
        row = self._session.execute(
            select(*OFFICER, *(column.label(f"session_{column.name}") for column in sessions.c))
            .select_from(HELD.join(sessions, sessions.c.officer_id == officers.c.id)).where(alive)).first()
        return (_session(row, "session_"), officer_of(row)) if row else None

    def sessions_of(self, officer_id: str, now: datetime) -> tuple[Session, ...]:
        here = (sessions.c.officer_id == officer_id) & (sessions.c.expires_at > now)
        rows = self._session.execute(select(sessions).where(here).order_by(sessions.c.last_seen_at.desc()))
        return tuple(_session(row) for row in rows)

    def open_session(self, session: Session) -> None:
        self._session.execute(insert(sessions).values(
            digest=session.digest, officer_id=session.officer_id, began_at=session.began_at,
            last_seen_at=session.last_seen_at, expires_at=session.expires_at, address=session.address))

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
        upsert(self._session, links, {
            "officer_id": link.officer_id, "purpose": link.purpose.value, "expires_at": link.expires_at,
            "digest": link.digest, "mail_at": link.mail_at, "tries": link.tries})

    def drop_link(self, officer_id: str) -> None:
        self._session.execute(delete(links).where(links.c.officer_id == officer_id))

    def has_link(self, officer_id: str, now: datetime) -> bool:
        alive = (links.c.officer_id == officer_id) & (links.c.expires_at > now)
        return self._session.execute(select(links.c.officer_id).where(alive)).first() is not None

    def link(self, digest: str, now: datetime) -> tuple[Link, Officer] | None:
        alive = (links.c.digest == digest) & (links.c.expires_at > now)
        return self._linked(LINKED.where(alive, officers.c.active))

    def link_to_mail(self, now: datetime) -> tuple[Link, Officer] | None:
        due = (links.c.mail_at <= now) & (links.c.expires_at > now) & officers.c.active
        return self._linked(
            LINKED.where(due).order_by(links.c.mail_at).limit(1)
            .with_for_update(of=[links, officers], skip_locked=True))

    def hand_over(self, digest: str, officer_id: str, by: str, at: datetime) -> None:
        self._session.execute(insert(handed_links).values(
            digest=digest, officer_id=officer_id, by=by, issued_at=at, address="", told=False))

    def use_handed(self, digest: str, at: datetime, address: str) -> Handed | None:
        here = handed_links.c.digest == digest
        self._session.execute(update(handed_links).where(here).values(used_at=at, address=address))
        return next(map(_handed, self._session.execute(select(handed_links).where(here))), None)

    def handed_to(self, officer_id: str) -> tuple[Handed, ...]:
        used = (handed_links.c.officer_id == officer_id) & handed_links.c.used_at.is_not(None)
        rows = self._session.execute(select(handed_links).where(used).order_by(handed_links.c.used_at.desc()))
        return tuple(map(_handed, rows))

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
        row = self._session.execute(query).first()
        if row is None:
            return None
        link = Link(row.id, LinkPurpose(row.link_purpose), row.link_expires_at, row.link_digest,
                    row.link_mail_at, row.link_tries)
        return link, officer_of(row)


LINKED = select(*OFFICER, *(column.label(f"link_{column.name}") for column in links.c)).select_from(
    HELD.join(links, links.c.officer_id == officers.c.id))


def _handed(row: Row[Any]) -> Handed:
    return Handed(row.digest, row.officer_id, row.by, row.used_at, row.address)


def _session(row: Row[Any], prefix: str = "") -> Session:
    names = ("digest", "officer_id", "began_at", "last_seen_at", "expires_at", "address")
    return Session(*(getattr(row, prefix + name) for name in names))
