"""What a store of files offers, whatever stands behind it."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from rongcuo.contracts.errors import CaseError

CHUNK = 262_144  # bytes that are held at once
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,119}\Z")


class Blobs(Protocol):
    """Files by key. Every call is bounded in time, or raises `attachment.store_unavailable`."""

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        """Keep what the chunks hold together, for good when this returns. Where they raise, nothing is kept;
        a file of the same key is replaced."""

    def read(self, key: str) -> Iterator[bytes]:
        """The file in chunks. Raises `attachment.missing` at once where there is none."""

    def remove(self, key: str) -> None:
        """Nothing happens where there is none."""

    def keys(self) -> Iterator[str]:
        """All that are kept, in no order; of those that come or go meanwhile some."""

    def older_than(self, seconds: float) -> Iterator[str]:
        """The keys written longer ago than that, by the system's clock, whatever the platform's shows. What
        writers left behind before that is cleared away."""


def checked(key: str) -> str:
    """The key itself. Raises `attachment.missing` for one that could name a path."""
    if not KEY.match(key):
        raise CaseError("attachment.missing", "not a key of the store")
    return key
