"""Nodes come and go by the hub's operator, at its command line."""

from datetime import datetime

from rongcuo.chassis.ports import UnitOfWork
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import Down
from services.province.domain import Node
from services.province.ports import Hub
from services.province.usecases.effects import entry


def register(unit: UnitOfWork[Hub], code: str, key_id: str, now: datetime) -> None:
    """With a key, or with another one; who was revoked comes back. A node that is new gets all sheets in
    force."""
    unit.store.lock({code})
    try:
        node = unit.store.node(code)
        node.key_id, node.revoked_at = key_id, None
    except CaseError:
        node = Node.register(code, key_id, now)
        unit.store.tell(code, *(entry(Down.SHEET, each.as_published()) for each in unit.store.published()))
    unit.store.put_node(node)
    unit.audit("node_registered", code, key=key_id)


def revoke(unit: UnitOfWork[Hub], code: str, now: datetime) -> None:
    """Nothing more of it is taken. What it told stays. Raises `province.not_registered`."""
    unit.store.lock({code})
    node = unit.store.node(code)
    node.revoked_at = now
    unit.store.put_node(node)
    unit.audit("node_revoked", code)


def let_go_on(unit: UnitOfWork[Hub], code: str) -> None:
    """After a restore of either end: its next epoch may begin, behind what the hub has. All that the node has
    of its matters comes again with that; nothing else of them counts, since what it lost is entered anew
    there. It gets again what it may have lost; what was answered, where it asks again."""
    unit.store.lock({code})
    node = unit.store.node(code)
    node.line_trouble = node.ledger_trouble = ""
    unit.store.let_go_on(node)
    unit.store.forget_matters(code)
    unit.store.tell(code, *(entry(Down.SHEET, each.as_published()) for each in unit.store.published()),
                    *(entry(Down.APPROVAL_ASKED, each.as_asked()) for each in unit.store.open_at(code)))
    unit.store.put_node(node)
    unit.audit("node_goes_on", code)
