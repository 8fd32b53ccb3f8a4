"""The ledger's lines: who did what, when. No personal data: opaque references only.

A line is canonical JSON of strings and integers. Its payload appears as a commitment, SHA-256 over a random
salt and the payload: whoever has both can prove the payload, and nobody can guess it from the line.
Lines are numbered after their commit, by one numberer, so that writers need not wait for each other.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import insert
from rongcuo.chassis.database.tables import ledger
from rongcuo.chassis.database.types import canonical
from rongcuo.chassis.triggers import Invocation
from rongcuo.contracts.events import Envelope

Facts = Mapping[str, str | int]
LEAF = b"\x00"       # RFC 6962: a leaf is hashed with this prefix, so that it can never pass for a node
BATCH = 1000
LINES = select(ledger.c.seq, ledger.c.body, ledger.c.leaf, ledger.c.salt)


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line. `leaf` is its Merkle leaf hash, in hexadecimal."""

    seq: int
    body: str
    leaf: str
    salt: str


def commitment(salt: str, payload: str) -> str:
    """The salted digest by which a line refers to its payload. `salt` is hexadecimal."""
    return sha256(bytes.fromhex(salt) + payload.encode()).hexdigest()


def leaf_hash(body: str) -> str:
    """The Merkle leaf hash of a line, in hexadecimal."""
    return sha256(LEAF + body.encode()).hexdigest()


def write_event(session: Session, invocation: Invocation, envelope: Envelope, payload: str) -> None:
    """The line of an event."""
    salt = secrets.token_hex(16)
    _write(session, invocation, envelope.type_name, envelope.subject, salt, {
        "event_id": envelope.event_id, "sequence": envelope.sequence, "payload": commitment(salt, payload)})


def write_audit(session: Session, invocation: Invocation, what: str, subject: str, facts: Facts) -> None:
    """A line of its own. A fact that is neither a string nor an integer is a TypeError."""
    for name, value in facts.items():
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise TypeError(f"the ledger holds strings and integers, not {name}={value!r}")
    _write(session, invocation, what, subject, secrets.token_hex(16), {"facts": dict(facts)})


def _write(session: Session, invocation: Invocation, what: str, subject: str, salt: str,
           more: Mapping[str, Any]) -> None:
    actor = invocation.actor
    body = canonical({
        "what": what, "subject": subject, "at": invocation.now.isoformat(), "service": invocation.service,
        "actor": actor.officer_id, "organ": actor.organ_id, "role": ",".join(sorted(actor.roles)), **more})
    insert(session, ledger, {"body": body, "leaf": leaf_hash(body), "salt": salt})


def number_ledger_lines(session: Session, limit: int = BATCH) -> int:
    """Give the lines committed so far the next numbers, without gaps; how many were numbered.

    By one numberer at a time: `Ledger` sees to that.
    """
    last = session.scalar(select(func.max(ledger.c.seq))) or 0
    lines = session.scalars(select(ledger.c.line_id).where(ledger.c.seq.is_(None))
                            .order_by(ledger.c.line_id).limit(limit)).all()
    if lines:
        place = func.row_number().over(order_by=ledger.c.line_id)
        numbered = select(ledger.c.line_id, (place + last).label("seq")).where(
            ledger.c.line_id.in_(lines)).subquery()
        session.execute(update(ledger).where(ledger.c.line_id == numbered.c.line_id)
                        .values(seq=numbered.c.seq))
    return len(lines)


def read_lines(session: Session, after: int = 0, limit: int = BATCH) -> Sequence[Line]:
    """Numbered lines in order, from the one after `after`."""
    wanted = LINES.where(ledger.c.seq > after).order_by(ledger.c.seq).limit(limit)
    return [Line(*row) for row in session.execute(wanted)]
