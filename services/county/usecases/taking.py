"""What the hub's entries bring about here, and what follows from what it has of ours: each in the transaction
that moves the numbers."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import HUB
from rongcuo.contracts.province.line import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalWithdrawn,
    Down,
    LineEntry,
    MonthlyReturn,
    ReturnRefused,
    SheetPublished,
    Up,
    Witness,
)
from rongcuo.contracts.serialisation import load
from services.county.domain import Approval, Return
from services.county.ports import Node, NodeKey
from services.county.usecases import sheets, witnessing

T = TypeVar("T")


class Settling:
    """One exchange's effects. `changed`: what has to be saved with it, each once however often it is told of
    in one frame."""

    def __init__(self, context: ExecutionContext[Node], store: Node, node: NodeKey) -> None:
        self.context = context
        self.store = store
        self.node = node
        self.changed: dict[str, Approval | Return] = {}

    def arrived(self, entries: Iterable[LineEntry]) -> None:
        """The hub has these of ours."""
        for entry in entries:
            if entry.kind == Up.APPROVAL_ASKED:
                asked = self._approval(_read(ApprovalAsked, entry).request_id)
                if asked is not None:
                    asked.sent()
            elif entry.kind == Up.RETURN:
                told = _read(MonthlyReturn, entry)
                submitted = self._return(told.organ_id, told.period, told.revision)
                if submitted is not None:
                    submitted.arrived()

    def take(self, number: int, entry: LineEntry) -> None:
        """One of the hub's. What is not known, can't be read or is refused is kept aside, and holds up
        nobody."""
        effect = EFFECTS.get(entry.kind)
        if effect is None:
            self.store.set_aside(number, entry, "", self.context.now)
            return
        contract, act = effect
        try:
            act(self, _read(contract, entry))
        except CaseError as refusal:
            self.store.set_aside(number, entry, refusal.code, self.context.now)

    def sheet(self, published: SheetPublished) -> None:
        """Taken, or refused: the hub is told which."""
        taken = sheets.take(self.context, self.store, self.node, published)
        self.store.give(Up.PACK_TAKEN, taken.entry, now=self.context.now)

    def witness_of_hub(self, witness: Witness) -> None:
        """Of the hub's own ledgers: kept, to be held against them one day."""
        witnessing.keep(self.store, HUB, witness, self.context.now)

    def witness_of_ours(self, witness: Witness) -> None:
        """What the hub keeps of our ledgers."""
        witnessing.keep(self.store, self.node.node, witness, self.context.now)

    def asked(self, asked: ApprovalAsked) -> None:
        """Of this prefecture's organ."""
        pack = self.context.rules.pack(self.node.node, self.context.now.date())
        fresh = Approval.asked_by_other(asked, pack.id)
        if fresh.organ_id != self.node.node:
            raise CaseError("forbidden", f"{asked.division_code} asks {fresh.organ_id}")
        if self._approval(asked.request_id) is None:
            self.changed[asked.request_id] = fresh

    def answered(self, answer: ApprovalAnswered) -> None:
        """What our organ asked, or the hub's last word on what it answered."""
        self._known(answer.request_id).take_answer(answer, self.context.now)

    def withdrawn(self, told: ApprovalWithdrawn) -> None:
        """Whoever asked us needs it no more."""
        self._known(told.request_id).withdrawn(self.context.now)

    def refused(self, told: ReturnRefused) -> None:
        """A return of ours."""
        submitted = self._return(told.organ_id, told.period, told.revision)
        if submitted is None:
            raise CaseError("not_found", f"{told.organ_id} {told.period}")
        submitted.refuse(told.code)

    def _known(self, approval_id: str) -> Approval:
        found = self._approval(approval_id)
        if found is None:
            raise CaseError("not_found", approval_id)
        return found

    def _approval(self, approval_id: str) -> Approval | None:
        if approval_id not in self.changed and (found := self.store.known(approval_id)):
            self.changed[approval_id] = found
        there = self.changed.get(approval_id)
        return there if isinstance(there, Approval) else None

    def _return(self, organ_id: str, period: str, number: int) -> Return | None:
        found = self.store.submitted(organ_id, period, number)
        if found is None:
            return None
        there = self.changed.setdefault(found.id, found)
        return there if isinstance(there, Return) else None


def _read(contract: type[T], entry: LineEntry) -> T:
    """Raises CaseError `malformed` or `invalid`. A field of a later edition is no fault."""
    try:
        body = json.loads(entry.body)
    except (ValueError, RecursionError):
        raise CaseError("malformed", "an entry that can't be read") from None
    return load(contract, body, tolerant=True)


Effect = tuple[type[Any], Callable[[Settling, Any], None]]
EFFECTS: Final[Mapping[str, Effect]] = {
    Down.SHEET: (SheetPublished, Settling.sheet),
    Down.WITNESS: (Witness, Settling.witness_of_hub),
    Down.WITNESSED: (Witness, Settling.witness_of_ours),
    Down.APPROVAL_ASKED: (ApprovalAsked, Settling.asked),
    Down.APPROVAL_ANSWERED: (ApprovalAnswered, Settling.answered),
    Down.APPROVAL_WITHDRAWN: (ApprovalWithdrawn, Settling.withdrawn),
    Down.RETURN_REFUSED: (ReturnRefused, Settling.refused)}
