"""A frame of a node: what is new of it takes effect, in order and in one transaction; then it is answered."""

from typing import Final

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province import Exchanged, Frame, Up
from services.province.domain import Approval, Aside, Node, Summary, Told, read, settle
from services.province.domain.entries import NOT_ITS_OWN, digest_of, home_of, storable
from services.province.ports import Hub, Notary
from services.province.usecases.effects import EFFECTS, Desk
from services.province.usecases.peers import peers_of

REFUSED: Final = ("province.not_registered", "province.revoked")


def exchange(context: ExecutionContext[Hub], frame: Frame, notary: Notary) -> Exchanged:
    """It is of the node that signed it, whatever it says. Raises `province.another_node`,
    `province.not_registered`, `province.revoked`."""
    code = context.caller.removeprefix(NODE)
    if frame.node != code:
        notary.suspicious("forged_frame", code, claimed=frame.node)
        raise CaseError("province.another_node", details={"node": code})
    told = [read(entry) for entry in frame.entries]
    try:
        with context.unit() as unit:
            unit.store.lock({code, *peers_of(code, told)})
            return _taken(context, unit, frame, told, notary)
    except CaseError as refusal:
        if refusal.code in REFUSED:
            notary.suspicious("frame_refused", code, code=refusal.code)
        raise


def _taken(context: ExecutionContext[Hub], unit: UnitOfWork[Hub], frame: Frame, told: list[Told],
           notary: Notary) -> Exchanged:
    node = unit.store.node(frame.node)
    node.require_taken_in()
    received = unit.store.receive(frame.node, frame, node.last)
    node.hear(frame, received.trouble, context.now)
    changed: dict[str, Approval] = {}
    if fresh := told[len(told) - len(received.fresh):] if received.fresh else []:
        desk = Desk(unit, node, notary, unit.store.codes(), context.now, context.rules, changed)
        _Work(desk, frame.epoch, received.before).all(fresh)
        node.last = digest_of(received.fresh[-1])
    unit.store.put_node(node)
    owed = unit.store.owed(frame.node)
    trouble = "" if received.trouble == "hub_behind" else received.trouble
    answer = Exchanged(their_epoch=owed.their_epoch, received=owed.received, trouble=trouble,
                       epoch=owed.epoch, first=owed.first, newest=owed.newest, entries=owed.entries,
                       at=context.now)
    unit.commit(*changed.values(), answer=answer)
    return answer


class _Work:
    """Entries in their order. Matters are kept together until something else needs what they count in."""

    def __init__(self, desk: Desk, epoch: int, before: int) -> None:
        self._desk, self._epoch, self._number = desk, epoch, before
        self._matters: list[Summary] = []
        self._asides: list[Aside] = []

    def all(self, fresh: list[Told]) -> None:
        for each in fresh:
            self._number += 1
            if each.code:
                self._aside(each, each.code)
            elif each.kind == Up.MATTER:
                self._count_later(each)
            else:
                self._take(each)
        self._count()
        self._desk.store.put_aside(self._asides)

    def _count_later(self, told: Told) -> None:
        node: Node = self._desk.node
        if home_of(told.body.organ_id, self._desk.nodes) != node.code:
            self._aside(told, NOT_ITS_OWN)
        else:
            self._matters.append(Summary.of(node.code, self._epoch, told.body))

    def _count(self) -> None:
        if not self._matters:
            return
        store = self._desk.store
        known = store.matters(self._desk.node.code, {each.id for each in self._matters})
        fresh = settle(known, self._matters)
        self._matters = []
        if fresh:
            before = [count for key in fresh if key in known for count in known[key].counted]
            store.put_matters(fresh.values(), before,
                              [count for each in fresh.values() for count in each.counted])

    def _take(self, told: Told) -> None:
        if told.kind == Up.RETURN:
            self._count()
        try:
            EFFECTS[told.kind](self._desk, told.body)
        except CaseError as refusal:
            self._aside(told, refusal.code)

    def _aside(self, told: Told, code: str) -> None:
        node: Node = self._desk.node
        self._asides.append(Aside(
            node=node.code, epoch=self._epoch, number=self._number, kind=storable(told.kind),
            body=storable(told.raw), code=code, at=self._desk.now))
