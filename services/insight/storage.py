"""Figures as rows: one of each organ, period and figure, one of the area above; and a small one of each
matter, so that it counts once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, String, Table, select, tuple_
from sqlalchemy.orm import Session

from rongcuo.casework.figures import small
from rongcuo.chassis.database.statements import advisory_lock, upsert
from rongcuo.chassis.database.types import Json
from rongcuo.contracts.insight import Code
from services.insight.domain import Count, Matter, area_of

METADATA = MetaData(info={"migrations": Path(__file__).with_name("migrations")})

matters: Final = Table(
    "insight_matter", METADATA,
    Column("id", String(160), primary_key=True),
    Column("told", Boolean, nullable=False),
    Column("counts", Json, nullable=False),
    Column("begun", Json, nullable=False),
)
figures: Final = Table(
    "insight_figure", METADATA,
    Column("place", String(64), primary_key=True),
    Column("period", String(7), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("days", BigInteger, nullable=False),
    Column("small_ones", Integer, nullable=False),    # of an area: how many of its organs are not told,
    Column("in_them", Integer, nullable=False),       # and how much is in them
)
m: Final = matters.c
f: Final = figures.c
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


class InsightStorage:
    """The repository (ports.Projections) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, matter_id: str) -> Matter:
        """Who counts waits for others who do: the rows of an area are everybody's."""
        advisory_lock(self.session, figures, ONE_AT_A_TIME)
        row = self.session.execute(select(matters).where(m.id == matter_id)).mappings().one_or_none()
        if row is None:
            return Matter(id=matter_id)
        return Matter(
            id=matter_id, told=row["told"],
            counts={which: Count(**each | {"code": Code(each["code"])})
                    for which, each in row["counts"].items()},
            begun={code: date.fromisoformat(day) for code, day in row["begun"].items()})

    def put(self, matter: Matter, before: Collection[Count]) -> None:
        upsert(self.session, matters, {
            "id": matter.id, "told": matter.told,
            "counts": {which: asdict(each) for which, each in matter.counts.items()},
            "begun": {code: day.isoformat() for code, day in matter.begun.items()}})
        changes: dict[Key, Cell] = defaultdict(Cell)
        for sign, counts in ((-1, before), (1, matter.counted)):
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
        upsert(self.session, figures, *(
            dict(zip(("place", "period", "code"), key, strict=True)) | asdict(cell)
            for key, cell in sorted(cells.items())))

    def _cells(self, keys: Collection[Key]) -> dict[Key, Cell]:
        wanted = select(figures).where(tuple_(f.place, f.period, f.code).in_(sorted(keys)))
        there = {(row.place, row.period, row.code): _cell(row) for row in self.session.execute(wanted)}
        return {key: there.get(key) or Cell() for key in keys}

    def of(self, places: Iterable[str], periods: Iterable[str]) -> dict[Key, Cell]:
        """All figures of these places and periods."""
        wanted = select(figures).where(f.place.in_([*places]), f.period.in_([*periods]))
        return {(row.place, row.period, row.code): _cell(row) for row in self.session.execute(wanted)}

    def within(self, area: str, periods: Iterable[str], codes: Iterable[Code]) -> dict[Key, Cell]:
        """These figures of the organs of an area."""
        wanted = select(figures).where(
            f.place > area, f.place < str(int(area) + 1), f.period.in_([*periods]), f.code.in_([*codes]))
        return {(row.place, row.period, row.code): _cell(row) for row in self.session.execute(wanted)}


def _cell(row: Any) -> Cell:
    return Cell(number=row.number, days=row.days, small_ones=row.small_ones, in_them=row.in_them)
