"""Sheets of rules, and which nodes have them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import SheetLag, SheetsQuery, SheetState, SheetsView, SheetView
from services.province import access
from services.province.domain import Sheet
from services.province.presenters import sheet_view
from services.province.storage import ProvinceStorage
from services.province.storage import tables as t


def sheets(context: ExecutionContext[ProvinceStorage], query: SheetsQuery) -> SheetsView:  # noqa: ARG001
    """For those who make them, for operators and supervisors. Raises `forbidden`."""
    actor = context.actor
    if not (access.is_legislator(actor) or actor.has(Role.OPERATOR, Role.SUPERVISOR)):
        raise CaseError("forbidden")
    s, k = t.sheets.c, t.taken.c
    with context.reading() as store:
        codes = sorted(store.codes())
        found = [Sheet(**row) for row in store.session.execute(
            select(t.sheets).order_by(s.prepared_at.desc(), s.name)).mappings()]
        answers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for row in store.session.execute(select(k.name, k.digest, k.node, k.code)):
            answers[row.name, row.digest][row.node] = row.code
    return SheetsView(sheets=tuple(_view(each, codes, answers[each.name, each.digest]) for each in found))


def _view(sheet: Sheet, nodes: Sequence[str], answers: Mapping[str, str]) -> SheetView:
    """One that is only prepared is shown as it reads, to who is to approve it."""
    if sheet.state is SheetState.PREPARED:
        return replace(sheet_view(sheet), body=sheet.body)
    lags = tuple(SheetLag(node=code, code=answers.get(code, "")) for code in nodes if answers.get(code) != "")
    return replace(sheet_view(sheet), taken=len(nodes) - len(lags), lags=lags)
