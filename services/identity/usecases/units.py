"""Keeping units: entering them, and what else they are called."""

from rongcuo.chassis.work import Desk
from rongcuo.chassis.work import Unit as Work
from rongcuo.contracts.identity import AddUnit, AddUnitAlias, MergeUnits, RenameUnit, UnitView
from rongcuo.contracts.units import unit_key
from services.identity import access
from services.identity.domain import Officer, OrganUnit
from services.identity.organs import organ
from services.identity.ports import Officers
from services.identity.views import unit_view_of


def add_unit(desk: Desk[Officers], command: AddUnit) -> UnitView:
    """Raises `identity.unit_name_taken`."""
    access.require_units(desk.actor, organ(command.organ_id))
    with desk.unit() as work:
        unit = OrganUnit.add(desk.new_id(), command.organ_id, command.name)
        return work.commit(unit, answer=unit_view_of(unit))


def add_unit_alias(desk: Desk[Officers], command: AddUnitAlias) -> UnitView:
    """Raises `identity.unit_name_taken`."""
    with desk.unit() as work:
        unit = _kept(desk, work, command.unit_id)
        unit.add_alias(command.name)
        return work.commit(unit, answer=unit_view_of(unit))


def rename_unit(desk: Desk[Officers], command: RenameUnit) -> UnitView:
    """Raises `identity.unit_name_taken`."""
    with desk.unit() as work:
        unit = _kept(desk, work, command.unit_id)
        unit.rename(command.name)
        return work.commit(unit, answer=unit_view_of(unit))


def merge_units(desk: Desk[Officers], command: MergeUnits) -> UnitView:
    """Raises `identity.units_apart`."""
    with desk.unit() as work:
        pair = sorted((command.unit_id, command.other_id))    # two who merge the same pair wait in one order
        kept = {unit_id: _kept(desk, work, unit_id) for unit_id in pair}
        unit, other = kept[command.unit_id], kept[command.other_id]
        unit.absorb(other)
        work.store.move_all(of=other, to=unit)
        return work.commit(unit, other, answer=unit_view_of(unit))


def join(desk: Desk[Officers], work: Work[Officers], *officers: Officer) -> tuple[OrganUnit, ...]:
    """Match what was typed with the organs' units; what none is called becomes one. Answers them, to commit
    with the officers."""
    joined: dict[tuple[str, str], OrganUnit] = {}
    for officer in officers:
        called = officer.organ_id, unit_key(officer.unit)
        if called[1]:
            joined[called] = joined.get(called) or _called(desk, work, officer.organ_id, officer.unit)
            officer.join(joined[called])
    return tuple(joined.values())


def _called(desk: Desk[Officers], work: Work[Officers], organ_id: str, name: str) -> OrganUnit:
    new = OrganUnit.add(desk.new_id(), organ_id, name)
    return new if work.store.claim_name(new, name) else work.store.unit_called(organ_id, name)


def _kept(desk: Desk[Officers], work: Work[Officers], unit_id: str) -> OrganUnit:
    unit = work.store.unit(unit_id)
    access.require_units(desk.actor, organ(unit.organ_id))
    return unit
