"""The lock that green threads and native ones may share: `threading.Lock` where threads are green.

RLock, Condition, Event and the locks of every library stand on it. eventlet's own knows one thread of the
operating system only: whoever waits in another is woken from the wrong one (`Cannot switch to a different
thread`), or never.
"""

import os
from collections import deque
from contextlib import suppress
from functools import cache
from time import monotonic
from typing import Any

import eventlet
from eventlet import hubs, patcher
from eventlet.event import Event

_native = patcher.original("_thread")
_socketpair = patcher.original("socket").socketpair
_HOME: int = _native.get_ident()    # the native thread in which all green ones run; it imports this first


def at_home() -> bool:
    """Whether this runs where the green threads do, and not in a native thread beside them."""
    return bool(_native.get_ident() == _HOME)


class Lock:
    """A lock of the operating system, which one of all threads holds. Green threads never wait for it there,
    where everybody else would stand still with them, but in a line of their own; native ones do.

    Who releases it wakes the first of the line, who then tries again: somebody else may have been quicker.
    """

    def __init__(self, _free: int = 1) -> None:
        self._held: Any = _native.allocate_lock()
        self._line: deque[Event] = deque()

    def acquire(self, blocking: bool = True, timeout: float | None = -1) -> bool:
        """`timeout`: seconds; None and -1 are without end."""
        if self._held.acquire(False):
            return True
        if not blocking:
            return False
        patience = -1 if timeout is None else timeout
        return bool(self._wait(patience) if at_home() else self._held.acquire(True, patience))

    def release(self) -> None:
        """Raises RuntimeError where nobody holds it."""
        self._held.release()
        if self._line:
            self._wake()

    def locked(self) -> bool:
        """Whether somebody holds it."""
        return bool(self._held.locked())

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        self._held, self._line = _native.allocate_lock(), deque()

    def _wait(self, patience: float) -> bool:
        """One stands in the line before one tries: whoever releases it in between finds us there."""
        _bell()
        until, ours = monotonic() + patience, Event()
        taken: bool = False
        self._line.append(ours)
        try:
            while not (taken := bool(self._held.acquire(False))):
                left = until - monotonic() if patience >= 0 else None
                if left is not None and left <= 0:
                    break
                ours.wait(left)
                if ours.ready():
                    ours = Event()
                    self._line.appendleft(ours)
        finally:
            self._leave(ours, taken)
        return taken

    def _leave(self, ours: Event, taken: bool) -> None:
        try:
            self._line.remove(ours)
        except ValueError:      # we were woken meanwhile
            if not taken:
                self._wake()

    def _wake(self) -> None:
        try:
            first = self._line.popleft()
        except IndexError:      # another thread was quicker
            return
        if at_home():
            first.send()
        else:
            _bell().ring(first)


class _Bell:
    """By which native threads wake green ones: only at home may that be done, and the hub sleeps until a
    socket has something for it."""

    def __init__(self) -> None:
        self._woken: deque[Event] = deque()
        self._ear, self._hand = _socketpair()
        self._hand.setblocking(False)
        eventlet.spawn_n(self._listen)

    def ring(self, woken: Event) -> None:
        """Any thread may."""
        self._woken.append(woken)
        with suppress(BlockingIOError):     # so many rings that it was not heard yet: this one will be, too
            self._hand.send(b"!")

    def _listen(self) -> None:
        while True:
            hubs.trampoline(self._ear, read=True)
            self._ear.recv(4096)
            while self._woken:
                self._woken.popleft().send()


@cache
def _bell() -> _Bell:
    """Made at home by the first who waits, so it is there when a native thread finds somebody in a line."""
    return _Bell()


os.register_at_fork(after_in_child=_bell.cache_clear)
