"""Numbers without gaps: a counter per series, organ and year, counted up in the transaction that uses it."""

from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import next_value


def counter_table(name: str, metadata: MetaData, *, longest_series: int, organ_first: bool = False) -> Table:
    """The counters of a service, in its own database. `organ_first`: how its key was made at first."""
    series = Column("series", String(longest_series), primary_key=True)
    organ_id = Column("organ_id", String(64), primary_key=True)
    return Table(
        name, metadata,
        *((organ_id, series) if organ_first else (series, organ_id)),
        Column("year", Integer, primary_key=True),
        Column("last", Integer, nullable=False))


def next_number(session: Session, counters: Table, series: str, organ_id: str, year: int) -> int:
    """1, 2, 3 … Its row stays locked until the commit, and a rollback gives the number back; taken last, it
    keeps the others waiting for a moment only."""
    return next_value(session, counters, {"series": series, "organ_id": organ_id, "year": year}, "last")
