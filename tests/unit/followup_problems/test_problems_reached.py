"""Who reaches problems, and what a later filer is shown of them."""

from json import dumps, loads
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    RiskPoints,
    RiskPointView,
    RuleShown,
)
from rongcuo.contracts.followup.problem import operations
from rongcuo.contracts.serialisation import dump
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, RISK, RULE, SITUATION
from tests.unit.followup_problems.test_problem_pages import LISTED, page
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import draft


@pytest.mark.parametrize(("who", "there"), [("lead", True), ("reviewer", True), ("member", False)])
def test_whoever_works_on_problems_reaches_them_beside_their_tasks(who: str, there: bool):
    tasks = page(who, "/tasks", {"notify.tasks": {"tasks": [], "next_cursor": ""}})
    assert (f'href="{LISTED}"' in tasks) is there


@pytest.mark.parametrize(("who", "there"), [("supervisor", True), ("subject", False)])
def test_whoever_supervises_reaches_them_from_the_list_of_programmes(who: str, there: bool):
    programmes = page(who, "/followup/programmes", {"followup.programmes": {
        "counts": {}, "lines": [], "next_cursor": ""}})
    assert (f'href="{LISTED}"' in programmes) is there


# ---------------------------------------------------------------- the later filer

def wizard(situation: str, told: Any, step: int = 2) -> str:
    there = Site("subject")
    filing = draft()
    filing["content"]["situation"] = situation
    there.caller.said |= {"filing.filing": filing, operations.RISK_POINTS.name: told}
    return str(there.get(f"/filings/b1/edit/{step}").text)


KNOWN = dump(RiskPoints(points=(RiskPointView(words=RISK, advice=ADVICE, own=True, at=scene.NOW, rules=(
    RuleShown(title=RULE.title, number=RULE.number, in_force_on=RULE.in_force_on),)),)))


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6])
def test_a_later_filer_of_the_same_situation_is_shown_the_risk_and_its_rule(step: int):
    shown = wizard(SITUATION, KNOWN, step)
    assert all(each in shown for each in (RISK, ADVICE, RULE.title, RULE.number))


def test_the_risks_follow_the_choice_and_the_rule_can_be_read():
    there, known = Site("subject"), loads(dumps(KNOWN))
    known["points"][0]["rules"][0]["text"] = RULE.text
    there.caller.said[operations.RISK_POINTS.name] = known
    part = str(there.get(f"/filings/known-risks?situation={SITUATION}").text)
    assert part.index('id="known-risks"') < part.index(RISK) < part.index(RULE.text)
    assert "<html" not in part
    assert 'hx-get="/filings/known-risks"' in str(there.get("/filings/new").text)
    assert RISK not in str(there.get("/filings/known-risks").text)


def test_nothing_is_asked_before_a_situation_is_chosen_and_no_filing_waits_for_the_answer():
    def refuse(_: Any) -> None:
        raise AssertionError("nothing was chosen yet")
    assert RISK not in wizard("", refuse)
    for code in ("service_unavailable", "answer_late", "busy", "forbidden"):
        assert 'id="step-form"' in wizard(SITUATION, CaseError(code))
