"""Folders of keys: one process at a time changes them, and what cannot be read is told by a code."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rongcuo.contracts.errors import CaseError


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else is, meanwhile. The folder is made where there is none."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def readable(file: Path, code: str) -> Iterator[None]:
    """Raises CaseError with this code for what is lost, broken or not ours to read."""
    try:
        yield
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise CaseError(code, f"{file}: {type(error).__name__}") from None
