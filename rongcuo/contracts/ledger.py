"""What proves a line of the ledger to somebody outside. Hashes are SHA-256 in hexadecimal."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.fields import number
from rongcuo.contracts.operation import Query


@dataclass(frozen=True, kw_only=True)
class LedgerKey:
    """`vkey`: a public key as C2SP writes it. `endorsement`: the key before has signed this one (base64)."""

    vkey: str
    endorsement: str = ""


@dataclass(frozen=True, kw_only=True)
class LedgerProof:
    """A line is the number `seq` (from 1) of the `tree_size` lines that the signed `checkpoint` covers.

    `hashes`: RFC 6962 inclusion proof, lowest first. `salt` and `payload`: what the line commits to; the
    payload is empty where the platform does not keep it any more.
    """

    seq: int
    body: str
    salt: str
    payload: str
    tree_size: int
    hashes: tuple[str, ...] = ()
    checkpoint: str
    keys: tuple[LedgerKey, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GrowthProof:
    """The ledger of the checkpoint `new` continues that of `old`: RFC 6962 consistency proof."""

    old: str
    new: str
    hashes: tuple[str, ...] = ()
    keys: tuple[LedgerKey, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LineWritten:
    """Who wrote a line of their own, with which post, and when."""

    officer_id: str
    organ_id: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class LedgerQuery:
    """The newest checkpoint of a service's ledger, and the root over its first `size` lines (0: none)."""

    size: int = number(0, 2**62, default=0)


@dataclass(frozen=True, kw_only=True)
class LedgerCheckpoint:
    """`lines`: how many are numbered; `note`: the newest signed checkpoint, empty where there is none;
    `keys`: the verifier's, of all times. `root`: over the lines that were asked about, empty where it has
    fewer."""

    origin: str
    lines: int
    note: str
    root: str
    keys: tuple[str, ...] = ()


def checkpoint(service: str) -> Query[LedgerQuery, LedgerCheckpoint]:
    """Asks a service for what a witness keeps of its ledger: no line of it."""
    return Query(service, "checkpoint", LedgerQuery, LedgerCheckpoint)
