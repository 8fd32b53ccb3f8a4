"""Sheets of rules: prepared by one, approved by another, then told to all nodes."""

from datetime import datetime

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import ApproveSheet, Down, PrepareSheet, SheetView
from services.province import access
from services.province.domain import Sheet
from services.province.ports import Hub
from services.province.presenters import sheet_view
from services.province.usecases.effects import entry


def prepare_sheet(context: ExecutionContext[Hub], command: PrepareSheet) -> SheetView:
    access.require_legislator(context.actor)
    with context.unit() as unit:
        sheet = prepare(unit, command.name, command.calendar, command.body, context.actor, context.now)
        return unit.commit(answer=sheet_view(sheet))


def prepare(unit: UnitOfWork[Hub], name: str, calendar: bool, body: str, actor: Actor,
            now: datetime) -> Sheet:
    """Raises `province.published_before` for a pack's sheet that was: it is never edited in place."""
    sheet = Sheet.prepare(name, calendar, body, actor, now)
    try:
        known = unit.store.sheet(name, sheet.digest)
    except CaseError:
        known = None
    if (known and known.published_at) or (not calendar and unit.store.was_published(name)):
        raise CaseError("province.published_before")
    unit.store.put_sheet(sheet)
    unit.audit("sheet_prepared", name, digest=sheet.digest)
    return sheet


def approve_sheet(context: ExecutionContext[Hub], command: ApproveSheet) -> SheetView:
    access.require_legislator(context.actor)
    with context.unit() as unit:
        nodes = unit.store.codes()
        unit.store.lock(nodes)
        sheet = unit.store.sheet(command.name, command.digest)
        if not sheet.calendar and unit.store.was_published(sheet.name):
            raise CaseError("province.published_before")
        sheet.approve(context.actor, context.now)
        unit.store.put_sheet(sheet)
        told = entry(Down.SHEET, sheet.as_published())
        for code in sorted(nodes):
            unit.store.tell(code, told)
        unit.audit("sheet_published", sheet.name, digest=sheet.digest, prepared_by=sheet.prepared_by)
        return unit.commit(answer=sheet_view(sheet))
