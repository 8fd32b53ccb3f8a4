"""One after another, by key."""

from collections.abc import Iterator
from contextlib import contextmanager

from eventlet.event import Event


class KeyedQueue:
    """Hands out turns in the order of asking; turns of different keys don't wait for each other."""

    def __init__(self) -> None:
        self._last: dict[str, Event] = {}

    def ask(self, key: str) -> "Turn":
        """The next turn of this key. Its order is fixed now, not when it is taken."""
        turn = Turn(self, key, self._last.get(key))
        self._last[key] = turn.over
        return turn

    def forget(self, turn: "Turn") -> None:
        """Nobody came after this turn: nothing needs to be remembered of its key."""
        if self._last.get(turn.key) is turn.over:
            del self._last[turn.key]


class Turn:
    """A place in the line of one key."""

    def __init__(self, turns: KeyedQueue, key: str, before: Event | None) -> None:
        self.key = key
        self.over: Event = Event()
        self._turns = turns
        self._before = before

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for all earlier turns of this key; at the end, let the next one begin."""
        try:
            if self._before is not None:
                self._before.wait()
            yield
        finally:
            self.over.send()
            self._turns.forget(self)
