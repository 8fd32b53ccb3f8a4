"""Numbers without gaps: one counter per series, organ and year, counted up in the case's own transaction."""

from typing import Final

from sqlalchemy import Column, Integer, String, Table
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import next_value
from services.review.storage.metadata import METADATA

counters: Final = Table(
    "review_counter", METADATA,
    Column("series", String(16), primary_key=True),
    Column("organ_id", String(64), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)


def next_number(session: Session, series: str, organ_id: str, year: int) -> int:
    """1, 2, 3 … of a series; `determination`, `meeting` or `appeal`."""
    return next_value(session, counters, {"series": series, "organ_id": organ_id, "year": year}, "last")
