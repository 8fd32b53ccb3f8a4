"""Questions about filings, answered from the rows that the asking actor may see."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Row, Subquery, cast, func, select

from rongcuo.casework.access import require_watcher
from rongcuo.casework.lists import record_order
from rongcuo.casework.open_cases import open_cases
from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    FilingLine,
    FilingQuery,
    FilingsPage,
    FilingsQuery,
    FilingState,
    FilingSubmitted,
    FilingSupplemented,
    FilingView,
    Funnel,
    FunnelQuery,
    FunnelRow,
    OpenMatters,
    OpenMattersQuery,
    Receipt,
)
from rongcuo.policy.divisions import division
from services.filing import access
from services.filing.domain import NOT_ACCEPTED, OPEN, RECEIVED, REGISTERED, Filing, day_of
from services.filing.presenters import proved, receipt_of, view_of
from services.filing.storage import CENSUS, FilingStorage, by_post, counted_for, f, visible_to
from services.filing.storage.changes import c
from services.filing.storage.oversights import o

FilingContext = ExecutionContext[FilingStorage]
LINE = (f.id, f.number, f.title, f.situation, f.organ_id, f.division_code, f.unit, f.filer_name,
        f.whitelisted, f.void_by, f.void_because, f.state, f.supplement_due_at, f.drafted_at, f.submitted_at,
        f.dated_at)


def filing(context: FilingContext, query: FilingQuery) -> FilingView:
    return view_of(_seen(context, query), context.actor)


def receipt(context: FilingContext, query: FilingQuery) -> Receipt:
    """With its proof from the moment on that a checkpoint covers what it says."""
    found = _seen(context, query)
    return proved(receipt_of(found, context.rules), context.proof(found.id, FilingSubmitted),
                  context.proof(found.id, FilingSupplemented))


def page(context: FilingContext, query: FilingsQuery) -> FilingsPage:
    wanted = select(*LINE, by_post(context.actor).label("by_post")).where(
        visible_to(context.actor), f.state != FilingState.DISCARDED.value, *_filters(query))
    order = record_order(query.sort, f.dated_at, f.number, f.id)
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(f.sought, query.search))
    return FilingsPage(lines=tuple(_line(row) for row in found.rows), next_cursor=found.cursor or "")


def funnel(context: FilingContext, query: FunnelQuery) -> Funnel:
    """The figures count what the actor may see, and nothing else."""
    division(query.division_code)
    counted = _of_span(context.actor, query) if query.since or query.until else counted_for(context.actor)
    here = at_or_below(counted.c.division_code, query.division_code)
    with context.reading() as store:
        whole = select(*_counts(counted), _households(counted)).where(here)
        figures = store.session.execute(whole).mappings().one()
        by_division = _funnel_rows(store, counted, counted.c.division_code, here)
        by_situation = _funnel_rows(store, counted, counted.c.situation, here)
    return Funnel(**figures, by_division=by_division, by_situation=by_situation)


def open_matters(context: FilingContext, query: OpenMattersQuery) -> OpenMatters:
    """For the watchdog: ids and states, no content."""
    require_watcher(context.actor)
    opened = select(f.id, f.state, f.state_since.label("since")).where(f.state.in_(sorted(OPEN)))
    due = select(o.id, o.state, o.since).where(o.due_on.is_not(None))
    waiting = select(c.id, c.state, c.since).where(c.pending)
    with context.reading() as store:
        return open_cases(store.session, query, opened, due, waiting)


def _seen(context: FilingContext, query: FilingQuery) -> Filing:
    """Who reads it from outside its unit and organ is written down before they get it."""
    with context.reading() as store:
        found = store.read(query.filing_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("filing.read", found.id)
    return found


def _filters(query: FilingsQuery) -> list[ColumnElement[bool]]:
    asked = (
        (query.state, lambda: f.state == _known_state(query.state)),
        (query.situation, lambda: f.situation == query.situation),
        (query.division_code, lambda: at_or_below(f.division_code, division(query.division_code).code)),
        (query.register_only, lambda: f.register_number != ""),
        (query.whitelist_only, lambda: f.whitelisted),
    )
    return [condition() for wanted, condition in asked if wanted]


def _known_state(state: str) -> str:
    if state not in list(FilingState):
        raise CaseError("invalid", "state", {"fields": {"state": ["not a state of a filing"]}})
    return state


def _line(row: Row[Any]) -> FilingLine:
    asked = row.state == FilingState.SUPPLEMENT_REQUESTED.value
    return FilingLine(
        filing_id=row.id, number=row.number, title=row.title, situation=row.situation, organ_id=row.organ_id,
        division_code=row.division_code, unit=row.unit, filer_name=row.filer_name,
        whitelisted=row.whitelisted, state=FilingState(row.state),
        voided=bool(row.void_by), void_by=row.void_by if row.by_post else "", void_because=row.void_because,
        supplement_due_on=day_of(row.supplement_due_at) if asked else None,
        drafted_at=row.drafted_at, submitted_at=row.submitted_at,
    )


def _of_span(actor: Actor, query: FunnelQuery) -> Subquery:
    """Row by row, along the days' index: it costs what lies in the span."""
    since = [f.dated_at >= query.since] if query.since else []      # of what was received: when it was
    until = [f.dated_at < query.until] if query.until else []
    return CENSUS.rows().where(visible_to(actor), *since, *until).subquery()


def _counts(counted: Subquery) -> list[ColumnElement[int]]:
    kinds = {"received": RECEIVED, "accepted": REGISTERED, "not_accepted": NOT_ACCEPTED, "open": OPEN}
    return [_sum(counted.c.n, counted, states).label(name) for name, states in kinds.items()]


def _households(counted: Subquery) -> ColumnElement[int]:
    return _sum(counted.c.households, counted, REGISTERED).label("households")


def _sum(amount: ColumnElement[int], counted: Subquery, states: frozenset[FilingState]) -> \
        ColumnElement[int]:
    summed = func.sum(amount).filter(counted.c.state.in_(sorted(states)))
    return cast(func.coalesce(summed, 0), BigInteger)


def _funnel_rows(store: FilingStorage, counted: Subquery, key: ColumnElement[str],
                 here: ColumnElement[bool]) -> tuple[FunnelRow, ...]:
    figures = _counts(counted)
    grouped = select(key.label("key"), *figures).where(here).group_by(key).order_by(key)
    there = grouped.having(figures[0] > 0)      # a line may count nothing any more
    return tuple(FunnelRow(**row) for row in store.session.execute(there).mappings())
