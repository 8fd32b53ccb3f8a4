"""Contents of files: closed under a key of their own, which is sealed or boxed elsewhere.

So a file of any size stands in the store closed, and is destroyed with its key, in every copy of the store.
"""

from base64 import b64decode, b64encode
from secrets import token_bytes

from rongcuo.sealing.algorithms import NONCE_BYTES, Algorithm, algorithm
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.parts import KEY_BYTES


def close(content: bytes, place: str, by: Algorithm) -> tuple[str, bytes]:
    """What opens it, and what is kept. `place`: under which key of the store; elsewhere it does not open."""
    key, nonce, about = token_bytes(KEY_BYTES), token_bytes(NONCE_BYTES), _about(place, by)
    closed = by.close(by.derive(key, b"", about, by.key_bytes), nonce, content, about)
    return f"{by.id} {b64encode(key).decode()}", nonce + closed


def open_closed(closed: bytes, place: str, opens: str) -> bytes:
    """Raises `NotOpened`."""
    name, _, key = opens.partition(" ")
    by = algorithm(name)
    about = _about(place, by)
    try:
        own = by.derive(b64decode(key, validate=True), b"", about, by.key_bytes)
    except ValueError:
        raise NotOpened(*about) from None
    return by.open(own, closed[:NONCE_BYTES], closed[NONCE_BYTES:], about)


def _about(place: str, by: Algorithm) -> tuple[str, ...]:
    return ("file", place, by.id)
