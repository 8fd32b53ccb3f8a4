"""`@at_start`: work that is done once when the service has started, tried again until it succeeds."""

from typing import Any

from rongcuo.chassis.entrypoints.timer import Every

PAUSE = 0.2  # seconds before the first try and between tries


class AtStart(Every):
    """A timer that stops with its first success."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(seconds=PAUSE, **kwargs)
        self.begun = False  # the service is not well before

    def _finish(self, *told: Any) -> tuple[Any, Any]:
        if told[-1] is None:
            self.begun = True
            self._stopping.set()
        finished: tuple[Any, Any] = super()._finish(*told)
        return finished


at_start = AtStart.decorator
