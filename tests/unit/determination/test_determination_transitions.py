"""The product of states and verbs: what is in the table happens, what is not is refused without a trace."""

from collections.abc import Callable
from copy import deepcopy
from itertools import product

import pytest

from rongcuo.casework.case import CaseVerb
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import AnswerRecusal, AskForRecusal, NegativeAnswer, Outcome
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.pack import Phase
from services.determination.domain.determination import (
    ENDED,
    FOLLOWING,
    SETTLED,
    TRANSITIONS,
    Determination,
    Verb,
)
from services.determination.domain.determination.appeal_of_case import lodge_appeal
from services.determination.domain.determination.transitions import GUARDS, LEADING_ON, TABLE
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    CASES,
    LEAD,
    QIAN,
    SUBJECT,
    TERMS,
    WANG,
    ZHAO,
    by,
    finding,
)
from tests.unit.review.scene import holder, view


def ready(case: Determination, verb: Verb) -> None:
    """What a verb needs beside its state."""
    if verb is Verb.RESUME and TRANSITIONS.allow(case.state, Verb.SUSPEND):
        case.suspend("等待鉴定", by(WANG))
    if verb is Verb.REPORT and case.state is State.VERIFICATION:
        scene.clear_list(case)
    if verb is Verb.DENY and case.state is State.VERIFICATION:
        scene.clear_list(case, private_gain=NegativeAnswer.HIT)
    if verb in OF_AN_APPEAL and case.state is State.CONCLUDED:
        lodge_appeal(case, "a1", by(SUBJECT))
    if verb in (Verb.ANSWER_RECUSAL, Verb.WITHDRAW_RECUSAL) and TRANSITIONS.allow(case.state, verb):
        case.ask_recusal("r1", ASK, by(SUBJECT))
    if verb in (Verb.MAKE, Verb.RESOLVE) and case.state is State.MEETING:
        case.put_on_agenda("m1", by(LEAD))
    if verb is Verb.MAKE and case.state is State.MEETING:
        case.resolve("m1", "lighten", {}, scene.VOTERS, by(SYSTEM))


def report(case: Determination) -> None:
    case.write_report("核查属实", scene.DENIAL if case.hits else None, by(WANG))


ASK = AskForRecusal(command_id="c", case_id="d1", name="qian某", ground=RecusalGround.OTHER, reason="同学")
ANSWER = AnswerRecusal(command_id="c", case_id="d1", request_id="r1", officer_id="qian", granted=False,
                       reason="不属实")
OF_AN_APPEAL = frozenset({
    Verb.HAND_UP, Verb.RECUSE, Verb.ASK_RECUSAL, Verb.ANSWER_RECUSAL, Verb.WITHDRAW_RECUSAL})
WHOEVER_IT_IS = frozenset({
    Verb.RECUSE, Verb.ASK_RECUSAL, Verb.WITHDRAW_RECUSAL, Verb.WITHDRAW, Verb.LODGE_APPEAL, Verb.HAND_UP,
    Verb.RESOLVE, Verb.POST_ENDED})     # the subject's own, what follows from others, and stepping back
ACTS: dict[Verb, Callable[[Determination], object]] = {
    Verb.ASSIGN: lambda case: case.assign(view(ZHAO), by(LEAD)),
    Verb.RECUSE: lambda case: case.recuse(holder(QIAN), RecusalGround.OTHER, "同学", by(scene.DEPUTY)),
    Verb.ASK_RECUSAL: lambda case: case.ask_recusal("r1", ASK, by(SUBJECT)),
    Verb.ANSWER_RECUSAL: lambda case: case.answer_recusal(holder(QIAN), ANSWER, by(scene.DEPUTY)),
    Verb.WITHDRAW_RECUSAL: lambda case: case.withdraw_recusal("r1", by(SUBJECT)),
    Verb.ACCEPT: lambda case: case.accept("同意", by(WANG)),
    Verb.REFUSE: lambda case: case.refuse("不符", by(WANG)),
    Verb.FORM_TEAM: lambda case: case.form_team((view(QIAN), view(ZHAO)), by(LEAD)),
    Verb.LINK_FILING: lambda case: case.link_filing(scene.filing(), by(WANG)),
    Verb.ADD_EVIDENCE: lambda case: case.add_evidence("e2", scene.EVIDENCE, by(WANG)),
    Verb.RECORD_FINDING: lambda case: case.record_finding("e1", "属实", by(WANG)),
    Verb.RECORD_STATEMENT: lambda case: case.record_statement("情况紧急", (), by(SUBJECT)),
    Verb.WRITE_FACTS_MATERIAL: lambda case: case.write_facts_material("事实", "建议容错", by(WANG)),
    Verb.ANSWER_NEGATIVE_ITEM: lambda case: case.answer_negative_item(finding("private_gain"), by(WANG)),
    Verb.ASSESS: lambda case: case.assess(
        "three_factors", scene.answers_to(case, "three_factors"), by(ZHAO)),
    Verb.REPORT: report,
    Verb.DENY: report,
    Verb.RETURN: lambda case: case.send_back("缺少鉴定", by(LEAD)),
    Verb.WITHDRAW: lambda case: case.withdraw("不再申请", by(SUBJECT)),
    Verb.SUSPEND: lambda case: case.suspend("等待鉴定", by(WANG)),
    Verb.RESUME: lambda case: case.resume(by(WANG)),
    Verb.RESOLVE: lambda case: case.resolve("m1", "exempt", {}, scene.VOTERS, by(SYSTEM)),
    Verb.MAKE: lambda case: case.make(Outcome.LIGHTEN, TERMS, by(WANG)),
    Verb.GIVE_FEEDBACK: lambda case: case.give_feedback("已反馈", "", by(WANG)),
    Verb.FILE_FOR_RECORD: lambda case: case.file_for_record("市委", "", by(WANG)),
    Verb.CORRECT: lambda case: case.correct(Outcome.LIGHTEN, TERMS, "笔误", by(LEAD)),
    Verb.REVOKE: lambda case: case.revoke("事实有误", by(LEAD)),
    Verb.HAND_UP: lambda case: case.hand_up("本机关无人可办", by(LEAD)),
    Verb.LODGE_APPEAL: lambda case: lodge_appeal(case, "a1", by(SUBJECT)),
}
AFTER = {Verb.ACCEPT: State.VERIFICATION, Verb.REPORT: State.MEETING, Verb.DENY: State.FEEDBACK,
         Verb.MAKE: State.FEEDBACK, Verb.GIVE_FEEDBACK: State.RECORD_FILING,
         Verb.FILE_FOR_RECORD: State.CONCLUDED, Verb.CORRECT: State.FEEDBACK}


@pytest.mark.parametrize(("state", "verb"), [pair for pair in product(State, Verb) if pair[1] in ACTS])
def test_every_state_meets_every_verb(state: State, verb: Verb):
    case = CASES[state]()
    ready(case, verb)
    before, version = deepcopy(vars(case)), case.version
    if TRANSITIONS.allow(state, verb):
        ACTS[verb](case)
        assert case.state is (AFTER[verb] if verb in LEADING_ON else TRANSITIONS.after(state, verb))
        assert case.version > version
        return
    with pytest.raises(CaseError) as refusal:
        ACTS[verb](case)
    closed = verb is Verb.ASSESS and state in SETTLED
    assert refusal.value.code == ("determination.assessment_closed" if closed else "review.move_not_allowed")
    assert vars(case) == before


@pytest.mark.parametrize("verb", sorted(set(Verb) - WHOEVER_IT_IS))
def test_nobody_with_a_part_takes_a_step_that_is_not_theirs(verb: Verb):
    case = scene.verifying()
    with pytest.raises(CaseError, match=r"review\.recused"):
        [guard(case, by(scene.KIN)) for guard in GUARDS[verb]]


@pytest.mark.parametrize("state", State)
def test_extending_is_the_packs_to_allow(state: State):
    case = CASES[state]()
    if state is State.VERIFICATION:
        case.extend("涉及面广", by(WANG))
        assert case.clock.extended == 15
        with pytest.raises(CaseError, match=r"clock\.extended_already"):
            case.extend("仍需时间", by(WANG))
        return
    expected = "review.move_not_allowed" if state in ENDED else "review.extension_not_possible"
    with pytest.raises(CaseError, match=expected):
        case.extend("涉及面广", by(WANG))


def test_the_tables_are_whole():
    assert set(GUARDS) == set(Verb)
    assert set(ACTS) | {Verb.EXTEND, Verb.POST_ENDED} == set(Verb)
    assert {Verb.DENY, Verb.RESOLVE, Verb.POST_ENDED} == FOLLOWING
    assert {state for state, verb in TABLE if verb not in (
        Verb.CORRECT, Verb.REVOKE, Verb.LODGE_APPEAL, *OF_AN_APPEAL)} == set(State) - ENDED
    assert {each.value for each in CaseVerb} <= {each.value for each in Verb}
    assert {phase.value for phase in Phase} - {"application"} < {state.value for state in State}


def test_a_place_without_feedback_concludes_with_the_decision():
    songming = scene.RULES.pack("530127", scene.NOW.date())
    assert songming.determination_stages[-1].phase == "meeting"
    case = scene.resolved()
    case.pack_id, case.stage = songming.id, "joint_meeting"
    occasion = scene.Occasion(WANG, scene.NOW, songming, scene.RULES.calendar("530127"))
    case.make(Outcome.LIGHTEN, TERMS, occasion)
    assert (case.state, case.ended) == (State.CONCLUDED, True)
