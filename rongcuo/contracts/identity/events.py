"""What identity tells the others."""

from rongcuo.contracts.actor import Role
from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import choices, chosen
from rongcuo.contracts.identity.units import UnitChangeKind


@event("identity", "officer_enrolled")
class OfficerEnrolled(Event):
    """A person has a post; what notify needs to reach them."""

    officer_id: str
    name: str
    organ_id: str
    division_code: str
    unit: str
    email: str
    roles: tuple[Role, ...] = choices(Role)


@event("identity", "unit_named")
class UnitNamed(Event):
    """How a unit is called now: it was entered, got another name, or was merged into another one."""

    unit_id: str
    organ_id: str
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    merged_into: str = ""


@event("identity", "unit_change_proposed")
class UnitChangeProposed(Event):
    """A registrar wants a unit with people to have more names, or another unit's, and waits for a second
    one's word."""

    unit_id: str
    organ_id: str
    proposed_by: str
    name: str = ""
    other_id: str = ""
    change: UnitChangeKind = chosen(default=UnitChangeKind.ALIAS)


@event("identity", "unit_change_withdrawn")
class UnitChangeWithdrawn(Event):
    """What was proposed of a unit will not be."""

    unit_id: str
    organ_id: str


@event("identity", "officer_proposed")
class OfficerProposed(Event):
    """A registrar wants somebody in a post that takes a second registrar's word."""

    officer_id: str
    organ_id: str
    proposed_by: str
    roles: tuple[Role, ...] = choices(Role)


@event("identity", "officer_dismissed")
class OfficerDismissed(Event):
    """A person no longer has a post."""

    officer_id: str
    organ_id: str
