"""What is done in the later life of a filing: fetch, tell, commit."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from rongcuo.casework.asking import officer_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import filing as contract
from rongcuo.contracts.filing import FilingRetrospective, OversightView
from rongcuo.contracts.review import ReviewAccepted
from services.filing.access import oversights as access
from services.filing.domain import Filing
from services.filing.domain.oversight import Oversight
from services.filing.domain.oversight import OversightVerb as Verb
from services.filing.ports import Filings, Oversights
from services.filing.presenters.oversights import view_of

Context = ExecutionContext[Filings]


class OfOversight(Protocol):
    """A command about one."""

    @property
    def oversight_id(self) -> str: ...


C = TypeVar("C", bound=OfOversight)
Step = Callable[[Context, C], OversightView]     # a use case


def occasion_of(context: Context, matter: Oversight | Filing) -> Occasion:
    """With the pack of the filing."""
    return Occasion.at(context, matter.pack_id, matter.division_code)


def opened(context: Context, filing: Filing, decision: ReviewAccepted) -> Oversight:
    """As it begins with an acceptance. What is on the whitelist, or to be watched, is planned."""
    occasion = occasion_of(context, filing)
    matter = Oversight.of(filing, Holder(decision.decided_by, decision.decided_by_name), occasion)
    if filing.whitelisted or filing.watched:
        matter.require_plan(occasion)
    return matter


def accompanying(context: Context, store: Oversights, filing: Filing,
                 act: Callable[[Oversight, Occasion], None]) -> tuple[Oversight, ...]:
    """What becomes of the later life with a step of its filing; nothing where there is none."""
    matter = store.find_of(filing)
    if matter is None:
        return ()
    before = matter.version, matter.edits
    act(matter, occasion_of(context, filing))
    return (matter,) if (matter.version, matter.edits) != before else ()


def plan(context: Context, command: contract.PlanOversight) -> OversightView:
    """With the officers as identity knows them."""
    named = {each for one in command.checkpoints for each in one.supervisors}
    officers = {each: officer_asked(context, each) for each in sorted(named)}
    return _stepped(context, command, Verb.PLAN, lambda matter, occasion: (
        matter.plan(command.checkpoints, officers, occasion)))


def register_meddling(context: Context, command: contract.RegisterMeddling) -> OversightView:
    """The ledger has that there is one, and nothing of what it says."""
    with context.unit() as unit:
        matter = unit.store.oversights.get(command.oversight_id)
        access.require(context.actor, Verb.REGISTER_MEDDLING, matter)
        occasion = occasion_of(context, matter)
        matter.register_meddling(command.meddling, occasion)
        unit.audit("filing.meddling_registered", matter.id)
        return unit.commit(matter, answer=view_of(matter, context.actor, occasion))


def _step(verb: Verb, act: Callable[[Oversight, Any, Occasion], None]) -> Step[Any]:
    """The use case of a verb for which nothing is asked of others before."""
    def stepped(context: Context, command: OfOversight) -> OversightView:
        return _stepped(context, command, verb, lambda matter, occasion: act(matter, command, occasion))
    return stepped


def _stepped(context: Context, command: OfOversight, verb: Verb,
             act: Callable[[Oversight, Occasion], None]) -> OversightView:
    with context.unit() as unit:
        matter = unit.store.oversights.get(command.oversight_id)
        access.require(context.actor, verb, matter)
        occasion = occasion_of(context, matter)
        act(matter, occasion)
        return unit.commit(matter, answer=view_of(matter, context.actor, occasion))


check: Step[contract.RecordCheckpoint] = _step(Verb.CHECK, lambda matter, command, occasion: (
    matter.check(command.checkpoint, command.finding, occasion)))
report_progress: Step[contract.ReportProgress] = _step(
    Verb.REPORT_PROGRESS, lambda matter, command, occasion: matter.report_progress(
        command.on, command.done, command.planned, command.words, occasion))
report_deviation: Step[contract.ReportDeviation] = _step(
    Verb.REPORT_DEVIATION, lambda matter, command, occasion: (
        matter.report_deviation(command.what, command.on, command.outside, occasion)))
guide: Step[contract.GiveGuidance] = _step(Verb.GUIDE, lambda matter, command, occasion: (
    matter.guide(command.deviation, command.words, command.due_on, occasion)))
correct: Step[contract.ReportCorrection] = _step(Verb.CORRECT, lambda matter, command, occasion: (
    matter.correct(command.deviation, command.words, command.on, occasion)))
dispute: Step[contract.DisputeDeviation] = _step(Verb.DISPUTE, lambda matter, command, occasion: (
    matter.dispute(command.deviation, command.words, occasion)))
answer_dispute: Step[contract.AnswerDispute] = _step(
    Verb.ANSWER_DISPUTE, lambda matter, command, occasion: (
        matter.answer_dispute(command.deviation, command.stands, command.words, occasion)))
evaluate: Step[contract.EvaluateMatter] = _step(Verb.EVALUATE, lambda matter, command, occasion: (
    matter.evaluate(command.marks, command.conclusion, occasion)))
record_outcome: Step[contract.RecordOutcome] = _step(
    Verb.RECORD_OUTCOME, lambda matter, command, occasion: matter.record_outcome(command.outcome, occasion))
close: Step[contract.CloseOversight] = _step(Verb.CLOSE, lambda matter, command, occasion: (
    matter.close(command.uses, command.words, occasion)))
retrospect: Step[contract.HoldRetrospective] = _step(
    Verb.RETROSPECT, lambda matter, command, occasion: matter.retrospect(FilingRetrospective(
        held_on=command.held_on, learned=command.learned.strip(), rule_gaps=command.rule_gaps.strip(),
        power_risks=command.power_risks.strip(), oversight_gaps=command.oversight_gaps.strip(),
        by_id=occasion.actor.officer_id, by_name=occasion.actor.name, at=occasion.now), occasion))
