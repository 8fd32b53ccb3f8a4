"""Folders of keys: one process at a time changes them, and what cannot be read is told by a code."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.contracts.errors import CaseError

LOCK = "lock"    # beside the keys


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else is, meanwhile. The folder is made where there is none."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
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


def write_private(pem: Path, key: Ed25519PrivateKey) -> None:
    """For our own user alone."""
    write_whole(pem, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)


def read_private(pem: Path) -> Ed25519PrivateKey:
    """Raises what `readable` tells."""
    found = load_pem_private_key(pem.read_bytes(), password=None)
    if not isinstance(found, Ed25519PrivateKey):
        raise TypeError("not an Ed25519 key")
    return found
