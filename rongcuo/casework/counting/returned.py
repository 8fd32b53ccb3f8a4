"""What is signed of a monthly return, alike for who submits it and for who takes it."""

import json
from collections.abc import Iterable
from hashlib import sha256

from rongcuo.contracts.province import MatterCount
from rongcuo.contracts.serialisation import dump


def checksum_of(rows: Iterable[MatterCount]) -> str:
    """SHA-256, in hex, of the rows as canonical JSON."""
    return sha256(_canonical([dump(row) for row in rows])).hexdigest()


def statement_of(organ_id: str, period: str, revision: int, checksum: str) -> str:
    """What the node's key signs: a JSON list, its kind first."""
    return json.dumps(["rongcuo return 1", organ_id, period, revision, checksum], ensure_ascii=False)


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
