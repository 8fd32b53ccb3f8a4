"""What scenarios say of determinations: read in the platform's words, and judged so that it can fail."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.determination_facts import DeterminationFacts, determination_of, is_wanted
from scenarios.expectations import FAILED, LATER, PASSED, judge
from scenarios.facts import Scenario
from scenarios.files import read_scenarios
from scenarios.moments import moment_of
from scenarios.stage import Seen, Stage
from scenarios.translation import filing_of, unlike
from tests.unit.scenarios.test_proposed import PROPOSAL, REMINDED

RULES = Rules()
PROJECT = {scenario.id: scenario for scenario in read_scenarios()}
VARIANTS = {scenario.id: scenario for scenario in read_scenarios(Path(__file__).parent / "variants")}


def facts_of(scenario: Scenario) -> DeterminationFacts:
    return determination_of(scenario, RULES, scenario.filed_at)


# ---------------------------------------------------------------------- reading

@pytest.mark.parametrize("written", ["2026-06-15", date(2026, 6, 15), "2026-06-15T09:00",
                                     datetime(2026, 6, 15, 9, tzinfo=ZONE), "2026-06-15T01:00+00:00"])
def test_a_moment_may_be_written_in_many_ways(written: Any) -> None:
    assert moment_of(written) == datetime(2026, 6, 15, 9, tzinfo=ZONE)


def test_what_cannot_be_read_says_so_and_the_others_are_there() -> None:
    assert "unknown_division" in VARIANTS["no_such_place"].problem
    assert "no_yaml.yaml" in VARIANTS["no_yaml"].problem
    assert [scenario.id for scenario in VARIANTS.values() if not scenario.problem] == [
        "act_after_validity", "appeal_to_milder", "appeal_upheld", "application_in_six_steps",
        "false_accusation", "false_throughout", "few_at_the_meeting", "filing_declined", "filing_withdrawn",
        "refusal_stands", "report_before_filing", "report_false_throughout", "report_proved_true",
        "several_cases", "year_end"]


def test_two_files_with_one_id_are_two_scenarios(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text('{id: same, place: "530127"}', "utf-8")
    assert [scenario.id for scenario in read_scenarios(tmp_path)] == ["same", "same_2"]


def test_the_same_matter_told_in_two_files_is_filed_twice(tmp_path: Path) -> None:
    told = 'place: "530127"\ngiven: {filer: 甲局, matter: 乙}\nchosen: {filed_at: 2026-03-02}\n'
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\n{told}", "utf-8")
    first, second = (filing_of(each, datetime(2026, 3, 2, 9, tzinfo=ZONE), RULES)
                     for each in read_scenarios(tmp_path))
    assert unlike(first, []).content["title"] == "乙"
    assert unlike(second, [first]).content["title"] == "乙(b)"


def test_an_act_begun_before_the_filing_is_not_filed_as_planned() -> None:
    scenario = VARIANTS["report_before_filing"]
    assert scenario.filed_at
    assert filing_of(scenario, scenario.filed_at, RULES).content["act_from"] is None


# ---------------------------------------------------------------------- what it comes to

@pytest.mark.parametrize("act", [{"from": "2026-03-02", "to": "2026-03-02"}, {"on": "2026-03-02"}])
def test_the_days_of_an_act_may_be_one(act: dict[str, str]) -> None:
    facts = facts_of(Scenario("x", (), "530127", {"matter": "乙"}, {"act": act}, {}))
    assert (facts.act["since"], facts.act["until"]) == ("2026-03-02", "2026-03-02")


def test_who_speaks_of_a_determination() -> None:
    assert {name for name, scenario in PROJECT.items() if is_wanted(scenario)} >= {
        "songming_liu", "xiangyun_duan", "qujing_lists", "mangshi_legacy", "yiliang_housing"}
    assert not any(is_wanted(PROJECT[name]) for name in ("kunming_funnel", "mouding_wen", "anning_park"))


def test_songming_is_shielded_and_exempt() -> None:
    facts = facts_of(PROJECT["songming_liu"])
    assert (facts.initiation, facts.disposal, facts.outcome) == ("clue", "verify", "exempt")
    assert (facts.unit, facts.subject) == ("杨桥街道办事处", "副主任刘某")
    assert (facts.act["since"], facts.act["until"]) == ("2026-03-02", "2026-03-20")
    assert facts.situation == "legacy_problems"
    assert len(facts.evidence) == 4


def test_xiangyun_begins_at_the_clue_and_ends_in_the_first_form() -> None:
    facts = facts_of(PROJECT["xiangyun_duan"])
    assert (facts.initiation, facts.form, facts.measure) == ("clue", 1, "sanction_waived")
    assert facts.situation == "investment"
    assert facts.act["until"] < "2026-04-07"


def test_the_cases_of_one_file_are_told_apart() -> None:
    positive, negative = PROJECT["qujing_lists"].cases()
    assert (facts_of(positive).outcome, facts_of(positive).hit) == ("exempt", "")
    assert facts_of(positive).situation == "emergency"
    assert (facts_of(negative).outcome, facts_of(negative).hit) == ("denied", "private_gain")


def test_assessors_are_as_many_as_pack_and_scenario_ask_for() -> None:
    assert facts_of(PROJECT["yiliang_housing"]).assessors["four_checks"] == 3
    assert facts_of(VARIANTS["application_in_six_steps"]).assessors["three_distinctions"] == 3


def test_an_appeal_changes_what_was_decided_first() -> None:
    changed, upheld = facts_of(VARIANTS["appeal_to_milder"]), facts_of(VARIANTS["appeal_upheld"])
    assert (changed.appeals, changed.outcome, changed.appeal_outcome) == (True, "denied", "mitigate")
    assert (upheld.appeals, upheld.outcome, upheld.appeal_outcome) == (True, "lighten", "lighten")
    assert upheld.decided_at
    assert upheld.decided_at.date() == date(2026, 7, 14)


def test_a_disposal_may_be_named_in_chinese() -> None:
    assert facts_of(VARIANTS["year_end"]).disposal == "inquiry"


# ---------------------------------------------------------------------- judging

ACT = {"since": "2026-03-02", "until": "2026-03-20"}
FILED = {"filed_at": "2026-02-13T07:20:00+00:00"}


def determined(outcome: str = "exempt", **changes: Any) -> dict[str, Any]:
    decision = {"outcome": outcome, "standing": "current", "basis": "meeting",
                "terms": {"discipline_form": 1}}
    plain = {"case_id": "c", "state": "concluded", "act": ACT, "filings": [], "negative_findings": [],
             "assessments": [], "meeting_ids": ["m"], "appeals": [], "decisions": [decision]}
    return {**plain, **changes}


CLEAR = [{"item": "private_gain", "answer": "clear"}]
HIT = [{"item": "private_gain", "answer": "hit"}]
STOPPED = {"meeting_ids": [], "negative_findings": HIT, "decisions": [
    {"outcome": "denied", "standing": "current", "basis": "negative_list", "terms": {}}]}


@pytest.mark.parametrize(("key", "expected", "found", "verdict"), [
    ("determination", "exempt", determined(), PASSED),
    ("determination", "exempt", determined("lighten"), FAILED),
    ("determination", "exempt", {}, FAILED),
    ("determination", "refused", determined(state="refused", decisions=[]), PASSED),
    ("determination", "something_new", determined(), FAILED),
    ("determination", "none", determined(), FAILED),
    ("shield", {"matched": True, "filed_before_act": True}, determined(filings=[FILED]), PASSED),
    ("shield", {"matched": True}, determined(), FAILED),
    ("shield", {"matched": False}, determined(), PASSED),
    ("shield", {"filed_before_act": True}, determined(), FAILED),
    ("shield", {"matched": False, "of_a_later_year": 1}, determined(), LATER),
    ("negative_list_hit", False, determined(negative_findings=CLEAR), PASSED),
    ("negative_list_hit", False, determined(), FAILED),
    ("negative_list_hit", False, determined(negative_findings=HIT), FAILED),
    ("negative_list_hit", "private_gain", determined(negative_findings=HIT), PASSED),
    ("negative_hit_stops_before_meeting", True, determined(**STOPPED), PASSED),
    ("negative_hit_stops_before_meeting", True, determined(**{**STOPPED, "meeting_ids": ["m"]}), FAILED),
    ("negative_hit_stops_before_meeting", True, determined(), FAILED),
    ("form_of_discipline", 1, determined(), PASSED),
    ("form_of_discipline", 2, determined(), FAILED),
    ("four_checks_assessed_by_at_least", 1, determined(), FAILED),
    ("four_checks_assessed_by_at_least", 1,
     determined(assessments=[{"criteria_set": "four_checks", "assessor_id": "a"}]), PASSED),
    ("appeal", "upheld", determined(appeals=[{"state": "decided", "upheld": True}]), PASSED),
    ("appeal", "changed", determined(appeals=[{"state": "decided", "upheld": True}]), FAILED),
    ("appeal", "upheld", determined(), FAILED),
    ("shield", {"matched": True, "of_a_later_year": 1}, determined(), FAILED),
    ("shield", False, determined(), PASSED),
    ("form_of_discipline", "第一种形态", determined(), PASSED),
    ("letters", 5, determined(), FAILED),
    ("built_some_day", True, determined(), LATER),
])
def test_verdicts(key: str, expected: Any, found: dict[str, Any], verdict: str) -> None:
    example = Scenario("example", (), "530127", {}, {}, {key: expected})
    stage = Stage(people=None, set_time=lambda _: None)  # type: ignore[arg-type]
    stage.seen["example"] = Seen(example, determination=found)
    assert judge(stage, example) == {key: verdict}


def test_a_case_is_judged_by_its_own_expectation() -> None:
    whole = PROJECT["qujing_lists"]
    stage = Stage(people=None, set_time=lambda _: None)  # type: ignore[arg-type]
    found = (determined(), determined(**STOPPED))
    stage.seen[whole.id] = Seen(
        whole, cases=[Seen(case, determination=one) for case, one in zip(whole.cases(), found, strict=True)],
        proposal=PROPOSAL, reminded=REMINDED)
    assert judge(stage, whole) == {
        "negative_hit_stops_before_meeting": PASSED, "proposal": PASSED,
        "case 1: determination": PASSED, "case 2: determination": PASSED}


def test_what_could_not_be_played_has_failed_whatever_it_expects() -> None:
    broken = VARIANTS["no_yaml"]
    stage = Stage(people=None, set_time=lambda _: None)  # type: ignore[arg-type]
    stage.seen[broken.id] = Seen(broken, failures=[broken.problem])
    assert judge(stage, broken) == {"played": FAILED}
