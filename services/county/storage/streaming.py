"""Both streams with the hub, and what is known of the line beside their numbers."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import upsert
from rongcuo.chassis.database.streams import End, Streams
from rongcuo.chassis.database.types import canonical
from rongcuo.contracts.operation import HUB
from rongcuo.contracts.province.line import LineEntry, Up
from rongcuo.contracts.serialisation import dump
from services.county.domain import Line
from services.county.storage.metadata import aside, lines, streams

EVERYTHING: Final = (1_000_000_000, 1 << 60)     # entries, signs


class LineStorage:
    """On one session (ports.Streams)."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._streams = Streams(session, streams)

    def end(self) -> End:
        return self._streams.end(HUB)

    def locked(self) -> End:
        return self._streams.locked(HUB)

    def put_end(self, end: End) -> None:
        self._streams.put(end)

    def waiting(self, most: int, most_signs: int) -> list[tuple[str, str]]:
        return self._streams.after(HUB, self.end().acknowledged, most, most_signs)

    def acknowledge(self, end: End, number: int) -> None:
        self._streams.acknowledge(end, number)

    def take(self, end: End, epoch: int, first: int,
             entries: Sequence[LineEntry]) -> Sequence[tuple[int, LineEntry]]:
        fresh = end.take(epoch, first, entries)
        return list(enumerate(fresh, end.received + 1 - len(fresh)))

    def begin_epoch(self, end: End, behind: int) -> None:
        self._streams.begin_epoch(end, behind)

    def give(self, kind: Up, *entries: Any, now: datetime) -> None:
        """Each as it is now, in the transaction of what it tells of."""
        if not entries:
            return
        self._streams.append(HUB, [(kind.value, canonical(dump(entry))) for entry in entries])
        row = update(lines).where(lines.c.peer == HUB)
        found = self.session.execute(row.where(lines.c.waiting_since.is_(None)).values(waiting_since=now))
        if not found.rowcount and not self._kept():    # type: ignore[attr-defined]
            self.put_line(Line(waiting_since=now))

    def line(self) -> Line:
        row = self.session.execute(select(lines).where(lines.c.peer == HUB)).mappings().one_or_none()
        return Line(**{name: value for name, value in row.items() if name != "peer"}) if row else Line()

    def put_line(self, line: Line) -> None:
        upsert(self.session, lines, {"peer": HUB, **asdict(line)})

    def set_aside(self, number: int, entry: LineEntry, code: str, now: datetime) -> None:
        upsert(self.session, aside, {
            "epoch": self.end().their_epoch, "number": number, "kind": entry.kind, "body": entry.body,
            "code": code, "at": now})

    def _kept(self) -> bool:
        return self.session.scalar(select(lines.c.peer).where(lines.c.peer == HUB)) is not None
