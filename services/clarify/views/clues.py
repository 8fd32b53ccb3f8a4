"""Reports as the clues that they are (问题线索): what determination asks, for whoever acts there."""

from sqlalchemy import select

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import Clues, CluesQuery, ClueView, ReportQuery
from services.clarify.access import reports as access
from services.clarify.domain import Report
from services.clarify.domain.numbers import number_typed
from services.clarify.presenters.reports import clue_view
from services.clarify.storage import ReportStorage
from services.clarify.storage.reports import c, table

Context = ExecutionContext[ReportStorage]


def clue(context: Context, query: ReportQuery) -> ClueView:
    """Raises `not_found` for whoever it is kept from."""
    with context.reading() as store:
        found = store.reports.read(query.report_id)
    access.require_sight(context.actor, found)
    return _read(context, found)


def clues(context: Context, query: CluesQuery) -> Clues:
    """Those of a number. Where nothing but the actor's sight keeps them apart, only that there is one."""
    number = number_typed(query.number)
    wanted = select(table).where(c.number == number).order_by(c.first_organ_id, c.id)
    with context.reading() as store:
        found = store.reports.all(wanted) if number else ()
    return Clues(organs=tuple(each.first_organ_id for each in found),
                 clues=tuple(_read(context, each) for each in found if access.sees(context.actor, each)))


def _read(context: Context, report: Report) -> ClueView:
    """Who reads it only as a supervisor is written down before they get it."""
    if access.from_outside(context.actor, report):
        context.audit_read("clarify.report_read", report.id)
    return clue_view(report, context.actor)
