"""Asking the organ above for its word, taking that back, answering what an organ below has asked."""

from datetime import datetime

from rongcuo.casework.counting.places import division_of
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import county as contract
from rongcuo.contracts.clarify import ApprovalWantedQuery
from rongcuo.contracts.clarify.false_accusation.operations import APPROVAL_WANTED
from rongcuo.contracts.county import ApprovalOutcome, ApprovalState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import ApprovalAnswered, ApprovalWithdrawn, Up
from rongcuo.policy.divisions import is_at_or_below
from services.county import access
from services.county.access import Verb
from services.county.domain import Approval
from services.county.ports import Node, NodeKey

AT_ONCE = 100


def ask(context: ExecutionContext[Node], command: contract.AskApproval) -> contract.NodeApprovalView:
    access.require(context.actor, Verb.ASK)
    with context.unit() as unit:
        pack = context.rules.pack(context.actor.division_code, context.now.date())
        asked = Approval.ask(context.new_id(), command, context.actor, context.now, pack.id)
        tell(unit.store, asked, context.now)
        unit.audit("approval_asked", asked.id, kind=asked.kind.value)
        return unit.commit(asked, answer=view_of(asked))


def withdraw(context: ExecutionContext[Node],
             command: contract.WithdrawApproval) -> contract.NodeApprovalView:
    with context.unit() as unit:
        asked = unit.store.get(command.approval_id)
        access.require(context.actor, Verb.ASK, asked)
        if asked.asked_of_us:
            raise CaseError("forbidden")
        asked.withdraw()
        tell(unit.store, asked, context.now)
        unit.audit("approval_withdrawn", asked.id)
        return unit.commit(asked, answer=view_of(asked))


def answer(context: ExecutionContext[Node], command: contract.AnswerRequest) -> contract.NodeApprovalView:
    with context.unit() as unit:
        asked = unit.store.get(command.approval_id)
        access.require(context.actor, Verb.ANSWER, asked)
        if not asked.asked_of_us:
            raise CaseError("forbidden")
        asked.answer(command, context.actor, context.now)
        tell(unit.store, asked, context.now)
        unit.audit("approval_given", asked.id, outcome=command.outcome.value)
        return unit.commit(asked, answer=view_of(asked))


def tell(store: Node, asked: Approval, now: datetime) -> None:
    """The hub, what it has to know of it: what we ask, and what we answered."""
    if asked.open and not asked.asked_of_us:
        store.give(Up.APPROVAL_ASKED, asked.on_line, now=now)
    elif asked.state is ApprovalState.WITHDRAWN and not asked.asked_of_us:
        store.give(Up.APPROVAL_WITHDRAWN, ApprovalWithdrawn(request_id=asked.id, at=now), now=now)
    elif asked.answered_at and asked.asked_of_us:
        store.give(Up.APPROVAL_GIVEN, ApprovalAnswered(
            request_id=asked.id, outcome=ApprovalOutcome(asked.state.value), reason=asked.reason,
            by=asked.answered_by, officer_id=asked.officer_id, at=asked.answered_at), now=now)


def heed(context: ExecutionContext[Node], case_id: str, node: NodeKey) -> None:
    """Where a case stands now: what it waits for is asked of an organ of another node, once; what it needs no
    more is withdrawn. The case's own service is asked, so that what came late or twice does nothing."""
    wanted = context.ask(APPROVAL_WANTED, ApprovalWantedQuery(case_id=case_id))
    elsewhere = bool(wanted.asking) and not is_at_or_below(division_of(wanted.asked_of), node.node)
    with context.unit() as unit:
        known = unit.store.asked_for(case_id)
        changed = [each for each in known if each.open and not (elsewhere and each.asking == wanted.asking)]
        for each in changed:
            each.withdraw()
            tell(unit.store, each, context.now)
            unit.audit("approval_withdrawn", each.id)
        if elsewhere and not any(each.asking == wanted.asking and each.holds for each in known):
            pack = context.rules.pack(wanted.division_code, context.now.date())
            asked = Approval.ask_for_case(context.new_id(), wanted, case_id, pack.id, context.now)
            tell(unit.store, asked, context.now)
            unit.audit("approval_asked", asked.id, kind=asked.kind.value)
            changed.append(asked)
        if changed:
            unit.commit(*changed)


def expire(context: ExecutionContext[Node]) -> None:
    """Those whose day is over count as not given."""
    with context.reading() as store:
        due = store.due_before(context.now.date(), AT_ONCE)
    for approval_id in due:
        with context.unit() as unit:
            asked = unit.store.get(approval_id)
            asked.expire(context.now)
            unit.commit(asked)


def view_of(asked: Approval) -> contract.NodeApprovalView:
    """As it is shown."""
    return contract.NodeApprovalView(
        approval_id=asked.id, tag=asked.tag, organ_id=asked.organ_id, asked_of_us=asked.asked_of_us,
        kind=asked.kind, state=asked.state, division_code=asked.division_code, case_number=asked.case_number,
        summary=asked.summary, due_on=asked.due_on, asked_by_name=asked.asked_by_name,
        asked_at=asked.asked_at, reason=asked.reason, answered_by=asked.answered_by,
        answered_at=asked.answered_at, late_outcome=asked.late_outcome, late_at=asked.late_at)
