"""Whose approval a false accusation's finding needs: a county can't find it alone (检举控告规则 art. 39).
Where nobody is free there, the next organ above that has somebody; and nobody else chooses who decides."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import Answer, Approval, Gate, ManagedBy
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.divisions import PROVINCE, organ_above, prefecture_of
from services.clarify.domain import apart
from services.clarify.domain.apart import Officers, Somebody
from services.clarify.domain.false_accusation.transitions import DECIDED_ABOVE
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb

BEFORE_IT_BEGAN: Final = frozenset({State.PREPARATION, State.BEGIN_APPROVAL})


class Decided(Protocol):
    """A `FalseAccusation`, whose verbs these are."""

    state: State
    engaged: frozenset[Holder]
    approvals: tuple[Approval, ...]
    moved_to: str
    complaint_moved_to: str
    found_at: datetime | None
    decided_at: datetime | None
    complaint_clock: DeadlineClock | None

    @property
    def approving_organs(self) -> tuple[str, ...]: ...

    @property
    def approver_id(self) -> str: ...

    @property
    def complaint_organ_id(self) -> str: ...

    @property
    def deciding_organ_id(self) -> str: ...

    def is_apart(self, somebody: Somebody) -> bool: ...

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None: ...


def approving_organ(organ_id: str, division_code: str, managed_by: ManagedBy) -> str:
    """The prefecture's; the province's where it manages a post, or inquires itself."""
    if organ_id == PROVINCE or managed_by is ManagedBy.PROVINCE:
        return PROVINCE
    return prefecture_of(division_code) or PROVINCE


def complaint_organ(approver_id: str) -> str:
    """Who looks at a complaint: the organ above the one that found; above the province there is none, and
    others of the same organ do."""
    return organ_above(approver_id) or approver_id


def found_by(approvals: Iterable[Approval]) -> str:
    """The organ that found it, the last where a higher one did, too; empty before."""
    found = [each.organ_id for each in approvals if (each.gate, each.answer) == (Gate.FIND, Answer.APPROVED)]
    return found[-1] if found else ""


def seat(case: Decided, officers: Officers, occasion: Occasion) -> None:
    """Before it goes up: who decides it, of whom is in post now. Whoever sends it up doesn't."""
    barred = case.engaged | {Holder.of(occasion.actor)}
    case.moved_to = case.complaint_moved_to = ""
    begins = case.state in BEFORE_IT_BEGAN
    case.moved_to = apart.first_free(case, case.approver_id, officers, barred | (
        frozenset() if begins else _approved(case, Gate.BEGIN)))
    case.complaint_moved_to = apart.first_free(case, case.complaint_organ_id, officers,
                                               barred | _approved(case, *Gate))


def move_on(case: Decided, officers: Officers, occasion: Occasion) -> None:
    """While it waits there: where nobody is left who may decide it, the next organ does."""
    if case.state not in DECIDED_ABOVE:
        return
    gates = {State.BEGIN_APPROVAL: (), State.FINDING_APPROVAL: (Gate.BEGIN,), State.COMPLAINT: tuple(Gate)}
    here = case.deciding_organ_id
    free = apart.first_free(case, here, officers, case.engaged | _approved(case, *gates[case.state]))
    if free == here:
        return
    if case.state is State.COMPLAINT:
        case.complaint_moved_to = free
    else:
        case.moved_to = free
    case.step(Verb.MOVE_ON, occasion)


def require_chooses_nobody(case: Decided, officer: OfficerView, actor: Actor, giving: bool = False) -> None:
    """Of all who may approve it, or answer a complaint."""
    organs = (*case.approving_organs, case.complaint_organ_id)
    apart.require_chooses_nobody(officer, actor, organs, case.engaged, giving)


def bring_up(case: Decided) -> None:
    """What was found goes with the file, and holds no more: who approved it has had a hand in it."""
    case.engaged |= _approved(case, Gate.BEGIN) | _approved(case, Gate.FIND)
    case.found_at = case.decided_at = case.complaint_clock = None


def _approved(case: Decided, *gates: Gate) -> frozenset[Holder]:
    """Whoever passed one of these gates; of a complaint, whoever said anything at either."""
    both = set(gates) == set(Gate)
    return frozenset(Holder(each.by, each.by_name) for each in case.approvals
                     if each.gate in gates and (both or each.answer is Answer.APPROVED))
