"""A secret in several shares, of which some are enough and fewer tell nothing (Shamir).

As SLIP-0039 splits one: over GF(256), the secret at 255 and its digest at 254, so that shares which do not
belong together are seen.
"""

import hmac
from collections.abc import Mapping
from hashlib import sha256
from secrets import token_bytes

from rongcuo.sealing.errors import NotOpened

DIGEST_AT, SECRET_AT = 254, 255
DIGEST_BYTES = 4
Points = Mapping[int, bytes]


def split(secret: bytes, enough: int, shares: int) -> dict[int, bytes]:
    """The shares by their numbers, from 0. A secret has at least 16 bytes, `enough` is at least 2."""
    free: dict[int, bytes] = {number: token_bytes(len(secret)) for number in range(enough - 2)}
    noise = token_bytes(len(secret) - DIGEST_BYTES)
    points = free | {DIGEST_AT: _digest(secret, noise) + noise, SECRET_AT: secret}
    return free | {number: _value_at(number, points) for number in range(enough - 2, shares)}


def join(shares: Points) -> bytes:
    """The secret, from as many shares as are enough. Raises `NotOpened` where they are too few or do not
    belong together."""
    if len({len(share) for share in shares.values()}) != 1:
        raise NotOpened("shares")
    secret, digest = _value_at(SECRET_AT, shares), _value_at(DIGEST_AT, shares)
    if not hmac.compare_digest(_digest(secret, digest[DIGEST_BYTES:]), digest[:DIGEST_BYTES]):
        raise NotOpened("shares")
    return secret


def _value_at(place: int, points: Points) -> bytes:
    """Lagrange's interpolation, byte by byte: in this field sums and differences are both XOR."""
    weights = [(sum(_LOGS[place ^ other] - _LOGS[at ^ other] for other in points if other != at)) % 255
               for at in points]
    value = bytearray()
    for column in zip(*points.values(), strict=True):
        total = 0
        for byte, weight in zip(column, weights, strict=True):
            total ^= _POWERS[(_LOGS[byte] + weight) % 255] if byte else 0
        value.append(total)
    return bytes(value)


def _digest(secret: bytes, noise: bytes) -> bytes:
    return hmac.digest(noise, secret, sha256)[:DIGEST_BYTES]


def _powers() -> list[int]:
    """Those of 3, which makes all of AES's field: x⁸ + x⁴ + x³ + x + 1."""
    powers = [1]
    for _ in range(254):
        tripled = powers[-1] << 1 ^ powers[-1]
        powers.append(tripled ^ 0x11B if tripled > 0xFF else tripled)
    return powers


_POWERS = _powers()
_LOGS = {value: exponent for exponent, value in enumerate(_POWERS)}
