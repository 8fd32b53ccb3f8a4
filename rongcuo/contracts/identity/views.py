"""What identity answers."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.actor import Role
from rongcuo.contracts.message import choices, moment


@dataclass(frozen=True, kw_only=True)
class OfficerView:
    """An officer in a post."""

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


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A bearer token, shown once; valid until `expires_at`."""

    token: str
    officer: OfficerView
    expires_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OfficersView:
    """Officers, ordered by name."""

    officers: tuple[OfficerView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OrganView:
    """An organ. Its id is its division's code; a dispatched organ (派出机构) has a suffix after a dot."""

    organ_id: str
    name: str
    division_code: str
    division_name: str
    level: str
    parent_id: str = ""


@dataclass(frozen=True, kw_only=True)
class OrgansView:
    """Organs, ordered by id."""

    organs: tuple[OrganView, ...] = ()
