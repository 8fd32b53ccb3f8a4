"""Orders to unseal as rows, and which of them an actor sees, in SQL."""

from typing import Any, Final

from sqlalchemy import ColumnElement, RowMapping, and_, delete, false, or_, select
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.apart import known_by
from rongcuo.casework.repository import RevisedRepository
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.statements import insert
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.moments import read_moment
from rongcuo.contracts.sealed import Part, SealedShare
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.vault import OrderState
from rongcuo.policy.divisions import PROVINCE, just_below
from services.vault import access
from services.vault.domain import Approval, Named, UnsealingOrder
from services.vault.domain.transitions import WAITING
from services.vault.storage.tables import apart, orders

c: Final = orders.c
OWNERSHIP: Final = Ownership(c.organ_id, c.division_code, c.asked_by)
AS_THEY_ARE: Final = ("id", "version", "edits", "organ_id", "handled_by", "division_code", "number",
                      "asked_by", "needs_consent", "asked_at")
IN_CONTENT: Final = ("reporter_ref", "pseudonym", "ground", "asked_by_name", "consented_by",
                     "consented_by_name", "reason")
MOMENTS: Final = ("window_from", "window_until", "open_until", "ended_at")
UNFINISHED: Final = (*WAITING, OrderState.OPEN)


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one order, said of all rows at once: no page and no cursor knows of one that
    names the actor."""
    barred = select(apart.c.order_id).where(apart.c.who.in_(sorted(known_by(actor))))
    own = c.asked_by == actor.officer_id if actor.officer_id else false()
    return and_(c.id.not_in(barred),
                or_(own, _consented_by(actor), shown(access.scopes(actor), actor, OWNERSHIP)))


def _consented_by(actor: Actor) -> ColumnElement[bool]:
    """As `UnsealingOrder.consents`: of what the organs just below have, and those dispatched; at the top of
    the own."""
    if not (actor.has(Role.LEAD) and actor.organ_id):
        return false()
    below = c.handled_by.in_(just_below(actor.organ_id))
    dispatched = c.handled_by.startswith(f"{actor.organ_id}.", autoescape=True)
    top = c.handled_by == actor.organ_id if actor.organ_id == PROVINCE else false()
    return c.needs_consent & or_(below, dispatched, top)


class OrderRows:
    """Those of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._orders = RevisedRepository(session, orders, _row_of, order_of)

    def put_order(self, order: UnsealingOrder) -> None:
        """Raises `changed_meanwhile`."""
        self._orders.put(order)
        self.session.execute(delete(apart).where(apart.c.order_id == order.id))
        if keys := sorted(order.named.keys):
            insert(self.session, apart, *({"order_id": order.id, "who": who} for who in keys))

    def order(self, order_id: str) -> UnsealingOrder:
        return self._orders.get(order_id)

    def read_order(self, order_id: str) -> UnsealingOrder:
        return self._orders.read(order_id)

    def unfinished_orders(self) -> tuple[UnsealingOrder, ...]:
        unfinished = c.state.in_([state.value for state in UNFINISHED])
        return tuple(self._orders.all(select(orders).where(unfinished)))


def _row_of(order: UnsealingOrder) -> dict[str, Any]:
    content: dict[str, Any] = {name: getattr(order, name) for name in IN_CONTENT}
    content |= {name: moment and moment.isoformat() for name in MOMENTS for moment in [getattr(order, name)]}
    content |= {
        "parts": [part.value for part in order.parts],
        "named": {"keys": sorted(order.named.keys)},
        "approvals": [[each.group.value, each.by, each.by_name, each.key_id, each.at.isoformat()]
                      for each in order.approvals],
        "passed": {part.value: dump(share) for part, share in order.passed.items()}}
    return {name: getattr(order, name) for name in AS_THEY_ARE} | {
        "state": order.state.value, "content": content}


def order_of(row: RowMapping) -> UnsealingOrder:
    """The order that a row holds."""
    content = row["content"]
    approvals = tuple(Approval(Group(group), by, by_name, key_id, read_moment(at))
                      for group, by, by_name, key_id, at in content["approvals"])
    passed = {Part(part): load(SealedShare, share, tolerant=True)
              for part, share in content["passed"].items()}
    facts: dict[str, Any] = {name: row[name] for name in AS_THEY_ARE} | {
        name: content[name] for name in IN_CONTENT} | {
        name: content[name] and read_moment(content[name]) for name in MOMENTS}
    return UnsealingOrder(
        **facts, state=OrderState(row["state"]), parts=tuple(map(Part, content["parts"])),
        named=_named_in(content["named"]), approvals=approvals, passed=passed)


def _named_in(entry: Any) -> Named:
    """Rows of before have accounts, units and names."""
    return Named(frozenset(entry["keys"])) if isinstance(entry, dict) else Named.folded(*entry)
