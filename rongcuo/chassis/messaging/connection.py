"""Connections to the bus on which nothing waits for ever.

py-amqp waits without limit for a broker that has stopped answering; its read and write timeouts are options
of the socket that do nothing under green threads. Here every wait on the socket has a limit.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from ssl import CERT_REQUIRED, TLSVersion
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from amqp import spec
from amqp.serialization import PROPERTY_CLASSES
from kombu.connection import Connection as KombuConnection
from kombu.transport import pyamqp

from rongcuo.chassis.embedded import Transport as EmbeddedTransport
from rongcuo.chassis.embedded import broker_at
from rongcuo.chassis.messaging.ack_batching import Channel

PATIENCE = 4.0     # seconds the broker may take for one answer, and the socket at most for one write
PIECE = 65_536     # bytes gathered before they are written
AHEAD = 16_384     # bytes taken from the socket at least, where it has them
HEARTBEAT = 10     # seconds; a silent peer is given up after two
TLS_FILES = {"cacertfile": "ca_certs", "certfile": "certfile", "keyfile": "keyfile"}    # for py-amqp
_BASIC = spec.Basic.CLASS_ID
_read_properties = PROPERTY_CLASSES[_BASIC]


def _readable_properties(frame: bytes, offset: int) -> tuple[dict[str, Any], int]:
    """Those of one message; none where they can't be decoded. py-amqp would end the connection instead, and
    with every redelivery the next one. Tables within tables may fill the stack: nobody's finalizer, which
    would fail there, is run meanwhile."""
    gc.disable()
    try:
        properties, end = _read_properties(frame, offset)
    except Exception:  # noqa: BLE001  (whatever a stranger sent: the message is malformed, not the connection)
        return {}, offset
    finally:
        gc.enable()
    return properties, end


PROPERTY_CLASSES[_BASIC] = _readable_properties


class _Connection(pyamqp.Connection):
    """An AMQP connection whose socket has a time limit for every read and write."""

    Channel = Channel
    blocked = False     # whether the broker has an alarm, and takes nothing until it is over

    def _on_blocked(self) -> None:
        self.blocked = True

    def _on_unblocked(self) -> None:
        self.blocked = False

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


def is_settled(url: str) -> bool:
    """Whether everything that this bus has taken would outlive a crash of ours: the embedded one's, once all
    of it is done."""
    return not is_embedded(url) or broker_at(url.partition("://")[2].rstrip("/")).idle()


def bus_connection(url: str) -> KombuConnection:
    """A connection, not yet made, to the bus at this address.

    `amqps://user:password@host:port//?cacertfile=…&certfile=…&keyfile=…`, in RabbitMQ's own words: the server
    must be the one its certificate names, by the authorities in `cacertfile` or those of the system; the
    other two say who we are. Nothing turns that check off.
    """
    transport = EmbeddedTransport if is_embedded(url) else RabbitTransport
    address, _, query = url.partition("?")
    return KombuConnection(address, transport=transport, heartbeat=HEARTBEAT, connect_timeout=PATIENCE,
                           ssl=_tls(address, query) if address.startswith("amqps:") else False)


def _tls(address: str, query: str) -> dict[str, Any]:
    files = {TLS_FILES[name]: file for name, file in parse_qsl(query) if name in TLS_FILES}
    return {"cert_reqs": CERT_REQUIRED, "server_hostname": urlsplit(address).hostname,
            "tls_minimum_version": TLSVersion.TLSv1_2, **files}
