"""The scenarios' player: order of acts, the reported funnel, and verdicts that can fail."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rongcuo.policy.rules import Rules
from scenarios.agenda import Agenda
from scenarios.expectations import FAILED, LATER, PASSED, judge, overall
from scenarios.facts import Scenario
from scenarios.files import read_scenarios
from scenarios.stage import Seen, Stage
from scenarios.translation import filing_of, funnel_of

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def scenario(**expect: Any) -> Scenario:
    return Scenario("example", (), "530127", {}, {}, expect)


def stage_with(seen: Seen) -> Stage:
    stage = Stage(people=None, set_time=lambda _: None)  # type: ignore[arg-type]
    stage.seen[seen.scenario.id] = seen
    stage.filings.append(seen)
    return stage


def test_acts_come_in_the_order_of_their_dates_whenever_they_were_put() -> None:
    agenda, played = Agenda(), []
    agenda.put(NOON, "a", "second", lambda: "")
    agenda.put(NOON - timedelta(days=1), "b", "first", lambda: "")
    for act in agenda:
        played.append(act.what)
        if act.what == "first":
            agenda.put(NOON + timedelta(hours=1), "b", "third", lambda: "")
    assert played == ["first", "second", "third"]
    assert agenda.known == agenda.played == 3


def test_all_scenarios_of_the_project_are_read() -> None:
    assert {"songming_liu", "yiliang_housing", "kunming_funnel"} <= {each.id for each in read_scenarios()}


def test_the_funnel_adds_up_to_what_was_reported_over_all_fourteen_counties() -> None:
    rules, scenarios = Rules(), {each.id: each for each in read_scenarios()}
    others = [filing_of(each, each.filed_at, rules) for each in scenarios.values() if each.filed_at]
    made = funnel_of(scenarios["kunming_funnel"], others, rules)
    inside = [*made, *(facts for facts in others if facts.organ_id.startswith("5301"))]
    assert len(inside) == 51
    assert sum(facts.accepted for facts in inside) == 34
    assert len(Counter(facts.organ_id[:6] for facts in made)) == 14
    assert len({(facts.organ_id, facts.content["title"]) for facts in inside}) == 51


def test_a_scenario_of_the_same_form_in_another_place_can_be_played(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(
        'id: new\npractices: []\nplace: "532901"\ngiven: {filer: 甲, matter: 乙}\n'
        'chosen: {filed_at: "2026-09-30T10:00+08:00"}\nexpect: {preliminary_review_due: "2026-10-08"}\n',
        "utf-8")
    [found] = read_scenarios(tmp_path)
    assert found.filed_at
    assert filing_of(found, found.filed_at, Rules()).organ_id == "532901"


@pytest.mark.parametrize(("expect", "seen", "verdict"), [
    ({"preliminary_review_due": "2026-02-14"}, {"receipt": {"review_due_on": "2026-02-14"}}, PASSED),
    ({"preliminary_review_due": "2026-02-14"}, {"receipt": {"review_due_on": "2026-02-24"}}, FAILED),
    ({"preliminary_review_due": "2026-02-14"}, {}, FAILED),
    ({"filing_outcome": "accepted"}, {"filing": {"state": "accepted"}}, PASSED),
    ({"filing_outcome": "accepted"}, {"filing": {"state": "declined"}}, FAILED),
    ({"filing_outcome": "filing.negative_list"}, {"refused_with": "filing.negative_list"}, PASSED),
    ({"filing_outcome": "evaluated"}, {"filing": {"state": "accepted"}}, FAILED),
    ({"filing_outcome": "evaluated"}, {"oversight": {"evaluations": [{"track": "regular"}]}}, PASSED),
    ({"phases": ["before", "during"]}, {"oversight": {"phases": ["before", "during"]}}, PASSED),
    ({"phases": ["before", "during"]}, {"oversight": {"phases": ["before"]}}, FAILED),
    ({"phases": ["before"]}, {}, FAILED),
    ({"retrospective_held": True}, {"oversight": {"retrospectives": [{}]}}, PASSED),
    ({"retrospective_held": True}, {"oversight": {"retrospectives": []}}, FAILED),
    ({"retrospective_held": False}, {"oversight": {"retrospectives": [{}]}}, FAILED),
    ({"whitelist": True}, {"filing": {"whitelisted": True}}, PASSED),
    ({"whitelist": True}, {"filing": {"whitelisted": False}}, FAILED),
    ({"built_some_day": True}, {}, LATER),
])
def test_verdicts(expect: dict[str, Any], seen: dict[str, Any], verdict: str) -> None:
    example = scenario(**expect)
    assert judge(stage_with(Seen(example, **seen)), example) == {next(iter(expect)): verdict}


@pytest.mark.parametrize(("answered", "late", "verdict"), [
    ("2026-02-14T17:00:00+08:00", False, PASSED),   # the adjusted workday after a Friday
    ("2026-02-24T09:00:00+08:00", False, FAILED),   # after the spring festival, and nobody said so
    ("2026-02-24T09:00:00+08:00", True, PASSED),
])
def test_a_late_review_that_is_not_flagged_is_seen(answered: str, late: bool, verdict: str) -> None:
    key = "every_filing_reviewed_within_one_working_day_or_flagged_late"
    example = scenario(**{key: True})
    seen = Seen(example, receipt={"submitted_at": "2026-02-13T15:20:00+08:00"}, filing={"state": "accepted"},
                case={"late": late, "history": [{"what": "accept", "at": answered}]})
    assert judge(stage_with(seen), example) == {key: verdict}


def test_one_failure_outweighs_what_comes_later() -> None:
    assert overall({"a": PASSED, "b": LATER, "c": FAILED}) == FAILED
    assert overall({"a": PASSED, "b": LATER}) == LATER
    assert overall({"a": PASSED}) == PASSED
