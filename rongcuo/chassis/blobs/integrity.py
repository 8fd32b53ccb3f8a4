"""A file is given out only as it was stored: its content is held against the digest that its owner keeps."""

import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Protocol

import structlog

from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)


class Readable(Protocol):
    """A store, as far as it is read."""

    def read(self, key: str) -> Iterator[bytes]: ...


def whole(store: Readable, key: str, digest: str) -> Iterable[bytes]:
    """The file in chunks, read through once before. Raises `attachment.damaged`, which operators read in the
    log, where it is not what was stored."""
    found = sha256()
    for chunk in store.read(key):
        found.update(chunk)
        time.sleep(0)    # others go on between the chunks of a large file
    if found.hexdigest() != digest:
        log.critical("file_damaged", key=key, wanted=digest, found=found.hexdigest())
        raise CaseError("attachment.damaged", details={"sha256": digest})
    return store.read(key)
