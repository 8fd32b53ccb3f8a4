"""The casebook as rows: entries, who works on them, cases that are counted, and who has read what."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    and_,
    delete,
    distinct,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.apart import known_by
from rongcuo.casework.case_rows import number_order
from rongcuo.casework.counters import next_number
from rongcuo.casework.repository import AggregateRepository
from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.database.statements import insert, upsert
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import Coordinate, EntryState
from services.followup.access import casebook as access
from services.followup.domain.casebook import CasebookEntry, CaseFact, Reading
from services.followup.storage.casebook_content import entry_in, reading_in, reading_row, row_of
from services.followup.storage.casebook_grams import forget, keep
from services.followup.storage.metadata import COUNTERS, METADATA

WORKS, APART = "works", "apart"

table: Final = Table(
    "followup_casebook", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("number", String(96), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("pack_id", String(64), nullable=False),
    Column("state", String(30), nullable=False),
    Column("since", Moment, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("area", String(40), nullable=False),
    Column("edition", Integer, nullable=False),
    Column("shown_in", String(6), nullable=False),
    Column("source_id", String(64), nullable=False),
    Column("valid_until", Date),              # of one that was published
    Column("title", String(2000), nullable=False),    # masked, as a list shows it
    Column("content", Json, nullable=False),
    number_order(),
)
c: Final = table.c
Index("followup_casebook_of_organ", c.organ_id, c.ended, c.since, c.id)
Index("followup_casebook_out", c.state, c.since, c.id)
Index("followup_casebook_area", c.area, c.state, c.shown_in)

people: Final = Table(       # who works on it, and for whom its inside is not there
    "followup_casebook_person", METADATA,
    Column("entry_id", String(64), ForeignKey("followup_casebook.id"), primary_key=True),
    # Their id, or one of their keys: it keeps the name by which the last edition, still running, knows it.
    Column("officer_id", String(64), primary_key=True),
    Column("part", String(8), primary_key=True),
    Index("followup_casebook_person_of", "officer_id", "part"),
)
facts: Final = Table(        # cases of which people are counted
    "followup_casebook_fact", METADATA,
    Column("source_id", String(64), primary_key=True),
    Column("person_key", String(64), nullable=False),
    Column("unit_kind", String(20), nullable=False),
    Column("post_level", String(20), nullable=False),
    Column("field", String(40), nullable=False),
    Column("place", String(6), nullable=False),
    Column("month", String(7), nullable=False),
    Column("situation", String(60), nullable=False),
    Index("followup_casebook_fact_at", "place", "month"),
)
readings: Final = Table(
    "followup_reading", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("area", String(40), nullable=False),
    Column("edition", String(64), nullable=False),
    Column("officer_id", String(64), nullable=False),
    Column("officer_name", String(200), nullable=False),
    Column("assigned_by", String(200), nullable=False),
    Column("read_by", Date),
    Column("assigned_at", Moment, nullable=False),
    Column("read_at", Moment),
    Index("followup_reading_once", "officer_id", "area", "edition", "organ_id", unique=True),
    Index("followup_reading_organ", "organ_id", "area", "assigned_at"),
)


def seen_inside(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees_inside` says of one, said of all rows at once."""
    if not (actor.officer_id and actor.organ_id):
        return false()
    works = c.id.in_(_with([actor.officer_id], WORKS))
    return and_(c.organ_id == actor.organ_id, c.id.not_in(_with(known_by(actor), APART)),
                *(() if access.leads(actor) else (works,)))


def read_by(actor: Actor) -> ColumnElement[bool]:
    """What `access.reads` says of one."""
    shown = access.divisions_of(actor)
    return and_(c.state == EntryState.PUBLISHED.value, c.shown_in.in_(shown)) if shown else false()


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one."""
    return or_(read_by(actor), seen_inside(actor))


def _with(who: Iterable[str], part: str) -> Any:
    return select(people.c.entry_id).where(people.c.officer_id.in_(sorted(who)), people.c.part == part)


class CasebookRepository(AggregateRepository[CasebookEntry]):
    """The repository (ports.Casebook) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, entry_in)

    def put(self, aggregate: CasebookEntry) -> None:
        super().put(aggregate)
        self.session.execute(delete(people).where(people.c.entry_id == aggregate.id))
        parts = [(each, WORKS) for each in sorted(aggregate.workers)]
        parts += [(each, APART) for each in sorted(aggregate.known.apart)]
        insert(self.session, people, *(
            {"entry_id": aggregate.id, "officer_id": each, "part": part} for each, part in parts))
        forget(self.session, aggregate.id)
        if aggregate.state is EntryState.PUBLISHED:
            keep(self.session, aggregate)

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "casebook", organ_id, year)

    def read_of_source(self, source_id: str) -> tuple[CasebookEntry, ...]:
        return tuple(self.all(select(table).where(c.source_id == source_id).order_by(c.id)))

    def know(self, fact: CaseFact) -> None:
        upsert(self.session, facts, {name: getattr(fact, name) for name in CaseFact.__slots__})

    def forget_case(self, source_id: str) -> None:
        self.session.execute(delete(facts).where(facts.c.source_id == source_id))

    def fact(self, source_id: str) -> CaseFact | None:
        row = self.session.execute(select(facts).where(facts.c.source_id == source_id)).mappings().first()
        return CaseFact(**row) if row else None

    def fits(self, told: Mapping[Coordinate, str]) -> int:
        wanted = [at_or_below(facts.c.place, value) if each is Coordinate.PLACE
                  else facts.c[each.value] == value for each, value in told.items()]
        counted = select(func.count(distinct(facts.c.person_key))).where(*wanted)
        return int(self.session.scalar(counted) or 0)


class ReadingRepository(AggregateRepository[Reading]):
    """The repository (ports.Readings) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, readings, reading_row, reading_in)

    def of_edition(self, organ_id: str, area: str, edition: str,
                   officers: Iterable[str]) -> tuple[Reading, ...]:
        r = readings.c
        found = select(readings).where(r.organ_id == organ_id, r.area == area, r.edition == edition,
                                       r.officer_id.in_(sorted(officers))).order_by(r.id)
        return tuple(self.all(found.with_for_update()))


