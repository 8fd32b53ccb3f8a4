"""Figures as rows, and a small one of each matter, so that it counts once."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import Boolean, Column, MetaData, String, Table, select
from sqlalchemy.orm import Session

from rongcuo.casework.counting import Count, Matter
from rongcuo.casework.counting.rows import Figures, figure_table
from rongcuo.chassis.database.statements import upsert
from rongcuo.chassis.database.types import Json
from rongcuo.contracts.insight import Code

METADATA = MetaData(info={"migrations": Path(__file__).with_name("migrations")})

matters: Final = Table(
    "insight_matter", METADATA,
    Column("id", String(160), primary_key=True),
    Column("told", Boolean, nullable=False),
    Column("counts", Json, nullable=False),
    Column("begun", Json, nullable=False),
)
figures: Final = figure_table("insight_figure", METADATA)
m: Final = matters.c


class InsightStorage:
    """The repository (ports.Projections) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.figures = Figures(session, figures)

    def get(self, matter_id: str) -> Matter:
        self.figures.alone()
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
        self.figures.move(before, matter.counted)
