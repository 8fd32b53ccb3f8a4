"""Facts as files tell them: whose, in whose unit, what is evidence, who meets; no case is invented."""

from pathlib import Path
from typing import Any

import pytest

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.determination_facts import DeterminationFacts, determination_of, is_wanted
from scenarios.facts import Scenario
from scenarios.files import read_scenarios
from scenarios.meeting_facts import meeting_of
from scenarios.moments import moment_of
from scenarios.persons import subject_of, unit_of
from scenarios.translation import filing_of
from scenarios.wording import listed

RULES = Rules()
MARCH = moment_of("2026-03-09")
assert MARCH


def scenario(given: Any = None, chosen: Any = None, **expect: Any) -> Scenario:
    return Scenario("a", (), "530127", {"matter": "甲", **(given or {})}, chosen or {}, expect)


def facts_of(told: Scenario) -> DeterminationFacts:
    return determination_of(told, RULES, None)


# ---------------------------------------------------------------------- what nobody told of

@pytest.mark.parametrize(("chosen", "expect", "wanted"), [
    ({"filed_at": "2026-03-09"}, {"negative_list_hit": False}, False),
    ({}, {"negative_list_hit": False}, True),
    ({}, {"shield": {}}, False), ({}, {"letters": []}, False), ({}, {"shield": {"matched": False}}, True),
    ({}, {"letters": {"determination_decision": 1}}, True), ({"reported_at": "2026-03-09"}, {}, True),
])
def test_no_case_is_invented(chosen: dict[str, str], expect: dict[str, Any], wanted: bool) -> None:
    assert is_wanted(Scenario("a", (), "530127", {}, chosen, expect)) is wanted


# ---------------------------------------------------------------------- persons, evidence, meetings

@pytest.mark.parametrize(("said", "unit", "subject"), [
    ("和顺镇党委书记尹某", "和顺镇", "党委书记尹某"),
    ("中枢街道党工委书记钱某", "中枢街道", "党工委书记钱某"),
    ("勐腊县人民医院院长岩某", "勐腊县人民医院", "院长岩某"),
    ("红岩镇镇长李某", "红岩镇", "镇长李某"), ("归朝镇副镇长黄某", "归朝镇", "副镇长黄某"),
    ("第一中学校长王某", "第一中学", "校长王某"), ("红旗林场场长王某", "红旗林场", "场长王某"),
    ("口岸办主任线某", "口岸办", "主任线某"), ("市委办公室主任李某", "市委办公室", "主任李某"),
    ("自然资源局原局长孔某", "自然资源局", "原局长孔某"), ("和顺镇党委", "和顺镇党委", "当事人(示例)"),
    ("干部温某", "示例单位", "干部温某"),
    ({"name": "王某", "unit": "水务局", "post": "局长"}, "水务局", "局长王某"),
])
def test_person_and_unit_are_told_apart(said: Any, unit: str, subject: str) -> None:
    told = scenario({"subject": said})
    assert (unit_of(told), subject_of(told)) == (unit, subject)


def test_a_unit_that_is_named_is_kept_whole() -> None:
    assert unit_of(scenario({"unit": "水务局河道科", "subject": "王某"})) == "水务局河道科"


def test_structured_facts_become_sentences_and_none_is_dropped() -> None:
    said = {"动机": "为保供水", "程序": ["研究", "公示"]}
    assert listed(said) == ["动机:为保供水", "程序:研究", "程序:公示"]
    many = [str(number) for number in range(30)]
    assert facts_of(scenario({"verified": many})).evidence == tuple(many)


def test_a_sentence_within_braces_keeps_what_follows_its_comma(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(
        'place: "530127"\ncases:\n'
        "  - {what: 越权调用,事后补报,未谋利, list_hit: positive, meeting: {absent: 1, 回避}}\n", "utf-8")
    [case] = read_scenarios(tmp_path)[0].cases()
    assert case.given["what"] == "越权调用,事后补报,未谋利"
    assert case.chosen["meeting"] == {"absent": 1, "回避": None}


def test_a_matter_is_one_line() -> None:
    told = scenario({"matter": "景区改造中,\n先行施工。\n"})
    assert facts_of(told).title == filing_of(told, MARCH, RULES).content["title"] == "景区改造中,先行施工。"


def test_keys_are_text(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text('place: "530127"\nexpect: {on: true, 2026: 是}\n', "utf-8")
    assert read_scenarios(tmp_path)[0].expect == {"on": True, "2026": True}


def test_members_may_be_named_and_votes_told() -> None:
    meeting = meeting_of({"recused": ["甲", "乙"], "votes": {"免责": 2, "denied": "1", "弃权": 1}})
    assert (meeting.recused, meeting.votes) == (2, ("exempt", "exempt", "denied", "abstain"))


def test_a_decision_lies_between_the_report_and_the_appeal() -> None:
    facts = facts_of(scenario(chosen={"reported_at": "2026-03-03", "appealed_at": "2026-03-19"}))
    assert facts.decided_at == moment_of("2026-03-11")


def test_begun_on_a_day_that_the_player_chooses_it_is_a_working_day() -> None:
    begun_at = facts_of(scenario(chosen={"determined_at": "2026-03-01"})).begun_at
    assert RULES.calendar("530127").is_workday(begun_at.date())
    assert begun_at.tzinfo is ZONE
