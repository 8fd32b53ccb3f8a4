"""What is done with changes of filings: fetch, tell, commit; a change and its filing together."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from rongcuo.casework.asking import file_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import filing as contract
from rongcuo.contracts.filing import ChangeView
from services.filing import access as filings
from services.filing.access import changes as access
from services.filing.domain import Filing
from services.filing.domain import Verb as FilingVerb
from services.filing.domain.change import ChangeVerb as Verb
from services.filing.domain.change import FilingChange
from services.filing.domain.oversight import Oversight
from services.filing.ports import Changes, Filings
from services.filing.presenters.changes import view_of
from services.filing.usecases.oversights import accompanying

Context = ExecutionContext[Filings]


class OfChange(Protocol):
    """A command about one."""

    @property
    def change_id(self) -> str: ...


C = TypeVar("C", bound=OfChange)
Step = Callable[[Context, C], ChangeView]     # a use case
Act = Callable[[FilingChange, Filing, Occasion], None]


def occasion_of(context: Context, matter: FilingChange | Filing) -> Occasion:
    """With the pack of the filing."""
    return Occasion.at(context, matter.pack_id, matter.division_code)


def propose(context: Context, command: contract.ProposeChange) -> ChangeView:
    """With its files as documents took them in."""
    content = replace(command.content, attachments=tuple(
        file_asked(context, ref) for ref in command.content.attachments))
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id)
        filings.require(context.actor, FilingVerb.PROPOSE_CHANGE, filing)
        occasion = occasion_of(context, filing)
        change = FilingChange.of(filing, unit.store.changes.of_filing(filing.id), content, occasion)
        return unit.commit(filing, change, answer=view_of(change, context.actor, occasion))


def _stepped(context: Context, command: OfChange, verb: Verb, act: Act) -> ChangeView:
    """The filing is locked before its change, as wherever both are touched."""
    with context.reading() as store:
        known = store.changes.read(command.change_id)
    access.require_sight(context.actor, known)
    with context.unit() as unit:
        filing = unit.store.get(known.filing_id)
        change = unit.store.changes.get(command.change_id)
        access.require(context.actor, verb, change)
        occasion, before = occasion_of(context, change), len(filing.versions)
        act(change, filing, occasion)
        answer = view_of(change, context.actor, occasion)
        if len(filing.versions) == before:
            return unit.commit(change, answer=answer)
        return unit.commit(filing, change, *_followed(context, unit.store, filing), answer=answer)


def _followed(context: Context, store: Filings, filing: Filing) -> tuple[Oversight, ...]:
    """What is overseen lies within other bounds from now on."""
    version = filing.versions[-1]
    return accompanying(context, store.oversights, filing, lambda matter, occasion: (
        matter.follow_change(version, occasion)))


def _step(verb: Verb, act: Callable[[FilingChange, Any, Filing, Occasion], None]) -> Step[Any]:
    """The use case of a verb for which nothing is asked of others before."""
    def stepped(context: Context, command: OfChange) -> ChangeView:
        return _stepped(context, command, verb, lambda change, filing, occasion: (
            act(change, command, filing, occasion)))
    return stepped


take: Step[contract.TakeChange] = _step(Verb.TAKE, lambda change, _, __, occasion: change.take(occasion))
step_back: Step[contract.StepBackFromChange] = _step(
    Verb.STEP_BACK, lambda change, command, _, occasion: change.step_back(command.reason, occasion))
approve: Step[contract.ApproveChange] = _step(
    Verb.APPROVE, lambda change, command, filing, occasion: change.approve(command.opinion, filing, occasion))
decline: Step[contract.DeclineChange] = _step(
    Verb.DECLINE, lambda change, command, _, occasion: change.decline(command.reasons, occasion))
withdraw: Step[contract.WithdrawChange] = _step(
    Verb.WITHDRAW, lambda change, command, _, occasion: change.withdraw(command.reason, occasion))


def object_to(context: Context, command: contract.ObjectToDeclinedChange) -> ChangeView:
    """While no other change of the filing waits."""
    with context.reading() as store:
        known = store.changes.read(command.change_id)
    access.require_sight(context.actor, known)
    with context.unit() as unit:
        filing = unit.store.get(known.filing_id)
        found = {each.id: each for each in unit.store.changes.of_filing(filing.id)}
        change = found.pop(known.id)
        access.require(context.actor, Verb.OBJECT, change)
        occasion = occasion_of(context, change)
        change.object(command.grounds, filing, found.values(), occasion)
        return unit.commit(change, answer=view_of(change, context.actor, occasion))


def answer_objection(context: Context, command: contract.AnswerChangeObjection) -> ChangeView:
    """Approved after all, or declined as before."""
    verb = Verb.APPROVE_AFTER_ALL if command.approved else Verb.UPHOLD
    return _stepped(context, command, verb, lambda change, filing, occasion: (
        change.answer(command.approved, command.reasons, filing, occasion)))


def lapsed(context: Context, store: Changes, filing: Filing) -> tuple[FilingChange, ...]:
    """What waits of a filing that can't be changed any more."""
    waiting = tuple(each for each in store.of_filing(filing.id) if each.pending)
    for change in waiting:
        change.lapse(occasion_of(context, change))
    return waiting
