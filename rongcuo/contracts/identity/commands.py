"""What identity can be asked to do, and asked for."""

from dataclasses import dataclass

from rongcuo.contracts.actor import Role
from rongcuo.contracts.message import choices, email, identifier, line, secret


@dataclass(frozen=True, kw_only=True)
class EnrolOfficer:
    """Give a person an account and a post. `organ_id` is the organ they serve, or, for a filer, file with."""

    command_id: str = identifier()
    username: str = identifier()
    name: str = line(60, 1)
    organ_id: str = identifier()
    password: str = secret(200)
    roles: tuple[Role, ...] = choices(Role)
    unit: str = line(120, default="")
    email: str = email(default="")


@dataclass(frozen=True, kw_only=True)
class DismissOfficer:
    """Take a person's post away; the account can no longer sign in."""

    command_id: str = identifier()
    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Exchange user name and password for a token.

    Wrong ones: `sign_in_failed`; too often: `too_many_attempts`.
    """

    username: str = line(64, 1)
    password: str = secret(200, 1)


@dataclass(frozen=True, kw_only=True)
class SignOut:
    """End a token's life at once."""

    token: str = secret(200, 1)


@dataclass(frozen=True, kw_only=True)
class TokenQuery:
    """Whose token is this? Unknown or expired: `sign_in_required`."""

    token: str = secret(200, 1)


@dataclass(frozen=True, kw_only=True)
class OfficerQuery:
    """One officer by id; `not_found` otherwise."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class OfficersQuery:
    """The officers of one organ, by name; `role` narrows."""

    organ_id: str = identifier()
    role: str = line(20, default="")


@dataclass(frozen=True, kw_only=True)
class OrgansQuery:
    """All organs, or those whose division lies at or below `division_code`."""

    division_code: str = line(6, default="")
