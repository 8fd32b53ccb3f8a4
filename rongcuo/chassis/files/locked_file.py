"""A file that one process holds while it lives, and that says which one."""

import fcntl
import os
from pathlib import Path


class Held(Exception):
    """Another process has it; the text is its number."""


def hold(file: Path) -> int:
    """Hold it until the answered descriptor is closed, or the process ends. Raises Held."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = file.read_text().strip() or "unknown"
        os.close(handle)
        raise Held(owner) from None
    os.ftruncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle
