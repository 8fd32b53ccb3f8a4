"""How an installation begins: once the service has started, and with which accounts."""

from typing import Any

import structlog

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.entrypoints.timer import Every, Work
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import EnrolOfficer
from services.identity import demonstration
from services.identity.domain.officer import Officer
from services.identity.organs import organ
from services.identity.ports import Officers, Passwords
from services.identity.usecases.unit_names import join

PAUSE = 0.2  # seconds before the first try and between tries
FIRST, SECOND = "registrar", "registrar2"
NAMES = {FIRST: "首任组织管理员", SECOND: "第二组织管理员"}

log = structlog.get_logger(__name__)


class AtStart(Every):
    """A timer that stops with its first success."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(seconds=PAUSE, **kwargs)
        self.begun = False  # the service is not well before
        self._refused = ""

    def _tell(self, context: CallContext, error: BaseException) -> None:
        """What the settings ask for may be refused (a weak first password): said once, or nobody knows why
        the start does not end."""
        super()._tell(context, error)
        if isinstance(error, CaseError) and error.code != self._refused:
            self._refused = error.code
            log.error("start_waits", timer=self.method_name, code=error.code)

    def _finish(self, *told: Any) -> tuple[Any, Any]:
        if told[-1] is None:
            self.begun = True
            self._stopping.set()
        finished: tuple[Any, Any] = super()._finish(*told)
        return finished


def at_start(method: Work) -> Work:
    """The method below is the work: tried again until it succeeds."""
    AtStart.decorator(method)
    return method


def found(context: ExecutionContext[Officers], mode: str, secret: str, passwords: Passwords) -> None:
    """Enter the first accounts of an installation; those that exist already stay as they are."""
    with context.reading() as store:
        empty = store.empty()
    wanted = {officer.id: officer for officer in founders(mode, secret, empty, passwords)}
    with context.unit() as unit:
        for officer_id in unit.store.known(set(wanted)):
            del wanted[officer_id]
        unit.commit(*join(context, unit, *wanted.values()), *wanted.values())


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
