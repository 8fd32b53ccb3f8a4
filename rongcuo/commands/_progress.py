"""How far something long has come, on the terminal: a line for each part, written over where that can be."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from rongcuo.chassis.backup import Tell

EVERY = 0.5      # seconds between two words about one part
LONG = 10.0      # the same where each is a line of a log


@contextmanager
def shown() -> Iterator[Tell]:
    """For the length of a block."""
    over = sys.stdout.isatty()
    part, told_at = "", float("-inf")

    def tell(of: str, done: int, total: int) -> None:
        nonlocal part, told_at
        if over and part and of != part:
            click.echo()
        ended = bool(total) and done >= total
        if of != part or ended or time.monotonic() - told_at >= (EVERY if over else LONG):
            part, told_at = of, time.monotonic()
            figures = f"{done:,} / {total:,}" if total else f"{done:,}"
            click.echo(f"\r{of:14} {figures:30}" if over else f"{of:14} {figures}", nl=not over)

    yield tell
    if over and part:
        click.echo()
