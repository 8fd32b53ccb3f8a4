"""Figures of reports, of clarifications and of false accusations.

Each is counted along an index of one organ and its days, but for the few that the whole province has. What is
kept from anybody who reads them is in none of them (`left_out`): so all who read an organ's figures read the
same ones, and nobody finds by a number that there is something about them.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import (
    ClarificationFigures,
    FalseAccusationFigures,
    FalseAccusationFiguresQuery,
    FiguresQuery,
    ReportFigures,
)
from rongcuo.policy.calendar import ZONE
from services.clarify.access import figures as access
from services.clarify.domain import counting as of_reports
from services.clarify.domain.clarification import counting as of_clarifications
from services.clarify.domain.false_accusation import counting as of_false_accusations
from services.clarify.domain.figures import beginning, period
from services.clarify.storage import ReportStorage, clarifications, false_accusations, reports

r, k, x = reports.c, clarifications.c, false_accusations.c


def report_figures(context: ExecutionContext[ReportStorage], query: FiguresQuery) -> ReportFigures:
    """Of those that came in."""
    organ_id, (since, until) = access.organ_counted(context.actor, query.organ_id), period(query)
    wanted = select(r.counted).where(
        r.organ_id == organ_id, r.opened_at >= since, r.opened_at < until, told(context.actor))
    with context.reading() as store:
        found = store.session.scalars(wanted).all()
    return of_reports.figures_of(of_reports.Counted(**each) for each in found)


def clarification_figures(context: ExecutionContext[ReportStorage],
                          query: FiguresQuery) -> ClarificationFigures:
    """Of the reports that were closed and found untrue, and what became of each since; beside them what was
    applied for, and no report is linked with it."""
    organ_id, (since, until) = access.organ_counted(context.actor, query.organ_id), period(query)
    unfounded = select(r.id).where(
        r.organ_id == organ_id, r.untrue, r.decided_at >= since, r.decided_at < until, told(context.actor))
    became = select(k.counted).where(k.report_id.in_(unfounded), clarifications.seen_inside(context.actor))
    unlinked = func.length(k.report_id) == 0     # along no index: that would be of all organs
    alone = select(k.counted).where(
        k.organ_id == organ_id, unlinked, k.opened_at >= since, k.opened_at < until,
        clarifications.seen_inside(context.actor))
    with context.reading() as store:
        many = store.session.scalar(select(func.count()).select_from(unfounded.subquery())) or 0
        found, applied = (store.session.scalars(wanted).all() for wanted in (became, alone))
    return of_clarifications.figures_of(_counted(found), many, _counted(applied))


def _counted(rows: Iterable[Any]) -> Iterator[of_clarifications.Counted]:
    return (of_clarifications.Counted(**each) for each in rows)


def false_accusation_figures(context: ExecutionContext[ReportStorage],
                             query: FalseAccusationFiguresQuery) -> FalseAccusationFigures:
    """Nothing below five is told."""
    access.require_province(context.actor)
    first, last = of_false_accusations.half_year(
        query.year, query.half, context.now.astimezone(ZONE).date())
    since, until = beginning(first), beginning(last + timedelta(days=1))
    there = false_accusations.visible_to(context.actor) & exists().where(
        r.id == x.report_id, r.counted.is_not(None))
    effective = select(func.count(), func.coalesce(func.sum(x.concerned), 0)).where(
        x.effective_at >= since, x.effective_at < until, there)
    otherwise = select(func.count()).where(
        x.decided_at >= since, x.decided_at < until,
        x.state.in_([each.value for each in of_false_accusations.ENDED_OTHERWISE]), there)
    with context.reading() as store:
        found, accused = store.session.execute(effective).one()
        ended = store.session.scalar(otherwise) or 0
    return of_false_accusations.figures_of(found, accused, ended)


def told(actor: Actor) -> ColumnElement[bool]:
    """Reports that are counted for the actor: those that they may open, and that are left out for nobody."""
    return reports.visible_to(actor) & r.counted.is_not(None)
