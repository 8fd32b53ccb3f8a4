"""Problems as rows: tables, repository, and row scope in SQL."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    or_,
    select,
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
from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import ProblemSource, ProblemSourceKind, ProblemState
from rongcuo.contracts.unit_names import LONGEST_KEY
from services.followup.access import problems as access
from services.followup.domain.problem import Problem
from services.followup.storage.metadata import COUNTERS, METADATA
from services.followup.storage.problem_content import owners, problem_in, row_of, source_key, source_keys

LONGEST_UNIT: Final = 200     # characters
MOST_NEAR: Final = 100        # problems that are held against one, the newest first
ALIVE: Final = (ProblemState.RAISED, ProblemState.OPEN, ProblemState.CLOSED)

table: Final = Table(
    "followup_problem", METADATA, *case_columns(),
    Column("overseen_from", String(6), nullable=False),      # the division of its organ
    Column("unit", String(LONGEST_UNIT), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),
    Column("situation", String(64), nullable=False),
    Column("weak_point", String(30), nullable=False),        # empty until it is put in words
    Column("first_source", String(30), nullable=False),
    Column("times", Integer, nullable=False),                # how often it came up
    Column("measures", Integer, nullable=False),
    Column("settled", Integer, nullable=False),              # of them: closed or dropped
    Column("rules", Integer, nullable=False),                # that were not repealed
    Column("risk_at", Moment),                               # since when others are shown its risk point
)
found_by_grams(table)
c: Final = table.c
OWNERSHIP: Final = Ownership(c.organ_id, c.overseen_from)
Index("followup_problem_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("followup_problem_overseen", c.overseen_from, c.ended, c.due_at, c.id)
Index("followup_problem_risk", c.situation, c.risk_at)
Index("followup_problem_edition", c.ended, c.division_code, c.edition)
open_since(table)


def _beside(name: str, what: Column[Any], *, once: bool = False) -> Table:
    """What a problem has several of. `once`: no two problems have the same."""
    own = Table(
        f"followup_problem_{name}", METADATA,
        Column("case_id", String(64), ForeignKey("followup_problem.id"), primary_key=True), what)
    Index(f"followup_problem_{name}_{what.name}", what, unique=once)
    return own


apart: Final = apart_table("followup_problem", METADATA)
sources: Final = _beside("source", Column("key", String(96), primary_key=True), once=True)
owned: Final = _beside("owner", Column("officer_id", String(64), primary_key=True))


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one, said of all rows at once."""
    there = c.id.not_in(select(apart.c.case_id).where(apart.c.who.in_(sorted(known_by(actor)))))
    return shown(access.scopes(actor), actor, OWNERSHIP, open_to=there)


def with_measure_of(officer_id: str) -> ColumnElement[bool]:
    """With a measure of theirs that is neither closed nor dropped."""
    return c.id.in_(select(owned.c.case_id).where(owned.c.officer_id == officer_id))


class ProblemRepository(RowsBeside[Problem]):
    """The repository (ports.Problems) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, problem_in, {
            apart: lambda case: case.kept_from, sources: _sources, owned: owners})

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(self.session.scalars(select(c.id).where(with_measure_of(officer_id), ~c.ended)))

    def known(self, seen_from: Sequence[ProblemSource]) -> frozenset[str]:
        keys = {source_key(each): each.source_id for each in seen_from}
        found = self.session.scalars(select(sources.c.key).where(sources.c.key.in_(sorted(keys))))
        return frozenset(keys[key] for key in found)

    def read_of_source(self, source_id: str) -> tuple[Problem, ...]:
        keys = (sources.c.key == f"{kind}:{source_id}" for kind in ProblemSourceKind)
        parts = (sources.c.key.startswith(f"{kind}:{source_id}:", autoescape=True)
                 for kind in ProblemSourceKind)
        raised = select(sources.c.case_id).where(or_(*keys, *parts))
        return tuple(self.all(select(table).where(c.id.in_(raised)).order_by(c.id)))

    def near(self, problem: Problem, actor: Actor) -> tuple[Problem, ...]:
        row = row_of(problem)
        same = [c[name] == row[name] for name in ("situation", "unit_key", "weak_point") if row[name]]
        wanted = select(table).where(
            c.organ_id == problem.organ_id, c.id != problem.id, c.state.in_(ALIVE), or_(*same),
            visible_to(actor)) if same else None
        newest = (c.opened_at.desc(), c.id)
        return tuple(self.all(wanted.order_by(*newest).limit(MOST_NEAR))) if wanted is not None else ()

    def both(self, case_id: str, other_id: str) -> tuple[Problem, Problem]:
        first, last = sorted((case_id, other_id))
        found = {each: self.get(each) for each in dict.fromkeys((first, last))}
        return found[case_id], found[other_id]

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "problem", organ_id, year)


def _sources(problem: Problem) -> frozenset[str]:
    """A merged one's are the other's."""
    return frozenset() if problem.merged_into else source_keys(problem)
