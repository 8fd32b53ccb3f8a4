"""Determinations as rows: tables, repository, and row scope in SQL."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    RowMapping,
    Select,
    String,
    Table,
    Text,
    and_,
    cast,
    delete,
    false,
    insert,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.apart import LENGTH, Somebody, known_by
from rongcuo.casework.case_repository import CaseRepository
from rongcuo.casework.case_rows import case_columns
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.statements import advisory_lock, upsert
from rongcuo.chassis.database.statements import insert as add
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import Subject
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from rongcuo.policy.divisions import just_below
from services.determination.access import determinations as access
from services.determination.domain.determination import Determination
from services.determination.storage.appeals import table as appeals
from services.determination.storage.determination_content import determination_of, row_of
from services.determination.storage.metadata import COUNTERS, METADATA

table: Final = Table(
    "determination", METADATA, *case_columns(),
    Column("situation", String(64), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("subject_name", String(60), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),
    Column("held_by", String(20), nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
    Column("outcome", String(20), nullable=False),    # of the decision that holds; empty without one
    Column("flagged", String(2000), nullable=False),  # negative items hit or disputed, each between commas
    Column("recusal_asked", Boolean, nullable=False),    # and not answered
    Column("report_id", Text, nullable=False, server_default=""),    # empty where no report led to it
    Column("told", Boolean, nullable=False, server_default=true()),  # whether the subject has heard of it
)
found_by_grams(table)
c: Final = table.c
OWNERSHIP: Final = Ownership(c.organ_id, c.division_code, unit_key=c.unit_key, unit_organ_id=c.first_organ_id)
Index("determination_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("determination_due", c.ended, c.due_at, c.id)
Index("determination_newest_of_organ", c.organ_id, c.ended, c.opened_at, c.number_order, c.id)
Index("determination_newest", c.ended, c.opened_at, c.number_order, c.id)
Index("determination_of_division", c.division_code, c.ended, c.due_at, c.id)
Index("determination_of_subject", c.subject_id, c.due_at, c.id)
Index("determination_edition", c.ended, c.division_code, c.edition)
open_since(table)
_decided = c.outcome != ""
Index("determination_decided", c.situation, c.decided_at, postgresql_where=_decided, sqlite_where=_decided)
Index("determination_recusal_asked", c.id, postgresql_where=c.recusal_asked, sqlite_where=c.recusal_asked)

_reported = c.report_id != ""
Index("determination_of_report", c.report_id, postgresql_where=_reported, sqlite_where=_reported)

officers: Final = Table(
    "determination_officer", METADATA,
    Column("case_id", String(64), ForeignKey("determination.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Column("holds", Boolean, nullable=False),
    Column("reads", Boolean, nullable=False),    # a member of its meeting, or of an appeal's panel
    Column("recused", Boolean, nullable=False),
    Index("determination_officer_of", "officer_id"),
)

apart: Final = Table(
    "determination_apart", METADATA,    # whom the report is kept from that led to it, by their keys
    Column("case_id", String(64), ForeignKey("determination.id"), primary_key=True),
    Column("who", String(LENGTH), primary_key=True),
    Index("determination_apart_who", "who"),
)

void_filings: Final = Table(
    "void_filing", METADATA,
    Column("filing_id", String(64), primary_key=True),
    Column("void_by", String(96), nullable=False),      # as told last; empty where it applies again
)


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one case, said of all rows at once."""
    free, scopes = open_to(actor, c.id), access.scopes(actor)
    of_unit = and_(shown(scopes & {Scope.OWN_UNIT}, actor, OWNERSHIP), c.told, _not_kept(actor, c.id))
    by_scope = or_(of_unit, shown(scopes - {Scope.OWN_UNIT}, actor, OWNERSHIP, open_to=free))
    if not actor.officer_id:
        return by_scope
    reads = and_(c.id.in_(_where(actor, officers.c.reads)), free)
    return or_(and_(c.subject_id == actor.officer_id, c.told), reads, by_scope)


def entered_from_above_by(actor: Actor) -> ColumnElement[bool]:
    """What `access.enters_from_above` says of one case. They look for it: it is in none of their lists."""
    if not actor.has(Role.LEAD) or not actor.organ_id:
        return false()
    below_them = or_(c.organ_id.in_(just_below(actor.organ_id)),
                     c.organ_id.startswith(f"{actor.organ_id}.", autoescape=True))
    return and_(below_them, c.outcome != "", c.subject_id == "", c.unit_key.not_in(actor.units),
                open_to(actor, c.id))


def open_to(somebody: Somebody, case_id: Column[str]) -> ColumnElement[bool]:
    """Whether they are neither recused from the case of that id, nor kept from the clue behind it."""
    return and_(case_id.not_in(_where(somebody, officers.c.recused)), _not_kept(somebody, case_id))


def _not_kept(somebody: Somebody, case_id: Column[str]) -> ColumnElement[bool]:
    return case_id.not_in(select(apart.c.case_id).where(apart.c.who.in_(sorted(known_by(somebody)))))


def _where(somebody: Somebody, condition: ColumnElement[bool]) -> Select[tuple[str]]:
    return select(officers.c.case_id).where(officers.c.officer_id == somebody.officer_id, condition)


Named = frozenset[tuple[str, bool, bool, bool]]    # officer: holds, reads, is recused


class DeterminationRepository(CaseRepository[Determination]):
    """The repository of determinations (ports.Determinations) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, determination_of)
        self._named: dict[str, Named] = {}  # as read here: written only where changed
        self._apart: dict[str, frozenset[str]] = {}     # likewise

    def met(self, row: RowMapping) -> Determination:
        case = super().met(row)
        self._named[case.id], self._apart[case.id] = _named(case), case.keys_apart
        return case

    def put(self, aggregate: Determination) -> None:
        super().put(aggregate)
        if self._named.get(aggregate.id) != _named(aggregate):
            self._write_officers(aggregate.id, _named(aggregate))
        if fresh := aggregate.keys_apart - self._apart.get(aggregate.id, frozenset()):    # never fewer
            add(self.session, apart, *({"case_id": aggregate.id, "who": who} for who in sorted(fresh)))
            self._apart[aggregate.id] = aggregate.keys_apart

    def closed_to(self, somebody: Somebody, case_ids: tuple[str, ...]) -> frozenset[str]:
        found = select(c.id).where(c.id.in_(case_ids), not_(open_to(somebody, c.id)))
        return frozenset(self.session.scalars(found))

    def of_report(self, report_id: str) -> tuple[Determination, ...]:
        advisory_lock(self.session, table, (report_id,))
        return self.read_of_report(report_id)

    def read_of_report(self, report_id: str) -> tuple[Determination, ...]:
        """As they stand; of no report, none."""
        wanted = select(table).where(c.report_id == report_id, c.report_id != "")
        return tuple(self.all(wanted.order_by(c.opened_at, c.id)))

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        held = select(officers.c.case_id).where(officers.c.officer_id == officer_id, officers.c.holds)
        return tuple(self.session.scalars(held))

    def about(self, officer_id: str) -> tuple[str, ...]:
        mine = select(c.id).where(c.subject_id == officer_id, c.subject_id != "")
        return tuple(self.session.scalars(mine))

    def with_recusal_asked(self) -> tuple[str, ...]:
        return tuple(self.session.scalars(select(c.id).where(c.recusal_asked)))

    def after_appeal(self) -> tuple[str, ...]:
        settled = select(appeals.c.case_id).where(appeals.c.ended)
        return tuple(self.session.scalars(select(c.id).where(~c.ended, c.id.in_(settled))))

    def is_open(self) -> ColumnElement[bool]:
        """Of a concluded case an appeal may be open."""
        return or_(super().is_open(), c.id.in_(select(appeals.c.case_id).where(~appeals.c.ended)))

    def linked_to(self, filing_id: str) -> tuple[str, ...]:
        """It happens once in a while: all contents are looked through."""
        named = select(table).where(cast(c.content, Text).contains(filing_id, autoescape=True))
        return tuple(each.id for each in self.all(named)
                     if filing_id in {linked.filing_id for linked in each.filings})

    def note_void(self, filing_id: str, void_by: str) -> None:
        advisory_lock(self.session, void_filings, (filing_id,))
        upsert(self.session, void_filings, {"filing_id": filing_id, "void_by": void_by})

    def void_by(self, filing_id: str) -> str:
        advisory_lock(self.session, void_filings, (filing_id,))
        told = select(void_filings.c.void_by).where(void_filings.c.filing_id == filing_id)
        return self.session.scalar(told) or ""

    def of_subject(self, subject: Subject) -> tuple[Determination, ...]:
        described = and_(c.subject_name == subject.name, c.unit_key == unit_key(subject.unit))
        theirs = or_(described, and_(c.subject_id == subject.officer_id, c.subject_id != ""))
        return tuple(self.all(select(table).where(theirs).order_by(c.opened_at, c.id)))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "determination", organ_id, year)

    def _write_officers(self, case_id: str, named: Named) -> None:
        self.session.execute(delete(officers).where(officers.c.case_id == case_id))
        if named:
            rows = [{"case_id": case_id, "officer_id": officer_id, "holds": holds, "reads": reads,
                     "recused": recused} for officer_id, holds, reads, recused in sorted(named)]
            self.session.execute(insert(officers), rows)
        self._named[case_id] = named


def _named(case: Determination) -> Named:
    """Holders while the case is open; readers and the recused for good."""
    holders = frozenset() if case.ended else case.holders
    return frozenset((each, each in holders, each in case.readers, each in case.recused)
                     for each in holders | case.readers | case.recused)
