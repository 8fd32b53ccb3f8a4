"""Connections to the bus on which nothing waits for ever.

py-amqp waits without limit for a broker that has stopped answering; its read and write timeouts are options
of the socket that do nothing under green threads. Here every wait on the socket has a limit.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from amqp import spec
from amqp.serialization import PROPERTY_CLASSES
from kombu.connection import Connection as KombuConnection
from kombu.transport import pyamqp

from rongcuo.chassis.bus.channel import Channel
from rongcuo.chassis.embedded import Transport as EmbeddedTransport

PATIENCE = 4.0     # seconds the broker may take for one answer, and the socket at most for one write
PIECE = 65_536     # bytes gathered before they are written
AHEAD = 16_384     # bytes taken from the socket at least, where it has them
HEARTBEAT = 10     # seconds; a silent peer is given up after two
_BASIC = spec.Basic.CLASS_ID
_read_properties = PROPERTY_CLASSES[_BASIC]


def _readable_properties(frame: bytes, offset: int) -> tuple[dict[str, Any], int]:
    """Those of one message; none where they can't be decoded. py-amqp would end the connection instead, and
    with every redelivery the next one."""
    try:
        properties, end = _read_properties(frame, offset)
    except Exception:  # noqa: BLE001  (whatever a stranger sent: the message is malformed, not the connection)
        return {}, offset
    return properties, end


PROPERTY_CLASSES[_BASIC] = _readable_properties


class _Connection(pyamqp.Connection):
    """An AMQP connection whose socket has a time limit for every read and write."""

    Channel = Channel

    def connect(self, callback: Any = None) -> Any:
        connected = super().connect(callback)
        self.transport.sock.settimeout(PATIENCE)
        self._read_ahead()
        return connected

    def _read_ahead(self) -> None:
        """py-amqp asks the socket nine times for one message; it keeps what it gets beyond what it wants."""
        receive = self.transport._quick_recv
        self.transport._quick_recv = lambda wanted: receive(max(wanted, AHEAD))

    def blocking_read(self, timeout: float | None = None) -> Any:
        """A broker that leaves a question unanswered is given up: nobody waits for it a second time."""
        try:
            return super().blocking_read(timeout)
        except TimeoutError:
            if timeout is None:
                self.collect()
            raise

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """What is written in the block goes to the socket in large pieces instead of frame by frame."""
        transport, write, gathered = self.transport, self.transport._write, bytearray()

        def gather(frame: bytes) -> None:
            gathered.extend(frame)
            if len(gathered) >= PIECE:
                empty()

        def empty() -> None:
            while gathered:      # while we write, a heartbeat may be gathered
                piece = bytes(gathered)
                gathered.clear()
                write(piece)

        transport._write = gather
        try:
            yield
            empty()
        finally:
            transport._write = write


class RabbitTransport(pyamqp.Transport):
    """kombu's AMQP transport over such connections."""

    Connection = _Connection


def is_embedded(url: str) -> bool:
    """Whether this address is the bus inside the process."""
    return url.startswith("embedded:")


def bus_connection(url: str) -> KombuConnection:
    """A connection, not yet made, to the bus at this address."""
    transport = EmbeddedTransport if is_embedded(url) else RabbitTransport
    return KombuConnection(url, transport=transport, heartbeat=HEARTBEAT, connect_timeout=PATIENCE)
