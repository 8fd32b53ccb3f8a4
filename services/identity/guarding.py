"""What stands between a stranger and an account, put together for the service."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nameko.extensions import DependencyProvider

from rongcuo.chassis.security_log import SecurityLog
from rongcuo.chassis.service import SharedExecution
from services.identity import demonstration
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


class Seen(DependencyProvider):  # type: ignore[misc]
    """When each session was last used, as far as this process knows: the adapter of `ports.Presence`."""

    def setup(self) -> None:
        self._seen: dict[str, datetime] = {}
        self._fresh: dict[str, datetime] = {}

    def get_dependency(self, worker_ctx: Any) -> "Seen":  # noqa: ARG002 - the same for every worker
        return self

    def note(self, digest: str, at: datetime) -> None:
        """Used now."""
        self._fresh[digest] = at

    def last(self, digest: str) -> datetime | None:
        """None: not seen here."""
        return self._fresh.get(digest) or self._seen.get(digest)

    def take(self) -> Mapping[str, datetime]:
        """What was noted since the last call. It stays known here until the next, when it is written down."""
        self._seen, self._fresh = self._fresh, {}
        return self._seen
