"""The exchange with the hub (docs/adr/0054): a frame goes, its answer comes, both take effect together."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import ENTRIES, SIGNS, Exchanged, Frame, LineEntry
from rongcuo.contracts.province.operations import EXCHANGE
from services.county.domain.line import trouble_with_ours, trouble_with_theirs
from services.county.ports import Node, NodeKey
from services.county.usecases.reporting import report_of
from services.county.usecases.taking import Settling

SILENT: Final = ("service_unavailable", "answer_late", "busy", "deadline_passed")
Afresh = Callable[[], ExecutionContext[Node] | None]


def exchange(context: ExecutionContext[Node], afresh: Afresh, node: NodeKey) -> str:
    """Until neither side has more. What is wrong: a trouble of the streams, or a refusal's code; empty where
    nothing is, and where the hub only was silent. `afresh`: the context as of now; None once the service
    stops."""
    as_of_now: ExecutionContext[Node] | None = context
    trouble, more = "", True
    while more and as_of_now is not None:
        try:
            more, trouble = _once(as_of_now, node)
        except CaseError as refusal:
            _note_failure(as_of_now, refusal.code)
            return "" if refusal.code in SILENT else refusal.code
        as_of_now = afresh()
    return trouble


def _once(context: ExecutionContext[Node], node: NodeKey) -> tuple[bool, str]:
    """Whether there is more, and what is wrong. Nothing is written where nothing happened."""
    with context.reading() as store:
        end, line = store.end(), store.line()
        entries, report = store.waiting(ENTRIES, SIGNS), report_of(context, node, store)
    frame = Frame(
        node=node.node, epoch=end.epoch, first=end.acknowledged + 1, newest=end.given,
        entries=tuple(LineEntry(kind=kind, body=body) for kind, body in entries),
        their_epoch=end.their_epoch, received=end.received, at=context.now,
        report=report)
    told = context.ask(EXCHANGE, frame)
    ours, theirs = trouble_with_ours(told, end), trouble_with_theirs(told, end)
    news = (not ours and told.received > end.acknowledged) or (not theirs and told.entries)
    if not news and (ours or theirs) == line.trouble and not line.is_stale(context.now):
        return False, ours or theirs
    return _settle(context, node, frame, told)


def _settle(context: ExecutionContext[Node], node: NodeKey, frame: Frame,
            told: Exchanged) -> tuple[bool, str]:
    """In one transaction: what the hub has goes, what it sent takes effect."""
    with context.unit() as unit:
        store = unit.store
        end, line = store.locked(), store.line()
        ours, theirs = trouble_with_ours(told, end), trouble_with_theirs(told, end)
        line.answered(told, end, context.now)
        had = end.acknowledged
        if not ours and told.their_epoch == end.epoch:
            store.acknowledge(end, min(told.received, end.given))
        taken = [] if theirs else store.take(end, told.epoch, told.first, told.entries)
        line.waiting_since = _waits_since(line.waiting_since, end, frame)
        store.put_end(end)
        store.put_line(line)
        settling = Settling(context, store, node)
        sent = frame.entries[max(had + 1 - frame.first, 0):max(end.acknowledged + 1 - frame.first, 0)]
        settling.arrived(sent)
        for number, entry in taken:
            settling.take(number, entry)
        now = store.end()
        unit.commit(*settling.changed.values())
    more = now.acknowledged < now.given or told.newest > now.received
    return more and bool(sent or taken), ours or theirs


def _waits_since(since: datetime | None, end: Any, frame: Frame) -> datetime | None:
    """What was given since the frame was made waits since then; what did not fit into it, for longer."""
    if end.acknowledged >= end.given:
        return None
    return since if end.acknowledged < frame.newest else frame.at


def _note_failure(context: ExecutionContext[Node], code: str) -> None:
    with context.reading() as store:
        if store.line().failed_code == code:
            return
    with context.unit() as unit:
        line = unit.store.line()
        line.fail(code, context.now)
        unit.store.put_line(line)
        unit.commit()
