"""HTTP/1.1 by the letter (RFC 9112), on eventlet's server, which forgives.

What another reader before or behind us could take for something else is refused with 400, and the connection
closed: two lengths, sizes that are not hexadecimal digits, bare line feeds, folded lines, no host, methods in
small letters (others by RFC 9110, the same to the framework behind us). A client that says something drop by
drop is not waited for.
"""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NoReturn

import eventlet
from eventlet import Timeout, wsgi

IDLE = 30.0         # seconds within which a connection's next request line must have come
HEAD = 10.0         # seconds for the lines after it
LEAVING = 10.0      # seconds for which a body that nobody wanted is read on: its sender sees the answer
LONGEST_LINE = 256  # bytes of a chunk's size with its extensions, and of a trailer
REQUEST_LINE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Z-]+ [!-~]+ HTTP/1\.([01])\r\n")
FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\x00-\x08\x0a-\x1f\x7f]*)\r\n")  # no sign read twice
HOST = re.compile(rb"[A-Za-z0-9._~!$&'()*+,;=%:\[\]-]*")
LENGTH = re.compile(rb"[0-9]{1,18}")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\x00-\x08\x0a-\x1f\x7f]*)?\r\n")
ONCE = (b"host", b"content-length", b"transfer-encoding", b"content-type", b"authorization",
        b"idempotency-key")
REFUSAL = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


def is_sound(lines: list[bytes]) -> bool:
    """Whether this is the whole head of a request that can be understood in one way only."""
    first, found = REQUEST_LINE.fullmatch(lines[0]), [FIELD.fullmatch(line) for line in lines[1:-1]]
    if not first or not all(found) or lines[-1] != b"\r\n":
        return False
    fields = [(each[1].lower(), each[2].strip(b" \t")) for each in found if each]
    return _is_framed(Counter(name for name, _ in fields), dict(fields), first[1] == b"1")


def _is_framed(times: Counter[bytes], fields: dict[bytes, bytes], persistent: bool) -> bool:
    """One host, and at most one way to tell where the body ends."""
    if any(times[name] > 1 for name in ONCE) or (persistent and not times[b"host"]):
        return False
    length, coding = fields.get(b"content-length"), fields.get(b"transfer-encoding")
    if coding is not None and (length is not None or not persistent or coding.lower() != b"chunked"):
        return False
    return bool(HOST.fullmatch(fields.get(b"host", b"")) and (length is None or LENGTH.fullmatch(length)))


class Protocol(wsgi.HttpProtocol):  # type: ignore[misc]
    """Reads a request's head whole before any of it is believed. Nothing of it is written to the log."""

    rfile: Any

    def _read_request_line(self) -> bytes:
        with Timeout(IDLE, False):
            line: bytes = super()._read_request_line() or b""
            return line
        return b""

    def parse_request(self) -> bool:
        self.close_connection = True
        lines: list[bytes] = []
        with Timeout(HEAD, False):
            lines = [self.raw_requestline, *_head(self.rfile)]
        if not lines or not is_sound(lines):
            self.send_error(400)
            return False
        self.rfile = BytesIO(b"".join(lines[1:]))
        return bool(super().parse_request())

    def get_environ(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environ()
        given = environ["wsgi.input"]
        environ["wsgi.input"] = environ["eventlet.input"] = Body(
            given.rfile, given.content_length, self.connection, given.wfile, given.wfile_line,
            given.chunked_input, protocol=self)
        return environ

    def handle_one_response(self) -> None:
        """Closed over what it still sends, a connection takes the answer from its sender: it is read on."""
        super().handle_one_response()
        body: Body = self.environ["wsgi.input"]
        if self.close_connection and body.comes_on:
            body.discard()

    def send_error(self, *_: Any) -> None:
        """Says no more than that."""
        self.close_connection = True
        self.wfile.write(REFUSAL)

    def log_message(self, *_: Any) -> None:
        """Nothing: addresses hold what people search for."""


def _head(lines: Any) -> Iterator[bytes]:
    """To the empty line, or to where it broke off."""
    while line := lines.readline():
        yield line
        if not line.strip(b"\r\n"):
            return


class Body(wsgi.Input):  # type: ignore[misc]
    """A request's body. Once its chunks are not well-formed nothing more of the connection is read."""

    def __init__(self, *given: Any, protocol: Protocol, **named: Any) -> None:
        super().__init__(*given, **named)
        self._protocol = protocol
        self._left, self._ended = 0, False
        self._given_up = False

    @property
    def comes_on(self) -> bool:
        """Whether its sender was told to send it, or needs no such word, and we did not give up waiting."""
        return not (self._given_up or self.should_send_hundred_continue)

    def _chunked_read(self, rfile: Any, length: int | None = None, use_readline: bool = False) -> bytes:
        if self.should_send_hundred_continue:
            self.send_hundred_continue_response()
            self.is_hundred_continue_response_sent = True
        read, parts = rfile.readline if use_readline else rfile.read, []
        wanted = -1 if length is None or length < 0 else length
        while wanted and not self._ended:
            if not self._left:
                self._begin_chunk(rfile)
                continue
            part = read(self._left if wanted < 0 else min(wanted, self._left))
            self._took(rfile, part)
            parts.append(part)
            wanted -= len(part) if wanted > 0 else 0
            if use_readline and part.endswith(b"\n"):
                break
        return b"".join(parts)

    def _begin_chunk(self, rfile: Any) -> None:
        """The next chunk's size; after the last chunk, its trailers."""
        found = CHUNK.fullmatch(rfile.readline(LONGEST_LINE))
        self._left = int(found[1], 16) if found else self._refuse()
        self._ended = not self._left
        if self._ended:
            self._end(rfile)

    def _took(self, rfile: Any, part: bytes) -> None:
        if not part:
            self._refuse()
        self._left -= len(part)
        if not self._left and rfile.read(2) != b"\r\n":
            self._refuse()

    def _end(self, rfile: Any) -> None:
        """Trailers are of no use to us; a few may come."""
        for _ in range(20):
            line = rfile.readline(LONGEST_LINE)
            if line == b"\r\n":
                return
            if not FIELD.fullmatch(line):
                break
        self._refuse()

    def read(self, length: int | None = None) -> bytes:
        """However quickly it comes, others have their turn."""
        eventlet.sleep(0)
        part: bytes = super().read(length)
        return part

    def leave(self) -> None:
        """Nobody knows any more where the next request would begin."""
        self._given_up = True
        self._protocol.close_connection = True

    def _refuse(self) -> NoReturn:
        self._ended, self._left = True, 0
        self.leave()
        raise wsgi.ChunkReadError("the chunks are not well-formed")

    def discard(self, buffer_size: int = 65_536) -> None:
        """What nobody wanted is read on for a while only."""
        done = False
        with Timeout(LEAVING, False):
            try:
                super().discard(buffer_size)
                done = True
            except (ValueError, OSError):
                pass
        if not done:
            self.leave()
