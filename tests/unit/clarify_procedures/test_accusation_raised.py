"""Somebody named turns out to be managed higher up, after it was found: the higher organ looks first."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import Address, Answer, Gate, ManagedBy
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.access import false_accusations as access
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation import FalseAccusationVerb as Verb
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import ABOVE, CITY, CITY_OTHER, LATER, WANG, by, officer

HIGHER = replace(scene.suspicion(), managed_by=ManagedBy.PROVINCE)
NOT_IN_EFFECT = (State.FOUND, State.COMPLAINT, State.UPHELD)
MUCH_LATER = LATER + timedelta(days=40)


def raised(state: State) -> FalseAccusation:
    case = scene.CASES[state]()
    case.look_again(HIGHER, by(WANG, LATER))
    return case


@pytest.mark.parametrize("state", NOT_IN_EFFECT)
def test_it_is_brought_before_the_higher_organ_with_what_was_found(state: State):
    before, case = scene.CASES[state](), raised(state)
    assert (case.state, case.approver_id, case.deciding_organ_id) == (
        State.FINDING_APPROVAL, scene.PROVINCE, scene.PROVINCE)
    assert (case.approvals, case.draft, case.file, case.complaint) == (
        before.approvals, before.draft, before.file, before.complaint)
    assert case.standing().holders == (f"{scene.PROVINCE}/lead",)
    assert case.clock.started == LATER, "its time there begins now"
    assert access.sees(ABOVE, case)


@pytest.mark.parametrize("state", NOT_IN_EFFECT)
def test_the_reporter_is_told_and_it_stands_in_the_ledger(state: State):
    case = raised(state)
    told = case.addressed[-1]
    assert (told.about, told.answer_until) == (Address.RAISED, None)
    assert "原认定不生效" in told.words
    assert "以前的申诉不另作答复" in told.words, "nobody waits for an answer while their time runs"
    moved = [each.what for _, each in case.happened if getattr(each, "what", "")]
    assert moved[-1] == "raise"
    assert case.history[-1].what == "raise"


@pytest.mark.parametrize("state", NOT_IN_EFFECT)
def test_nothing_takes_effect_before_it_has_looked(state: State):
    case = raised(state)
    assert (case.found_at, case.complain_until(by(WANG, MUCH_LATER)), case.effective_at) == (None, None, None)
    for act in (lambda: case.take_effect(by(WANG, MUCH_LATER)),
                lambda: case.complain("不服", LATER.date(), scene.papers("b"), by(WANG, LATER))):
        with pytest.raises(CaseError, match="move_not_allowed"):
            act()


@pytest.mark.parametrize("state", NOT_IN_EFFECT)
def test_what_the_higher_organ_finds_leaves_the_whole_time_to_complain(state: State):
    case = scene.confirmed(raised(state), LATER)
    case.answer_finding(Answer.APPROVED, "同意认定", by(ABOVE, MUCH_LATER))
    assert [(each.gate, each.organ_id) for each in case.approvals] == [
        (Gate.BEGIN, scene.PREFECTURE), (Gate.FIND, scene.PREFECTURE), (Gate.FIND, scene.PROVINCE)]
    assert case.complain_until(by(WANG, MUCH_LATER)) >= MUCH_LATER.date() + timedelta(days=30)
    scene.read(case, MUCH_LATER)
    with pytest.raises(CaseError, match="complaint_time_runs"):
        case.take_effect(by(WANG, MUCH_LATER + timedelta(days=20)))
    case.take_effect(by(WANG, MUCH_LATER + timedelta(days=50)))
    assert case.state is State.EFFECTIVE


def test_what_reaches_the_reporter_late_of_the_finding_below_starts_no_time():
    case = scene.unread_finding()
    case.look_again(HIGHER, by(WANG))
    scene.read(case, LATER)
    assert case.complain_until(by(WANG, LATER)) is None
    case.answer_finding(Answer.APPROVED, "同意认定", by(ABOVE, LATER))
    with pytest.raises(CaseError, match="not_served"):
        case.take_effect(by(WANG, MUCH_LATER))


def test_what_they_write_meanwhile_is_read_before_anything_is_found():
    case = scene.wrote(raised(State.FOUND), LATER)
    with pytest.raises(CaseError, match="reporter_has_written"):
        case.answer_finding(Answer.APPROVED, "同意认定", by(ABOVE, LATER))
    case.answer_finding(Answer.RETURNED, "先听取", by(ABOVE, LATER))
    assert (case.state, case.draft) == (State.INQUIRY, None)


def test_returned_it_is_not_begun_anew_but_drafted_and_approved_there():
    case = raised(State.FOUND)
    case.answer_finding(Answer.RETURNED, "补充", by(ABOVE, LATER))
    case.serve_draft(scene.DRAFT, by(WANG, LATER))
    assert (case.state, case.approver_id) == (State.DRAFT, scene.PROVINCE)


def test_refused_there_it_is_no_finding_and_the_reporter_knows():
    case = raised(State.UPHELD)
    case.answer_finding(Answer.REFUSED, "证据不足", by(ABOVE, LATER))
    assert (case.state, case.addressed[-1].about) == (State.UNPROVEN, Address.CLOSED)


@pytest.mark.parametrize("found_below", [CITY, CITY_OTHER])
def test_whoever_approved_it_below_does_not_look_at_it_above(found_below):
    case = raised(State.FOUND)
    moved = officer(found_below.officer_id, Role.LEAD, unit="云南省纪委监委", organ_id=scene.PROVINCE)
    with pytest.raises(CaseError, match="had_a_hand"):
        case.answer_finding(Answer.APPROVED, "同意认定", by(moved, LATER))


def test_what_the_province_found_already_stays_found():
    case = scene.found()
    case.approvals = tuple(replace(each, organ_id=scene.PROVINCE) for each in case.approvals)
    case.look_again(HIGHER, by(WANG))
    assert (case.state, case.managed_by) == (State.FOUND, ManagedBy.PROVINCE)


@pytest.mark.parametrize("state", [State.EFFECTIVE, State.CONCLUDED])
def test_what_has_taken_effect_only_the_organ_above_sets_aside(state: State):
    case = raised(state)
    assert (case.state, case.transitions.allow(state, Verb.RAISE)) == (state, False)
