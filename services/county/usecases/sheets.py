"""Sheets of rules that the hub published: looked at as a whole before any process here reads them."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import SheetPublished
from services.county.domain.sheet import Sheet, require_whole
from services.county.ports import Node, NodeKey


def take(context: ExecutionContext[Node], store: Node, node: NodeKey, published: SheetPublished) -> Sheet:
    """As it was taken, or refused with its code. The file stands before the row is committed: the same sheet
    again finds it there."""
    before = store.sheet(published.name)
    if before and before.digest == published.digest and not before.code:
        return before
    code, problem = "", ""
    try:
        _require_runs(context, published, before)
        node.keep_sheet(published)
    except CaseError as refusal:
        code, problem = refusal.code, refusal.message[:500]
    taken = Sheet(name=published.name[:80], calendar=published.calendar, digest=published.digest,
                  body=published.body, published_at=published.published_at, taken_at=context.now, code=code,
                  problem=problem)
    if not (code and before and not before.code):     # one that holds goes on to hold
        store.put_sheet(taken)
    return taken


def _require_runs(context: ExecutionContext[Node], published: SheetPublished, before: Sheet | None) -> None:
    """Raises `county.sheet_…`, `policy.invalid_pack` or `calendar.invalid`."""
    require_whole(published)
    if published.calendar:
        context.rules.read_calendar(published.name, published.body)
        return
    if before and not before.code:
        raise CaseError("county.sheet_holds_already", published.name)
    if lost := context.rules.packs_lost(published.name, published.body, context.now.date()):
        raise CaseError("county.sheet_takes_packs_away", ", ".join(sorted(lost)))
