"""Checkpoints of nodes' ledgers: each continues the one before, or the node is marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.province import NodeTrouble


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """A note that was signed, and what stands in it. `root`: base64."""

    node: str
    origin: str
    size: int
    root: str
    note: str
    at: datetime


def doubt(known: Iterable[Checkpoint], fresh: Checkpoint) -> NodeTrouble | None:
    """Whether it can't continue what is known of that ledger: it has fewer lines than the largest, or another
    root over as many. Whether a larger one has grown from a smaller one, its export tells
    (tools/verify_ledger.py)."""
    same = [each for each in known if each.origin == fresh.origin]
    if any(each.size == fresh.size and each.root != fresh.root for each in same):
        return NodeTrouble.REWRITTEN
    return NodeTrouble.SHORTER if any(each.size > fresh.size for each in same) else None
