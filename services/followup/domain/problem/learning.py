"""What stays of a problem: rules (制度规范), and the risk point (风险点) that others are shown."""

from dataclasses import replace
from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import NewRule, RiskPoint, RuleChange
from rongcuo.contracts.readers import Reader
from rongcuo.texts.folding import seen_as
from services.followup.domain.problem import telling
from services.followup.domain.problem.facts import Facts
from services.followup.domain.problem.guards import has_come
from services.followup.domain.problem.transitions import ProblemVerb as Verb


def enter_rule(problem: Facts, issued: NewRule, occasion: Occasion) -> None:
    """Its day may still be to come."""
    problem.require(Verb.ENTER_RULE, occasion)
    problem.require_nameless(occasion, title=issued.title, text=issued.text)
    rule = RuleChange(
        place=len(problem.rules) + 1, title=issued.title.strip(), number=issued.number.strip(),
        text=given(issued.text, Reader.ORGAN), in_force_on=issued.in_force_on,
        entered_by=occasion.actor.name)
    problem.rules += (rule,)
    problem.turn(Verb.ENTER_RULE, occasion, rule.title)
    problem.record(telling.rule_entered(problem, rule, occasion))


def repeal_rule(problem: Facts, place: int, on: date, reason: str, occasion: Occasion) -> None:
    """The question is open again, whatever else was done."""
    problem.require(Verb.REPEAL_RULE, occasion)
    rule = next((each for each in problem.rules if each.place == place and not each.repealed_on), None)
    if rule is None:
        raise CaseError("followup.no_such_rule", details={"rule": place})
    has_come(on, occasion)
    if on < rule.in_force_on:
        raise CaseError("followup.repealed_before", details={"in_force_on": rule.in_force_on.isoformat()})
    why = problem.said(reason, occasion, "reason")
    problem.rules = tuple(replace(each, repealed_on=on, repealed_for=why) if each is rule else each
                          for each in problem.rules)
    problem.step(Verb.REPEAL_RULE, occasion, why, problem.waits_anew(occasion))


def write_risk_point(problem: Facts, words: str, advice: str, occasion: Occasion) -> None:
    """In place of the one before. It goes to people of other units too, so it names none."""
    problem.require(Verb.WRITE_RISK_POINT, occasion)
    problem.require_nameless(occasion, words=words, advice=advice)
    unit = seen_as(problem.unit)
    if unit and any(unit in seen_as(each) for each in (words, advice)):
        raise CaseError("followup.unit_named")
    problem.risk_point = RiskPoint(
        words=given(words, Reader.FILER), advice=given(advice, Reader.FILER),
        written_by=occasion.actor.name, at=occasion.now)
    problem.step(Verb.WRITE_RISK_POINT, occasion)


def withdraw_risk_point(problem: Facts, reason: str, occasion: Occasion) -> None:
    """Nobody is shown it any more."""
    problem.require(Verb.WITHDRAW_RISK_POINT, occasion)
    why = problem.said(reason, occasion, "reason")
    problem.risk_point = None
    problem.step(Verb.WITHDRAW_RISK_POINT, occasion, why)
