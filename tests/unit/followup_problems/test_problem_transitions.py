"""The product of states and verbs of a problem: what is in the table happens, what is not is refused without
a trace."""

from collections.abc import Callable
from copy import deepcopy
from itertools import product

import pytest

from rongcuo.casework.case import CaseVerb
from rongcuo.casework.holding import held_by
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProblemState as State
from rongcuo.contracts.review import HeldBy, RecusalGround
from services.followup.domain.problem import ENDED, FOLLOWING, TRANSITIONS, Problem
from services.followup.domain.problem import ProblemVerb as Verb
from services.followup.domain.problem.transitions import GUARDS, TABLE
from tests.unit.followup.scene import KIN, LEAD, PAPER, TODAY, WANG, ZHAO, by
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, CASES, DESCRIBED, DUE, MEASURE, RISK, RULE
from tests.unit.review.scene import holder, view


def to_report(problem: Problem) -> None:
    problem.plan_measure(MEASURE, view(WANG), by(LEAD))


def to_settle(problem: Problem) -> None:
    to_report(problem)
    problem.report_measure(1, "办法已印发", (PAPER,), by(WANG))


def to_close(problem: Problem) -> None:
    to_settle(problem)
    problem.close_measure(1, "看过原件", by(ZHAO))
    problem.enter_rule(RULE, by(WANG))


def to_repeal(problem: Problem) -> None:
    if not problem.rules:
        problem.enter_rule(RULE, by(WANG))


def to_withdraw(problem: Problem) -> None:
    problem.write_risk_point(RISK, ADVICE, by(WANG))


FIRST: dict[Verb, Callable[[Problem], None]] = {
    **dict.fromkeys((Verb.REPORT_MEASURE, Verb.MOVE_MEASURE, Verb.DROP_MEASURE), to_report),
    **dict.fromkeys((Verb.RETURN_MEASURE, Verb.CLOSE_MEASURE), to_settle),
    Verb.CLOSE: to_close, Verb.REPEAL_RULE: to_repeal, Verb.WITHDRAW_RISK_POINT: to_withdraw}
ACTS: dict[Verb, Callable[[Problem], None]] = {
    Verb.RECUSE: lambda case: case.recuse(holder(ZHAO), RecusalGround.OTHER, "同学", by(LEAD)),
    Verb.HAND_UP: lambda case: case.hand_up("本机关无人可办", by(LEAD)),
    Verb.DESCRIBE: lambda case: case.describe(DESCRIBED, by(WANG)),
    Verb.DISMISS: lambda case: case.dismiss("没有短板", by(WANG)),
    Verb.MERGE: lambda case: case.merge_into(scene.opened("b2"), "同一件事", by(WANG)),
    Verb.ABSORB: lambda case: case.absorb(scene.opened("b2"), by(WANG)),
    Verb.PLAN_MEASURE: lambda case: case.plan_measure(MEASURE, view(WANG), by(ZHAO)),
    Verb.MOVE_MEASURE: lambda case: case.move_measure(1, view(ZHAO), DUE, "改由他办", by(LEAD)),
    Verb.REPORT_MEASURE: lambda case: case.report_measure(1, "办法已印发", (PAPER,), by(WANG)),
    Verb.RETURN_MEASURE: lambda case: case.return_measure(1, "没有文号", by(ZHAO)),
    Verb.CLOSE_MEASURE: lambda case: case.close_measure(1, "看过原件", by(ZHAO)),
    Verb.DROP_MEASURE: lambda case: case.drop_measure(1, "已有上级规定", by(LEAD)),
    Verb.ENTER_RULE: lambda case: case.enter_rule(RULE, by(WANG)),
    Verb.REPEAL_RULE: lambda case: case.repeal_rule(1, TODAY, "上级另有规定", by(WANG)),
    Verb.WRITE_RISK_POINT: lambda case: case.write_risk_point(RISK, ADVICE, by(WANG)),
    Verb.WITHDRAW_RISK_POINT: lambda case: case.withdraw_risk_point("不再适用", by(WANG)),
    Verb.RECUR: lambda case: case.recur(TODAY, "", "又一次先用后报", by(WANG)),
    Verb.CLOSE: lambda case: case.close("短板已补上", by(LEAD)),
}


@pytest.mark.parametrize(("state", "verb"), [*product(State, ACTS)])
def test_every_state_meets_every_verb(state: State, verb: Verb):
    problem = CASES[state]()
    if TRANSITIONS.allow(state, verb):
        FIRST.get(verb, lambda _: None)(problem)
    before, version = deepcopy(vars(problem)), problem.version
    if TRANSITIONS.allow(state, verb):
        ACTS[verb](problem)
        assert problem.state is TRANSITIONS.after(state, verb)
        assert problem.version == version + 1
        assert problem.stage == problem.state.value
        return
    with pytest.raises(CaseError) as refusal:
        ACTS[verb](problem)
    assert refusal.value.code == "followup.move_not_allowed"
    assert vars(problem) == before


def test_the_tables_are_whole():
    assert set(GUARDS) == set(Verb)
    assert set(ACTS) | FOLLOWING == set(Verb)
    assert {state for state, _ in TABLE} == set(State) - {State.MERGED}
    not_here = {"form_team", "suspend", "resume", "extend", "assign"}
    assert {each.value for each in CaseVerb} - not_here <= {each.value for each in Verb}
    into = {target: {state for (state, _), reached in TABLE.items() if reached is target} for target in State}
    assert into[State.CLOSED] == {State.OPEN, State.CLOSED}
    assert into[State.MERGED] == {State.RAISED, State.OPEN}


@pytest.mark.parametrize("verb", sorted(set(Verb) - FOLLOWING - {Verb.RECUSE, Verb.HAND_UP}))
def test_nobody_of_its_unit_takes_a_step(verb: Verb):
    with pytest.raises(CaseError, match=r"review\.recused"):
        [guard(scene.opened(), by(KIN)) for guard in GUARDS[verb]]


@pytest.mark.parametrize("state", State)
def test_somebody_has_it_while_it_is_open_and_nobody_after(state: State):
    problem = CASES[state]()
    assert problem.standing().ended is problem.ended is (state in ENDED)
    assert (held_by(problem) is HeldBy.NOBODY) is problem.ended


def test_it_goes_from_the_organ_to_the_owner_to_the_leads():
    assert held_by(scene.opened()) is HeldBy.ASSIGNMENT
    assert scene.planned().standing().holders == ("wang",)
    assert scene.reported().standing().holders == ("532323/lead",)
    assert scene.settled().standing().holders == ("532323/lead",)
