"""The process that takes one file apart: the file comes by standard input, its copy goes to standard output.

Whatever the file makes of it, it ends by itself, and takes no more memory and time than it was given.
"""

import resource
import signal
import sys
from collections.abc import Callable
from importlib import import_module

from rongcuo.cleaning.refusals import NotCleaned

MEMORY = 1_610_612_736      # bytes of address space
SECONDS = 30
REFUSED = 3
READERS = {"pdf": "pages", "jpg": "pictures", "png": "pictures", "tif": "pictures", "txt": "texts",
           "csv": "texts"}


def main(kind: str) -> int:
    """The exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))       # it writes no file
    signal.alarm(SECONDS)
    copy: Callable[[bytes, str], bytes] = import_module(f"rongcuo.cleaning.{READERS[kind]}").copy
    try:
        made = copy(sys.stdin.buffer.read(), kind)
    except NotCleaned as refusal:
        sys.stdout.write(refusal.reason)
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
