"""Which accounts an installation begins with."""

from rongcuo.contracts.actor import Role
from rongcuo.contracts.identity import EnrolOfficer
from services.identity import demonstration
from services.identity.domain import Officer, require_strong
from services.identity.organs import organ
from services.identity.ports import Passwords

REGISTRAR = "registrar"


def founders(mode: str, secret: str, empty: bool, passwords: Passwords) -> tuple[Officer, ...]:
    """The demonstration's, or the first registrar while nobody is enrolled and a password is given.

    Raises `identity.weak_password` for a weak one.
    """
    if mode in demonstration.MODES:
        return demonstration.founders(mode, passwords)
    return (_registrar(secret, passwords),) if empty and secret else ()


def _registrar(secret: str, passwords: Passwords) -> Officer:
    require_strong(secret, REGISTRAR)
    province = organ("530000")
    post = EnrolOfficer(command_id=REGISTRAR, username=REGISTRAR, name="首任组织管理员",
                        organ_id=province.organ_id, password=secret, unit=province.name,
                        roles=(Role.REGISTRAR,))
    return Officer.enrol(REGISTRAR, post, province, passwords.hash(secret))
