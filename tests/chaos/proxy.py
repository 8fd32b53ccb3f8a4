"""A TCP proxy that misbehaves on demand: blackhole, half-open, reset, delay."""

import select
import socket
import struct
import time
from contextlib import suppress
from threading import Thread

PASS, BLACKHOLE, HALF_OPEN, DELAY = "pass", "blackhole", "half-open", "delay"
CHUNK = 65_536
ABORT = struct.pack("ii", 1, 0)   # SO_LINGER: closing sends RST


class Proxy:
    """Forwards 127.0.0.1:port to another port.

    - `blackhole`: connections stay open and new ones are taken, but nothing goes through;
    - `half-open`: the server's side is closed and the client is never told;
    - `delay`: every piece waits `seconds`;
    - `reset()`: all connections end with RST at once; new ones pass.
    """

    def __init__(self, target: int, port: int = 0) -> None:
        self.target, self.mode, self.seconds = target, PASS, 0.0
        self._listener = socket.create_server(("127.0.0.1", port), backlog=256)
        self.port: int = self._listener.getsockname()[1]
        self._pairs: set[tuple[socket.socket, socket.socket | None]] = set()
        Thread(target=self._accept, daemon=True).start()

    def turn(self, mode: str, seconds: float = 0.0) -> None:
        """Behave like this from now on. Back at `pass`, what was cut half-open is closed."""
        self.mode, self.seconds = mode, seconds
        for client, server in list(self._pairs):
            if mode == HALF_OPEN and server is not None:
                _shut(server)
            if mode == PASS and server is None:
                _shut(client)

    def reset(self) -> None:
        for client, server in list(self._pairs):
            for side in filter(None, (client, server)):
                with suppress(OSError):
                    side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
                _shut(side)

    def close(self) -> None:
        self._listener.close()
        self.mode = PASS
        self.reset()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        server = None
        pair = (client, server)
        self._pairs.add(pair)
        try:
            while self.mode in {BLACKHOLE, HALF_OPEN}:
                time.sleep(0.05)
            server = socket.create_connection(("127.0.0.1", self.target), timeout=30)
            self._pairs.discard(pair)
            pair = (client, server)
            self._pairs.add(pair)
            self._carry(client, server)
        except (OSError, ValueError):
            pass
        finally:
            self._pairs.discard(pair)
            while self.mode == HALF_OPEN:     # the client is never told
                time.sleep(0.05)
            for side in filter(None, (client, server)):
                _shut(side)
                side.close()

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        other = {client: server, server: client}
        while True:
            if self.mode == BLACKHOLE:
                time.sleep(0.05)
                continue
            ready, _, _ = select.select([client, server], [], [], 0.2)
            for side in ready if self.mode != BLACKHOLE else ():
                piece = side.recv(CHUNK)
                if not piece:
                    return
                if self.mode == DELAY:
                    time.sleep(self.seconds)
                other[side].sendall(piece)


def _shut(side: socket.socket) -> None:
    with suppress(OSError):
        side.shutdown(socket.SHUT_RDWR)
