"""The product of states and verbs of a clarification: what is in the table happens, what is not is refused
without a trace."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from itertools import product

import pytest

from rongcuo.casework.case import CaseVerb
from rongcuo.casework.holding import held_by
from rongcuo.contracts.clarify import ClarificationMode, ClarificationStart
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import HeldBy, RecusalGround
from services.clarify.domain.clarification import ENDED, FOLLOWING, TRANSITIONS, Clarification
from services.clarify.domain.clarification import ClarificationVerb as Verb
from services.clarify.domain.clarification.transitions import GUARDS, TABLE
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    CASES,
    CITY,
    IN_TIME,
    LEAD,
    NOW,
    SUBJECT,
    WANG,
    ZHAO,
    by,
)
from tests.unit.review.scene import holder, view

ANSWERED = frozenset({Verb.DIRECT, Verb.UPHOLD_REFUSAL})


def now_of(case: Clarification) -> datetime:
    return IN_TIME if case.state in (State.FEEDBACK, State.CLOSED) else NOW


def ready(case: Clarification, verb: Verb) -> None:
    """What a verb needs beside its state."""
    allowed = TRANSITIONS.allow(case.state, verb)
    if verb in (Verb.LINK_REPORT, Verb.WITHDRAW):
        case.start = ClarificationStart.APPLICATION
    if verb in UP_TO_THE_HEAD and case.state is State.ASSESSMENT:
        for step in UP_TO_THE_HEAD[:UP_TO_THE_HEAD.index(verb)]:
            ACTS[step](case)
    if verb is Verb.FINISH and allowed:
        for mode in (ClarificationMode.WRITTEN, ClarificationMode.MEETING):
            case.record_act(scene.act(mode), by(WANG))
    if allowed:
        wronged(case, verb)
        to_be_read(case, verb)
    if verb is Verb.ANSWER_UNIT and allowed:
        case.ask_unit("u1", scene.UNIT, "在职工大会上宣读", IN_TIME.date(), by(WANG, now_of(case)))


def to_be_read(case: Clarification, verb: Verb) -> None:
    """What was put to somebody, and has not reached them."""
    if verb in (Verb.READ, Verb.SERVE) and case.state is State.ASSESSMENT:
        ACTS[Verb.PLAN](case)
        ACTS[Verb.ASK_OPINION](case)
    case.signs_in = verb is not Verb.SERVE
    if verb is Verb.GIVE_FEEDBACK:
        ACTS[Verb.ANSWER_VISIT](case)


def wronged(case: Clarification, verb: Verb) -> None:
    """Of what somebody can object to, or what has to be done again."""
    if verb in (Verb.OBJECT, *ANSWERED) and case.state not in (State.REFUSED, State.OBJECTED):
        case.dropped = {ClarificationMode.MEETING: "不便"}
        if verb in ANSWERED:
            ACTS[Verb.OBJECT](case)
    if verb is Verb.RETURN and case.state is State.FEEDBACK:
        case.visit = scene.visit(troubled=True, measures="会议没有开")


ACTS: dict[Verb, Callable[[Clarification], object]] = {
    Verb.ASSIGN: lambda case: case.assign(view(ZHAO), by(LEAD, now_of(case))),
    Verb.RECUSE: lambda case: case.recuse(holder(ZHAO), RecusalGround.OTHER, "同学", by(LEAD, now_of(case))),
    Verb.EXTEND: lambda case: case.extend("涉及两个部门", by(LEAD)),
    Verb.HAND_UP: lambda case: case.hand_up("本机关无人可办", by(LEAD, now_of(case))),
    Verb.LINK_REPORT: lambda case: case.link_report(scene.REPORT, by(WANG)),
    Verb.ASSESS: lambda case: case.assess(("rights",), "影响生活", scene.WORDS, by(WANG)),
    Verb.PLAN: lambda case: case.make_plan(scene.PLAN, by(WANG)),
    Verb.ASK_OPINION: lambda case: case.ask_opinion(by(WANG)),
    Verb.GIVE_OPINION: lambda case: case.give_opinion(scene.AGREED, by(SUBJECT)),
    Verb.REQUEST_APPROVAL: lambda case: case.request_approval("建议澄清", "同意", False, by(WANG)),
    Verb.PROPOSE_REFUSAL: lambda case: case.propose_refusal("other_refusal", "不宜", by(WANG)),
    Verb.APPROVE: lambda case: case.approve("同意", by(LEAD)),
    Verb.RETURN: lambda case: case.send_back("范围过大", by(LEAD, now_of(case))),
    Verb.REFUSE: lambda case: case.refuse("other_refusal", "不宜", by(LEAD)),
    Verb.OBJECT: lambda case: case.object("有影响", (), by(SUBJECT, now_of(case))),
    Verb.DIRECT: lambda case: case.answer_objection(True, "确有影响", by(CITY, now_of(case))),
    Verb.UPHOLD_REFUSAL: lambda case: case.answer_objection(False, "没有影响", by(CITY, now_of(case))),
    Verb.RECORD_ACT: lambda case: case.record_act(scene.act(), by(WANG)),
    Verb.DROP_MODE: lambda case: case.drop_mode(ClarificationMode.MEETING, "本人改变意见", by(LEAD)),
    Verb.ASK_UNIT: lambda case: case.ask_unit(
        "u2", scene.UNIT, "恢复考察", IN_TIME.date(), by(WANG, now_of(case))),
    Verb.ANSWER_UNIT: lambda case: case.answer_unit("u1", True, "", by(WANG, now_of(case))),
    Verb.FINISH: lambda case: case.finish(by(WANG)),
    Verb.ARCHIVE: lambda case: case.archive("档1", "组织部", True, by(WANG)),
    Verb.VISIT: lambda case: case.record_visit(scene.visit(), by(WANG, IN_TIME)),
    Verb.GIVE_FEEDBACK: lambda case: case.give_feedback("已反馈", by(WANG, IN_TIME)),
    Verb.ANSWER_VISIT: lambda case: case.answer_visit(scene.UNTROUBLED, by(SUBJECT, now_of(case))),
    Verb.READ: lambda case: case.read(by(SUBJECT, now_of(case))),
    Verb.SERVE: lambda case: case.serve("当面", (scene.PAPER,), by(LEAD, now_of(case))),
    Verb.WITHDRAW: lambda case: case.withdraw("不再需要", by(SUBJECT)),
}
UP_TO_THE_HEAD = (Verb.PLAN, Verb.ASK_OPINION, Verb.GIVE_OPINION, Verb.REQUEST_APPROVAL)
OF_THE_PERSON = frozenset({Verb.GIVE_OPINION, Verb.OBJECT, Verb.WITHDRAW, Verb.READ, Verb.ANSWER_VISIT,
                           Verb.HAND_UP, Verb.RECUSE, *FOLLOWING})


@pytest.mark.parametrize(("state", "verb"), [*product(State, ACTS)])
def test_every_state_meets_every_verb(state: State, verb: Verb):
    case = CASES[state]()
    ready(case, verb)
    before, version = deepcopy(vars(case)), case.version
    if TRANSITIONS.allow(state, verb):
        ACTS[verb](case)
        assert case.state is TRANSITIONS.after(state, verb)
        assert case.version > version
        assert case.stage == case.state.value
        return
    with pytest.raises(CaseError) as refusal:
        ACTS[verb](case)
    assert refusal.value.code == "clarify.move_not_allowed"
    assert vars(case) == before


@pytest.mark.parametrize("verb", sorted(set(Verb) - OF_THE_PERSON))
def test_nobody_of_the_persons_unit_takes_a_step(verb: Verb):
    with pytest.raises(CaseError, match=r"review\.recused"):
        [guard(scene.asked(), by(scene.KIN)) for guard in GUARDS[verb]]


def test_the_tables_are_whole():
    assert set(GUARDS) == set(Verb)
    assert set(ACTS) | FOLLOWING == set(Verb)
    assert {state for state, _ in TABLE} == (set(State) - ENDED) | {State.REFUSED}
    not_here = {"form_team", "suspend", "resume"}
    assert {each.value for each in CaseVerb} - not_here <= {each.value for each in Verb}
    assert {state for (state, _), target in TABLE.items() if target is State.CARRYING_OUT} == {
        State.APPROVAL, State.CARRYING_OUT, State.ARCHIVE, State.VISIT, State.FEEDBACK}
    assert set(scene.PACK.clarification.stages) == {state.value for state in State} - {
        state.value for state in ENDED}


@pytest.mark.parametrize("state", State)
def test_somebody_has_to_act_while_it_is_open_and_nobody_after(state: State):
    case = CASES[state]()
    assert (held_by(case) is HeldBy.NOBODY) is case.ended
    assert bool(case.standing().holders) is not case.ended
