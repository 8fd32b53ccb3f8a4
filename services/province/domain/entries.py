"""Entries as they come, each read by the contract of its kind. What can't be read is kept aside, and holds up
nobody."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalWithdrawn,
    Frame,
    LineEntry,
    MatterCounted,
    MonthlyReturn,
    SheetTaken,
    Up,
    Witness,
)
from rongcuo.contracts.serialisation import load
from rongcuo.policy.divisions import PROVINCE, known_codes, lineage

SHAPES: Final[Mapping[str, type[Any]]] = {
    Up.MATTER: MatterCounted, Up.WITNESS: Witness, Up.RETURN: MonthlyReturn,
    Up.APPROVAL_ASKED: ApprovalAsked, Up.APPROVAL_WITHDRAWN: ApprovalWithdrawn,
    Up.APPROVAL_GIVEN: ApprovalAnswered, Up.PACK_TAKEN: SheetTaken}
UNKNOWN, UNREADABLE, NOT_ITS_OWN = "province.unknown_kind", "province.unreadable", "province.not_its_own"


@dataclass(frozen=True, slots=True)
class Told:
    """One entry: what it tells, or why that can't be read."""

    kind: str
    raw: str
    body: Any = None
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Aside:
    """What had no effect, and why."""

    node: str
    epoch: int
    number: int
    kind: str
    body: str
    code: str
    at: datetime


def read(entry: LineEntry) -> Told:
    """A later edition may have added fields; what no database can keep is not read at all."""
    shape = SHAPES.get(entry.kind)
    if shape is None:
        return Told(entry.kind, entry.body, code=UNKNOWN)
    try:
        entry.body.encode()
        data = json.loads(entry.body)
        if "\\u" in entry.body:
            _require_storable(data)
        return Told(entry.kind, entry.body, load(shape, data, tolerant=True))
    except CaseError as refusal:
        return Told(entry.kind, entry.body, code=refusal.code)
    except (ValueError, RecursionError):
        return Told(entry.kind, entry.body, code=UNREADABLE)


def _require_storable(data: Any) -> None:
    """Raises ValueError for what neither UTF-8 nor a database can hold."""
    written = json.dumps(data, ensure_ascii=False)
    written.encode()
    if "\\u0000" in written:
        raise ValueError("a character that no database holds")


def digest_of(entry: LineEntry) -> str:
    """By which an entry is known again."""
    return sha256(f"{entry.kind}\n{entry.body}".encode("utf-8", "surrogatepass")).hexdigest()


def continues(frame: Frame, received: int, last: str) -> bool:
    """Whether a frame goes on behind the last entry that came, `last` by its digest: one that begins before
    it has to say it again as it was. A node that was restored from a backup may have given those numbers
    anew."""
    at = received - frame.first
    return at < 0 or (at < len(frame.entries) and digest_of(frame.entries[at]) == last)


def storable(text: str) -> str:
    """As much of a text as a database can hold."""
    return text.encode("utf-8", "replace").decode().replace("\0", "�")


def home_of(organ_id: str, nodes: Collection[str]) -> str:
    """The node that speaks for an organ: the nearest at or above its division; empty where there is none.
    Of the province's own organs the hub itself."""
    division = organ_id.partition(".")[0]
    if division not in known_codes():
        return ""
    near = (code for code in reversed(lineage(division)) if code in nodes or code == PROVINCE)
    return next(near, "")
