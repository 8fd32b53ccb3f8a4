"""What was learned holds only where the platform's own records and refusals bear it out."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.facts import Scenario
from scenarios.learned import CHECKS
from scenarios.problem_play import learns
from scenarios.stage import Seen

MEASURE = {"state": "closed", "owner_name": "甲", "settled_by": "乙",
           "evidence": [{"attachments": [{"name": "办法.pdf"}]}]}
PROBLEM = {"state": "closed", "description": {"title": "短板"}, "risk_point": {"words": "风险"},
           "sources": [{"kind": "determination"}], "measures": [MEASURE],
           "rules": [{"text": "先用后报", "repealed_on": None}]}
WHOLE = Seen(Scenario("mangshi_legacy"), problem=PROBLEM, bare_refused_with="followup.evidence_missing",
             owner_refused_with="followup.own_measure",
             risk_points=[{"words": "风险", "rules": [{"title": "办法"}]}])
EXPECTED = {"problems_at_least": 1, "measures_at_least": 1, "rule_changes_at_least": 1,
            "risk_point_shown_to_later_filer": True}


def other(**facts: Any) -> dict[str, Any]:
    return {"problem": {**PROBLEM, **facts}}


BROKEN: dict[str, list[dict[str, Any]]] = {
    "problems_at_least": [other(description=None), other(sources=[{"kind": "hand"}])],
    "measures_at_least": [
        {"bare_refused_with": ""}, {"owner_refused_with": ""}, other(measures=[]),
        other(measures=[{**MEASURE, "evidence": []}]), other(measures=[{**MEASURE, "settled_by": "甲"}]),
        other(measures=[{**MEASURE, "state": "reported"}])],
    "rule_changes_at_least": [other(rules=[]), other(state="open"),
                              other(rules=[{"text": "先用后报", "repealed_on": "2026-07-01"}])],
    "risk_point_shown_to_later_filer": [
        {"risk_points": []}, {"risk_points": [{"words": "别的", "rules": [{"title": "办法"}]}]},
        {"risk_points": [{"words": "风险", "rules": []}]}]}


@pytest.mark.parametrize(("key", "expected"), EXPECTED.items())
def test_what_the_platform_did_holds_and_what_it_did_not_fails(key: str, expected: Any):
    assert CHECKS[key](None, WHOLE, expected)
    for facts in BROKEN[key]:
        assert not CHECKS[key](None, replace(WHOLE, **facts), expected), facts
    assert not CHECKS[key](None, Seen(Scenario("nothing")), expected)


def test_only_a_scenario_that_expects_it_plays_it():
    assert learns(Scenario("a", expect=EXPECTED))
    assert not learns(Scenario("b", expect={"determination": "exempt"}))
