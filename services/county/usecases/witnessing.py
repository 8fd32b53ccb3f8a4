"""Witnesses: what each ledger of the node has grown to goes up, and what the hub keeps of them is held
against what they are now."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.ledger import LedgerCheckpoint, LedgerQuery, checkpoint
from rongcuo.contracts.province.line import Up, Witness
from services.county.domain import witness as domain
from services.county.ports import Node, NodeKey

SENT: Final = "sent"
BY_THE_DAY: Final = frozenset({"vault", "clarify"})    # when those grow would say when somebody reported
DAY: Final = timedelta(days=1)


def look(context: ExecutionContext[Node], node: NodeKey) -> str:
    """At each ledger. What is wrong with one, for health; empty where all continue what was witnessed. One
    that can't be asked now is looked at the next time."""
    with context.reading() as store:
        sent, kept = store.witnessed(SENT), store.witnessed(node.node)
    fresh: list[LedgerCheckpoint] = []
    problems: dict[str, str] = {}
    for service in node.ledgers:
        try:
            told = _told(context, service, kept)
        except CaseError:
            continue
        if told.origin in kept:
            problems[told.origin] = domain.problem_of(told, domain.read(kept[told.origin][1]))
        if told.note and _goes(service, told, sent, context.now):
            fresh.append(told)
    _keep(context, fresh, problems)
    return next((f"{origin}: {problem}" for origin, problem in problems.items() if problem), "")


def keep(store: Node, by: str, witness: Witness, now: datetime) -> None:
    """What came down the line. Raises CaseError `malformed`."""
    for note in witness.notes:
        found = domain.read(note)
        store.put_witness(by, found.origin, found.size, note, witness.keys, now)


def _told(context: ExecutionContext[Node], service: str,
          kept: dict[str, tuple[int, str, datetime]]) -> LedgerCheckpoint:
    """As it is now; about as many lines as were witnessed, where any were."""
    size = next((size for origin, (size, *_) in kept.items() if origin.rpartition("/")[2] == service), 0)
    return context.ask_itself(checkpoint(service), LedgerQuery(size=size))


def _goes(service: str, told: LedgerCheckpoint, sent: dict[str, tuple[int, str, datetime]],
          now: datetime) -> bool:
    if told.origin not in sent:
        return True
    size, _, at = sent[told.origin]
    return domain.read(told.note).size > size and (service not in BY_THE_DAY or now - at >= DAY)


def _keep(context: ExecutionContext[Node], fresh: Sequence[LedgerCheckpoint],
          problems: dict[str, str]) -> None:
    with context.reading() as store:
        known = store.ledger_troubles()
    changed = {origin: problem for origin, problem in problems.items() if known.get(origin, "") != problem}
    if not fresh and not changed:
        return
    with context.unit() as unit:
        for told in fresh:
            found = domain.read(told.note)
            unit.store.put_witness(SENT, found.origin, found.size, told.note, told.keys, context.now)
        if fresh:
            unit.store.give(Up.WITNESS, Witness(
                notes=tuple(told.note for told in fresh),
                keys=tuple(dict.fromkeys(key for told in fresh for key in told.keys))), now=context.now)
        for origin, problem in changed.items():
            unit.store.put_ledger_trouble(origin, problem)
        unit.commit()
