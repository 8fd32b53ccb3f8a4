"""What is done about a problem: fetch, tell, commit."""

from collections.abc import Callable
from typing import Final

from rongcuo.casework.access import require_caseworker
from rongcuo.casework.asking import officer_asked
from rongcuo.contracts import followup as contract
from rongcuo.contracts.followup import ProblemNumber, ProblemSource
from services.followup.access import problems as access
from services.followup.access.programmes import overseen_from
from services.followup.domain.problem import Problem
from services.followup.domain.problem import ProblemVerb as Verb
from services.followup.presenters.problems import number_of
from services.followup.usecases.fetching import C, Context, Steps, occasion_in, occasion_of
from services.followup.usecases.raising import numbered

Step = Callable[[Context, C], ProblemNumber]     # a use case
STEPS: Final = Steps(kept=lambda store: store.problems, require=access.require,
                     require_about=access.require_about, number_of=number_of)
fetch, step = STEPS.fetch, STEPS.step


def enter(context: Context, command: contract.RaiseProblem) -> ProblemNumber:
    """In the actor's own organ, in words from the beginning."""
    actor = context.actor
    require_caseworker(actor)
    source = ProblemSource(kind=command.source, number=command.source_number.strip(), on=command.on)
    with context.unit() as unit:
        division = overseen_from(actor.organ_id)
        problem = Problem.entered(
            context.new_id(), numbered(context, unit.store, actor.organ_id), source, command.description,
            actor.organ_id, division, occasion_in(context, division))
        return unit.commit(problem, answer=number_of(problem))


def merge(context: Context, command: contract.MergeProblem) -> ProblemNumber:
    """Somebody who sees both says that they are one."""
    with context.unit() as unit:
        again, into = unit.store.problems.both(command.case_id, command.into_id)
        access.require(context.actor, Verb.MERGE, again)
        access.require_sight(context.actor, into)
        again.merge_into(into, command.reason, occasion_of(context, again))
        return unit.commit(again, into, answer=number_of(again))


def plan_measure(context: Context, command: contract.PlanMeasure) -> ProblemNumber:
    """With its owner as identity knows them."""
    owner = officer_asked(context, command.measure.owner_id)
    with context.unit() as unit:
        problem, occasion = fetch(context, unit.store, command.case_id, Verb.PLAN_MEASURE)
        problem.plan_measure(command.measure, owner, occasion)
        return unit.commit(problem, answer=number_of(problem))


def move_measure(context: Context, command: contract.MoveMeasure) -> ProblemNumber:
    """With its new owner as identity knows them."""
    owner = officer_asked(context, command.owner_id)
    with context.unit() as unit:
        problem, occasion = fetch(context, unit.store, command.case_id, Verb.MOVE_MEASURE)
        problem.move_measure(command.measure, owner, command.due_on, command.reason, occasion)
        return unit.commit(problem, answer=number_of(problem))



recuse: Step[contract.RecuseFromProblem] = STEPS.recusal(Verb.RECUSE)
report_measure: Step[contract.ReportMeasure] = STEPS.step_with_papers(
    Verb.REPORT_MEASURE, lambda case, command, papers, occasion: (
        case.report_measure(command.measure, command.words, papers, occasion)))
describe: Step[contract.DescribeProblem] = step(
    Verb.DESCRIBE, lambda case, command, occasion: case.describe(command.description, occasion))
dismiss: Step[contract.DismissProblem] = step(
    Verb.DISMISS, lambda case, command, occasion: case.dismiss(command.reason, occasion))
hand_up: Step[contract.HandProblemUp] = step(
    Verb.HAND_UP, lambda case, command, occasion: case.hand_up(command.reason, occasion))
return_measure: Step[contract.ReturnMeasure] = step(
    Verb.RETURN_MEASURE, lambda case, command, occasion: (
        case.return_measure(command.measure, command.reason, occasion)))
close_measure: Step[contract.CloseMeasure] = step(
    Verb.CLOSE_MEASURE, lambda case, command, occasion: (
        case.close_measure(command.measure, command.words, occasion)))
drop_measure: Step[contract.DropMeasure] = step(
    Verb.DROP_MEASURE, lambda case, command, occasion: (
        case.drop_measure(command.measure, command.reason, occasion)))
enter_rule: Step[contract.EnterRule] = step(
    Verb.ENTER_RULE, lambda case, command, occasion: case.enter_rule(command.rule, occasion))
repeal_rule: Step[contract.RepealRule] = step(
    Verb.REPEAL_RULE, lambda case, command, occasion: (
        case.repeal_rule(command.rule, command.on, command.reason, occasion)))
write_risk_point: Step[contract.WriteRiskPoint] = step(
    Verb.WRITE_RISK_POINT, lambda case, command, occasion: (
        case.write_risk_point(command.words, command.advice, occasion)))
withdraw_risk_point: Step[contract.WithdrawRiskPoint] = step(
    Verb.WITHDRAW_RISK_POINT, lambda case, command, occasion: (
        case.withdraw_risk_point(command.reason, occasion)))
recur: Step[contract.NoteRecurrence] = step(
    Verb.RECUR, lambda case, command, occasion: (
        case.recur(command.on, command.source_number, command.words, occasion)))
close: Step[contract.CloseProblem] = step(
    Verb.CLOSE, lambda case, command, occasion: case.close(command.words, occasion))
