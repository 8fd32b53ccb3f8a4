"""Numbered streams between two nodes, each kept until the other says how far it has them.

What one node has for another is written in the transaction of what it tells of, under the next number of that
stream: 1, 2, 3 … in the order of commits. It is sent from there again and again, from the first number that
the other has not acknowledged; who receives takes each number once, and in order. So nothing is lost or
doubled whatever happens to the line between them, and nothing is sent to who has it.

An epoch is a life of the sender's database: one that was restored from a backup lacks what it had sent since.
Its other end knows more numbers than it gave, and says so; a person then begins the next epoch, which goes on
behind the last number that arrived (docs/adr/0054).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text, delete, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database import statements

Entry = tuple[str, str]     # its kind, and its body: JSON as it was written


class Tables(NamedTuple):
    """Of one service: its streams' ends by their peers, and what is in them."""

    ends: Table
    entries: Table


class Trouble(StrEnum):
    """Why nothing of a frame was taken."""

    SUPERSEDED = "superseded"    # of an earlier epoch than the one that is known
    BEHIND = "behind"            # the sender gave fewer numbers than arrived: it was restored from a backup
    GAP = "gap"                  # it begins behind what comes next: what is missing has to be sent


@dataclass(kw_only=True)
class End:
    """This node's end of both streams with a peer. `given`: the last number that was given to an entry for
    it; `acknowledged`: the last that it has; `received`: the last of its own that came."""

    peer: str
    epoch: int = 1
    given: int = 0
    acknowledged: int = 0
    their_epoch: int = 1
    received: int = 0

    def trouble(self, epoch: int, first: int, newest: int) -> Trouble | None:
        """With a frame that begins with `first`, of a sender that gave numbers up to `newest`."""
        if epoch < self.their_epoch:
            return Trouble.SUPERSEDED
        if epoch == self.their_epoch and newest < self.received:
            return Trouble.BEHIND
        return Trouble.GAP if first > self.received + 1 else None

    def take(self, epoch: int, first: int, entries: Sequence[Any]) -> Sequence[Any]:
        """Those that are new; they count as received. None of a frame that had `trouble` may come here."""
        fresh = entries[max(self.received + 1 - first, 0):]
        self.their_epoch, self.received = epoch, self.received + len(fresh)
        return fresh


def stream_tables(service: str, metadata: MetaData) -> Tables:
    """Two tables in a service's own database."""
    return Tables(
        Table(f"{service}_stream", metadata,
              Column("peer", String(32), primary_key=True),
              Column("epoch", Integer, nullable=False),
              Column("given", BigInteger, nullable=False),
              Column("acknowledged", BigInteger, nullable=False),
              Column("their_epoch", Integer, nullable=False),
              Column("received", BigInteger, nullable=False)),
        Table(f"{service}_stream_entry", metadata,
              Column("peer", String(32), primary_key=True),
              Column("number", BigInteger, primary_key=True),
              Column("kind", String(32), nullable=False),
              Column("body", Text, nullable=False)))


class Streams:
    """On one session. Whoever gives numbers or takes entries locks the peer's end until the commit."""

    LOCKED: Final = "stream"

    def __init__(self, session: Session, tables: Tables) -> None:
        self._session = session
        self._ends, self._entries = tables

    def peers(self) -> list[End]:
        """All ends, as they are."""
        return [End(**row) for row in self._session.execute(select(self._ends)).mappings()]

    def end(self, peer: str) -> End:
        """As it is; a new one where there is none yet."""
        row = self._session.execute(select(self._ends).where(self._ends.c.peer == peer)).mappings().first()
        return End(**row) if row else End(peer=peer)

    def lock(self, *peers: str) -> None:
        """Nobody else's until the commit. Whoever needs several names all at once: they are locked in one
        order, so that two never wait for each other."""
        statements.advisory_lock(self._session, self._ends, [f"{self.LOCKED} {peer}" for peer in peers])

    def locked(self, peer: str) -> End:
        """The same, and nobody else's until the commit."""
        self.lock(peer)
        return self.end(peer)

    def put(self, end: End) -> None:
        """Keep it."""
        statements.upsert(self._session, self._ends, {
            column.name: getattr(end, column.name) for column in self._ends.c})

    def append(self, peer: str, entries: Sequence[Entry]) -> None:
        """For this peer, behind all that were given so far."""
        if not entries:
            return
        end = self.locked(peer)
        statements.insert(self._session, self._entries, *(
            {"peer": peer, "number": number, "kind": kind, "body": body}
            for number, (kind, body) in enumerate(entries, end.given + 1)))
        end.given += len(entries)
        self.put(end)

    def after(self, peer: str, number: int, most: int, most_signs: int) -> list[Entry]:
        """What comes behind a number: so many entries at most, and so many signs unless the first has
        more."""
        e, signs = self._entries.c, 0
        taken: list[Entry] = []
        wanted = select(e.kind, e.body).where(
            e.peer == peer, e.number > number).order_by(e.number).limit(most)
        for kind, body in self._session.execute(wanted):
            signs += len(body)
            if taken and signs > most_signs:
                break
            taken.append((kind, body))
        return taken

    def acknowledge(self, end: End, number: int) -> None:
        """The peer has all up to this number: they go. One that was never given changes nothing."""
        if end.acknowledged < number <= end.given:
            e = self._entries.c
            self._session.execute(delete(self._entries).where(e.peer == end.peer, e.number <= number))
            end.acknowledged = number

    def begin_epoch(self, end: End, behind: int) -> None:
        """What the peer did not acknowledge is numbered anew, behind what it has of the epoch before."""
        e = self._entries.c
        waiting = self.after(end.peer, end.acknowledged, 1_000_000_000, 1 << 60)
        self._session.execute(delete(self._entries).where(e.peer == end.peer))
        end.epoch, end.given, end.acknowledged = end.epoch + 1, behind, behind
        self.put(end)
        self.append(end.peer, waiting)
        end.given += len(waiting)
