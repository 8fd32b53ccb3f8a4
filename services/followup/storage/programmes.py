"""Programmes as rows: table, mapping, repository, and row scope in SQL."""

from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.repository import RevisedRepository
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump, load
from services.followup.access import programmes as access
from services.followup.domain.programme import Programme
from services.followup.storage.metadata import METADATA

table: Final = Table(
    "followup_programme", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),     # counts the writes of this row
    Column("version", Integer, nullable=False),      # counts the events it has told
    Column("edits", Integer, nullable=False),        # counts the changes that no event tells
    Column("organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("title", String(200), nullable=False),    # of the content, to be found and guarded by
    Column("content", Json, nullable=False),
    Column("opened_by", String(64), nullable=False),
    Column("opened_by_name", String(200), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("noted_at", Moment),
    UniqueConstraint("organ_id", "title"),
)
c: Final = table.c
Index("followup_programme_of_organ", c.organ_id, c.opened_at, c.id)
Index("followup_programme_of_division", c.division_code, c.opened_at, c.id)
OWNERSHIP: Final = Ownership(c.organ_id, c.division_code)
AS_THEY_ARE: Final = ("id", "version", "edits", "organ_id", "division_code", "opened_by", "opened_by_name",
                      "opened_at", "noted_at")


def row_of(programme: Programme) -> dict[str, Any]:
    """The row that holds a programme."""
    return {name: getattr(programme, name) for name in AS_THEY_ARE} | {
        "title": programme.content.title, "content": dump(programme.content)}


def programme_of(row: RowMapping) -> Programme:
    """The programme that a row holds."""
    return Programme(**{name: row[name] for name in AS_THEY_ARE},
                     content=load(contract.ProgrammeContent, row["content"], tolerant=True))


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """The rows that the actor's roles show."""
    return shown(access.scopes(actor), actor, OWNERSHIP)


class ProgrammeRepository(RevisedRepository[Programme]):
    """The repository (ports.Programmes) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, programme_of)

    def put(self, aggregate: Programme) -> None:
        """What stands in the way of a new one is its title."""
        try:
            super().put(aggregate)
        except CaseError as refused:
            if self.as_read(aggregate):
                raise
            raise CaseError("followup.already_there") from refused
