"""Messages that nobody who may send them has signed: told to the operators, in bounded room, without effect.

Each is counted. Some of each hour are kept as dead letters; one line goes to the log for each of those, and
one whenever the count has doubled.
"""

from time import monotonic

import structlog

from rongcuo.chassis.metrics import REFUSED
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
KEPT_PER_HOUR = 100
HOUR_S = 3600.0


class Refusals:
    """Of one service in this process."""

    def __init__(self, service: str) -> None:
        self.count = 0
        self._service = service
        self._kept = 0
        self._since = monotonic()

    def tell(self, where: str, refusal: CaseError) -> None:
        """Count one, and tell of it now and then."""
        self.count += 1
        REFUSED.labels(self._service).inc()
        if self.count & (self.count - 1) == 0:
            log.warning("not_authentic", service=self._service, at=where, reason=refusal.message,
                        count=self.count)

    def room(self) -> bool:
        """Whether one more may be kept this hour; then it is counted as kept."""
        if monotonic() - self._since > HOUR_S:
            self._kept, self._since = 0, monotonic()
        self._kept += 1
        return self._kept <= KEPT_PER_HOUR
