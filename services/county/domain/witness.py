"""Signed checkpoints of ledgers, held against what the ledgers are now."""

from base64 import b64decode
from binascii import Error
from typing import Final, NamedTuple

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.ledger import LedgerCheckpoint

SHORTER, REWRITTEN = "shorter", "rewritten"
LONGEST: Final = 120     # signs of a ledger's name


class Checkpoint(NamedTuple):
    """How many lines a ledger had, and the root over them in hexadecimal."""

    origin: str
    size: int
    root: str


def read(note: str) -> Checkpoint:
    """Raises CaseError `malformed`. The signatures are the verifier's to look at."""
    try:
        origin, size, root, *_ = note.split("\n")
        found = Checkpoint(origin, int(size), b64decode(root, validate=True).hex())
    except (ValueError, Error):
        raise CaseError("malformed", "no checkpoint") from None
    if not 0 < len(origin) <= LONGEST or not 0 < found.size < 2**62:
        raise CaseError("malformed", "no checkpoint")
    return found


def problem_of(told: LedgerCheckpoint, witnessed: Checkpoint) -> str:
    """Why the ledger, as it is now, does not continue what was witnessed of it; empty where it does. `told`:
    asked about as many lines as were witnessed."""
    if told.lines < witnessed.size:
        return SHORTER
    return "" if told.root == witnessed.root else REWRITTEN
