"""What stands between a stranger and an account, put together for the service."""

from typing import Any

from nameko.extensions import DependencyProvider

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
            runtime = self.execution.provider().runtime
            clock = runtime.time
            budgets = SqlBudgets(runtime.database, lambda: clock.now().timestamp())
            published = demonstration.published(self.container.config["rongcuo"].mode)
            self._guard = Guard(Scrypt(published), budgets, SecurityLog("identity"))
        return self._guard


class PresenceProvider(DependencyProvider):  # type: ignore[misc]
    """`self.presence` in the service's methods."""

    def setup(self) -> None:
        self.presence = Presence()

    def get_dependency(self, worker_ctx: Any) -> Presence:  # noqa: ARG002 - the same for every worker
        return self.presence
