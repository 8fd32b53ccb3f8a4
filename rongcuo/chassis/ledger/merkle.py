"""The Merkle tree of RFC 6962, as arithmetic: which hashes a root or a proof is made of, and their folding.

A span (start, end) names the lines start … end-1, counted from 0. A node (level, place) is the perfect
subtree over the 2^level lines from place·2^level on. Every span of RFC 6962 is a row of O(log n) nodes.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from hashlib import sha256

Span = tuple[int, int]
Node = tuple[int, int]
NODE = b"\x01"       # RFC 6962: an inner node is hashed with this prefix
EMPTY_ROOT = sha256(b"").digest()


def joined(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return sha256(NODE + left + right).digest()


def nodes_of(span: Span) -> list[Node]:
    """The perfect subtrees that make up a span, from left to right."""
    start, end = span
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append((level, start >> level))
        start += 1 << level
    return found


def folded(hashes: Sequence[bytes]) -> bytes:
    """The hash of a span, from the hashes of its nodes."""
    if not hashes:
        return EMPTY_ROOT
    return reduce(lambda right, left: joined(left, right), reversed(hashes))


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The hash of a whole tree, from the hashes of its leaves."""
    if len(leaves) <= 1:
        return leaves[0] if leaves else EMPTY_ROOT
    middle = _middle(0, len(leaves))
    return joined(root_of(leaves[:middle]), root_of(leaves[middle:]))


def inclusion(index: int, size: int) -> list[Span]:
    """PATH(index, D[size]): the spans whose hashes prove line `index` to be in the tree, lowest first."""
    start, end, path = 0, size, []
    while end - start > 1:
        middle = _middle(start, end)
        if index < middle:
            path.append((middle, end))
            end = middle
        else:
            path.append((start, middle))
            start = middle
    return path[::-1]


def consistency(old: int, size: int) -> list[Span]:
    """PROOF(old, D[size]): the spans whose hashes prove that the tree of `size` only added to the old one."""
    start, end, path = 0, size, []
    while old != end:
        middle = _middle(start, end)
        if old <= middle:
            path.append((middle, end))
            end = middle
        else:
            path.append((start, middle))
            start = middle
    return [*([(start, end)] if start else []), *path[::-1]]


def only_added(old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a consistency proof leads to both roots. `old` is at least 1."""
    hashes = iter(proof)

    def roots(start: int, end: int) -> tuple[bytes, bytes]:
        if old == end:
            same = next(hashes) if start else old_root
            return same, same
        middle = _middle(start, end)
        if old <= middle:
            before, now = roots(start, middle)
            return before, joined(now, next(hashes))
        before, now = roots(middle, end)
        left = next(hashes)
        return joined(left, before), joined(left, now)

    return len(proof) == len(consistency(old, size)) and roots(0, size) == (old_root, root)


def grown(first: int, leaves: Sequence[bytes],
          known: Callable[[Node], bytes]) -> Iterator[tuple[Node, bytes]]:
    """The nodes above the leaves that are complete by these leaves, of which the first has the even number
    `first`. `known` reads a node that was complete before."""
    level, place, row = 0, first, list(leaves)
    while row:
        if place % 2:
            place -= 1
            row.insert(0, known((level, place)))
        row = [joined(*pair) for pair in zip(row[::2], row[1::2], strict=False)]
        level, place = level + 1, place // 2
        yield from (((level, place + number), made) for number, made in enumerate(row))


def _middle(start: int, end: int) -> int:
    """Where RFC 6962 parts a span: after the largest power of two below its length."""
    return start + (1 << (end - start - 1).bit_length() - 1)
