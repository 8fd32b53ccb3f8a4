"""The definitions of RFC 6962, section 2.1, word for word: slow, and sharing nothing with what it judges."""

from hashlib import sha256


def root(lines: list[bytes]) -> bytes:
    """MTH(D[n])."""
    if not lines:
        return sha256(b"").digest()
    if len(lines) == 1:
        return sha256(b"\x00" + lines[0]).digest()
    k = largest_power_below(len(lines))
    return sha256(b"\x01" + root(lines[:k]) + root(lines[k:])).digest()


def inclusion(m: int, lines: list[bytes]) -> list[bytes]:
    """PATH(m, D[n])."""
    if len(lines) == 1:
        return []
    k = largest_power_below(len(lines))
    if m < k:
        return [*inclusion(m, lines[:k]), root(lines[k:])]
    return [*inclusion(m - k, lines[k:]), root(lines[:k])]


def consistency(m: int, lines: list[bytes], whole: bool = True) -> list[bytes]:
    """SUBPROOF(m, D[n], b)."""
    if m == len(lines):
        return [] if whole else [root(lines)]
    k = largest_power_below(len(lines))
    if m <= k:
        return [*consistency(m, lines[:k], whole), root(lines[k:])]
    return [*consistency(m - k, lines[k:], False), root(lines[:k])]


def largest_power_below(n: int) -> int:
    k = 1
    while 2 * k < n:
        k *= 2
    return k
