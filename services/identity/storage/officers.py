"""Officers in their posts."""

from typing import Any

from sqlalchemy import ColumnElement, RowMapping, false, or_, select, true
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.repository import AggregateRepository
from rongcuo.casework.visibility import shown
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.identity.access import scopes
from services.identity.domain.officer import Officer, account_name
from services.identity.storage.tables import officers, unit_names, units

HELD = officers.outerjoin(units, units.c.id == officers.c.unit_id)
OFFICER: list[Any] = [*officers.c, units.c.name.label("unit"), units.c.aliases, units.c.former_names]
OWNERSHIP = Ownership(officers.c.organ_id, officers.c.division_code)    # units are rows here, found by name
OFFICERS = select(*OFFICER).select_from(HELD)
AS_THEY_ARE = ("id", "version", "username", "name", "organ_id", "division_code", "unit_id", "active")
SPOKEN = "gb18030"  # has the common characters in the order of how they are spoken, as people look for names
IN_CONTENT = ("email", "roles", "password_hash", "proposed_by", "dismissed")


class OfficerRows:
    """One database session's officers."""

    _session: Session
    _officers: AggregateRepository[Officer]

    def get(self, officer_id: str) -> Officer:
        return self._officers.one(OFFICERS.where(officers.c.id == officer_id).with_for_update(of=officers))

    def put_officer(self, officer: Officer) -> None:
        before = self._officers.as_read(officer)
        if not self._officers.write(officer_row(officer), before):
            raise CaseError("changed_meanwhile" if before else "identity.username_taken")

    def find(self, username: str) -> Officer | None:
        return self._any(officers.c.username == account_name(username))

    def known(self, ids: set[str]) -> set[str]:
        return set(self._session.scalars(select(officers.c.id).where(officers.c.id.in_(ids))))

    def empty(self) -> bool:
        return self._session.execute(select(officers.c.id).limit(1)).first() is None

    def officer(self, officer_id: str) -> Officer | None:
        return self._any(officers.c.id == officer_id)

    def registrars(self, organ_id: str) -> int:
        here = OFFICERS.where(officers.c.organ_id == organ_id, officers.c.active)
        found = self._officers.all(here.with_for_update(of=officers))
        return sum(Role.REGISTRAR in each.roles for each in found)

    def seen(self, actor: Actor, officer_id: str) -> Officer:
        return self._officers.one(OFFICERS.where(officers.c.id == officer_id, _seen_by(actor)))

    def listed(self, actor: Actor, organ_id: str, everyone: bool) -> tuple[Officer, ...]:
        here = (officers.c.organ_id == organ_id) & (true() if everyone else officers.c.active)
        found = self._officers.all(OFFICERS.where(here, _seen_by(actor)).order_by(officers.c.id))
        return tuple(sorted(found, key=lambda officer: officer.name.encode(SPOKEN)))

    def _any(self, here: ColumnElement[bool]) -> Officer | None:
        return next(iter(self._officers.all(OFFICERS.where(here))), None)


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """The actor's row scope in SQL."""
    themselves = officers.c.id == actor.officer_id
    named = select(unit_names.c.unit_id).where(
        unit_names.c.organ_id == actor.organ_id, unit_names.c.key.in_(actor.units))
    own_unit = officers.c.unit_id.in_(named) if Scope.OWN_UNIT in scopes(actor) else false()
    return or_(themselves, own_unit, shown(scopes(actor), actor, OWNERSHIP))


def officer_row(officer: Officer) -> dict[str, Any]:
    content = {name: getattr(officer, name) for name in IN_CONTENT} | {"roles": sorted(officer.roles)}
    return {name: getattr(officer, name) for name in AS_THEY_ARE} | {"content": content}


def officer_of(row: RowMapping) -> Officer:
    """From a row that has the columns of OFFICER."""
    kept, unit = row["content"], row["unit"] or ""
    content = {name: kept[name] for name in IN_CONTENT} | {"roles": frozenset(map(Role, kept["roles"]))}
    return Officer(**{name: row[name] for name in AS_THEY_ARE}, **content, unit=unit,
                   unit_names=(unit, *row["aliases"], *row["former_names"]) if unit else ())
