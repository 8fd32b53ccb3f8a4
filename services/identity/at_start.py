"""`@at_start`: work that is done once when the service has started, tried again until it succeeds."""

from typing import Any

import structlog

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.entrypoints.timer import Every, Work
from rongcuo.contracts.errors import CaseError

PAUSE = 0.2  # seconds before the first try and between tries

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
    """The method below is the work."""
    AtStart.decorator(method)
    return method
