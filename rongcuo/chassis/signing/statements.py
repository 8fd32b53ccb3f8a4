"""What is signed of a message: everything that its receiver acts on, as one JSON list, kind first.

Kinds keep a signature of one sort from being taken for another. `rongcuo.key` names signer and key.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

KEY, SIGNATURE = "rongcuo.key", "rongcuo.signature"
ORIGIN, ORIGIN_KEY = "rongcuo.origin", "rongcuo.origin_key"     # of the gateway's call that named the officer
ORIGIN_SIGNATURE = "rongcuo.origin_signature"
LETTER_KEY, LETTER_SIGNATURE = "rongcuo.letter_key", "rongcuo.letter_signature"
CALL = "rongcuo call 1"
Headers = Mapping[str, Any]


def event(headers: Headers, attributes: tuple[str, ...], body: bytes) -> str:
    """All CloudEvents attributes. Not the routing key: it is the type at first, then the queue's name."""
    return _stated("rongcuo event 1", headers.get(KEY), *map(headers.get, attributes), _digest(body))


def call(headers: Headers, carried: tuple[str, ...], address: tuple[Any, ...], body: bytes) -> str:
    """What is carried beside the call, and where it and its answer go."""
    return _stated(CALL, headers.get(KEY), *map(headers.get, carried), *address, _digest(body))


def answer(headers: Headers, reply_to: str, call_id: str, body: bytes) -> str:
    """To which call, and whose reply queue."""
    return _stated("rongcuo answer 1", headers.get(KEY), reply_to, call_id, _digest(body))


def letter(headers: Headers, signed: tuple[str, ...], body: bytes) -> str:
    """A dead letter, from the service that gave the message up to itself."""
    return _stated("rongcuo letter 1", headers.get(LETTER_KEY), *map(headers.get, signed), _digest(body))


def _stated(*parts: Any) -> str:
    """Raises TypeError for what is neither text, a whole number nor missing."""
    for part in parts:
        if part is not None and not isinstance(part, str | int):
            raise TypeError("can't be signed")
    return json.dumps(parts, separators=(",", ":"))


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()
