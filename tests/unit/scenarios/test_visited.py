"""Return visits hold only where the platform's own days, records and refusals bear them out."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.facts import Scenario
from scenarios.followup_play import is_visited
from scenarios.stage import Seen
from scenarios.visited import CHECKS


def visit(on: str, *visitors: str, state: str = "made", asked: bool = False) -> dict[str, Any]:
    return {"kind": "formal", "state": state, "asked": asked, "on": on,
            "visitors": [{"officer_id": each} for each in visitors or ("a", "b")]}


WHOLE = Seen(
    Scenario("mouding_wen"), programme={"state": "completed", "card": {"read_at": "2026-06-26"}, "visits": [
        visit("2026-04-13"), visit("2026-10-12"), visit("2026-11-01", asked=True)]},
    schedule=[{"kind": "execution", "due_on": "2026-02-12"}, {"kind": "visit", "due_on": "2026-07-12"},
              {"kind": "visit", "due_on": "2027-01-11"}],
    card_letter={"kind": "followup.care_card"},
    alone_refused_with="followup.visitors_too_few", third_refused_with="followup.visits_enough")
EXPECTED = {"visits_per_year_at_most": 2, "visitors_at_least": 2, "first_visit_due_by": "2026-07-12",
            "second_visit_before": "2027-01-12", "programme_end": "completed",
            "care_card_delivered": True}
BROKEN = {
    "visits_per_year_at_most": [
        {"third_refused_with": ""},
        {"programme": {"visits": [visit("2026-04-13"), visit("2026-10-12"), visit("2026-11-01")]}}],
    "visitors_at_least": [{"alone_refused_with": ""}, {"programme": {"visits": [visit("2026-04-13", "a")]}}],
    "first_visit_due_by": [{"schedule": [{"kind": "visit", "due_on": "2026-07-13"}]},
                           {"programme": {"visits": [visit("2026-07-13")]}}],
    "second_visit_before": [{"programme": {"visits": [visit("2026-04-13"), visit("2027-01-12")]}},
                            {"schedule": [{"kind": "visit", "due_on": "2026-07-12"}]}],
    "care_card_delivered": [{"card_letter": {}}, {"programme": {"card": {"read_at": None}}}],
    "programme_end": [{"programme": {"visits": [], "state": "ended"}}]}


@pytest.mark.parametrize(("key", "expected"), EXPECTED.items())
def test_what_the_platform_did_holds_and_what_it_did_not_fails(key: str, expected: Any):
    assert CHECKS[key](None, WHOLE, expected)
    for facts in BROKEN[key]:
        assert not CHECKS[key](None, replace(WHOLE, **facts), expected), facts
    assert not CHECKS[key](None, Seen(Scenario("nothing")), expected)


def test_only_a_scenario_that_tells_of_a_sanction_is_visited():
    assert is_visited(Scenario("a", chosen={"sanction": {"kind": "party"}}))
    assert not is_visited(Scenario("b", chosen={"sanction": "记过"}))
