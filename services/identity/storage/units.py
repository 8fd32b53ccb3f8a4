"""Units with all their names."""

from typing import Any

from sqlalchemy import Row, Select, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import compare_and_swap, insert_if_absent
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import UnitChange
from rongcuo.contracts.message import dump, load
from rongcuo.contracts.unit_names import unit_key
from services.identity.domain import OrganUnit, name_taken
from services.identity.storage.tables import officers, unit_names, units


class UnitRows:
    """One database session's units. One that was merged into another is there no more."""

    _session: Session

    def unit(self, unit_id: str, missing: str = "not_found") -> OrganUnit:
        return self._unit(select(units).where(units.c.id == unit_id, units.c.merged_into == ""), missing)

    def proposed_for(self, unit_id: str) -> UnitChange | None:
        row = self._session.execute(select(units).where(units.c.id == unit_id)).first()
        return _unit_of(row).proposed if row else None

    def unit_known(self, organ_id: str, name: str) -> OrganUnit | None:
        row = self._session.execute(_called(organ_id, name)).first()
        return _unit_of(row) if row else None

    def organs_with_unit(self, name: str) -> tuple[str, ...]:
        named = select(unit_names.c.organ_id).where(unit_names.c.key == unit_key(name))
        return tuple(self._session.scalars(named.distinct().order_by(unit_names.c.organ_id)))

    def unit_called(self, organ_id: str, name: str) -> OrganUnit:
        return self._unit(_called(organ_id, name), "changed_meanwhile")

    def units(self, organ_id: str) -> tuple[OrganUnit, ...]:
        here = (units.c.organ_id == organ_id) & (units.c.merged_into == "")
        rows = self._session.execute(select(units).where(here).order_by(units.c.name, units.c.id))
        return tuple(map(_unit_of, rows))

    def claim_name(self, unit: OrganUnit, name: str) -> bool:
        return insert_if_absent(self._session, unit_names, {
            "organ_id": unit.organ_id, "key": unit_key(name), "unit_id": unit.id}) == 1

    def put_unit(self, unit: OrganUnit) -> None:
        for name in () if unit.merged_into else unit.names:
            if not self.claim_name(unit, name):
                self._require_own(unit, name)
        before, row = unit.version - len(unit.happened), _row(unit)
        written = compare_and_swap(self._session, units, row, version=before) if before \
            else insert_if_absent(self._session, units, row)
        if not written:
            raise CaseError("changed_meanwhile")

    def move_all(self, of: OrganUnit, to: OrganUnit) -> None:
        for table in (unit_names, officers):
            self._session.execute(update(table).where(table.c.unit_id == of.id).values(unit_id=to.id))

    def _require_own(self, unit: OrganUnit, name: str) -> None:
        here = (unit_names.c.organ_id == unit.organ_id) & (unit_names.c.key == unit_key(name))
        if self._session.scalar(select(unit_names.c.unit_id).where(here)) != unit.id:
            raise name_taken(name, self.unit_called(unit.organ_id, name).name)

    def _unit(self, query: Select[Any], missing: str) -> OrganUnit:
        row = self._session.execute(query.with_for_update(of=units)).first()
        if row is None:
            raise CaseError(missing)
        return _unit_of(row)


def _called(organ_id: str, name: str) -> Select[Any]:
    here = (unit_names.c.organ_id == organ_id) & (unit_names.c.key == unit_key(name))
    joined = select(units).join(unit_names, unit_names.c.unit_id == units.c.id)
    return joined.where(here, units.c.merged_into == "")


def _row(unit: OrganUnit) -> dict[str, Any]:
    return {"id": unit.id, "version": unit.version, "organ_id": unit.organ_id, "name": unit.name,
            "aliases": list(unit.aliases), "former_names": list(unit.former_names),
            "merged_into": unit.merged_into, "proposed": dump(unit.proposed) if unit.proposed else None}


def _unit_of(row: Row[Any]) -> OrganUnit:
    return OrganUnit(id=row.id, version=row.version, organ_id=row.organ_id, name=row.name,
                     aliases=tuple(row.aliases), former_names=tuple(row.former_names),
                     merged_into=row.merged_into,
                     proposed=load(UnitChange, row.proposed) if row.proposed else None)
