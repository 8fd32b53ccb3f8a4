"""How the node is, as it says with each frame and whenever the hub asks."""

from typing import Any

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import NodeReport
from services.county.ports import Node, NodeKey


def report_of(context: ExecutionContext[Node], node: NodeKey, store: Node) -> NodeReport:
    """As of now."""
    line, end = store.line(), store.end()
    ledgers = (f"{origin}: {problem}" for origin, problem in store.ledger_troubles().items() if problem)
    return NodeReport(
        version=node.version, packs=_packs(context, node),
        calendar=context.rules.calendar(node.node).edition[:80],
        waiting=end.given - end.acknowledged, waiting_since=line.waiting_since,
        trouble=", ".join(filter(None, (line.trouble, *ledgers)))[:200])


def _packs(context: ExecutionContext[Any], node: NodeKey) -> tuple[str, ...]:
    try:
        return (context.rules.pack(node.node, context.now.date()).id,)
    except CaseError as refusal:
        return (refusal.code,)
