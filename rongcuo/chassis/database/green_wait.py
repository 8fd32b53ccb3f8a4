"""How long we wait for PostgreSQL to say anything.

The server's own timeouts can't fire in a server that is frozen, and libpq never gives up on one. psycopg2
lets the waiting be replaced: ours yields to the other green threads (or sleeps in poll() without them), and
raises after the connection's patience. psycopg2 then closes the socket, and the pool drops the connection.
No timer ever goes off in the middle of a protocol exchange: only a wait ends.
"""

import select
from typing import Any

import psycopg2
from eventlet import patcher
from eventlet.hubs import trampoline
from psycopg2 import extensions


class Silence(psycopg2.OperationalError):  # type: ignore[misc]
    """The server said nothing for as long as we are patient."""


class PatientConnection(extensions.connection):  # type: ignore[misc]
    """A connection; `patience` is how many seconds the server may be silent."""

    patience = 5.0


def install() -> None:
    """Wait this way for every psycopg2 connection of the process; after any monkey patching."""
    extensions.set_wait_callback(_wait)


def _wait(connection: Any) -> None:
    patience = getattr(connection, "patience", PatientConnection.patience)
    while (state := connection.poll()) != extensions.POLL_OK:
        if patcher.is_monkey_patched("socket"):
            trampoline(connection.fileno(), read=state == extensions.POLL_READ,
                       write=state == extensions.POLL_WRITE, timeout=patience, timeout_exc=Silence)
        else:
            _sleep_until_ready(connection.fileno(), state, patience)


def _sleep_until_ready(descriptor: int, state: int, patience: float) -> None:
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN if state == extensions.POLL_READ else select.POLLOUT)
    if not waiting.poll(patience * 1000):
        raise Silence("the database does not answer")
