"""The consistency aid: decided cases of the prefecture, but for what is not there for whoever asks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.casework.apart import name_keys
from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import (
    DecisionTerms,
    NegativeAnswer,
    Outcome,
    SimilarCases,
    SimilarCasesQuery,
)
from services.determination.domain.determination import Determination
from services.determination.views import similar
from tests.integration.services.determination_office import Office, refusal
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    LEAD,
    NOW,
    STRANGER,
    SUBJECT,
    SUPERVISOR,
    WANG,
    by,
)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def similar_to(office: Office, actor: Actor = LEAD, limit: int = 10):
    return office.look(similar.similar_cases, SimilarCasesQuery(case_id="at_hand", limit=limit), actor)


def decided(days: int, outcome: Outcome = Outcome.LIGHTEN) -> Determination:
    """Decided so many days later, with reasons and a title that name the subject."""
    case = scene.resolved(outcome)
    case.title = "subject某先行施工"
    terms = DecisionTerms(reasons="subject某出于公心", cited=("three_factors",))
    case.make(outcome, terms, by(WANG, NOW + timedelta(days=days)))
    return case


def test_similar_cases_are_the_decided_ones_of_the_prefecture_newest_first(office: Office):
    at_hand = scene.verifying()
    at_hand.answer_negative_item(scene.finding("private_gain", NegativeAnswer.DISPUTED), by(WANG))
    office.keep(at_hand, "at_hand")
    office.keep(decided(1), "older")
    office.keep(decided(2, Outcome.EXEMPT), "newer", organ_id="532822", division_code="532822")
    office.keep(decided(3), "far", organ_id="532901", division_code="532901")
    office.keep(decided(4), "other", situation="emergency")
    office.keep(scene.before_meeting(), "open")
    flagged = scene.verifying()
    scene.clear_list(flagged, private_gain=NegativeAnswer.HIT)
    flagged.write_report("报告", scene.DENIAL, by(WANG))
    office.keep(flagged, "denied", situation="emergency")
    found = similar_to(office)
    assert [(each.case_id, each.shared) for each in found.cases] == [
        ("newer", ("project_construction",)), ("older", ("project_construction",)),
        ("denied", ("private_gain",))]
    assert found.outcomes == {"exempt": 1, "lighten": 1, "denied": 1}
    assert (found.cases[0].title, found.cases[0].reasons) == ("当事人先行施工", "当事人出于公心")
    assert [each.case_id for each in similar_to(office, limit=1).cases] == ["newer"]
    assert office.noted("review.similar_cases_read") == ["at_hand"] * 2


def test_what_is_kept_from_somebody_is_no_similar_case_for_them_either(office: Office):
    office.keep(scene.verifying(), "at_hand")
    kept, of_theirs = decided(1), decided(2)
    kept.keys_apart = name_keys(LEAD.name)
    of_theirs.subject = replace(of_theirs.subject, officer_id="", unit=LEAD.unit)
    office.keep(kept, "kept")
    office.keep(of_theirs, "of_theirs")
    assert similar_to(office, LEAD) == SimilarCases(cases=(), outcomes={})
    assert {each.case_id for each in similar_to(office, WANG).cases} == {"kept"}
    assert similar_to(office, WANG).outcomes == {"lighten": 1}


def test_the_consistency_aid_is_for_those_who_see_the_inside(office: Office):
    office.keep(scene.verifying(), "at_hand")
    assert similar_to(office, SUPERVISOR).cases == ()
    assert refusal(lambda: similar_to(office, SUBJECT)) == "forbidden"
    assert refusal(lambda: similar_to(office, STRANGER)) == "not_found"
