"""What is ours of people's records, as rows: remarks, and requests for correction. Facts stand where they
were made, and who has looked stands in the ledger."""

from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Index,
    RowMapping,
    String,
    Table,
    false,
    or_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.apart import known_by
from rongcuo.casework.case_rows import case_columns, case_content, case_of, case_row
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.rows_beside import RowsBeside, apart_table
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.statements import insert
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import (
    CorrectionAnswer,
    CorrectionState,
    FactKind,
    RecordRemark,
)
from rongcuo.contracts.serialisation import dump, load
from rongcuo.texts.folding import search_key
from services.followup.access import records as access
from services.followup.domain.record import Correction, Said
from services.followup.storage.metadata import COUNTERS, METADATA

remarks: Final = Table(
    "followup_record_remark", METADATA,
    Column("id", String(64), primary_key=True),
    Column("person_id", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("content", Json, nullable=False),
)
Index("followup_record_remark_of_person", remarks.c.person_id, remarks.c.at)

table: Final = Table(
    "followup_correction", METADATA, *case_columns(),
    Column("person_id", String(64), nullable=False),
    Column("matter_id", String(64), nullable=False),
)
c: Final = table.c
Index("followup_correction_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("followup_correction_theirs", c.person_id, c.opened_at)
Index("followup_correction_about", c.matter_id)
Index("followup_correction_edition", c.ended, c.division_code, c.edition)
open_since(table)

apart: Final = apart_table("followup_correction", METADATA)
AS_THEY_ARE: Final = ("person_name", "unit", "about", "words")


def theirs(actor: Actor) -> ColumnElement[bool]:
    """What the actor asked for."""
    return c.person_id == actor.officer_id if actor.officer_id else false()


def seen_inside(actor: Actor) -> ColumnElement[bool]:
    """Those of the facts of their organ."""
    there = c.id.not_in(select(apart.c.case_id).where(apart.c.who.in_(sorted(known_by(actor)))))
    return shown(access.answering(actor), actor, Ownership(c.organ_id, c.division_code), open_to=there)


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees_correction` says of one, said of all rows at once."""
    return or_(theirs(actor), seen_inside(actor))


def row_of(case: Correction) -> dict[str, Any]:
    """The row that holds one."""
    return case_row(case) | {
        "person_id": case.person_id, "matter_id": case.matter_id,
        "sought": search_key(case.number, case.person_name, case.unit, case.about),
        "content": case_content(case) | {name: getattr(case, name) for name in AS_THEY_ARE} | {
            "units": list(case.units), "kind": case.kind.value,
            "answer": dump(case.answer) if case.answer else None}}


def correction_in(row: RowMapping) -> Correction:
    """The one that a row holds."""
    content = row["content"]
    answer = load(CorrectionAnswer, content["answer"], tolerant=True) if content["answer"] else None
    return Correction(
        **case_of(row), **{name: content[name] for name in AS_THEY_ARE}, person_id=row["person_id"],
        matter_id=row["matter_id"], units=tuple(content["units"]), kind=FactKind(content["kind"]),
        state=CorrectionState(row["state"]), answer=answer)


class CorrectionRepository(RowsBeside[Correction]):
    """The repository (ports.Corrections) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, correction_in, {apart: lambda case: case.kept_from})

    def with_officer(self, officer_id: str) -> tuple[str, ...]:  # noqa: ARG002
        return ()     # the leads' own, of whom nobody holds one alone

    def open_about(self, person_id: str, matter_id: str) -> Correction | None:
        found = select(table).where(c.person_id == person_id, c.matter_id == matter_id, ~c.ended)
        return next(iter(self.all(found.with_for_update())), None)

    def read_of_source(self, source_id: str) -> tuple[Correction, ...]:
        return tuple(self.all(select(table).where(c.matter_id == source_id).order_by(c.id)))

    def of_person(self, person_id: str) -> tuple[Correction, ...]:
        return tuple(self.all(select(table).where(c.person_id == person_id).order_by(
            c.opened_at.desc(), c.id)))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "correction", organ_id, year)


class RemarkRows:
    """Remarks (ports.Remarks) on one session. None is ever changed."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, said: Said) -> None:
        insert(self.session, remarks, {
            "id": said.id, "person_id": said.person_id, "at": said.remark.at, "content": dump(said.remark)})

    def of_person(self, person_id: str) -> tuple[RecordRemark, ...]:
        found = select(remarks.c.content).where(remarks.c.person_id == person_id).order_by(
            remarks.c.at.desc(), remarks.c.id)
        return tuple(load(RecordRemark, each, tolerant=True) for each in self.session.scalars(found))
