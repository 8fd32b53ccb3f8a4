"""What identity answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rongcuo.contracts.actor import Role
from rongcuo.contracts.fields import choices, chosen, moment
from rongcuo.contracts.identity.units import UnitChange
from rongcuo.contracts.unit_names import unit_keys


class OfficerState(StrEnum):
    """Where an account stands."""

    PROPOSED = "proposed"    # 待确认: one registrar's word; another's is missing
    INVITED = "invited"      # 待设密码: in the post, but has set no password yet
    ACTIVE = "active"        # 在岗
    DISMISSED = "dismissed"  # 已停用


class LinkPurpose(StrEnum):
    """Why somebody gets a link."""

    INVITATION = "invitation"
    RESET = "reset"


@dataclass(frozen=True, kw_only=True)
class OfficerView:
    """An officer in a post. `proposed_by`: the registrar who proposed them, where it takes two.

    `unit`: as their unit is called now; `unit_names`: all its names, also those of before.
    """

    officer_id: str
    username: str
    name: str
    organ_id: str
    organ_name: str
    division_code: str
    unit: str
    roles: tuple[Role, ...] = choices(Role)
    active: bool = True
    tag: str = ""  # of this very state, for If-Match
    state: OfficerState = chosen(default=OfficerState.ACTIVE)
    proposed_by: str = ""
    unit_id: str = ""
    unit_names: tuple[str, ...] = ()
    email: str = ""  # where invitation and reset go: for registrars, who confirm that too

    @property
    def units(self) -> frozenset[str]:
        """The keys of every name of their unit."""
        return unit_keys(self.unit, *self.unit_names)


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A bearer token, shown once; valid until `expires_at`. `handed`: since the last time, the password was
    set by a link that somebody else held; `sessions` tells by whose."""

    token: str
    officer: OfficerView
    expires_at: datetime = moment()
    handed: bool = False


@dataclass(frozen=True, kw_only=True)
class SessionView:
    """Where somebody is signed in."""

    session_id: str
    address: str
    present: bool
    began_at: datetime = moment()
    last_seen_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class HandedView:
    """The password was set by a link that `by` (a name; empty: from the machine) was shown, to hand it
    over."""

    address: str
    by: str = ""
    used_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class SessionsView:
    """The latest first; `handed` of the last ninety days."""

    sessions: tuple[SessionView, ...] = ()
    handed: tuple[HandedView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KnownAtView:
    """For the gateway's queue, never for the person who asks."""

    known: bool


@dataclass(frozen=True, kw_only=True)
class LinkView:
    """For whom a link is, and what for."""

    username: str
    name: str
    organ_name: str
    purpose: LinkPurpose = chosen()
    expires_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class IssuedLink:
    """`link` is shown once, to be handed over; empty where it goes by mail."""

    officer_id: str
    link: str
    purpose: LinkPurpose = chosen()
    expires_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Alarm:
    """Too many wrong passwords: of one address, for one account, or everywhere; a password that was set
    anew by a link handed over (`handed`); two units that became one (`units_merged`). `subject`: the address,
    the officer, or the unit."""

    kind: str
    subject: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class AlarmsView:
    """The latest first."""

    alarms: tuple[Alarm, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfficersView:
    """Officers, ordered by name."""

    officers: tuple[OfficerView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OrganContact:
    """Whom to ask there: an office, not a person. `illustrative`: invented, as in the demonstration."""

    office: str
    phone: str
    hours: str = ""
    address: str = ""
    illustrative: bool = False


@dataclass(frozen=True, kw_only=True)
class OrganView:
    """An organ. Its id is its division's code; a dispatched organ (派出机构) has a suffix after a dot.
    `contact`: where one is entered."""

    organ_id: str
    name: str
    division_code: str
    division_name: str
    level: str
    parent_id: str = ""
    contact: OrganContact | None = None


@dataclass(frozen=True, kw_only=True)
class OrgansView:
    """Organs, ordered by id."""

    organs: tuple[OrganView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnitView:
    """A unit (单位) as it is entered with an organ: one, whichever of its names is written. `former_names`:
    what it was called before, and what was merged into it. For registrars: how many `people` it has, how many
    of them are `judges`, and what is `proposed`. `elsewhere`: which organs have a unit of that name,
    where the one that was asked has none."""

    unit_id: str
    organ_id: str
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    tag: str = ""
    people: int = 0
    judges: int = 0
    proposed: UnitChange | None = None
    elsewhere: tuple[str, ...] = ()

    @property
    def units(self) -> frozenset[str]:
        """The keys of all its names."""
        return unit_keys(self.name, *self.aliases, *self.former_names)


@dataclass(frozen=True, kw_only=True)
class UnitsView:
    """Units, ordered by name."""

    units: tuple[UnitView, ...] = ()
