"""A guide (《容错纠错工作指引》) is the entries of an area that hold; its edition is what it says."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

LENGTH: Final = 12     # signs of an edition's name


def edition_of(entries: Iterable[tuple[str, int]]) -> str:
    """Names this very content, by the ids and versions of its entries; another content has another name."""
    told = "|".join(f"{entry_id}:{version}" for entry_id, version in sorted(entries))
    return sha256(told.encode()).hexdigest()[:LENGTH]
