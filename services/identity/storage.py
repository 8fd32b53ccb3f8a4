"""Where identity keeps officers, sessions and failed attempts."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Index,
    Integer,
    MetaData,
    Row,
    Select,
    String,
    Table,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as DatabaseSession

from rongcuo.chassis.columns import Json, Moment
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.identity.access import Scope, below, scope
from services.identity.domain import Officer, Session

METADATA = MetaData()

officers = Table(
    "officers", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("username", String(64), nullable=False, unique=True),
    Column("name", String(60), nullable=False),
    Column("organ_id", String(64), nullable=False, index=True),
    Column("division_code", String(6), nullable=False),
    Column("unit", String(120), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("content", Json, nullable=False),
)

sessions = Table(
    "sessions", METADATA,
    Column("digest", String(64), primary_key=True),
    Column("officer_id", String(64), nullable=False, index=True),
    Column("expires_at", Moment, nullable=False, index=True),
)

sign_in_failures = Table(
    "sign_in_failures", METADATA,
    Column("id", Integer, primary_key=True),
    Column("attempted", String(64), nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Index("sign_in_failures_attempted", "attempted", "at"),
)


class OfficerStorage:
    """The repository of `ports.Officers`."""

    def __init__(self, session: DatabaseSession) -> None:
        self._session = session

    def get(self, officer_id: str) -> Officer:
        return self._one(select(officers).where(officers.c.id == officer_id).with_for_update())

    def put(self, officer: Officer) -> None:
        before = officer.version - len(officer.happened)
        try:
            if before == 0:
                self._session.execute(insert(officers).values(_row(officer)))
            else:
                self._replace(officer, before)
        except IntegrityError:
            raise CaseError("identity.username_taken") from None

    def _replace(self, officer: Officer, before: int) -> None:
        here = (officers.c.id == officer.id) & (officers.c.version == before)
        changed = self._session.execute(update(officers).where(here).values(_row(officer)))
        if changed.rowcount != 1:  # type: ignore[attr-defined]
            raise CaseError("changed_meanwhile")

    def find(self, username: str) -> Officer | None:
        row = self._session.execute(select(officers).where(officers.c.username == username.lower())).first()
        return _officer(row) if row else None

    def known(self, ids: set[str]) -> set[str]:
        return set(self._session.scalars(select(officers.c.id).where(officers.c.id.in_(ids))))

    def empty(self) -> bool:
        return self._session.execute(select(officers.c.id).limit(1)).first() is None

    def seen(self, actor: Actor, officer_id: str) -> Officer:
        return self._one(select(officers).where(officers.c.id == officer_id, _seen_by(actor)))

    def listed(self, actor: Actor, organ_id: str) -> tuple[Officer, ...]:
        here = (officers.c.organ_id == organ_id) & officers.c.active
        rows = self._session.execute(
            select(officers).where(here, _seen_by(actor)).order_by(officers.c.name, officers.c.id))
        return tuple(_officer(row) for row in rows)

    def holder(self, digest: str, now: datetime) -> Officer | None:
        row = self._session.execute(
            select(officers).join(sessions, sessions.c.officer_id == officers.c.id)
            .where(sessions.c.digest == digest, sessions.c.expires_at > now, officers.c.active)).first()
        return _officer(row) if row else None

    def open_session(self, session: Session) -> None:
        self._session.execute(insert(sessions).values(
            digest=session.digest, officer_id=session.officer_id, expires_at=session.expires_at))

    def close_session(self, digest: str) -> None:
        self._session.execute(delete(sessions).where(sessions.c.digest == digest))

    def close_sessions_of(self, officer_id: str) -> None:
        self._session.execute(delete(sessions).where(sessions.c.officer_id == officer_id))

    def failures(self, key: str, since: datetime) -> int:
        here = (sign_in_failures.c.attempted == key) & (sign_in_failures.c.at > since)
        return self._session.scalar(select(func.count()).select_from(sign_in_failures).where(here)) or 0

    def note_failure(self, key: str, at: datetime) -> None:
        self._session.execute(insert(sign_in_failures).values(attempted=key, at=at))

    def forget_failures(self, key: str) -> None:
        self._session.execute(delete(sign_in_failures).where(sign_in_failures.c.attempted == key))

    def sweep(self, sessions_before: datetime, failures_before: datetime) -> None:
        self._session.execute(delete(sessions).where(sessions.c.expires_at <= sessions_before))
        self._session.execute(delete(sign_in_failures).where(sign_in_failures.c.at <= failures_before))

    def _one(self, query: Select[Any]) -> Officer:
        row = self._session.execute(query).first()
        if row is None:
            raise CaseError("not_found")
        return _officer(row)


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """The actor's row scope in SQL."""
    themselves = officers.c.id == actor.officer_id
    own_unit = (officers.c.organ_id == actor.organ_id) & (officers.c.unit == actor.unit)
    clauses: dict[Scope, ColumnElement[bool]] = {
        Scope.SELF: false(),
        Scope.OWN_UNIT: own_unit,
        Scope.ORGAN: officers.c.organ_id == actor.organ_id,
        Scope.DIVISIONS_BELOW: officers.c.division_code.startswith(below(actor.division_code)),
        Scope.ALL: true(),
    }
    return or_(themselves, clauses[scope(actor)])


def _row(officer: Officer) -> dict[str, Any]:
    content = {"email": officer.email, "roles": sorted(officer.roles), "password_hash": officer.password_hash}
    return {"id": officer.id, "version": officer.version, "username": officer.username, "name": officer.name,
            "organ_id": officer.organ_id, "division_code": officer.division_code, "unit": officer.unit,
            "active": officer.active, "content": content}


def _officer(row: Row[Any]) -> Officer:
    content = row.content
    return Officer(
        id=row.id, version=row.version, username=row.username, name=row.name, organ_id=row.organ_id,
        division_code=row.division_code, unit=row.unit, active=row.active, email=content["email"],
        roles=frozenset(Role(role) for role in content["roles"]), password_hash=content["password_hash"])
