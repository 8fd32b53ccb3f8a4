"""Where review keeps its cases: one row each, indexed for the work list, the rest as content."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    and_,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from rongcuo.chassis.columns import Json, Moment
from rongcuo.chassis.paging import page
from rongcuo.chassis.storing import changed
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMatter, OpenMatters, OpenMattersQuery
from rongcuo.contracts.review import CaseLine, CasesQuery, Punctuality, ReviewState
from rongcuo.policy.calendar import ZONE
from services.review.access import Scope, below, scopes
from services.review.domain import DECIDED, ReviewCase
from services.review.rows import case_of, line_of, row_of

Where = ColumnElement[bool]
METADATA = MetaData()

cases = Table(
    "review_cases", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("number", String(64), nullable=False),
    Column("title", String(200), nullable=False),
    Column("situation", String(64), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("unit", String(120), nullable=False),
    Column("filer_id", String(64), nullable=False),
    Column("pack_id", String(64), nullable=False),
    Column("state", String(30), nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("since", Moment, nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(60), nullable=False),
    Column("due_at", Moment, nullable=False),  # an index only: it follows from the clock in the content
    Column("provisional", Boolean, nullable=False),
    Column("suspended", Boolean, nullable=False),
    Column("edition", String(64), nullable=False),
    Column("late", Boolean, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("content", Json, nullable=False),
    Index("review_cases_worklist", "organ_id", "ended", "due_at", "id"),
    Index("review_cases_division", "division_code", "ended", "due_at", "id"),
    Index("review_cases_edition", "ended", "division_code", "edition"),
)

holders = Table(
    "review_holders", METADATA,
    Column("case_id", String(64), ForeignKey("review_cases.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Index("review_holders_officer", "officer_id"),
)


class CaseStorage:
    """The repository of `ports.Cases`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, case_id: str) -> ReviewCase:
        return self._one(select(cases).where(cases.c.id == case_id).with_for_update())

    def seen(self, actor: Actor, case_id: str) -> ReviewCase:
        return self._one(select(cases).where(cases.c.id == case_id, _seen_by(actor)))

    def put(self, case: ReviewCase) -> None:
        before = case.version - len(case.happened)
        if before == 0:
            self._insert(case)
        else:
            self._replace(case, before)
        self._session.execute(delete(holders).where(holders.c.case_id == case.id))
        held = [{"case_id": case.id, "officer_id": officer_id} for officer_id in sorted(case.holders)]
        if held and not case.ended:
            self._session.execute(insert(holders), held)

    def _insert(self, case: ReviewCase) -> None:
        try:
            self._session.execute(insert(cases).values(row_of(case)))
        except IntegrityError:
            raise CaseError("changed_meanwhile", case.id) from None

    def _replace(self, case: ReviewCase, before: int) -> None:
        here = (cases.c.id == case.id) & (cases.c.version == before)
        if changed(self._session, update(cases).where(here).values(row_of(case))) != 1:
            raise CaseError("changed_meanwhile", case.id)

    def page(self, actor: Actor, query: CasesQuery, now: datetime) -> tuple[tuple[CaseLine, ...], str]:
        found = select(cases).where(_seen_by(actor), _tabs(actor, now)[query.tab], _matches(query.search))
        keys = [cases.c.due_at, cases.c.id]
        if query.tab == "closed":
            keys = [key.desc() for key in keys]
        shown = page(self._session, found, keys, query.cursor, query.limit)
        return tuple(line_of(row, now) for row in shown.rows), shown.cursor or ""

    def counts(self, actor: Actor, now: datetime) -> dict[str, int]:
        return self._counted(_tabs(actor, now), _seen_by(actor))

    def punctuality(self, actor: Actor, division_code: str, now: datetime) -> Punctuality:
        decided = cases.c.state.in_([state.value for state in DECIDED])
        below_it = cases.c.division_code.startswith(below(division_code), autoescape=True)
        return Punctuality(**self._counted({
            "decided": decided, "on_time": decided & ~cases.c.late, "late": decided & cases.c.late,
            "open_overdue": ~cases.c.ended & (cases.c.late | _overdue(now)),
        }, _seen_by(actor) & below_it))

    def open_matters(self, query: OpenMattersQuery) -> OpenMatters:
        rows = self._session.execute(
            select(cases.c.id, cases.c.state, cases.c.since).where(~cases.c.ended, cases.c.id > query.cursor)
            .order_by(cases.c.id).limit(query.limit)).all()
        return OpenMatters(
            matters=tuple(OpenMatter(matter_id=row.id, state=row.state, since=row.since) for row in rows),
            next_cursor=rows[-1].id if len(rows) == query.limit else "")

    def editions(self) -> tuple[tuple[str, str], ...]:
        held = select(cases.c.division_code, cases.c.edition).where(~cases.c.ended).distinct()
        return tuple((row.division_code, row.edition) for row in self._session.execute(held))

    def claim(self, division_code: str, edition: str, limit: int) -> tuple[ReviewCase, ...]:
        here = ~cases.c.ended & (cases.c.division_code == division_code) & (cases.c.edition == edition)
        query = select(cases).where(here).order_by(cases.c.id).limit(limit).with_for_update(skip_locked=True)
        return tuple(case_of(row) for row in self._session.execute(query))

    def _one(self, query: Select[Any]) -> ReviewCase:
        row = self._session.execute(query).first()
        if row is None:
            raise CaseError("not_found")
        return case_of(row)

    def _counted(self, kinds: Mapping[str, Where], where: Where) -> dict[str, int]:
        columns = [func.count().filter(kind).label(name) for name, kind in kinds.items()]
        row = self._session.execute(select(*columns).select_from(cases).where(where)).one()
        return {name: row._mapping[name] for name in kinds}


def _tabs(actor: Actor, now: datetime) -> dict[str, Where]:
    """A paused case is not due today; a supplement that was not answered is, from the day after its date."""
    is_open = ~cases.c.ended
    unanswered = (cases.c.state == ReviewState.AWAITING_SUPPLEMENT.value) & (cases.c.due_at < _midnight(now))
    due = ~cases.c.suspended & (cases.c.due_at < _midnight(now) + timedelta(days=1))
    mine = select(holders.c.case_id).where(holders.c.officer_id == actor.officer_id)
    return {
        "due_today": is_open & (due | unanswered),
        "mine": is_open & cases.c.id.in_(mine),
        "organ": is_open,
        "unassigned": is_open & (cases.c.assignee_id == ""),
        "closed": cases.c.ended,
    }


def _overdue(now: datetime) -> Where:
    return ~cases.c.suspended & (cases.c.due_at < _midnight(now))


def _midnight(now: datetime) -> datetime:
    """The beginning of the local day."""
    return datetime.combine(now.astimezone(ZONE).date(), time(), ZONE)


def _matches(search: str) -> Where:
    """Every word somewhere in number, title, unit or assignee."""
    places = (cases.c.number, cases.c.title, cases.c.unit, cases.c.assignee_name)
    return and_(true(), *(or_(*(place.icontains(word, autoescape=True) for place in places))
                          for word in search.split()))


def _seen_by(actor: Actor) -> Where:
    """The actor's row scope in SQL: what `access.sees` says of one case."""
    unit = (cases.c.organ_id == actor.organ_id) & (cases.c.unit == actor.unit) & (cases.c.unit != "")
    clauses: dict[Scope, Where] = {
        Scope.OWN_UNIT: unit | (cases.c.filer_id == actor.officer_id),
        Scope.ORGAN: cases.c.organ_id == actor.organ_id,
        Scope.DIVISIONS_BELOW: cases.c.division_code.startswith(below(actor.division_code))
        if actor.division_code else false(),
        Scope.ALL: true(),
    }
    return or_(false(), *(clauses[scope] for scope in scopes(actor)))
