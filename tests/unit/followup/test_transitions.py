"""The product of states and verbs of a programme: what is in the table happens, what is not is refused
without a trace."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from itertools import product

import pytest

from rongcuo.casework.case import CaseVerb
from rongcuo.casework.holding import held_by
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ExecutionCheck,
    ExecutionItem,
    Grade,
    Milestone,
    PeriodChange,
    PersonChange,
    PersonClass,
    Recommendation,
)
from rongcuo.contracts.followup import ProgrammeState as State
from rongcuo.contracts.review import HeldBy, RecusalGround
from services.followup.domain.programme import ENDED, FOLLOWING, TRANSITIONS, Programme
from services.followup.domain.programme import ProgrammeVerb as Verb
from services.followup.domain.programme.transitions import GUARDS, TABLE
from tests.unit.followup import scene
from tests.unit.followup.scene import (
    CASES,
    CITY,
    GATHERED,
    GOAL,
    LEAD,
    MENTOR,
    NOW,
    OVER,
    PAPER,
    TALKS,
    WANG,
    WEN,
    ZHAO,
    at,
    by,
)
from tests.unit.review.scene import holder, view


def now_of(programme: Programme) -> datetime:
    return OVER if programme.state in (State.CONCLUDING, State.COMPLETED) else NOW


def ready(programme: Programme, verb: Verb) -> None:
    """What a verb needs beside its state."""
    if TRANSITIONS.allow(programme.state, verb):
        FIRST.get(verb, lambda _: None)(programme)


def to_write(programme: Programme) -> None:
    if programme.state is State.COUNSELLING:
        scene.visit(programme)
    if programme.state is State.ASSISTANCE:
        scene.planned(programme)


def to_sign(programme: Programme) -> None:
    to_write(programme)
    programme.write_step("谈话", by(WANG))


def to_have_a_plan(programme: Programme) -> None:
    programme.write_plan("想补业务", (GOAL,), by(WANG, now_of(programme)))


FIRST: dict[Verb, Callable[[Programme], object]] = {
    **dict.fromkeys((Verb.RECORD_VISIT, Verb.DECLINE_VISIT, Verb.CANCEL_VISIT), scene.plan_visit),
    Verb.WRITE_STEP: to_write,
    **dict.fromkeys((Verb.SIGN_STEP, Verb.GO_ON_UNSIGNED), to_sign),
    Verb.ACCEPT_VISIT: lambda case: case.decline_visit(
        scene.plan_visit(case, now_of(case).date(), now=now_of(case)), "", (), by(WEN, now_of(case))),

    **dict.fromkeys((Verb.SIGN_PLAN, Verb.RECORD_MILESTONE), to_have_a_plan),
    Verb.EVALUATE: lambda case: case.record_unit_evaluation(
        "局党组", "表现好", Grade.GOOD, (PAPER,), by(WANG, now_of(case))),
    Verb.ANSWER_ESCALATION: lambda case: case.escalate("岗位安排需要协调", by(WANG, now_of(case))),
    Verb.COMPLETE: scene.done,
}
ACTS: dict[Verb, Callable[[Programme], object]] = {
    Verb.ASSIGN: lambda case: case.assign(view(ZHAO), by(LEAD, now_of(case))),
    Verb.RECUSE: lambda case: case.recuse(holder(ZHAO), RecusalGround.OTHER, "同学", by(LEAD, now_of(case))),
    Verb.HAND_UP: lambda case: case.hand_up("本机关无人可办", by(LEAD, now_of(case))),
    Verb.CLASSIFY: lambda case: case.classify(PersonClass.KEY, "情绪低落", by(WANG, now_of(case))),
    Verb.PLAN_VISIT: lambda case: scene.plan_visit(case, now_of(case).date(), now=now_of(case)),
    Verb.RECORD_VISIT: lambda case: case.record_visit(
        len(case.visits), NOW.date(), TALKS, "", scene.ALONE, by(WANG, now_of(case))),
    Verb.DECLINE_VISIT: lambda case: case.decline_visit(len(case.visits), "", (), by(WEN, now_of(case))),
    Verb.ACCEPT_VISIT: lambda case: case.accept_visit(len(case.visits), (), by(WEN, now_of(case))),
    Verb.CANCEL_VISIT: lambda case: case.cancel_visit(len(case.visits), "下乡", by(WANG, now_of(case))),
    Verb.REQUEST_VISIT: lambda case: case.request_visit("想谈谈", (), by(WEN, now_of(case))),
    Verb.WRITE_STEP: lambda case: case.write_step("谈话", by(WANG)),
    Verb.SIGN_STEP: lambda case: scene.sign_step(case),
    Verb.GO_ON_UNSIGNED: lambda case: case.go_on_unsigned("本人不愿签字", by(WANG, scene.at(4, 1))),
    Verb.NAME_MENTOR: lambda case: case.name_mentor(MENTOR, by(WANG, now_of(case))),
    Verb.WRITE_PLAN: lambda case: case.write_plan("想补业务", (GOAL,), by(WANG, now_of(case))),
    Verb.SIGN_PLAN: lambda case: scene.sign_plan(case, now=now_of(case)),
    Verb.RECORD_MILESTONE: lambda case: case.record_milestone(
        Milestone(goal=1, words="考核合格", reached=True), by(WANG, now_of(case))),
    Verb.CHECK_EXECUTION: lambda case: case.check_execution(
        ExecutionCheck(item=ExecutionItem.FILE, done_on=NOW.date()), by(WANG, now_of(case))),
    Verb.EXTEND_EXECUTION: lambda case: case.extend_execution(3, "编制未批", by(LEAD, now_of(case))),
    Verb.GATHER: lambda case: case.gather(GATHERED, by(WANG, at(12, 13))),
    Verb.RECORD_UNIT_EVALUATION: lambda case: case.record_unit_evaluation(
        "局党组", "表现好", Grade.GOOD, (PAPER,), by(WANG, now_of(case))),
    Verb.EVALUATE: lambda case: case.evaluate(Grade.FAIR, "有成效", by(WANG, now_of(case))),
    Verb.ESCALATE: lambda case: case.escalate("岗位安排需要协调", by(WANG, now_of(case))),
    Verb.ANSWER_ESCALATION: lambda case: case.answer_escalation("已协调", by(CITY, now_of(case))),
    Verb.CHANGE_PERIOD: lambda case: case.change_period(
        PeriodChange.ADDED, NOW.date(), "牟监处〔2026〕9号", 24, "又受处分", (PAPER,), by(LEAD)),
    Verb.CHANGE_PERSON: lambda case: case.change_person(
        PersonChange.RETIRED, NOW.date(), "", "", "", False, "继续关心", (PAPER,), by(LEAD, now_of(case))),
    Verb.COMPLETE: lambda case: case.complete(Recommendation.RESTORE, "表现好", by(WANG, OVER)),
    Verb.REMARK: lambda case: case.remark("谢谢", by(WEN, now_of(case))),
}
OF_OTHERS = frozenset({Verb.SEND_CARD, Verb.READ_CARD, Verb.OPT_OUT, Verb.CORRECT_TALK})     # see test_rules
BY_THE_PERSON = frozenset({Verb.DECLINE_VISIT, Verb.ACCEPT_VISIT, Verb.CORRECT_TALK, Verb.OPT_OUT,
                           Verb.REQUEST_VISIT, Verb.SIGN_STEP, Verb.REMARK, Verb.READ_CARD, Verb.SIGN_PLAN,
                           Verb.HAND_UP, Verb.RECUSE, *FOLLOWING})


@pytest.mark.parametrize(("state", "verb"), [*product(State, ACTS)])
def test_every_state_meets_every_verb(state: State, verb: Verb):
    programme = CASES[state]()
    ready(programme, verb)
    before, version = deepcopy(vars(programme)), programme.version
    if TRANSITIONS.allow(state, verb):
        ACTS[verb](programme)
        assert programme.state is TRANSITIONS.after(state, verb)
        assert programme.version > version
        assert programme.stage == programme.state.value
        return
    with pytest.raises(CaseError) as refusal:
        ACTS[verb](programme)
    assert refusal.value.code == "followup.move_not_allowed"
    assert vars(programme) == before


@pytest.mark.parametrize("verb", sorted(set(Verb) - BY_THE_PERSON))
def test_nobody_of_the_persons_unit_takes_a_step(verb: Verb):
    with pytest.raises(CaseError, match=r"review\.recused"):
        [guard(scene.counselling(), by(scene.KIN)) for guard in GUARDS[verb]]


def test_the_tables_are_whole():
    assert set(GUARDS) == set(Verb)
    assert set(ACTS) | FOLLOWING | OF_OTHERS == set(Verb)
    always = {(state, verb) for state in State for verb in (Verb.REMARK, Verb.READ_CARD, Verb.CORRECT_TALK)}
    assert {state for state, _ in TABLE.keys() - always} == set(State) - ENDED
    not_here = {"form_team", "suspend", "resume", "extend"}
    assert {each.value for each in CaseVerb} - not_here <= {each.value for each in Verb}
    assert {state for (state, _), target in TABLE.items() if target is State.COMPLETED} == {
        State.CONCLUDING, State.COMPLETED}


@pytest.mark.parametrize("state", State)
def test_somebody_has_to_act_while_it_is_open_and_nobody_after(state: State):
    programme = CASES[state]()
    assert (held_by(programme) is HeldBy.NOBODY) is programme.ended
    assert bool(programme.standing().holders) is not programme.ended
    assert (programme.tells_on is None) is (programme.ended or programme.over_told_at is not None)
