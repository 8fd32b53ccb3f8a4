"""What stands between a stranger and an account, put together for the service."""

from typing import Any

from nameko.extensions import DependencyProvider

from rongcuo.chassis.config import PRODUCTION
from rongcuo.chassis.security_log import SecurityLog
from rongcuo.chassis.service import SharedExecution
from services.identity import demonstration
from services.identity.domain.credentials import Presence
from services.identity.passwords import Scrypt
from services.identity.ports import Guard
from services.identity.storage import SqlBudgets


class GuardProvider(DependencyProvider):  # type: ignore[misc]
    """`self.guard` in the service's methods. Budgets are kept in the service's own database."""

    execution = SharedExecution()

    def setup(self) -> None:
        self._guard: Guard | None = None

    def get_dependency(self, worker_ctx: Any) -> Guard:  # noqa: ARG002 - the same for every worker
        if self._guard is None:
            runtime, config = self.execution.provider().runtime, self.container.config["rongcuo"]
            clock = runtime.time
            budgets = SqlBudgets(runtime.database, lambda: clock.now().timestamp())
            mails = bool(config.smtp_url)
            self._guard = Guard(    # a demonstration's mail reaches nobody whom a registrar would write to
                Scrypt(demonstration.published(config.mode)), budgets, SecurityLog("identity"),
                mails=mails and config.mode == PRODUCTION, mails_when_asked=mails)
        return self._guard


class PresenceProvider(DependencyProvider):  # type: ignore[misc]
    """`self.presence` in the service's methods."""

    def setup(self) -> None:
        self.presence = Presence()

    def get_dependency(self, worker_ctx: Any) -> Presence:  # noqa: ARG002 - the same for every worker
        return self.presence
