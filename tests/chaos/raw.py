"""Messages whose properties no client library would write: what py-amqp can't decode."""

import struct

import amqp

CONTENT_TYPE, HEADERS = 0x8000, 0x2000     # flags of AMQP's basic properties


class RawMessage(amqp.Message):  # type: ignore[misc]
    """With its properties as bytes."""

    def __init__(self, body: bytes, written: bytes) -> None:
        super().__init__(body)
        self._written = written

    def _serialize_properties(self) -> bytes:
        return self._written


def _table(entries: bytes) -> bytes:
    return struct.pack(">I", len(entries)) + entries


def _nested(depth: int) -> bytes:
    inner = b""
    for _ in range(depth):
        inner = b"\x01aF" + _table(inner)
    return _table(inner)


UNDECODABLE = {
    "a content type that is no text": struct.pack(">H", CONTENT_TYPE) + b"\x02\xff\xfe",
    "a date beyond all years": struct.pack(">H", HEADERS) + _table(b"\x01tT" + struct.pack(">Q", 2**62)),
    "tables in tables in tables": struct.pack(">H", HEADERS) + _nested(1_500),
}
