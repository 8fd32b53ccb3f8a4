"""Units with all their names."""

from typing import Any

from sqlalchemy import RowMapping, Select, select, update
from sqlalchemy.orm import Session

from rongcuo.casework.repository import AggregateRepository
from rongcuo.chassis.database.statements import insert_if_absent
from rongcuo.contracts.identity import UnitChange
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import unit_key
from services.identity.domain.organ_unit import OrganUnit, name_taken
from services.identity.storage.tables import officers, unit_names, units


class UnitRows:
    """One database session's units. One that was merged into another is there no more."""

    _session: Session
    _units: AggregateRepository[OrganUnit]

    def unit(self, unit_id: str, missing: str = "not_found") -> OrganUnit:
        here = select(units).where(units.c.id == unit_id, units.c.merged_into == "")
        return self._units.one(here.with_for_update(), missing=missing)

    def proposed_for(self, unit_id: str) -> UnitChange | None:
        found = self._units.all(select(units).where(units.c.id == unit_id))
        return next((unit.proposed for unit in found), None)

    def unit_known(self, organ_id: str, name: str) -> OrganUnit | None:
        return next(iter(self._units.all(_called(organ_id, name))), None)

    def organs_with_unit(self, name: str) -> tuple[str, ...]:
        named = select(unit_names.c.organ_id).where(unit_names.c.key == unit_key(name))
        return tuple(self._session.scalars(named.distinct().order_by(unit_names.c.organ_id)))

    def unit_called(self, organ_id: str, name: str) -> OrganUnit:
        return self._units.one(_called(organ_id, name).with_for_update(of=units), missing="changed_meanwhile")

    def units(self, organ_id: str) -> tuple[OrganUnit, ...]:
        here = (units.c.organ_id == organ_id) & (units.c.merged_into == "")
        return tuple(self._units.all(select(units).where(here).order_by(units.c.name, units.c.id)))

    def claim_name(self, unit: OrganUnit, name: str) -> bool:
        return insert_if_absent(self._session, unit_names, {
            "organ_id": unit.organ_id, "key": unit_key(name), "unit_id": unit.id}) == 1

    def put_unit(self, unit: OrganUnit) -> None:
        for name in () if unit.merged_into else unit.names:
            if not self.claim_name(unit, name):
                self._require_own(unit, name)
        self._units.put(unit)

    def move_all(self, of: OrganUnit, to: OrganUnit) -> None:
        for table in (unit_names, officers):
            self._session.execute(update(table).where(table.c.unit_id == of.id).values(unit_id=to.id))

    def _require_own(self, unit: OrganUnit, name: str) -> None:
        here = (unit_names.c.organ_id == unit.organ_id) & (unit_names.c.key == unit_key(name))
        if self._session.scalar(select(unit_names.c.unit_id).where(here)) != unit.id:
            raise name_taken(name, self.unit_called(unit.organ_id, name).name)


def _called(organ_id: str, name: str) -> Select[Any]:
    here = (unit_names.c.organ_id == organ_id) & (unit_names.c.key == unit_key(name))
    joined = select(units).join(unit_names, unit_names.c.unit_id == units.c.id)
    return joined.where(here, units.c.merged_into == "")


def unit_row(unit: OrganUnit) -> dict[str, Any]:
    return {each.name: getattr(unit, each.name) for each in units.c} | {
        "aliases": list(unit.aliases), "former_names": list(unit.former_names),
        "proposed": dump(unit.proposed) if unit.proposed else None}


def unit_of(row: RowMapping) -> OrganUnit:
    return OrganUnit(**{
        **row, "aliases": tuple(row["aliases"]), "former_names": tuple(row["former_names"]),
        "proposed": load(UnitChange, row["proposed"]) if row["proposed"] else None})
