"""`@every(seconds=5)`: work that comes round. It fires in every replica: the use case claims its rows."""

from collections.abc import Callable
from functools import partial
from threading import Event
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


class Every(Entrypoint):
    """Waits, works, waits again: a tick never overlaps itself, and a failed one does not stop the next."""

    execution = SharedExecution()

    def __init__(self, seconds: float, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.seconds = seconds
        self._stopping = Event()
        self._thread: Any = None

    def start(self) -> None:
        self._thread = self.container.spawn_managed_thread(self._run)

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.wait()

    def kill(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.kill()

    def _run(self) -> None:
        while not self._stopping.wait(self.seconds):
            context = CallContext(SYSTEM, new_correlation_id(), float("inf"))
            try:
                self.execution.require_open()
            except CaseError as error:
                self._tell(context, error)
            else:
                self._tick(context)

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


def every(seconds: float) -> Callable[[Work], Work]:
    """The method below comes round."""
    declare: Callable[[Work], Work] = Every.decorator(seconds)
    return declare
