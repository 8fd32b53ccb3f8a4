"""A ledger as a file for the outside verifier: JSON lines, without salts, to prove and not to tell.

    {"format": "rongcuo-ledger-1", "origin": …, "keys": [{"vkey": …, "endorsement": …}], "lines": n,
     "checkpoints": m}
    {"seq": 1, "leaf": …, "body": …}
    {"checkpoint": …}      right behind the last line that it covers
"""

from typing import Any, TextIO

from rongcuo.chassis.database.types import canonical
from rongcuo.chassis.ledger.ledger import Ledger
from rongcuo.contracts.serialisation import dump

FORMAT = "rongcuo-ledger-1"


def export(ledger: Ledger, out: TextIO) -> int:
    """Write everything up to the newest checkpoint; how many lines."""
    with ledger.whole() as (checkpoints, lines):
        notes = dict(checkpoints)
        size = max(notes, default=0)
        keys = [dump(key) for key in ledger.public_keys()]
        _write(out, {"format": FORMAT, "origin": ledger.origin, "keys": keys, "lines": size,
                     "checkpoints": len(notes)})
        for line in lines:
            if line.seq > size:
                break
            _write(out, {"seq": line.seq, "leaf": line.leaf, "body": line.body})
            if line.seq in notes:
                _write(out, {"checkpoint": notes[line.seq]})
    return size


def _write(out: TextIO, record: dict[str, Any]) -> None:
    out.write(canonical(record) + "\n")
