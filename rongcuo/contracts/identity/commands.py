"""What identity can be asked to do, and asked for."""

from dataclasses import dataclass

from rongcuo.contracts.actor import Role
from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import choices, email, identifier, line


@dataclass(frozen=True, kw_only=True)
class EnrolOfficer(CommandMessage):
    """Give a person an account and a post. `organ_id` is the organ they serve, or, for a filer, file with.

    They set their own password by a link. Some posts are only proposed by this; another registrar confirms.
    """

    username: str = identifier()
    name: str = line(60, 1)
    organ_id: str = identifier()
    roles: tuple[Role, ...] = choices(Role)
    unit: str = line(120, default="")
    email: str = email(default="")


@dataclass(frozen=True, kw_only=True)
class ConfirmOfficer(CommandMessage):
    """The second registrar's word for a post that another has proposed."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class DismissOfficer(CommandMessage):
    """Take a person's post away, or a proposal back; the account can no longer sign in."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class OfficerQuery:
    """One officer by id; `not_found` otherwise."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class OfficersQuery:
    """The officers of one organ, by name; `role` narrows. `everyone`: for registrars, also those who are
    only proposed, or have left."""

    organ_id: str = identifier()
    role: str = line(20, default="")
    everyone: bool = False


@dataclass(frozen=True, kw_only=True)
class OrgansQuery:
    """All organs, or those whose division lies at or below `division_code`."""

    division_code: str = line(6, default="")
