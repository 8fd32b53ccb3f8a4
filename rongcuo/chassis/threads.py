"""Work that would hold up every green thread of the process: long computing, libraries that block."""

from collections.abc import Callable
from contextvars import copy_context
from typing import Any, TypeVar, cast

import eventlet
from eventlet import patcher, tpool

T = TypeVar("T")


def give_way() -> None:
    """Let others have their turn; for what goes on piece by piece and may never have to wait."""
    eventlet.sleep(0)


def in_native_thread(work: Callable[..., T], *given: Any) -> T:
    """Do it in a thread of the operating system while other green threads go on, and wait for it.

    Where threads are not green, it is simply done. What it does must not touch green locks or sockets.
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


def _outcome(work: Callable[[], T]) -> tuple[T | None, Exception | None]:
    """What is raised where nobody waits would be told to nobody but the log."""
    try:
        return work(), None
    except Exception as refusal:  # noqa: BLE001
        return None, refusal
