"""Officers in their posts."""

from typing import Any

from sqlalchemy import ColumnElement, Row, Select, false, insert, or_, select, true, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as DatabaseSession

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.visibility import shown
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.identity.access import scopes
from services.identity.domain import Officer, account_name
from services.identity.storage.tables import officers, unit_names, units

HELD = officers.outerjoin(units, units.c.id == officers.c.unit_id)
OFFICER: list[Any] = [*officers.c, units.c.name.label("unit"), units.c.aliases, units.c.former_names]
OWNERSHIP = Ownership(officers.c.organ_id, officers.c.division_code)    # units are rows here, found by name
OFFICERS = select(*OFFICER).select_from(HELD)


class OfficerRows:
    """One database session's officers."""

    def __init__(self, session: DatabaseSession) -> None:
        self._session = session

    def get(self, officer_id: str) -> Officer:
        return self._one(OFFICERS.where(officers.c.id == officer_id).with_for_update(of=officers))

    def put_officer(self, officer: Officer) -> None:
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
        row = self._session.execute(OFFICERS.where(officers.c.username == account_name(username))).first()
        return officer_of(row) if row else None

    def known(self, ids: set[str]) -> set[str]:
        return set(self._session.scalars(select(officers.c.id).where(officers.c.id.in_(ids))))

    def empty(self) -> bool:
        return self._session.execute(select(officers.c.id).limit(1)).first() is None

    def officer(self, officer_id: str) -> Officer | None:
        row = self._session.execute(OFFICERS.where(officers.c.id == officer_id)).first()
        return officer_of(row) if row else None

    def registrars(self, organ_id: str) -> int:
        rows = self._session.execute(
            OFFICERS.where(officers.c.organ_id == organ_id, officers.c.active).with_for_update(of=officers))
        return sum(Role.REGISTRAR in officer_of(row).roles for row in rows)

    def seen(self, actor: Actor, officer_id: str) -> Officer:
        return self._one(OFFICERS.where(officers.c.id == officer_id, _seen_by(actor)))

    def listed(self, actor: Actor, organ_id: str, everyone: bool) -> tuple[Officer, ...]:
        here = (officers.c.organ_id == organ_id) & (true() if everyone else officers.c.active)
        rows = self._session.execute(OFFICERS.where(here, _seen_by(actor)).order_by(officers.c.id))
        return tuple(sorted((officer_of(row) for row in rows), key=_spoken))

    def _one(self, query: Select[Any]) -> Officer:
        row = self._session.execute(query).first()
        if row is None:
            raise CaseError("not_found")
        return officer_of(row)


def _spoken(officer: Officer) -> bytes:
    """GB 18030 has the common characters in the order of how they are spoken, as people look for names."""
    return officer.name.encode("gb18030")


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """The actor's row scope in SQL."""
    themselves = officers.c.id == actor.officer_id
    named = select(unit_names.c.unit_id).where(
        unit_names.c.organ_id == actor.organ_id, unit_names.c.key.in_(actor.units))
    own_unit = officers.c.unit_id.in_(named) if Scope.OWN_UNIT in scopes(actor) else false()
    return or_(themselves, own_unit, shown(scopes(actor), actor, OWNERSHIP))


def _row(officer: Officer) -> dict[str, Any]:
    content = {"email": officer.email, "roles": sorted(officer.roles), "password_hash": officer.password_hash,
               "proposed_by": officer.proposed_by, "dismissed": officer.dismissed}
    return {"id": officer.id, "version": officer.version, "username": officer.username, "name": officer.name,
            "organ_id": officer.organ_id, "division_code": officer.division_code, "unit_id": officer.unit_id,
            "active": officer.active, "content": content}


def officer_of(row: Row[Any]) -> Officer:
    """From a row that has the columns of OFFICER."""
    content, unit = row.content, row.unit or ""
    return Officer(
        id=row.id, version=row.version, username=row.username, name=row.name, organ_id=row.organ_id,
        division_code=row.division_code, unit_id=row.unit_id, unit=unit,
        unit_names=(unit, *row.aliases, *row.former_names) if unit else (), active=row.active,
        email=content["email"],
        roles=frozenset(Role(role) for role in content["roles"]), password_hash=content["password_hash"],
        proposed_by=content["proposed_by"], dismissed=content["dismissed"])
