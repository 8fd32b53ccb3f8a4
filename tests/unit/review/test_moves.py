"""The product of states and verbs: what is in the table happens, what is not is refused without a trace."""

from collections.abc import Callable
from copy import deepcopy
from itertools import product

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.review import ReviewState as State
from services.review.domain import ENDED, ReviewCase, Verb
from services.review.domain.transitions import FOLLOWING, GUARDS, TABLE
from tests.unit.review import scene
from tests.unit.review.scene import LEAD, QIAN, WANG, ZHAO, by, day, view


def declined() -> ReviewCase:
    case = scene.held()
    case.decline("不属于适用情形", by(WANG))
    return case


def objected() -> ReviewCase:
    """Held by somebody who had no hand in the refusal."""
    case = declined()
    case.object(scene.objection(scene.FILED_AT), by(SYSTEM))
    case.assign(view(ZHAO), by(LEAD))
    return case


def closed() -> ReviewCase:
    case = scene.opened()
    case.close("另行安排", day(2, 14), by(SYSTEM, day(2, 14)))
    return case


def verifying_yellow() -> ReviewCase:
    return scene.verifying(WANG, ZHAO)


CASES: dict[State, Callable[[], ReviewCase]] = {
    State.PRELIMINARY_REVIEW: scene.held,
    State.AWAITING_SUPPLEMENT: scene.awaiting,
    State.VERIFICATION: verifying_yellow,
    State.ACCEPTED: scene.accepted,
    State.DECLINED: declined,
    State.OBJECTED: objected,
    State.CLOSED: closed,
}

LONG_AFTER = day(4, 1)
KIN = scene.officer("kin", Role.LEAD, unit=scene.FILERS_UNIT)


def resume(case: ReviewCase) -> None:
    if (case.state, Verb.SUSPEND) in TABLE and not case.clock.suspended:
        case.suspend("等待上级答复", by(WANG, day(2, 14)))
    case.resume(by(WANG, day(2, 14)))


ACTS: dict[Verb, Callable[[ReviewCase], None]] = {
    Verb.ASSIGN: lambda case: case.assign(view(ZHAO), by(LEAD)),
    Verb.RECUSE: lambda case: case.recuse(scene.holder(WANG), RecusalGround.OTHER, "同学", by(LEAD)),
    Verb.ACCEPT: lambda case: case.accept("同意", by(WANG)),
    Verb.REQUEST_SUPPLEMENT: lambda case: case.request_supplement("缺纪要", by(WANG)),
    Verb.DECLINE: lambda case: case.decline("逾期未补正", by(WANG, LONG_AFTER)),
    Verb.FORM_TEAM: lambda case: case.form_team((view(QIAN), view(ZHAO)), by(LEAD)),
    Verb.REPORT_VERIFICATION: lambda case: case.report_verification("属实", True, by(WANG)),
    Verb.REFUTE: lambda case: case.report_verification("不属实", False, by(WANG)),
    Verb.TAKE_UP: lambda case: case.take_up("理由成立", by(ZHAO)),
    Verb.UPHOLD: lambda case: case.uphold("没有新的理由", by(ZHAO)),
    Verb.SUSPEND: lambda case: case.suspend("等待鉴定", by(WANG)),
    Verb.RESUME: resume,
    Verb.HAND_UP: lambda case: case.hand_up("本机关无人可办", by(LEAD)),
}


@pytest.mark.parametrize(("state", "verb"), [
    pair for pair in product(State, Verb) if pair[1] in ACTS])
def test_every_state_meets_every_verb(state: State, verb: Verb):
    case = CASES[state]()
    before = deepcopy(vars(case))
    if (state, verb) in TABLE:
        ACTS[verb](case)
        assert case.state is TABLE[state, verb]
        return
    with pytest.raises(CaseError) as refusal:
        ACTS[verb](case)
    assert refusal.value.code == "review.move_not_allowed"
    assert vars(case) == before


@pytest.mark.parametrize("state", State)
def test_extending_is_the_packs_to_allow(state: State):
    case = CASES[state]()
    expected = {State.VERIFICATION: None, State.PRELIMINARY_REVIEW: "review.extension_not_possible"}
    code = expected.get(state, "review.move_not_allowed")
    if code is None:
        case.extend("涉及面广", by(WANG))
        assert case.clock.extended == 10
    else:
        with pytest.raises(CaseError, match=code):
            case.extend("涉及面广", by(WANG))


def test_the_pack_turns_acceptance_into_verification():
    case = scene.held(colour="yellow")
    case.accept("同意", by(WANG))
    assert case.state is TABLE[State.PRELIMINARY_REVIEW, Verb.VERIFY] is State.VERIFICATION


@pytest.mark.parametrize("state", State)
def test_the_filers_steps_are_taken_where_they_fit_and_noted_after_the_end(state: State):
    for verb in (Verb.SUPPLEMENT, Verb.CLOSE):
        case = CASES[state]()
        before, events = case.state, len(case.happened)
        if verb is Verb.CLOSE:
            case.close("不办了", LONG_AFTER, by(SYSTEM, LONG_AFTER))
        else:
            case.take_supplement(scene.supplement(LONG_AFTER), by(SYSTEM, LONG_AFTER))
        assert case.state is TABLE.get((state, verb), before)
        assert ((state, verb) in TABLE) == (len(case.happened) > events)
        assert case.history[-1].at == LONG_AFTER


@pytest.mark.parametrize("verb", sorted(set(Verb) - {
    Verb.RECUSE, Verb.HAND_UP, Verb.SUPPLEMENT, Verb.CLOSE, Verb.OBJECT, Verb.POST_ENDED}))
def test_nobody_with_a_part_takes_a_step_that_is_not_theirs(verb: Verb):
    case = scene.held()
    with pytest.raises(CaseError, match=r"review\.recused"):
        [guard(case, by(KIN)) for guard in GUARDS[verb]]


def test_the_tables_are_whole():
    assert set(GUARDS) == set(Verb)
    assert set(ACTS) | {Verb.EXTEND} == set(Verb) - FOLLOWING | {Verb.REFUTE}
    assert {state for state, _ in TABLE} == set(State) - ENDED | {State.DECLINED}
    assert set(TABLE.values()) == set(State)
