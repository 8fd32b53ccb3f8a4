"""All that the ledger says of one subject, and whether it is all that was written.

Lines may be missing in the middle (numbers, and the sequences of events, then have a gap), at the end (the
index or a checkpoint knows more), or be others (the signed root then does not come out).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database.tables import ledger, ledger_subjects
from rongcuo.chassis.ledger import merkle, tree_store
from rongcuo.chassis.ledger.entries import leaf_hash
from rongcuo.chassis.ledger.signed_note import Checkpoint
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.ledger import LineWritten

Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """`lines`: what each says, oldest first; `numbers` of those that have one. `begun`: with the first.
    `unbroken`: whether the ledger is from a number on, which is looked at once."""

    session: Session
    lines: tuple[Written, ...]
    numbers: tuple[int, ...]
    begun: bool = True
    unbroken: dict[int, bool] = field(default_factory=dict)

    def audits(self, what: str) -> Iterator[dict[str, Any]]:
        """The facts of all lines of their own of this kind."""
        return (line["facts"] for line in self.lines if line["what"] == what and "facts" in line)

    def written(self, what: str) -> tuple[LineWritten, ...]:
        """By whom and when, of all lines of their own of this kind; newest first."""
        return tuple(LineWritten(officer_id=line["actor"], organ_id=line["organ"],
                                 at=datetime.fromisoformat(line["at"]))
                     for line in reversed(self.lines) if line["what"] == what and "facts" in line)

    def count(self, event: str) -> int:
        """How many events of this kind, whatever their version, were published."""
        return sum(1 for line in self.lines if line["what"].startswith(f"{event}.v"))

    def after(self, what: str, **facts: str | int) -> "Record":
        """What was written after the last such line; all, where there is none."""
        place = max((place for place, line in enumerate(self.lines, 1)
                     if line["what"] == what and facts.items() <= line["facts"].items()), default=0)
        return replace(self, lines=self.lines[place:], numbers=self.numbers[place:], begun=place == 0)

    def is_whole(self, published: int, signed: Callable[[str], bool]) -> bool:
        """Whether every line of it is there, and every other since its first. `published`: how many events
        the subject has published; `signed`: whether a checkpoint is signed with a key of this node."""
        found = [line["sequence"] for line in self.lines if "sequence" in line]
        first = 1 if self.begun else next(iter(found), published + 1)
        return found == list(range(first, published + 1)) and (not self.numbers or self._is_unbroken(signed))

    def _is_unbroken(self, signed: Callable[[str], bool]) -> bool:
        first = self.numbers[0]
        if first not in self.unbroken:
            self.unbroken[first] = _unbroken(self.session, first, signed)
        return self.unbroken[first]


def record_of(session: Session, subject: str) -> Record:
    """Of all lines, numbered or not. Raises CaseError `ledger.inconsistent` where one is not what it was."""
    wanted = select(ledger.c.seq, ledger.c.body, ledger.c.leaf)
    indexed = select(ledger_subjects.c.seq).where(ledger_subjects.c.subject == subject)
    numbered = session.execute(wanted.where(ledger.c.seq.in_(indexed)).order_by(ledger.c.seq)).all()
    fresh = session.execute(wanted.where(
        ledger.c.seq.is_(None), ledger.c.body.contains(subject, autoescape=True)).order_by(ledger.c.line_id))
    rows = [*numbered, *fresh]
    if any(leaf_hash(body) != leaf for _, body, leaf in rows):
        raise CaseError("ledger.inconsistent", subject)
    read = [(seq, json.loads(body)) for seq, body, _ in rows]
    lines = [(seq, line) for seq, line in read if line["subject"] == subject]
    return Record(session, tuple(line for _, line in lines), tuple(seq for seq, _ in lines if seq))


def _unbroken(session: Session, first: int, signed: Callable[[str], bool]) -> bool:
    """Whether the lines from this number on are those that were numbered, indexed and signed for."""
    note = tree_store.newest_checkpoint(session)
    known = select(func.max(ledger_subjects.c.seq)).scalar_subquery()
    count, last, indexed = session.execute(
        select(func.count(), func.max(ledger.c.seq), known).where(ledger.c.seq >= first)).one()
    if count != last - first + 1 or indexed > last:
        return False
    try:
        return note is None or _comes_out(session, note, first, last, signed)
    except ValueError:      # what stands there is no checkpoint, or no signature
        return False


def _comes_out(session: Session, note: str, first: int, last: int, signed: Callable[[str], bool]) -> bool:
    """Whether the words of these lines still make the root of a checkpoint, if it is of any of them."""
    known = Checkpoint.read(note)
    return known.size < first or (
        known.size <= last and signed(note) and _root(session, first, known.size) == known.root)


def _root(session: Session, first: int, size: int) -> bytes | None:
    """The root over so many lines, from the words of those from `first` on and the tree before them."""
    bodies = session.execute(select(ledger.c.seq, ledger.c.body).where(ledger.c.seq.between(first, size)))
    leaves = {seq - 1: bytes.fromhex(leaf_hash(body)) for seq, body in bodies}

    def hashed(node: merkle.Node) -> bytes:
        level, place = node
        if (place + 1) << level < first:
            return tree_store.hash_of(session, node)
        if level == 0:
            return leaves[place]
        return merkle.joined(hashed((level - 1, 2 * place)), hashed((level - 1, 2 * place + 1)))

    try:
        return merkle.folded([hashed(node) for node in merkle.nodes_of((0, size))])
    except LookupError:
        return None
