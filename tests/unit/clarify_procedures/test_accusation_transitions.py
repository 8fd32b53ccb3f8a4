"""The product of states and verbs of a false accusation's finding: what is in the table happens, what is
not is refused without a trace."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from itertools import product

import pytest

from rongcuo.casework.case import CaseVerb
from rongcuo.casework.holding import held_by
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import (
    Answer,
    Circumstance,
    Element,
    Entered,
    Factor,
    ReportOutcome,
    Unheard,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import HeldBy, RecusalGround
from services.clarify.domain.false_accusation import (
    ENDED,
    FOLLOWING,
    HOLDING,
    TRANSITIONS,
    FalseAccusation,
    entering,
)
from services.clarify.domain.false_accusation import FalseAccusationVerb as Verb
from services.clarify.domain.false_accusation.transitions import GUARDS, TABLE
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import (
    ABOVE,
    CASES,
    CITY,
    CITY_OTHER,
    LATER,
    LEAD,
    NOW,
    WANG,
    ZHAO,
    by,
)
from tests.unit.review.scene import holder, view


def now_of(case: FalseAccusation) -> datetime:
    return LATER if case.state in (State.EFFECTIVE, State.CONCLUDED) else NOW


def ready(case: FalseAccusation, verb: Verb) -> None:
    """What a verb needs beside its state."""
    if verb is Verb.WEIGH and case.state is State.INQUIRY:
        case.add_evidence("e1", *scene.EVIDENCE, by(WANG))
    if verb is Verb.SERVE_DRAFT and case.state is State.INQUIRY:
        scene.heard(scene.weighed(case))
    if verb in (Verb.RECORD_HEARING, Verb.RECORD_UNHEARD) and case.state is State.INQUIRY:
        case.ask_reporter("来源和依据", by(WANG))
    if (verb, case.state) in ((Verb.RECORD_HEARING, State.INQUIRY), (Verb.ANSWER_DRAFT, State.DRAFT)):
        scene.wrote(case)
    if verb is Verb.REQUEST_FINDING and case.state is State.DRAFT:
        scene.answered(case)
    ready_after_the_draft(case, verb)


def ready_after_the_draft(case: FalseAccusation, verb: Verb) -> None:
    if verb is Verb.UPHOLD and case.state is State.COMPLAINT:
        scene.confirmed(case)
    if verb is Verb.CONFIRM_ENTRY:
        entering.enter(case, Entered.COMPLAINT, (), by(WANG))
    if verb is Verb.RECORD_UNHEARD and case.hearings:
        scene.read(case)
    if verb is Verb.RECORD_SERVICE and case.state is State.INQUIRY and not case.addressed:
        case.ask_reporter("来源和依据", by(WANG))
    if verb is Verb.RECORD_SERVICE and case.addressed:
        case.addressed = (*case.addressed[:-1], replace(case.addressed[-1], read_at=None))
    if verb is Verb.CONCLUDE and case.state is State.EFFECTIVE:
        case.record_handling(scene.HANDLING, by(WANG, LATER))
    if verb is Verb.UNDO_GAIN and case.state is State.EFFECTIVE:
        case.gains = (scene_gain(),)


def scene_gain():
    case = scene.inquiring()
    case.record_gain("g1", "竞聘资格", by(WANG))
    return case.gains[0]


ACTS: dict[Verb, Callable[[FalseAccusation], object]] = {
    Verb.ASSIGN: lambda case: case.assign(view(ZHAO), by(LEAD, now_of(case))),
    Verb.RECUSE: lambda case: case.recuse(
        holder(ZHAO), RecusalGround.OTHER, "同学", by(LEAD, now_of(case))),
    Verb.EXTEND: lambda case: case.extend("涉及面广", by(LEAD, now_of(case))),
    Verb.HAND_UP: lambda case: case.hand_up("本机关无人可办", by(LEAD, now_of(case))),
    Verb.REQUEST_BEGINNING: lambda case: case.request_beginning("可疑", by(WANG)),
    Verb.APPROVE_BEGINNING: lambda case: case.answer_beginning(Answer.APPROVED, "同意", by(CITY)),
    Verb.RETURN_BEGINNING: lambda case: case.answer_beginning(Answer.RETURNED, "补充", by(CITY)),
    Verb.REFUSE_BEGINNING: lambda case: case.answer_beginning(Answer.REFUSED, "不足", by(CITY)),
    Verb.ADD_EVIDENCE: lambda case: case.add_evidence("e2", *scene.EVIDENCE, by(WANG)),
    Verb.WEIGH: lambda case: case.weigh(scene.weighing(Element.INTENT, Factor.MOMENT), by(WANG)),
    Verb.ASK_REPORTER: lambda case: case.ask_reporter("来源和依据", by(WANG)),
    Verb.RECORD_HEARING: lambda case: case.record_hearing("他人转来", "没有", (), by(WANG)),
    Verb.RECORD_UNHEARD: lambda case: case.record_unheard(
        Unheard.DECLINED, "不愿说明", scene.papers("b"), by(WANG, LATER)),
    Verb.RECORD_CIRCUMSTANCES: lambda case: case.record_circumstances(
        (Circumstance(code="vile_means", reasons="伪造"),), by(WANG)),
    Verb.RECORD_GAIN: lambda case: case.record_gain("g1", "竞聘资格", by(WANG)),
    Verb.SERVE_DRAFT: lambda case: case.serve_draft(scene.DRAFT, by(WANG)),
    Verb.ANSWER_DRAFT: lambda case: case.answer_draft("没有恶意", "与证据不符", (), by(WANG)),
    Verb.RECORD_SERVICE: lambda case: case.record_service(
        NOW.date(), False, scene.papers("b"), by(WANG, now_of(case))),
    Verb.CONFIRM_ENTRY: lambda case: case.confirm_entry(len(case.entries), by(ZHAO, now_of(case))),
    Verb.TAKE_DRAFT_BACK: lambda case: case.take_draft_back("补充鉴定", by(WANG)),
    Verb.REQUEST_FINDING: lambda case: case.request_finding(
        replace(scene.FILE, committee_on=LATER.date()), by(WANG, LATER)),
    Verb.APPROVE_FINDING: lambda case: case.answer_finding(Answer.APPROVED, "同意", by(CITY_OTHER)),
    Verb.RETURN_FINDING: lambda case: case.answer_finding(Answer.RETURNED, "补充", by(CITY)),
    Verb.REFUSE_FINDING: lambda case: case.answer_finding(Answer.REFUSED, "故意不足", by(CITY)),
    Verb.COMPLAIN: lambda case: case.complain(
        "不服", NOW.date(), scene.papers("b"), by(WANG, now_of(case))),
    Verb.UPHOLD: lambda case: case.answer_complaint(True, "维持", by(ABOVE)),
    Verb.SET_ASIDE: lambda case: case.answer_complaint(False, "撤销", by(ABOVE, now_of(case))),
    Verb.TAKE_EFFECT: lambda case: case.take_effect(by(WANG, LATER)),
    Verb.RECORD_HANDLING: lambda case: case.record_handling(scene.HANDLING, by(WANG, LATER)),
    Verb.UNDO_GAIN: lambda case: case.undo_gain("g1", "取消资格", LATER.date(), by(WANG, LATER)),
    Verb.CONCLUDE: lambda case: case.conclude(by(WANG, LATER)),
    Verb.END_MISTAKEN: lambda case: case.end(True, "属于误解", by(WANG)),
    Verb.END_UNPROVEN: lambda case: case.end(False, "没有查实", by(WANG)),
}
OF_NOBODY = frozenset({Verb.COMPLAIN, Verb.HAND_UP, Verb.RECUSE, *FOLLOWING})


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


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("outcome", [each for each in ReportOutcome
                                     if each is not ReportOutcome.SUSPECTED_MALICIOUS])
def test_nothing_found_outlives_a_report_that_is_not_suspected_any_more(state: State, outcome: ReportOutcome):
    case = CASES[state]()
    case.heed_outcome(outcome, "复核后更正", by(SYSTEM, LATER))
    assert case.state not in HOLDING
    assert case.ended
    expected = {True: State.SET_ASIDE, False: State.MISTAKEN if outcome is ReportOutcome.MISTAKEN
                else State.UNPROVEN}[state in HOLDING]
    assert case.state is (state if state in ENDED - {State.CONCLUDED} else expected)


@pytest.mark.parametrize("verb", sorted(set(Verb) - OF_NOBODY))
def test_nobody_of_the_unit_concerned_takes_a_step(verb: Verb):
    with pytest.raises(CaseError, match=r"review\.recused"):
        [guard(scene.inquiring(), by(scene.KIN)) for guard in GUARDS[verb]]


def test_the_tables_are_whole():
    assert set(GUARDS) == set(Verb)
    assert set(ACTS) | FOLLOWING == set(Verb)
    assert {state for state, _ in TABLE} == (set(State) - ENDED) | {State.CONCLUDED}
    not_here = {"form_team", "suspend", "resume"}
    assert {each.value for each in CaseVerb} - not_here <= {each.value for each in Verb}
    assert {target for (_, verb), target in TABLE.items() if target is State.FOUND and verb not in (
        Verb.ASSIGN, Verb.RECUSE, Verb.POST_ENDED, Verb.TAKE_MESSAGE, Verb.TAKE_RECEIPT,
        Verb.RECORD_SERVICE, Verb.CONFIRM_ENTRY, Verb.HAND_UP, Verb.APPROVE_FINDING)} == set()
    assert {state.value for state in State} - {state.value for state in ENDED} == PACK_STAGES


PACK_STAGES = set(scene.PACK.false_accusation.stages)


@pytest.mark.parametrize("state", State)
def test_somebody_has_to_act_while_it_is_open_and_nobody_after(state: State):
    case = CASES[state]()
    assert (held_by(case) is HeldBy.NOBODY) is case.ended
    assert bool(case.standing().holders) is not case.ended
