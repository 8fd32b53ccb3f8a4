"""Work that would hold up every green thread of the process: long computing, libraries that block."""

from collections.abc import Callable
from typing import Any, TypeVar

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
