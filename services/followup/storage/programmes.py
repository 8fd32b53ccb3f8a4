"""Programmes as rows: tables, repository, and row scope in SQL."""

from collections.abc import Collection
from datetime import date
from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    String,
    Table,
    and_,
    false,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.apart import known_by
from rongcuo.casework.case_rows import case_columns
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.rows_beside import RowsBeside, apart_table
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from services.followup.access import programmes as access
from services.followup.domain.programme import Programme
from services.followup.storage.metadata import COUNTERS, METADATA
from services.followup.storage.programme_content import (
    LONGEST_ABOUT,
    open_key,
    person_column,
    programme_in,
    row_of,
)

table: Final = Table(
    "followup_programme", METADATA, *case_columns(),
    Column("overseen_from", String(6), nullable=False),     # the division of the organ that visits
    Column("person_id", String(64), nullable=False),        # empty of whoever has no account
    Column("person_key", String(64), nullable=False),       # by which somebody is the same person
    Column("about", String(LONGEST_ABOUT), nullable=False),
    Column("source_id", String(64), nullable=False),        # the determination or the clearing
    Column("basis", String(30), nullable=False),
    Column("open_key", String(64), unique=True),            # person and basis, while it is open
    Column("asked_organ_id", String(64), nullable=False),   # empty until the level above was asked
    Column("awaits_above", Boolean, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("tells_on", Date),                               # when the person is next told of its end
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
)
found_by_grams(table)
c: Final = table.c
OWNERS: Final = tuple(Ownership(each, c.overseen_from) for each in (c.organ_id, c.asked_organ_id))
Index("followup_programme_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("followup_programme_overseen", c.overseen_from, c.ended, c.due_at, c.id)
Index("followup_programme_asked", c.asked_organ_id, c.ended, c.due_at, c.id)
Index("followup_programme_of_person", c.person_key)
Index("followup_programme_theirs", c.person_id)
Index("followup_programme_of_source", c.source_id)
Index("followup_programme_tells", c.tells_on)
Index("followup_programme_edition", c.ended, c.division_code, c.edition)
open_since(table)

apart: Final = apart_table("followup_programme", METADATA)    # for whom its inside is not there


def seen_inside(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees_inside` says of one, said of all rows at once."""
    there = c.id.not_in(select(apart.c.case_id).where(apart.c.who.in_(sorted(known_by(actor)))))
    held = and_(there, c.organ_id == actor.organ_id, c.assignee_id == actor.officer_id)
    return or_(held if actor.officer_id else false(),
               *(shown(access.scopes(actor), actor, each, open_to=there) for each in OWNERS))


def theirs(actor: Actor) -> ColumnElement[bool]:
    """The actor's own."""
    return c.person_id == actor.officer_id if actor.officer_id else false()


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one."""
    return or_(theirs(actor), seen_inside(actor))


class ProgrammeRepository(RowsBeside[Programme]):
    """The repository (ports.Programmes) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, programme_in, {apart: lambda case: case.kept_from})

    def put(self, aggregate: Programme) -> None:
        is_new = not self.as_read(aggregate)
        try:
            super().put(aggregate)
        except CaseError as refused:
            if not is_new:
                raise
            raise CaseError("followup.already_open") from refused

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(self.session.scalars(select(c.id).where(c.assignee_id == officer_id, ~c.ended)))

    def of_basis(self, person_key: str, basis_key: str) -> Programme | None:
        found = select(table).where(c.open_key == open_key(person_key, basis_key)).with_for_update()
        return next(iter(self.all(found)), None)

    def of_source(self, source_id: str) -> tuple[Programme, ...]:
        found = select(table).where(c.source_id == source_id, ~c.ended).order_by(c.id)
        return tuple(self.all(found.with_for_update()))

    def read_of_source(self, source_id: str) -> tuple[Programme, ...]:
        found = select(table).where(c.source_id == source_id, c.source_id != "").order_by(c.id)
        return tuple(self.all(found))

    def of_person(self, person_key: str) -> tuple[Programme, ...]:
        return tuple(self.all(select(table).where(c.person_key == person_column(person_key)).order_by(c.id)))

    def of_officer(self, officer_id: str, actor: Actor | None) -> tuple[Programme, ...]:
        seen = visible_to(actor) if actor else true()
        found = select(table).where(c.person_id == officer_id, seen, c.person_id != "")
        return tuple(self.all(found.order_by(c.opened_at.desc(), c.id)))

    def of_organ(self, organ_id: str, since: date) -> tuple[Programme, ...]:
        theirs = select(table).where(c.organ_id == organ_id, c.ends_on >= since)
        return tuple(self.all(theirs.order_by(c.id)))

    def seen_among(self, ids: Collection[str], actor: Actor) -> frozenset[str]:
        return frozenset(self.session.scalars(select(c.id).where(c.id.in_(sorted(ids)), seen_inside(actor))))

    def to_tell(self, today: date, most: int) -> tuple[Programme, ...]:
        due = select(table).where(c.tells_on <= today).order_by(c.tells_on, c.id).limit(most)
        return tuple(self.all(due.with_for_update(skip_locked=True)))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "programme", organ_id, year)
