"""What identity can be asked to do with units (单位)."""

from dataclasses import dataclass

from rongcuo.contracts.message import identifier, line


@dataclass(frozen=True, kw_only=True)
class AddUnit:
    """Enter a unit with an organ. `identity.unit_name_taken` where a unit there has this name already."""

    command_id: str = identifier()
    organ_id: str = identifier()
    name: str = line(120, 1)


@dataclass(frozen=True, kw_only=True)
class AddUnitAlias:
    """Another name that means the same unit."""

    command_id: str = identifier()
    unit_id: str = identifier()
    name: str = line(120, 1)


@dataclass(frozen=True, kw_only=True)
class RenameUnit:
    """Call a unit differently from now on. What has its former name stays its own."""

    command_id: str = identifier()
    unit_id: str = identifier()
    name: str = line(120, 1)


@dataclass(frozen=True, kw_only=True)
class MergeUnits:
    """`other_id` was the same unit all along, or is part of this one now: its names and people become this
    one's. There is no way back."""

    command_id: str = identifier()
    unit_id: str = identifier()
    other_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class UnitQuery:
    """The unit of an organ that has this name, or had it; where there is none, this name alone, without an
    id."""

    organ_id: str = identifier()
    name: str = line(120)


@dataclass(frozen=True, kw_only=True)
class UnitsQuery:
    """The units that are entered with an organ, by name; for its registrars."""

    organ_id: str = identifier()
