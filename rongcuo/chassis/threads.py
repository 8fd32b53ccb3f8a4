"""Green threads, and work that would hold up every one of them: long computing, libraries that block."""

from collections.abc import Callable
from contextvars import copy_context
from typing import Any, TypeVar, cast

import eventlet
from eventlet import patcher, tpool
from eventlet.green import thread as green_thread

from rongcuo.chassis.locks import Lock

T = TypeVar("T")


def go_green() -> None:
    """For the whole process, for good; before anything else is imported, in the thread that started it."""
    green_thread.LockType = Lock    # what every lock is made by from now on
    eventlet.monkey_patch()


def give_way() -> None:
    """Let others have their turn; for what goes on piece by piece and may never have to wait."""
    eventlet.sleep(0)


def in_native_thread(work: Callable[..., T], *given: Any) -> T:
    """Do it in a thread of the operating system while other green threads go on, and wait for it.

    Where threads are not green, it is simply done. Locks may be shared with green threads (`locks.Lock`);
    green sockets, and eventlet's own semaphores, events and queues, must not be touched.
    """
    if not patcher.is_monkey_patched("thread"):
        return work(*given)
    done: T = tpool.execute(work, *given)
    return done


def begin(work: Callable[[], T]) -> Callable[[], T]:
    """Do it beside what comes next, within the same context; whoever calls for the answer waits for it, and
    gets there what it raised. Where threads are not green, it is done only then."""
    if not patcher.is_monkey_patched("thread"):
        return work
    begun = eventlet.spawn(copy_context().run, _outcome, work)

    def answer() -> T:
        done, refusal = begun.wait()
        if refusal is not None:
            raise refusal
        return cast(T, done)

    return answer


def beside(work: Callable[[], object]) -> None:
    """Do it beside what comes next, within the same context; nobody asks what it gave, so it tells of what
    went wrong itself. Where threads are not green, it is done before anything else."""
    if patcher.is_monkey_patched("thread"):
        eventlet.spawn_n(copy_context().run, work)
    else:
        work()


def _outcome(work: Callable[[], T]) -> tuple[T | None, Exception | None]:
    """What is raised where nobody waits would be told to nobody but the log."""
    try:
        return work(), None
    except Exception as refusal:  # noqa: BLE001
        return None, refusal
