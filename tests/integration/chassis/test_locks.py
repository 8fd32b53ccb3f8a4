"""Locks that green threads and native ones share: whoever waits is woken, whoever releases."""

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any

import eventlet
import pytest
from eventlet import patcher
from eventlet.event import Event
from eventlet.semaphore import Semaphore
from jinja2.utils import LRUCache

from rongcuo.chassis.locks import Lock
from rongcuo.chassis.threads import in_native_thread

ROUNDS, WAITING = 50, 3
GENEROUS = 120.0    # seconds after which it hangs; nothing here has to be quick
native_threading, native_time = patcher.original("threading"), patcher.original("time")

SHARED: dict[str, Callable[[], Any]] = {
    "jinja2's cache": lambda: LRUCache(4)._wlock,
    "a handler of logging": lambda: logging.Handler().lock,
    "logging itself": lambda: logging._lock,    # type: ignore[attr-defined]
    "Lock": threading.Lock,
    "RLock": threading.RLock,
}


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """What hangs fails."""
    with eventlet.Timeout(GENEROUS):
        yield


@pytest.fixture(params=SHARED)
def lock(request: pytest.FixtureRequest) -> Any:
    return SHARED[request.param]()


class Native:
    """What a native thread does beside us."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.came, self.may_go_on = native_threading.Event(), native_threading.Event()
        self._thread = eventlet.spawn(in_native_thread, work)

    def wait_until_it_came(self) -> None:
        while not self.came.is_set():
            eventlet.sleep(0.001)

    def end(self) -> Any:
        return self._thread.wait()


def holding(lock: Any) -> Native:
    """A native thread within the lock, until it may go on."""
    def hold() -> None:
        with lock:
            native.came.set()
            native.may_go_on.wait()

    native = Native(hold)
    native.wait_until_it_came()
    return native


def wanting(lock: Any) -> Native:
    """A native thread before the lock, which does not get in yet."""
    def want() -> None:
        native.came.set()
        with lock:
            pass

    native = Native(want)
    native.wait_until_it_came()
    return native


def enter(lock: Any, entered: list[int]) -> None:
    with lock:
        entered.append(len(entered))
        eventlet.sleep(0)


def test_green_threads_are_woken_by_a_native_one(lock: Any) -> None:
    for _ in range(ROUNDS):
        native, entered = holding(lock), []
        waiting = [eventlet.spawn(enter, lock, entered) for _ in range(WAITING)]
        eventlet.sleep(0)
        assert not entered, "all stand before the lock now"
        native.may_go_on.set()
        for each in (*waiting, native._thread):
            each.wait()
        assert entered == [0, 1, 2]


def test_native_threads_are_woken_by_a_green_one(lock: Any) -> None:
    for _ in range(ROUNDS):
        entered: list[int] = []
        with lock:
            natives = [wanting(lock) for _ in range(WAITING)]
            greens = [eventlet.spawn(enter, lock, entered) for _ in range(WAITING)]
            eventlet.sleep(0.002)   # others go on while somebody waits natively
        for native in natives:
            native.end()
        for green in greens:
            green.wait()
        assert entered == [0, 1, 2]


def test_no_two_are_ever_within(lock: Any) -> None:
    within: list[int] = []

    def work(rest: Callable[[float], None]) -> int:
        met = 0
        for _ in range(ROUNDS):
            with lock:
                met += len(within)
                within.append(1)
                rest(0.0001)
                within.pop()
        return met

    natives = [Native(lambda: work(native_time.sleep)) for _ in range(WAITING)]
    greens = [eventlet.spawn(work, eventlet.sleep) for _ in range(WAITING)]
    assert [each.end() for each in natives] + [each.wait() for each in greens] == [0] * 2 * WAITING


def test_a_condition_told_by_either_side() -> None:
    told, given = threading.Condition(), []

    def take() -> int:
        with told:
            told.wait_for(lambda: bool(given))
            return given.pop()

    def give(number: int) -> None:
        with told:
            given.append(number)
            told.notify_all()

    for number in range(ROUNDS):
        green = eventlet.spawn(take)
        eventlet.sleep(0)
        in_native_thread(give, number)
        assert green.wait() == number
        native = Native(take)
        eventlet.sleep(0)
        give(number)
        assert native.end() == number


def test_who_gives_up_leaves_the_line() -> None:
    lock = threading.Lock()
    native = holding(lock)
    assert not lock.acquire(blocking=False)
    assert not lock.acquire(timeout=0.01)
    assert not in_native_thread(lock.acquire, True, 0.01)
    killed, stays = eventlet.spawn(lock.acquire), eventlet.spawn(lock.acquire)
    eventlet.sleep(0)
    killed.kill()
    native.may_go_on.set()
    assert stays.wait()
    native.end()
    lock.release()
    assert not lock.locked()
    with pytest.raises(RuntimeError):
        lock.release()


def test_who_was_woken_and_goes_passes_it_on() -> None:
    lock = threading.Lock()
    lock.acquire()
    killed, stays = eventlet.spawn(lock.acquire), eventlet.spawn(lock.acquire)
    eventlet.sleep(0)
    lock.release()      # the first is woken, but not yet awake
    killed.kill()
    assert stays.wait()


def test_every_lock_is_ours() -> None:
    """Also those of libraries that were made before a test began."""
    assert isinstance(threading.Lock(), Lock)
    assert isinstance(threading.RLock()._block, Lock)   # type: ignore[attr-defined]
    assert isinstance(logging._lock._block, Lock)       # type: ignore[attr-defined]
    assert isinstance(logging.lastResort.lock._block, Lock)     # type: ignore[union-attr]
    assert isinstance(threading._active_limbo_lock._block, Lock)    # type: ignore[attr-defined]


@pytest.mark.parametrize("touch", [Semaphore().acquire, Semaphore().release, Event().wait, Event().send])
def test_what_only_green_threads_may_touch_is_refused_to_native_ones(touch: Callable[[], object]) -> None:
    """By the guard of all integration tests, `deploy.green`."""
    with pytest.raises(RuntimeError, match="native thread"):
        in_native_thread(touch)
