"""A problem as its view. Pure: the use cases answer with it, and so do the queries."""

from collections.abc import Iterable
from datetime import date

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.presenters import recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.followup import (
    LikelyRepeat,
    ProblemNumber,
    ProblemState,
    ProblemView,
    RiskPointView,
    RuleChange,
    RuleShown,
)
from rongcuo.policy.calendar import ZONE
from services.followup.access import problems as access
from services.followup.domain.problem import FOLLOWING, LEAST, Problem, recurrences, shared_by
from services.followup.domain.problem import ProblemVerb as Verb

MOST_LIKELY = 5
UNSETTLED = frozenset({ProblemState.RAISED, ProblemState.OPEN})     # while it may still be put to another


def view_of(problem: Problem, occasion: Occasion, near: Iterable[Problem] = ()) -> ProblemView:
    """For those who see it, with what they may do now. `near`: which of them may be the same."""
    today, rule = occasion.now.astimezone(ZONE).date(), occasion.pack.problems
    return ProblemView(
        case_id=problem.id, number=problem.number, title=problem.title, organ_id=problem.organ_id,
        division_code=problem.division_code, pack_id=problem.pack_id, state=problem.state, tag=problem.tag,
        unit=problem.unit, situation=problem.situation, description=problem.description,
        sources=problem.sources, measures=problem.measures, rules=problem.rules,
        risk_point=problem.risk_point, likely=_likely(problem, near),
        recurrences=recurrences(problem.sources, problem.rules, occasion.pack, today),
        merged_into=problem.merged_into, closing_words=problem.closing_words,
        illustrative=rule.source.illustrative, recusals=recusal_views(problem),
        late=not problem.ended and problem.due_at.astimezone(ZONE).date() < today,
        due_at=None if problem.ended else problem.due_at, provisional=problem.provisional,
        allowed=allowed(problem, occasion), history=problem.history, opened_at=problem.opened_at)


def number_of(problem: Problem) -> ProblemNumber:
    """All that a command answers."""
    return ProblemNumber(case_id=problem.id, number=problem.number, tag=problem.tag)


def allowed(problem: Problem, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post, and by the problem itself."""
    return tuple(verb.value for verb in Verb if verb not in FOLLOWING
                 and access.may(occasion.actor, verb, problem)
                 and holds(problem.require, verb, occasion.knowing()))


def risk_point_view(problem: Problem, organ_id: str, today: date) -> RiskPointView | None:
    """Without number, unit or source: it goes to whoever files such a matter."""
    risk, own = problem.risk_point, problem.organ_id == organ_id
    return RiskPointView(
        words=risk.words, advice=risk.advice, own=own, at=risk.at,
        rules=tuple(_rule(each, own) for each in in_force(problem.rules, today))) if risk else None


def in_force(rules: Iterable[RuleChange], today: date) -> tuple[RuleChange, ...]:
    """Which of them hold on that local day."""
    return tuple(each for each in rules if each.in_force_on <= today and each.repealed_on is None)


def _rule(rule: RuleChange, own: bool) -> RuleShown:
    return RuleShown(title=rule.title, number=rule.number, in_force_on=rule.in_force_on,
                     text=rule.text if own else "")


def _likely(problem: Problem, near: Iterable[Problem]) -> tuple[LikelyRepeat, ...]:
    """Those that share most come first; nobody has to take the hint."""
    if problem.state not in UNSETTLED:
        return ()
    held = ((shared_by(problem, each), each) for each in near)
    found = sorted(((shared, each) for shared, each in held if len(shared) >= LEAST),
                   key=lambda pair: -len(pair[0]))
    return tuple(LikelyRepeat(case_id=each.id, number=each.number, title=each.title, state=each.state,
                              shared=shared) for shared, each in found[:MOST_LIKELY])
