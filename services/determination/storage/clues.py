"""Disposals of clues as rows."""

from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    RowMapping,
    String,
    Table,
    Text,
    and_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import advisory_lock, insert, insert_if_absent
from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.texts.folding import number_key, seen_as
from services.determination.domain.clue import ClueDisposal
from services.determination.storage.metadata import METADATA

table: Final = Table(
    "clue_disposal", METADATA,
    Column("id", String(64), primary_key=True),
    Column("clue_number", String(64), nullable=False),
    Column("seen_as", Text, nullable=False),     # by which a clue is the same, however it was typed
    Column("sought", Text, nullable=False),      # by which it is found
    Column("organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("disposal", String(20), nullable=False),
    Column("tolerance_arises", Boolean, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("disposed_by", String(64), nullable=False),
    Column("disposed_by_name", String(200), nullable=False),
    Column("disposed_at", Moment, nullable=False),
    Column("case_id", String(64), nullable=False),
)
c: Final = table.c
Index("clue_disposal_of_clue", c.seen_as, c.organ_id, c.disposed_at)
Index("clue_disposal_sought", c.sought, c.disposed_at)
KEYS: Final = frozenset({"seen_as", "sought"})

subjects: Final = Table(
    "clue_subject", METADATA,    # a table of its own: rows of before say nothing of it
    Column("disposal_id", String(64), ForeignKey("clue_disposal.id"), primary_key=True),
    Column("officer_id", String(64), nullable=False),
    Column("name", String(60), nullable=False),
    Column("unit", String(200), nullable=False),
)
s: Final = subjects.c
SUBJECT: Final = ("officer_id", "name", "unit")
WITH_SUBJECT: Final = select(table, s.officer_id, s.name, s.unit).outerjoin_from(table, subjects)


class ClueRepository:
    """The repository of disposals (ports.Clues) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def of_clue(self, organ_id: str, clue_number: str) -> tuple[ClueDisposal, ...]:
        same = seen_as(clue_number)
        advisory_lock(self.session, table, [f"{organ_id}/{same}"])
        return self.found(and_(c.organ_id == organ_id, c.seen_as == same))

    def found(self, which: ColumnElement[bool]) -> tuple[ClueDisposal, ...]:
        """The oldest first."""
        wanted = WITH_SUBJECT.where(which).order_by(c.disposed_at, c.id)
        return tuple(_disposal_of(row) for row in self.session.execute(wanted).mappings())

    def put(self, disposal: ClueDisposal) -> None:
        if not insert_if_absent(self.session, table, _row_of(disposal)):
            raise CaseError("changed_meanwhile", disposal.id)
        if disposal.subject:
            insert(self.session, subjects, {"disposal_id": disposal.id, **asdict(disposal.subject)})


def _row_of(disposal: ClueDisposal) -> dict[str, Any]:
    row = {column.name: getattr(disposal, column.name) for column in c if column.name not in KEYS}
    number = disposal.clue_number
    keys = {"seen_as": seen_as(number), "sought": number_key(number)}
    return row | keys | {"disposal": disposal.disposal.value}


def _disposal_of(row: RowMapping) -> ClueDisposal:
    plain = {column.name: row[column.name] for column in c if column.name not in KEYS}
    subject = None if row["name"] is None else Subject(**{name: row[name] for name in SUBJECT})
    return ClueDisposal(**{**plain, "disposal": ReportDisposal(row["disposal"])}, subject=subject, version=1)
