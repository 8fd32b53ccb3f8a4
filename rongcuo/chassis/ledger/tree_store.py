"""The tree in the database: hashes of perfect subtrees, kept from the moment they are complete.

Level 0 is the lines' own leaf hashes. Numbering a line adds one node on average, and every root or proof
reads O(log n) of them. Lines numbered by an older edition of the platform get their nodes at the next round.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Select, func, insert, select, tuple_
from sqlalchemy.orm import Session

from rongcuo.chassis.database.tables import ledger, ledger_checkpoints, ledger_nodes, ledger_subjects
from rongcuo.chassis.ledger import merkle
from rongcuo.chassis.ledger.entries import LINES, Facts, Line, leaf_hash

PORTION: Final = 4_096      # lines; a power of two, so that the tree knows the hash of each portion


def size_of(session: Session) -> int:
    """How many lines are numbered."""
    return session.scalar(select(func.max(ledger.c.seq))) or 0


def grow(session: Session) -> None:
    """Add the nodes and the index of all lines numbered since the last time."""
    pairs = session.scalar(select(func.max(ledger_nodes.c.place)).where(ledger_nodes.c.level == 1))
    first = 0 if pairs is None else 2 * (pairs + 1)
    leaves = session.scalars(select(ledger.c.leaf).where(ledger.c.seq > first).order_by(ledger.c.seq))
    hashes = [bytes.fromhex(leaf) for leaf in leaves]
    made = merkle.grown(first, hashes, lambda node: hash_of(session, node))
    rows = [{"level": level, "place": place, "hash": digest.hex()} for (level, place), digest in made]
    if rows:
        session.execute(insert(ledger_nodes), rows)
    _index(session)


def hashes_of(session: Session, spans: Sequence[merkle.Span]) -> list[bytes]:
    """The hash of each span of the tree."""
    parts = [merkle.nodes_of(span) for span in spans]
    known = _read(session, {node for nodes in parts for node in nodes})
    return [merkle.folded([known[node] for node in nodes]) for nodes in parts]


def hash_of(session: Session, node: merkle.Node) -> bytes:
    """The hash of one perfect subtree. Raises LookupError where it is missing."""
    return _read(session, [node])[node]


def root_of(session: Session, size: int) -> bytes:
    """The root over the first `size` lines."""
    return hashes_of(session, [(0, size)])[0]


def root_held(session: Session, size: int, turn: int) -> str:
    """The root over the first `size` lines, in hexadecimal. Empty where the lines themselves do not have it:
    a portion of them is hashed anew each time, the next `turn` the next one."""
    first = turn % -(-size // PORTION) * PORTION
    last = min(first + PORTION, size)
    wanted = select(ledger.c.body).where(ledger.c.seq.between(first + 1, last)).order_by(ledger.c.seq)
    leaves = [bytes.fromhex(leaf_hash(body)) for body in session.scalars(wanted)]
    try:
        held = hashes_of(session, [(first, last)])[0] == merkle.root_of(leaves)
        return root_of(session, size).hex() if held and len(leaves) == last - first else ""
    except LookupError:
        return ""


def line_about(session: Session, subject: str, what: str) -> Line | None:
    """The newest numbered line about a subject whose `what` begins so."""
    seq = session.scalar(_about(subject, what).order_by(ledger_subjects.c.seq.desc()).limit(1))
    return None if seq is None else line_at(session, seq)


def lines_about(session: Session, subject: str, what: str) -> list[Line]:
    """All of them, oldest first."""
    wanted = LINES.where(ledger.c.seq.in_(_about(subject, what))).order_by(ledger.c.seq)
    return [Line(*row) for row in session.execute(wanted)]


def audit_about(session: Session, subject: str, what: str, facts: Facts) -> Line | None:
    """The oldest numbered line of this `what` about a subject with these facts among its own."""
    return next((line for line in lines_about(session, subject, what)
                 if facts.items() <= json.loads(line.body)["facts"].items()), None)


def _about(subject: str, what: str) -> Select[int]:
    return select(ledger_subjects.c.seq).where(
        ledger_subjects.c.subject == subject, ledger_subjects.c.what.startswith(what, autoescape=True))


def line_at(session: Session, seq: int) -> Line | None:
    """The line with this number."""
    row = session.execute(LINES.where(ledger.c.seq == seq)).first()
    return None if row is None else Line(*row)


def newest_checkpoint(session: Session) -> str | None:
    """Its note."""
    c = ledger_checkpoints.c
    return session.scalar(select(c.note).order_by(c.size.desc()).limit(1))


def _read(session: Session, nodes: Iterable[merkle.Node]) -> dict[merkle.Node, bytes]:
    """Raises LookupError for one that is missing."""
    wanted = set(nodes)
    leaves = [place + 1 for level, place in wanted if level == 0]
    inner = [node for node in wanted if node[0] > 0]
    found = {(0, seq - 1): bytes.fromhex(leaf) for seq, leaf in session.execute(
        select(ledger.c.seq, ledger.c.leaf).where(ledger.c.seq.in_(leaves)))}
    n = ledger_nodes.c
    rows = session.execute(select(n.level, n.place, n.hash).where(tuple_(n.level, n.place).in_(inner)))
    found |= {(level, place): bytes.fromhex(digest) for level, place, digest in rows}
    if missing := wanted - found.keys():
        raise LookupError(f"the ledger's tree lacks {sorted(missing)}")
    return found


def _index(session: Session) -> None:
    """Which lines speak of which subject."""
    indexed = session.scalar(select(func.max(ledger_subjects.c.seq))) or 0
    lines = session.execute(select(ledger.c.seq, ledger.c.body).where(ledger.c.seq > indexed))
    rows = [{"seq": seq, "subject": line["subject"][:255], "what": line["what"][:128]}
            for seq, body in lines for line in [json.loads(body)]]
    if rows:
        session.execute(insert(ledger_subjects), rows)
