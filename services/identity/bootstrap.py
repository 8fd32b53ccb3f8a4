"""Which accounts an installation begins with."""

from rongcuo.contracts.actor import Role
from rongcuo.contracts.identity import EnrolOfficer
from services.identity import demonstration
from services.identity.domain import Officer
from services.identity.organs import organ
from services.identity.ports import Passwords

FIRST, SECOND = "registrar", "registrar2"
NAMES = {FIRST: "首任组织管理员", SECOND: "第二组织管理员"}


def founders(mode: str, secret: str, empty: bool, passwords: Passwords) -> tuple[Officer, ...]:
    """The demonstration's, or, while nobody is enrolled, the province's first two registrars: so many that
    one can confirm what the other proposes.

    The first has the password `secret`, where there is one; the other, and the first without it, set theirs
    by a link, from each other or from the machine's command line. Raises `identity.weak_password`.
    """
    if mode in demonstration.MODES:
        return demonstration.founders(mode, passwords)
    if not empty:
        return ()
    if secret:
        passwords.require_strong(secret, (FIRST,))
    return _registrar(FIRST, passwords.hash(secret) if secret else ""), _registrar(SECOND, "")


def _registrar(username: str, password_hash: str) -> Officer:
    province = organ("530000")
    post = EnrolOfficer(command_id=username, username=username, name=NAMES[username],
                        organ_id=province.organ_id, unit=province.name, roles=(Role.REGISTRAR,))
    return Officer.enrol(username, post, province, password_hash)
