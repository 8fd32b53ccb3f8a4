"""What opens an account: passwords, tokens, and links that work once."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import chosen, identifier, line, moment, secret, sought
from rongcuo.contracts.identity.views import LinkPurpose

LONGEST_PASSWORD = 200  # characters that are looked at; shorter ones than these are refused with a reason


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Exchange user name and password for a token. `address`: where from, as the gateway knows it.

    Wrong ones: `sign_in_failed`; too often: `too_many_attempts`; too many people at once: `busy_signing_in`.
    """

    username: str = sought(64, 1)
    password: str = secret(LONGEST_PASSWORD, 1)
    address: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class KnownAtQuery:
    """Whether the account was signed in to from this address before: others wait behind those who were."""

    username: str = sought(64, 1)
    address: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class SignOut:
    """End a token's life at once."""

    token: str = secret(200, 1)


@dataclass(frozen=True, kw_only=True)
class TokenQuery:
    """Whose token is this? Unknown, expired or long unused: `sign_in_required`. `unattended`: a page asks by
    itself, which is no use of the session."""

    token: str = secret(200, 1)
    unattended: bool = False


@dataclass(frozen=True, kw_only=True)
class SessionsQuery:
    """Where the holder of this token is signed in."""

    token: str = secret(200, 1)


@dataclass(frozen=True, kw_only=True)
class SignOutEverywhere(CommandMessage):
    """End all of an officer's sessions: one's own, or, for a registrar, another's."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ChangePassword:
    """Set another password, knowing the present one. All other sessions end; that of `token` goes on."""

    token: str = secret(200, 1)
    present: str = secret(LONGEST_PASSWORD, 1)
    password: str = secret(LONGEST_PASSWORD, 1)
    address: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class ForgotPassword:
    """Ask for a link by mail. Whether there is such an account is not answered."""

    username: str = sought(64, 1)
    address: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class IssueLink:
    """Have an officer set their password anew: by mail where that is possible, else by a link to hand over.

    No command id: a link is never answered twice; each new one ends the one before.
    """

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class LinkQuery:
    """What a link is for. `identity.link_void` once it was used, replaced or is too old."""

    link: str = secret(200, 1)


@dataclass(frozen=True, kw_only=True)
class SetPassword:
    """Set a password by a link, which ends with it. All sessions of the account end too."""

    link: str = secret(200, 1)
    password: str = secret(LONGEST_PASSWORD, 1)
    address: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class Unlock(CommandMessage):
    """Forget how often somebody's password was guessed wrong, so that they need not wait."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AlarmsQuery:
    """What looked like guessing on a large scale, the latest first; for operators."""


@dataclass(frozen=True, kw_only=True)
class MailLink:
    """Between services: have notify mail a link now. `division_code` is the recipient's place."""

    officer_id: str = identifier()
    division_code: str = identifier()
    name: str = line(60)
    email: str = line(200, 1)
    username: str = line(64)
    link: str = secret(200, 1)
    purpose: LinkPurpose = chosen()
    expires_at: datetime = moment()
