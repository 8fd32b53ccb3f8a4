"""What is asked about the line: by the people of the node, and by the hub."""

from typing import Any

from sqlalchemy import and_, or_, select

from rongcuo.casework.access import Ownership
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import county as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.county import OF_FALSE_ACCUSATIONS, ApprovalOutcome, operations
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import HUB
from rongcuo.contracts.province.line import NodeReport
from services.county import access
from services.county.domain.goes_up import count_of
from services.county.ports import NodeKey
from services.county.storage import CountyStorage, mapping
from services.county.storage.metadata import approvals, aside, returns, sheets
from services.county.usecases.approvals import view_of
from services.county.usecases.reporting import report_of
from services.county.usecases.returns import view_of as view_of_return

Context = ExecutionContext[CountyStorage]
ASIDE_SHOWN = 50


def line(context: Context, query: contract.LineQuery) -> contract.LineView:  # noqa: ARG001
    access.require_line(context.actor)
    with context.reading() as store:
        end, known = store.end(), store.line()
        kept = store.witnessed(HUB)
        troubles = store.ledger_troubles()
        wanted = select(aside).order_by(aside.c.at.desc(), aside.c.number.desc()).limit(ASIDE_SHOWN)
        rows = store.session.execute(wanted).all()
    return contract.LineView(
        connected=known.exchanged_at is not None and not known.failed_code, exchanged_at=known.exchanged_at,
        failed_code=known.failed_code, failed_since=known.failed_since, trouble=known.trouble,
        clock_lead=known.clock_lead, epoch=end.epoch, waiting=end.given - end.acknowledged,
        waiting_since=known.waiting_since, received=end.received,
        witnessed_at=max((at for _, _, at in kept.values()), default=None),
        ledgers=tuple(f"{origin}: {problem}" for origin, problem in sorted(troubles.items()) if problem),
        aside=tuple(contract.NodeAsideView(number=row.number, kind=row.kind, code=row.code, at=row.at)
                    for row in rows))


def answer(context: Context, query: operations.AnswerQuery) -> operations.AnswerGiven:
    """For the platform itself: the service whose case asked. Raises `forbidden`, `not_found`."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        asked = store.approvals.read(query.approval_id)
    return operations.AnswerGiven(
        asked_for=asked.asked_for, asking=asked.asking, outcome=ApprovalOutcome(asked.state.value),
        reason=asked.reason, by=asked.answered_by, officer_id=asked.officer_id)


def approvals_page(context: Context, query: contract.ApprovalsQuery) -> contract.ApprovalsPage:
    a: Any = approvals.c
    wanted = select(approvals).where(_visible(context.actor))
    found, cursor = _page(context, wanted, (a.asked_at.desc(), a.id.desc()), query)
    return contract.ApprovalsPage(
        lines=tuple(view_of(mapping.approval_of(row)) for row in found), next_cursor=cursor)


def approval(context: Context, query: contract.ApprovalQuery) -> contract.NodeApprovalView:
    with context.reading() as store:
        wanted = select(approvals).where(approvals.c.id == query.approval_id, _visible(context.actor))
        return view_of(store.approvals.one(wanted))


def returns_page(context: Context, query: contract.ReturnsQuery) -> contract.ReturnsPage:
    """A supervisor's too: those of the organs below."""
    r: Any = returns.c
    visible = shown(access.scopes(context.actor), context.actor, Ownership(r.organ_id, r.organ_id))
    newest = r.submitted_at.desc(), r.id.desc()
    found, cursor = _page(context, select(returns).where(visible), newest, query)
    return contract.ReturnsPage(
        lines=tuple(view_of_return(mapping.return_of(row)) for row in found), next_cursor=cursor)


def sheets_page(context: Context, query: contract.SheetsQuery) -> contract.SheetsPage:
    access.require_line(context.actor)
    s: Any = sheets.c
    found, cursor = _page(context, select(sheets), (s.taken_at.desc(), s.name.desc()), query)
    return contract.SheetsPage(lines=tuple(contract.NodeSheetView(
        name=row["name"], calendar=row["calendar"], digest=row["digest"], code=row["code"],
        problem=row["problem"], published_at=row["published_at"], taken_at=row["taken_at"])
        for row in found), next_cursor=cursor)


def status(context: Context, node: NodeKey) -> NodeReport:
    """For the hub. Raises `forbidden`."""
    access.require_hub(context.caller)
    with context.reading() as store:
        return report_of(context, node, store)


def node_figures(context: Context, query: operations.NodeFiguresQuery) -> operations.NodeFigures:
    """For the hub, which keeps the sum of them: two sources that differ are shown as differing."""
    access.require_hub(context.caller)
    with context.reading() as store:
        return operations.NodeFigures(organ_id=query.organ_id, rows=store.counted(query.organ_id, query.year))


def case_summary(context: Context, query: operations.CaseSummaryQuery) -> operations.CaseSummary:
    """For an officer of an organ above, who has the right to hear of it here: the ledger says who asked."""
    access.require_hub(context.caller)
    with context.reading() as store:
        going = store.known_matter(f"{query.source}:{query.matter_id}")
    if going is None:
        raise CaseError("not_found")
    access.require_above(query.officer, going)
    context.audit_read("case_summary", query.matter_id, officer=query.officer.officer_id,
                       organ=query.officer.organ_id)
    return operations.CaseSummary(
        source=query.source, matter_id=query.matter_id, organ_id=going.organ_id,
        case_number=going.case_number, situation=going.situation, stage=going.stage,
        counts=tuple(map(count_of, going.matter.counted)))


def _page(context: Context, wanted: Any, order: Any, query: contract.PageQuery) -> tuple[list[Any], str]:
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit)
    return [row._mapping for row in found.rows], found.cursor or ""


def _visible(actor: Actor) -> Any:
    """What a case has asked by itself, is seen with that case, and not here. Of false accusations there is no
    list for who only supervises."""
    a: Any = approvals.c
    own = shown(access.scopes(actor), actor, Ownership(a.organ_id, a.division_code))
    return and_(own, or_(a.asked_of_us, a.asked_for == ""),
                or_(a.kind.not_in(OF_FALSE_ACCUSATIONS), a.organ_id == actor.organ_id))
