"""One finding of a false accusation, and the lists of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select

from rongcuo.casework.lists import Condition, case_order, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    Addressed,
    AddressedQuery,
    ApprovalWanted,
    ApprovalWantedQuery,
    FalseAccusationLine,
    FalseAccusationQuery,
    FalseAccusationsPage,
    FalseAccusationsQuery,
    FalseAccusationState,
    FalseAccusationView,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import midnight
from services.clarify.access import false_accusations as access
from services.clarify.access import reports
from services.clarify.domain.false_accusation.on_line import wanted
from services.clarify.presenters.false_accusations import view_of
from services.clarify.storage import ReportStorage
from services.clarify.storage.false_accusations import c, listed_to

State = FalseAccusationState
LINE = (c.id, c.number, c.title, c.organ_id, c.approver_id, c.state, c.assignee_name, c.ended, c.late,
        c.suspended, c.provisional, c.due_at, c.opened_at, c.number_order)
ASKED_ABOVE = (State.BEGIN_APPROVAL.value, State.FINDING_APPROVAL.value)
TABS = ("organ", "approval", "closed")


def false_accusation(context: ExecutionContext[ReportStorage],
                     query: FalseAccusationQuery) -> FalseAccusationView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.false_accusations.read(query.case_id)
        report = store.reports.read(found.report_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("clarify.false_accusation_read", found.id)
    talks = access.reads_talk(context.actor, report, found)
    sees_report = reports.sees(context.actor, report)
    told = report if sees_report or access.reads_along(context.actor, found) else None
    return view_of(found, Occasion.at(context, found.pack_id, found.division_code), talks=talks,
                   sees_report=sees_report, report=told)


def page(context: ExecutionContext[ReportStorage], query: FalseAccusationsQuery) -> FalseAccusationsPage:
    """A page of one tab. Raises `invalid` for an unknown tab or cursor."""
    require_tab(query.tab, TABS)
    wanted = select(*LINE).where(
        listed_to(context.actor), _tabs(context.actor)[query.tab])
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
    return FalseAccusationsPage(lines=tuple(_line(row, context.now) for row in found.rows),
                                next_cursor=found.cursor or "")


def addressed(context: ExecutionContext[ReportStorage], query: AddressedQuery) -> Addressed:
    """For the platform itself: the vault asks where an event says that there is something."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        put = store.false_accusations.read(query.case_id).addressed
    if query.place > len(put):
        raise CaseError("not_found", details={"case_id": query.case_id})
    return put[query.place - 1]


def approval_wanted(context: ExecutionContext[ReportStorage], query: ApprovalWantedQuery) -> ApprovalWanted:
    """For the platform itself: county asks where an inquiry has moved."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        found = store.false_accusations.read(query.case_id)
    return wanted(found, Occasion.at(context, found.pack_id, found.division_code))


def _tabs(actor: Actor) -> dict[str, Condition]:
    asked = and_(c.state.in_(ASKED_ABOVE), c.approver_id == actor.organ_id)
    complained = and_(c.state == State.COMPLAINT.value, c.complaint_organ_id == actor.organ_id)
    return {"organ": ~c.ended, "approval": asked | complained, "closed": c.ended}


def _line(row: Row[Any], now: datetime) -> FalseAccusationLine:
    """From the columns alone: no clock is counted for a list."""
    overdue = not row.ended and not row.suspended and row.due_at < midnight(now)
    return FalseAccusationLine(
        case_id=row.id, number=row.number, title=row.title, organ_id=row.organ_id,
        approver_organ_id=row.approver_id, state=State(row.state), assignee_name=row.assignee_name,
        provisional=row.provisional, late=row.late or overdue, suspended=row.suspended,
        due_at=None if row.ended else row.due_at, opened_at=row.opened_at)
