"""What each kind of entry brings about at the hub. What is refused is a CaseError, before anything is
written: the entry is kept aside with its code."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from rongcuo.chassis.ports import UnitOfWork
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalState,
    ApprovalWithdrawn,
    Down,
    MonthlyReturn,
    ReturnRefused,
    SheetTaken,
    Up,
    Witness,
)
from rongcuo.contracts.serialisation import dump
from rongcuo.policy.rules import Rules
from services.province.domain import Approval, Checkpoint, Node, Return, doubt
from services.province.domain.approval import asked_of, id_of
from services.province.domain.entries import NOT_ITS_OWN, home_of
from services.province.domain.returned import figures_of, require_fit
from services.province.ports import Hub, Notary


@dataclass(frozen=True)
class Desk:
    """Where the entries of one frame are worked on. `approvals`: those that it has changed by now."""

    unit: UnitOfWork[Hub]
    node: Node
    notary: Notary
    nodes: frozenset[str]
    now: datetime
    rules: Rules
    approvals: dict[str, Approval] = field(default_factory=dict)

    def approval(self, approval_id: str) -> Approval:
        """To be changed. Raises `not_found`."""
        return self.approvals.get(approval_id) or self.store.approval(approval_id)

    def keep(self, approval: Approval) -> None:
        """How it ended."""
        keep(self.unit, approval)
        self.approvals[approval.id] = approval

    @property
    def store(self) -> Hub:
        return self.unit.store

    def require_its_own(self, organ_id: str) -> None:
        """Raises `province.not_its_own`."""
        if home_of(organ_id, self.nodes) != self.node.code:
            raise CaseError(NOT_ITS_OWN)


def entry(kind: Down, told: Any) -> tuple[str, str]:
    """As it stands in a stream."""
    return kind.value, json.dumps(dump(told), ensure_ascii=False)


def witness(desk: Desk, told: Witness) -> None:
    """All of them are kept; what can't continue what was witnessed before marks the node."""
    known = desk.store.checkpoints(desk.node.code)
    fresh = [_checkpoint(desk, note, told.keys) for note in told.notes]
    for each in fresh:
        if any((each.origin, each.size, each.root) == (one.origin, one.size, one.root) for one in known):
            continue
        if trouble := doubt(known, each):
            desk.node.ledger_trouble = trouble
            desk.notary.suspicious("ledger_not_continued", desk.node.code, origin=each.origin,
                                   trouble=trouble)
        desk.store.put_checkpoint(each)
        desk.unit.audit("ledger_witnessed", desk.node.code, origin=each.origin, size=each.size,
                        root=each.root, trouble=trouble or "")
        known.append(each)
    if fresh:
        largest = {each.origin: each for each in sorted(known, key=lambda each: each.size)}
        desk.store.tell(desk.node.code, entry(
            Down.WITNESSED, Witness(notes=tuple(each.note for each in largest.values()), keys=told.keys)))


def _checkpoint(desk: Desk, note: str, keys: tuple[str, ...]) -> Checkpoint:
    origin, size, root = desk.notary.read(desk.node.code, note, keys)
    return Checkpoint(node=desk.node.code, origin=origin, size=size, root=root, note=note, at=desk.now)


def take_return(desk: Desk, told: MonthlyReturn) -> None:
    """What the node told matter by matter has been counted just as far as it had when it made the return. In
    a later epoch it may come again, as it was."""
    try:
        desk.require_its_own(told.organ_id)
        desk.notary.require_signed(desk.node.code, told)
        known = desk.store.returned(told.organ_id, told.period, told.revision)
        require_fit(told, known)
    except CaseError as refusal:
        refused = ReturnRefused(organ_id=told.organ_id, period=told.period, revision=told.revision,
                                code=refusal.code)
        desk.store.tell(desk.node.code, entry(Down.RETURN_REFUSED, refused))
        raise
    if known:
        return
    counted = desk.store.counted(told.organ_id, figures_of(told))
    desk.store.put_return(Return.of(desk.node.code, told, counted, desk.now))
    desk.unit.audit("return_taken", desk.node.code, organ=told.organ_id, period=told.period,
                    revision=told.revision, checksum=told.checksum)


def ask_approval(desk: Desk, told: ApprovalAsked) -> None:
    """It goes to the node of the organ above, or waits here for that organ's officers."""
    desk.require_its_own(told.division_code)
    approval = Approval.ask(desk.node.code, told, desk.rules.pack(asked_of(told), desk.now.date()).id)
    if desk.store.knows_approval(approval.id):
        known = desk.store.approval(approval.id)
        known.require_same(approval)
        if known.state is not ApprovalState.WITHDRAWN:
            tell_again(desk, known)
            return
        approval.version = known.version        # what is told of it goes on
    approval.at_node = approval.asked_of in desk.nodes
    if not approval.at_node:
        approval.wait_here()
    desk.store.put_approval(approval)
    desk.approvals[approval.id] = approval
    desk.unit.audit("approval_asked", approval.id, kind=approval.kind.value, of=approval.asked_of)
    if approval.at_node:
        desk.store.tell(approval.asked_of, entry(Down.APPROVAL_ASKED, approval.as_asked()))


def tell_again(desk: Desk, approval: Approval) -> None:
    """To who asks again after a restore: what was answered meanwhile."""
    if approval.state is not ApprovalState.ASKED:
        desk.store.tell(approval.node, entry(Down.APPROVAL_ANSWERED, approval.as_answered()))


def withdraw_approval(desk: Desk, told: ApprovalWithdrawn) -> None:
    """One that was answered stays answered."""
    approval = desk.approval(id_of(desk.node.code, told.request_id))
    if approval.state is not ApprovalState.WITHDRAWN:
        approval.withdraw(told.at)
        desk.keep(approval)


def give_approval(desk: Desk, told: ApprovalAnswered) -> None:
    """The answer of a prefecture that is a node, to what was asked of it there."""
    approval = desk.approval(told.request_id)
    if not approval.at_node or approval.asked_of != desk.node.code:
        raise CaseError(NOT_ITS_OWN)
    if approval.state == told.outcome.value:
        return
    approval.answer(told.outcome, told.reason, desk.node.code, min(told.at, desk.now),
                    told.officer_id)
    desk.keep(approval)


def keep(unit: UnitOfWork[Hub], approval: Approval) -> None:
    """How it ended, and who is to know: its asker, and the node that has it open."""
    unit.store.put_approval(approval)
    unit.audit("approval_ended", approval.id, state=approval.state.value, by=approval.answered_by)
    if approval.state is not ApprovalState.WITHDRAWN:
        unit.store.tell(approval.node, entry(Down.APPROVAL_ANSWERED, approval.as_answered()))
    if approval.at_node and approval.state in (ApprovalState.WITHDRAWN, ApprovalState.EXPIRED):
        unit.store.tell(approval.asked_of, entry(Down.APPROVAL_WITHDRAWN, ApprovalWithdrawn(
            request_id=approval.id, at=approval.changed_at)))


def take_note_of_sheet(desk: Desk, told: SheetTaken) -> None:
    """That a node has a sheet, or why it can't run under it. Raises `not_found`."""
    desk.store.sheet(told.name, told.digest)
    desk.store.put_taken({"name": told.name, "digest": told.digest, "node": desk.node.code,
                          "code": told.code, "at": desk.now})


EFFECTS: Final[Mapping[str, Callable[[Desk, Any], None]]] = {
    Up.WITNESS: witness, Up.RETURN: take_return, Up.APPROVAL_ASKED: ask_approval,
    Up.APPROVAL_WITHDRAWN: withdraw_approval, Up.APPROVAL_GIVEN: give_approval,
    Up.PACK_TAKEN: take_note_of_sheet}
