"""The page to which a task of either procedure leads, as a person sees it."""

import pytest

from rongcuo.contracts.clarify import ClarificationState, FalseAccusationState
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump
from services.clarify.pages.procedures import ACCUSATION_STATES, CLEARING_STATES
from services.clarify.presenters import clarifications, false_accusations
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.gateway.console_site import Site


def page(who: str, address: str, **said: object) -> str:
    there = Site(who)
    there.caller.said |= said
    return there.get(address).text


@pytest.mark.parametrize("state", FalseAccusationState)
def test_an_inquiry_says_where_it_stands_and_the_pseudonym_alone(state: FalseAccusationState):
    case = accused.CASES[state]()
    told = dump(false_accusations.view_of(case, accused.by(accused.LEAD)))
    shown = page("lead", "/clarify/false-accusations/x1", **{FALSE_ACCUSATION.name: told})
    for word in (case.number, str(ACCUSATION_STATES[state]), "举报人7", "530100"):
        assert word in shown
    assert case.reporter_ref not in shown


@pytest.mark.parametrize("state", ClarificationState)
def test_a_clearing_says_where_it_stands_and_what_is_to_be_said(state: ClarificationState):
    case = cleared.CASES[state]()
    told = dump(clarifications.view_of(case, cleared.by(cleared.LEAD)))
    shown = page("lead", "/clarify/clarifications/k1", **{CLARIFICATION.name: told})
    said = case.preview[0].lines[1:2] if case.preview else ()
    for word in (case.number, str(CLEARING_STATES[state]), "刘某", *said):
        assert word in shown


def test_the_person_reads_by_when_to_answer():
    told = dump(clarifications.view_of(cleared.asked(), cleared.by(cleared.SUBJECT)))
    shown = page("subject", "/clarify/clarifications/k1", **{CLARIFICATION.name: told})
    assert "请在哪天以前提出意见" in shown
    assert "正在推荐考察" not in shown


@pytest.mark.parametrize(("address", "query"), [
    ("/clarify/false-accusations/x1", FALSE_ACCUSATION), ("/clarify/clarifications/k1", CLARIFICATION)])
def test_for_whom_it_is_not_there_the_page_is_not_either(address: str, query):
    there = Site("lead")
    there.caller.said |= {query.name: CaseError("not_found")}
    assert there.get(address).status_code == 404


def test_every_state_has_its_word():
    assert set(FalseAccusationState) == ACCUSATION_STATES.keys()
    assert set(ClarificationState) == CLEARING_STATES.keys()
