"""Keeping units: entering them, and what else they are called. What concerns people takes two registrars."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.chassis.ports import UnitOfWork as Work
from rongcuo.contracts.identity import (
    AddUnit,
    AddUnitAlias,
    ConfirmUnitChange,
    MergeUnits,
    RenameUnit,
    UnitChange,
    UnitChangeKind,
    UnitView,
    WithdrawUnitChange,
)
from rongcuo.contracts.unit_names import unit_key
from services.identity import access
from services.identity.domain.officer import Officer
from services.identity.domain.organ_unit import OrganUnit, name_taken
from services.identity.organs import organ
from services.identity.ports import Guard, Officers
from services.identity.views import unit_view_of


def add_unit(context: ExecutionContext[Officers], command: AddUnit) -> UnitView:
    """Raises `identity.unit_name_taken`."""
    access.require_registrar(context.actor, organ(command.organ_id))
    with context.unit() as work:
        unit = OrganUnit.add(context.new_id(), command.organ_id, command.name)
        return work.commit(unit, answer=unit_view_of(unit))


def add_unit_alias(context: ExecutionContext[Officers], command: AddUnitAlias, guard: Guard) -> UnitView:
    """Raises `identity.unit_name_taken`, as the next; all three `identity.unit_change_pending`."""
    return _change(context, guard, command.unit_id, UnitChangeKind.ALIAS, name=command.name)


def rename_unit(context: ExecutionContext[Officers], command: RenameUnit, guard: Guard) -> UnitView:
    return _change(context, guard, command.unit_id, UnitChangeKind.RENAME, name=command.name)


def merge_units(context: ExecutionContext[Officers], command: MergeUnits, guard: Guard) -> UnitView:
    """Raises `identity.units_apart`."""
    return _change(context, guard, command.unit_id, UnitChangeKind.MERGE, other_id=command.other_id)


def confirm_unit_change(context: ExecutionContext[Officers], command: ConfirmUnitChange,
                        guard: Guard) -> UnitView:
    """The second registrar's word for what gives a unit's people more matters to see, and fewer to judge."""
    with context.unit() as work:
        proposed = work.store.proposed_for(command.unit_id)
        unit, other = _pair(context, work, command.unit_id, proposed.other_id if proposed else "",
                            gone="identity.unit_changed_since")
        change = unit.confirm(context.actor, other)
        if other:
            work.store.raise_alarm("units_merged", unit.id, context.now)
        answer = _committed(work, unit, other)
    guard.watch.write("unit_changed", **_about(context, unit, change), proposed_by=change.proposed_by)
    return answer


def withdraw_unit_change(context: ExecutionContext[Officers], command: WithdrawUnitChange,
                         guard: Guard) -> UnitView:
    """What was proposed is not to be."""
    with context.unit() as work:
        unit = _kept(context, work, command.unit_id)
        unit.withdraw()
        answer = _committed(work, unit)
    guard.watch.write("unit_change_withdrawn", unit=unit.id, by=context.actor.officer_id)
    return answer


def _change(context: ExecutionContext[Officers], guard: Guard, unit_id: str, kind: UnitChangeKind,
            name: str = "", other_id: str = "") -> UnitView:
    """At once, or proposed where people would see and judge other matters by it."""
    with context.unit() as work:
        unit, other = _pair(context, work, unit_id, other_id)
        change = UnitChange(kind=kind, name=name, other_id=other_id, other_tag=other.tag if other else "",
                            proposed_by=context.actor.officer_id)
        if not unit.widened_by(change) or not _peopled(context, work, unit, other):
            unit.carry_out(change, other)
            return _committed(work, unit, other)
        unit.propose(change, other)
        known = work.store.unit_known(unit.organ_id, name)
        if known and known.id != unit.id:
            raise name_taken(name, known.name)
        answer = _committed(work, unit)
    guard.watch.write("unit_change_proposed", **_about(context, unit, change))
    return answer


def _committed(work: Work[Officers], unit: OrganUnit, other: OrganUnit | None = None) -> UnitView:
    if other is None:
        return work.commit(unit, answer=unit_view_of(unit))
    work.store.move_all(of=other, to=unit)
    return work.commit(unit, other, answer=unit_view_of(unit))


def _pair(context: ExecutionContext[Officers], work: Work[Officers], unit_id: str, other_id: str,
          gone: str = "not_found") -> tuple[OrganUnit, OrganUnit | None]:
    """Two who merge the same pair wait in one order. `gone`: raised where the other is there no more."""
    kept = {each: _kept(context, work, each, "not_found" if each == unit_id else gone)
            for each in sorted({unit_id, other_id} - {""})}
    return kept[unit_id], kept.get(other_id)


def _peopled(context: ExecutionContext[Officers], work: Work[Officers], unit: OrganUnit,
             other: OrganUnit | None) -> bool:
    both = {unit.id, other.id if other else unit.id}
    people = work.store.listed(context.actor, unit.organ_id, everyone=True)
    return any(each.unit_id in both and not each.dismissed for each in people)


def _about(context: ExecutionContext[Officers], unit: OrganUnit, change: UnitChange) -> dict[str, str]:
    return {"unit": unit.id, "by": context.actor.officer_id, "change": change.kind.value,
            "other": change.other_id}


def join(context: ExecutionContext[Officers], work: Work[Officers], *officers: Officer) -> tuple[OrganUnit,
                                                                                                 ...]:
    """Match what was typed with the organs' units; what none is called becomes one. Answers them, to commit
    with the officers."""
    joined: dict[tuple[str, str], OrganUnit] = {}
    for officer in officers:
        called = officer.organ_id, unit_key(officer.unit)
        if called[1]:
            if called not in joined:
                new = OrganUnit.add(context.new_id(), officer.organ_id, officer.unit)
                fresh = work.store.claim_name(new, officer.unit)
                joined[called] = new if fresh else work.store.unit_called(officer.organ_id, officer.unit)
            officer.join(joined[called])
    return tuple(joined.values())


def _kept(context: ExecutionContext[Officers], work: Work[Officers], unit_id: str,
          missing: str = "not_found") -> OrganUnit:
    unit = work.store.unit(unit_id, missing)
    access.require_registrar(context.actor, organ(unit.organ_id))
    return unit
