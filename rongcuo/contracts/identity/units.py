"""What identity can be asked to do with units (单位)."""

from dataclasses import dataclass
from enum import StrEnum

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import chosen, identifier, line


class UnitChangeKind(StrEnum):
    """What makes a unit have more names than before, and with them matters."""

    ALIAS = "alias"
    RENAME = "rename"
    MERGE = "merge"


@dataclass(frozen=True, kw_only=True)
class UnitChange:
    """What one registrar wants of a unit that has people, until another confirms it: its further or new
    `name`, or the unit that it takes in, in the state `other_tag`."""

    kind: UnitChangeKind = chosen()
    proposed_by: str
    name: str = ""
    other_id: str = ""
    other_tag: str = ""


@dataclass(frozen=True, kw_only=True)
class AddUnit(CommandMessage):
    """Enter a unit with an organ. `identity.unit_name_taken` where a unit there has this name already."""

    organ_id: str = identifier()
    name: str = line(120, 1)


@dataclass(frozen=True, kw_only=True)
class AddUnitAlias(CommandMessage):
    """Another name that means the same unit. Where it has people, this only proposes; another registrar
    confirms."""

    unit_id: str = identifier()
    name: str = line(120, 1)


@dataclass(frozen=True, kw_only=True)
class RenameUnit(CommandMessage):
    """Call a unit differently from now on. What has its former name stays its own. As `AddUnitAlias`, unless
    it is a name that the unit has already."""

    unit_id: str = identifier()
    name: str = line(120, 1)


@dataclass(frozen=True, kw_only=True)
class MergeUnits(CommandMessage):
    """`other_id` was the same unit all along, or is part of this one now: its names and people become this
    one's. There is no way back. As `AddUnitAlias`, where one of the two has people."""

    unit_id: str = identifier()
    other_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ConfirmUnitChange(CommandMessage):
    """The second registrar's word for what another has proposed of a unit."""

    unit_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class WithdrawUnitChange(CommandMessage):
    """What was proposed of a unit is not to be; any of the organ's registrars may say so."""

    unit_id: str = identifier()


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
