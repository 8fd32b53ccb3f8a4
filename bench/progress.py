"""Telling how far the measuring is."""

import sys


def progress(name: str, done: int, of: int) -> None:
    """A line on standard error, about ten times."""
    if done >= 0 and done % max(of // 10, 1) == 0:
        print(f"  {name}: {done}/{of}", file=sys.stderr, flush=True)
