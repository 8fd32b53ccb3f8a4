"""False accusation and clarification on both databases: rows, lists, and the use cases of a whole way."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import (
    ClarificationsQuery,
    ClarificationState,
    FalseAccusationFiguresQuery,
    FalseAccusationsQuery,
    FalseAccusationState,
    FiguresQuery,
    UnwillingUnitsQuery,
)
from rongcuo.contracts.filing import OpenMattersQuery
from services.clarify.views import clarifications, false_accusations, figures, open_cases
from tests.integration.services.clarify_office import Office
from tests.unit.clarify import figures_scene as came
from tests.unit.clarify import scene
from tests.unit.clarify_procedures import accusation_scene, clarification_scene
from tests.unit.clarify_procedures import desk as at


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def facts(case: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(case).items() if name[0] != "_" and name != "happened"}


def test_every_state_of_both_comes_back_as_it_was_put(office: Office):
    cases = {}
    for scenes, kind in ((accusation_scene, "false_accusations"), (clarification_scene, "clarifications")):
        for state, make in scenes.CASES.items():
            case = make()
            case.id, case.number = f"{kind}-{state}", f"{case.number}-{state}"
            office.put(case)
            cases[kind, case.id] = facts(case)
    with office.shop.context(Query(), SYSTEM).reading() as store:
        for (kind, case_id), put in cases.items():
            assert facts(getattr(store, kind).read(case_id)) == put
    assert len(cases) == len(FalseAccusationState) + len(ClarificationState)


def test_a_clearing_from_its_report_to_its_approval_and_who_has_it_on_the_board(office: Office):
    at.approved(office)
    for actor, tab, expected in (
            (scene.WANG, "mine", 1), (scene.LEAD, "organ", 1), (scene.LIU, "own", 1), (scene.LIU, "organ", 0),
            (scene.COLLEAGUE, "organ", 0), (scene.NAMESAKE, "organ", 0), (scene.SUPERVISOR, "organ", 1)):
        page = office.look(clarifications.page, ClarificationsQuery(tab=tab), actor)
        assert (len(page.lines), page.counts[tab]) == (expected, expected), (actor.officer_id, tab)
    assert office.clearing.state is ClarificationState.CARRYING_OUT
    for state, expected in ((ClarificationState.CARRYING_OUT, 1), (ClarificationState.APPROVAL, 0)):
        page = office.look(clarifications.page, ClarificationsQuery(state=state.value), scene.LEAD)
        assert len(page.lines) == expected, state
    assert not office.look(clarifications.unwilling_units, UnwillingUnitsQuery(
        division_code=scene.DIVISION), scene.LEAD).units


def test_an_inquiry_up_to_its_proof_and_who_is_asked(office: Office):
    at.proven(office)
    for actor, tab, expected in ((scene.LEAD, "organ", 1), (scene.LEAD_ABOVE, "organ", 1),
                                 (scene.NAMESAKE, "organ", 0), (scene.COLLEAGUE, "organ", 0),
                                 (scene.LEAD, "closed", 0)):
        page = office.look(false_accusations.page, FalseAccusationsQuery(tab=tab), actor)
        assert len(page.lines) == expected, (actor.officer_id, tab)
    assert office.inquiry.proof.lacking == ()


def test_an_organs_figures_and_those_of_the_province(office: Office):
    office.put(came.came_in("1"), came.repeated("2"), came.came_in("3", organ_id=scene.ABOVE))
    for number in range(5):
        case = accusation_scene.effective()
        case.id, case.report_id = f"x{number}", f"f{number}"
        office.put(came.found_untrue(f"f{number}"), case)
    day = scene.RECEIVED_AT.date()
    asked = FiguresQuery(organ_id=scene.ORGAN, since=day, until=day)
    for actor in (scene.LEAD, scene.SUPERVISOR):
        told = office.look(figures.report_figures, asked, actor)
        assert {each.code: each.of for each in told.figures}["turn"] == {"first": "6", "repeated": "1"}
        became = office.look(figures.clarification_figures, asked, actor)
        assert (became.figures[0].shown, became.share_cleared) == ("5", 0)
    office.time.shows = scene.RECEIVED_AT + timedelta(days=100)
    province = scene.officer("prov2", Role.SUPERVISOR, organ_id="530000")
    told = office.look(figures.false_accusation_figures, FalseAccusationFiguresQuery(year=2026, half=1),
                       province)
    assert [each.shown for each in told.figures] == ["5", "5", "<5"]


def test_the_watchdog_asks_of_every_kind(office: Office):
    at.refused(office)
    at_work = office.look(open_cases.open_matters, OpenMattersQuery(), SYSTEM)
    assert at_work.matters == ()       # closed, and refused
    office.put(accusation_scene.inquiring(), clarification_scene.assessing())
    found = office.look(open_cases.open_matters, OpenMattersQuery(), SYSTEM)
    assert {each.matter_id for each in found.matters} == {"x1", "k1"}
