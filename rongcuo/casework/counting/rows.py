"""Figures as rows: one of each organ, period and figure, and one of the area above. What counts in them is
moved by whoever keeps the matters, in the same transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, select, tuple_
from sqlalchemy.orm import Session

from rongcuo.casework.counting.matter import Count
from rongcuo.casework.counting.places import area_of
from rongcuo.casework.figures import small
from rongcuo.chassis.database.statements import advisory_lock, upsert
from rongcuo.contracts.insight import Code

ONE_AT_A_TIME: Final = ("all",)
Key = tuple[str, str, str]


@dataclass(kw_only=True)
class Cell:
    """One row of figures."""

    number: int = 0
    days: int = 0
    small_ones: int = 0
    in_them: int = 0

    def add(self, number: int, days: int) -> None:
        self.number += number
        self.days += days

    def heed(self, organ: "Cell", sign: int) -> None:
        """That an organ of the area is not told (1), or is no more (-1)."""
        if small(organ.number):
            self.small_ones += sign
            self.in_them += sign * organ.number


def figure_table(name: str, metadata: MetaData) -> Table:
    """Of one service."""
    return Table(
        name, metadata,
        Column("place", String(64), primary_key=True),
        Column("period", String(7), primary_key=True),
        Column("code", String(40), primary_key=True),
        Column("number", BigInteger, nullable=False),
        Column("days", BigInteger, nullable=False),
        Column("small_ones", Integer, nullable=False),    # of an area: how many of its organs are not told,
        Column("in_them", Integer, nullable=False),       # and how much is in them
    )


class Figures:
    """The rows of one such table on one session."""

    def __init__(self, session: Session, table: Table) -> None:
        self.session = session
        self.table = table

    def alone(self) -> None:
        """Who counts waits for others who do: the rows of an area are everybody's."""
        advisory_lock(self.session, self.table, ONE_AT_A_TIME)

    def move(self, before: Collection[Count], after: Collection[Count]) -> None:
        """From what matters counted in before to what they count in now."""
        changes: dict[Key, Cell] = defaultdict(Cell)
        for sign, counts in ((-1, before), (1, after)):
            for each in counts:
                changes[each.organ_id, each.period, each.code].add(sign * each.number, sign * each.days)
        self._move({key: change for key, change in changes.items() if change.number or change.days})

    def _move(self, changes: Mapping[Key, Cell]) -> None:
        if not changes:
            return
        of_areas = {key: (area_of(key[0]), *key[1:]) for key in changes}
        cells = self._cells({*changes, *of_areas.values()})
        for key, change in changes.items():
            organ, area = cells[key], cells[of_areas[key]]
            area.heed(organ, -1)
            organ.add(change.number, change.days)
            area.add(change.number, change.days)
            area.heed(organ, 1)
        upsert(self.session, self.table, *(
            dict(zip(("place", "period", "code"), key, strict=True)) | asdict(cell)
            for key, cell in sorted(cells.items())))

    def _cells(self, keys: Collection[Key]) -> dict[Key, Cell]:
        f = self.table.c
        wanted = select(self.table).where(tuple_(f.place, f.period, f.code).in_(sorted(keys)))
        there = {(row.place, row.period, row.code): _cell(row) for row in self.session.execute(wanted)}
        return {key: there.get(key) or Cell() for key in keys}

    def of(self, places: Iterable[str], periods: Iterable[str]) -> dict[Key, Cell]:
        """All figures of these places and periods."""
        f = self.table.c
        wanted = select(self.table).where(f.place.in_([*places]), f.period.in_([*periods]))
        return {(row.place, row.period, row.code): _cell(row) for row in self.session.execute(wanted)}

    def within(self, area: str, periods: Iterable[str], codes: Iterable[Code]) -> dict[Key, Cell]:
        """These figures of the organs of an area."""
        f = self.table.c
        wanted = select(self.table).where(
            f.place > area, f.place < str(int(area) + 1), f.period.in_([*periods]), f.code.in_([*codes]))
        return {(row.place, row.period, row.code): _cell(row) for row in self.session.execute(wanted)}


def _cell(row: Any) -> Cell:
    return Cell(number=row.number, days=row.days, small_ones=row.small_ones, in_them=row.in_them)
