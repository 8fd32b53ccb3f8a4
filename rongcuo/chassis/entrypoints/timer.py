"""`@every(seconds=5)`: work that comes round. It fires in every replica: the use case claims its rows.

`@every(seconds=5, woken=True)` comes also soon after this process has committed something of the service, so
what its own work leaves to be done is not waited for. When somebody sets the clock, all come at once.
"""

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from nameko.extensions import Entrypoint

from rongcuo.chassis.call_context import CallContext, bound_in_logs, new_correlation_id
from rongcuo.chassis.errors import ExcInfo, as_case_error
from rongcuo.chassis.hosting.provider import SharedExecution
from rongcuo.chassis.metrics import TICKS_FAILED
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.errors import CaseError

Work = TypeVar("Work", bound=Callable[..., None])
APART = 0.25    # seconds at least between two ticks, however much is committed


class Every(Entrypoint):
    """Waits, works, waits again: a tick never overlaps itself, and a failed one does not stop the next."""

    execution = SharedExecution()

    def __init__(self, seconds: float, woken: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.seconds = seconds
        self.woken = woken
        self._stopping = Event()
        self._woken = Event()
        self._thread: Any = None

    def start(self) -> None:
        if self.woken:
            self.execution.provider().wakes(self.wake)
        self._thread = self.container.spawn_managed_thread(self._run)

    def wake(self) -> None:
        """Come round soon."""
        self._woken.set()

    def stop(self) -> None:
        self._stopping.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.wait()

    def kill(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.kill()

    def _run(self) -> None:
        while self._comes_on():
            context = CallContext(SYSTEM, new_correlation_id(), float("inf"))
            try:
                self.execution.require_open()
            except CaseError as error:
                self._tell(context, error)
            else:
                self._tick(context)

    def _comes_on(self) -> bool:
        """Wait for the next tick; whether there is one."""
        since = monotonic()
        if self._woken.wait(self.seconds):
            self._stopping.wait(since + min(APART, self.seconds) - monotonic())
        self._woken.clear()
        return not self._stopping.is_set()

    def _tick(self, context: CallContext) -> None:
        over = Event()
        tick = Tick(self._stopping.is_set)
        self.container.spawn_worker(self, (), {}, context_data={"trigger": tick, "context": context},
                                    handle_result=partial(self._finish, over, context))
        over.wait()

    def _finish(self, over: Event, context: CallContext, _worker: Any, result: Any,
                exc_info: ExcInfo | None) -> tuple[Any, Any]:
        if exc_info is not None:
            self._tell(context, exc_info[1])
        over.set()
        return result, exc_info

    def _tell(self, context: CallContext, error: BaseException) -> None:
        service = str(self.container.service_name)
        TICKS_FAILED.labels(service, self.method_name).inc()
        with bound_in_logs(service, context.correlation_id, timer=self.method_name):
            as_case_error(error, context.correlation_id)


def every(seconds: float, *, woken: bool = False) -> Callable[[Work], Work]:
    """The method below comes round; `woken`: also when something was committed."""
    declare: Callable[[Work], Work] = Every.decorator(seconds, woken)
    return declare
