"""A problem of 牟定 (532323) at each of its states, and the people of the programmes' scene."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from rongcuo.contracts.followup import (
    NewMeasure,
    NewRule,
    ProblemDescription,
    ProblemSource,
    ProblemSourceKind,
    WeakPoint,
)
from rongcuo.contracts.followup import ProblemState as State
from services.followup.domain.problem import Problem, marks_of
from tests.unit.followup.scene import DIVISION, LEAD, NOW, ORGAN, PACK, PAPER, TODAY, UNIT, WANG, ZHAO, by
from tests.unit.review.scene import view

SITUATION, OTHER_SITUATION = list(PACK.situations)[:2]
DUE = TODAY + timedelta(days=30)
SOURCE = ProblemSource(kind=ProblemSourceKind.DETERMINATION, source_id="d1", number="容认〔2026〕2号",
                       on=date(2026, 2, 20))
DESCRIBED = ProblemDescription(
    title="应急物资调用没有先用后报的规定", words="抢险时先调用后补报，程序上没有依据。",
    cause="原有办法只写了事前审批。", weak_point=WeakPoint.RULE_MISSING, situation=SITUATION, unit=UNIT,
    area="应急抢险")
MEASURE = NewMeasure(words="拟订应急物资调用办法", unit=UNIT, owner_id="wang", due_on=DUE)
RULE = NewRule(title="应急物资调用管理办法", number="牟应急〔2026〕5号",
               text="紧急情况可以先调用，两日内补报。", in_force_on=TODAY)
RISK, ADVICE = "抢险时来不及事前审批", "先用先记，两日内补报，留下清单"


def raised(source: ProblemSource = SOURCE, case_id: str = "b1", organ_id: str = ORGAN) -> Problem:
    """After a determination about 温某."""
    return Problem.seen(
        case_id, f"问题〔2026〕{case_id}号", source, organ_id, organ_id[:6], by(LEAD), unit=UNIT,
        situation=SITUATION, named=marks_of("温小波"), concerned=frozenset({"wen"}))


def opened(case_id: str = "b1", **other: object) -> Problem:
    problem = raised(replace(SOURCE, source_id=f"d-{case_id}"), case_id)
    problem.describe(replace(DESCRIBED, **other), by(WANG))
    return problem


def planned() -> Problem:
    problem = opened()
    problem.plan_measure(MEASURE, view(WANG), by(ZHAO))
    return problem


def reported() -> Problem:
    problem = planned()
    problem.report_measure(1, "办法已印发", (PAPER,), by(WANG))
    return problem


def settled() -> Problem:
    """All that has to be there before it is closed."""
    problem = reported()
    problem.close_measure(1, "看过办法原件", by(ZHAO))
    problem.enter_rule(RULE, by(WANG))
    return problem


def closed() -> Problem:
    problem = settled()
    problem.close("短板已补上", by(LEAD))
    return problem


def merged() -> Problem:
    problem = opened()
    problem.merge_into(opened("b2"), "同一件事", by(WANG))
    return problem


def dismissed() -> Problem:
    problem = raised()
    problem.dismiss("看不出制度上的短板", by(WANG))
    return problem


CASES: Mapping[State, Callable[[], Problem]] = {
    State.RAISED: raised, State.OPEN: opened, State.CLOSED: closed, State.MERGED: merged,
    State.DISMISSED: dismissed}

__all__ = [
    "ADVICE", "CASES", "DESCRIBED", "DIVISION", "DUE", "MEASURE", "NOW", "OTHER_SITUATION", "RISK", "RULE",
    "SITUATION", "SOURCE", "closed", "dismissed", "merged", "opened", "planned", "raised", "reported",
    "settled"]
