"""Who may do what, in every state of both procedures: a matrix of people, verbs and states."""

from itertools import product

import pytest

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import ClarificationState, FalseAccusationState
from rongcuo.contracts.errors import CaseError
from services.clarify.access import clarifications as clearing
from services.clarify.access import false_accusations as accusing
from services.clarify.domain.clarification import ClarificationVerb
from services.clarify.domain.false_accusation import FalseAccusationVerb
from services.clarify.domain.false_accusation.transitions import HOLDING
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.review.scene import officer

WATCH = officer("watch", Role.SUPERVISOR)
NAMESAKE = Actor("other", "named某", "530181", "530181", "安宁市纪委监委", frozenset({Role.LEAD}))
CALLED_THE_SAME = Actor("other", "刘某", "530181", "530181", "安宁市纪委监委", frozenset({Role.LEAD}))
NOBODYS = (officer("op", Role.OPERATOR), officer("member", Role.MEMBER), officer("filer", Role.FILER), SYSTEM)


@pytest.mark.parametrize("state", FalseAccusationState)
@pytest.mark.parametrize("actor", [accused.NAMED, accused.KIN, NAMESAKE, accused.ELSEWHERE, *NOBODYS, WATCH],
                         ids=lambda actor: actor.officer_id)
def test_none_of_these_takes_a_step_in_an_inquiry(state: FalseAccusationState, actor: Actor):
    case = accused.CASES[state]()
    assert not any(accusing.may(actor, verb, case) for verb in FalseAccusationVerb)
    assert accusing.sees(actor, case) is (actor in (WATCH, SYSTEM))


@pytest.mark.parametrize("state", FalseAccusationState)
def test_a_county_never_answers_a_gate_or_a_complaint(state: FalseAccusationState):
    case = accused.CASES[state]()
    for actor, verb in product((accused.LEAD, accused.WANG, accused.HANDLER), accusing.OF_ABOVE):
        assert not accusing.may(actor, verb, case)
    for verb in accusing.OF_ABOVE:
        assert not accusing.may(accused.CITY_REVIEWER, verb, case)
    above = {actor.officer_id for actor, verb in product((accused.CITY, accused.ABOVE), accusing.OF_ABOVE)
             if accusing.may(actor, verb, case)}
    assert above == {FalseAccusationState.BEGIN_APPROVAL: {"city"},
                     FalseAccusationState.FINDING_APPROVAL: {"city"},
                     **{each: {"above"} for each in HOLDING}}.get(state, set())


@pytest.mark.parametrize("verb", sorted(accusing.INQUIRING - {
    FalseAccusationVerb.ASSIGN, FalseAccusationVerb.RECUSE, FalseAccusationVerb.COMPLAIN,
    FalseAccusationVerb.CONFIRM_ENTRY}))
def test_the_prefecture_does_not_inquire_in_the_countys_place(verb: FalseAccusationVerb):
    assert not any(accusing.may(accused.CITY, verb, make()) for make in accused.CASES.values())


@pytest.mark.parametrize("state", ClarificationState)
@pytest.mark.parametrize("actor", [cleared.COLLEAGUE, cleared.KIN, CALLED_THE_SAME, *NOBODYS, WATCH],
                         ids=lambda actor: actor.officer_id)
def test_none_of_these_takes_a_step_in_a_clearing(state: ClarificationState, actor: Actor):
    case = cleared.CASES[state]()
    assert not any(clearing.may(actor, verb, case) for verb in ClarificationVerb)
    assert clearing.sees(actor, case) is (actor in (WATCH, SYSTEM))


@pytest.mark.parametrize("state", ClarificationState)
def test_the_person_takes_their_own_steps_and_a_reviewer_never_decides(state: ClarificationState):
    case = cleared.CASES[state]()
    theirs = {verb for verb in ClarificationVerb if clearing.may(cleared.SUBJECT, verb, case)}
    assert theirs == (clearing.OF_THE_PERSON if clearing.is_told(case) else set())
    decides = {ClarificationVerb.APPROVE, ClarificationVerb.REFUSE, ClarificationVerb.RETURN,
               ClarificationVerb.DROP_MODE, *clearing.OF_THE_NEXT_LEVEL}
    assert not any(clearing.may(cleared.WANG, verb, case) for verb in decides)
    above = {verb for verb in clearing.OF_THE_NEXT_LEVEL if clearing.may(cleared.CITY, verb, case)}
    assert above == (clearing.OF_THE_NEXT_LEVEL if state is ClarificationState.OBJECTED else set())


def test_who_has_no_right_but_sees_it_is_forbidden_and_others_find_nothing():
    case = accused.requested()
    with pytest.raises(CaseError, match="forbidden"):
        accusing.require(accused.LEAD, FalseAccusationVerb.APPROVE_BEGINNING, case)
    with pytest.raises(CaseError, match="not_found"):
        accusing.require(accused.KIN, FalseAccusationVerb.APPROVE_BEGINNING, case)
    with pytest.raises(CaseError, match="forbidden"):
        accusing.require_about(accused.ZHAO, FalseAccusationVerb.RECUSE, case, "wang")
