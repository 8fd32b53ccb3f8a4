"""Questions about the disposal of clues: for the organ, and for supervisors above it."""

from operator import attrgetter

from sqlalchemy import and_

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.visibility import shown
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import CluesQuery
from rongcuo.contracts.clarify.operations import CLUES
from rongcuo.contracts.determination import (
    CaseOfReport,
    ClueDisposals,
    ClueDisposalsQuery,
    OfReport,
    OfReportQuery,
)
from rongcuo.texts.folding import number_keys
from services.determination.access import determinations as access
from services.determination.domain.clue import ClueDisposal
from services.determination.presenters.clues import disposal_view, dispositions_of
from services.determination.storage import CaseStorage
from services.determination.storage.clues import c

OWNERSHIP = Ownership(c.organ_id, c.division_code)
SCOPES = {Role.REVIEWER: Scope.ORGAN, Role.LEAD: Scope.ORGAN, Role.SUPERVISOR: Scope.DIVISIONS_BELOW}


def clue_disposals(context: ExecutionContext[CaseStorage], query: ClueDisposalsQuery) -> ClueDisposals:
    """The disposals of one clue; none where the actor may see none. What is a report's, clarify says; what
    was disposed of here under a report's number before, is kept from whoever the report is. Every reading is
    written down."""
    reports = context.ask(CLUES, CluesQuery(number=query.clue_number))
    unseen = frozenset(reports.organs) - {each.organ_id for each in reports.clues}
    with context.reading() as store:
        same = c.sought.in_(number_keys(query.clue_number))
        scopes = {SCOPES[role] for role in context.actor.roles & SCOPES.keys()}
        found = store.clues.found(and_(same, shown(scopes, context.actor, OWNERSHIP)))
        kept_from = unseen.union(each.organ_id for each in found if _keeps_out(each, context.actor, store))
        case_of = {each.report_id: _case_of(each.report_id, context.actor, store) for each in reports.clues}
    found = tuple(each for each in found if each.organ_id not in kept_from)
    for read in (*(each.id for each in found), *case_of):
        context.audit_read("review.clue_read", read)
    of_reports = (view for each in reports.clues for view in dispositions_of(each, case_of[each.report_id]))
    return ClueDisposals(disposals=tuple(sorted(
        (*map(disposal_view, found), *of_reports), key=attrgetter("disposed_at"))))


def of_report(context: ExecutionContext[CaseStorage], query: OfReportQuery) -> OfReport:
    """The determinations of a report whose inside the actor sees."""
    with context.reading() as store:
        cases = store.determinations.read_of_report(query.report_id)
    return OfReport(cases=tuple(
        CaseOfReport(case_id=each.id, number=each.number, title=each.title, subject=each.subject,
                     state=each.state) for each in cases if access.sees_inside(context.actor, each)))


def _case_of(report_id: str, actor: Actor, store: CaseStorage) -> str:
    cases = store.determinations.read_of_report(report_id)
    return next((each.id for each in cases if access.sees_inside(actor, each)), "")


def _keeps_out(disposal: ClueDisposal, actor: Actor, store: CaseStorage) -> bool:
    """Nobody reads what was thought of a clue about themselves or their unit, nor after a recusal from the
    case that it led to."""
    if disposal.concerns(actor):
        return True
    case_id = disposal.case_id
    return bool(case_id) and not access.sees_inside(actor, store.determinations.read(case_id))
