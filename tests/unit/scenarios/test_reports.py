"""What a scenario says of a report."""

from pathlib import Path
from typing import Any

import pytest

from rongcuo.policy.rules import Rules
from scenarios.determination_facts import determination_of, is_wanted
from scenarios.facts import Scenario
from scenarios.files import read_scenarios
from scenarios.moments import moment_of
from scenarios.report_facts import ReportFacts, facts_of
from scenarios.report_words import is_reported
from scenarios.reporter import Reporter, reporter_named
from scenarios.stage import no_ceremonies
from scenarios.wording import NotUnderstood

RULES = Rules()
WORDS: dict[str, Any] = {"subject": "嵩明县水务局副局长周某", "report": "先斩后奏"}


def told(expect: dict[str, Any] | None = None, given: dict[str, Any] | None = None,
         **chosen: Any) -> Scenario:
    return Scenario("a", (), "530127", given or WORDS, chosen, expect or {})


def facts(expect: dict[str, Any] | None = None, given: dict[str, Any] | None = None,
          **chosen: Any) -> ReportFacts:
    return facts_of(told(expect, given, **chosen), RULES, None)


# ---------------------------------------------------------------------- what is told

@pytest.mark.parametrize(("chosen", "expect", "is_so"), [
    ({"report": "匿名"}, {}, True), ({"reporter": {"kind": "real_name"}}, {}, True),
    ({"finding": "属实"}, {}, True), ({}, {"clarification": {"needed": False}}, True),
    ({"reported_at": "2026-05-08"}, {}, False), ({}, {"clarification": {}}, False)])
def test_somebody_reports_or_a_clue_just_came_in(chosen: dict[str, Any], expect: dict[str, Any],
                                                 is_so: bool) -> None:
    assert is_reported(told(expect, **chosen)) is is_so


def test_a_report_alone_opens_no_determination_and_one_that_is_expected_follows_it() -> None:
    at = "2026-05-08T09:05+08:00"
    assert not is_wanted(told(reported_at=at, finding="属实"))
    assert is_wanted(told(reported_at=at))
    scenario = told({"determination": "exempt"}, reported_at=at, reporter="实名")
    assert is_wanted(scenario)
    report, case = facts_of(scenario, RULES, None), determination_of(scenario, RULES, None)
    assert report.received_at == moment_of(at)
    assert case.begun_at > report.received_at
    assert (case.initiation, report.arises) == ("clue", True)


def test_what_comes_after_office_hours_is_looked_at_on_the_next_working_day() -> None:
    scenario = told({"determination": "exempt"}, report={"at": "2026-04-30T17:30+08:00"})
    assert determination_of(scenario, RULES, None).begun_at.date().isoformat() == "2026-05-06"


@pytest.mark.parametrize(("chosen", "expect", "finding", "clears"), [
    ({"finding": "错告"}, {}, "mistaken", True),
    ({"finding": "诬告陷害"}, {}, "suspected_malicious", True),
    ({"finding": "查无实据"}, {}, "not_resolved", False),
    ({"finding": "属实"}, {"clarification": {"needed": True}}, "substantiated", False),
    ({"finding": "失实"}, {"clarification": {"needed": False}}, "unsubstantiated", False),
    ({"report": "匿名"}, {"clarified_with": ["书面"]}, "unsubstantiated", True),
    ({"report": "匿名"}, {"false_accusation_found": True}, "suspected_malicious", True),
    ({"report": "匿名"}, {}, "substantiated", False)])
def test_what_was_found_decides_whether_a_name_can_be_cleared(
        chosen: dict[str, Any], expect: dict[str, Any], finding: str, clears: bool) -> None:
    found = facts(expect, **chosen)
    assert (found.finding, found.clears) == (finding, clears)


@pytest.mark.parametrize(("chosen", "real_name", "channel"), [
    ({"report": {"kind": "实名"}}, True, "visit"), ({"reporter": "real_name"}, True, "visit"),
    ({"report": "anonymous"}, False, "web"),
    ({"report": {"kind": "匿名", "channel": "来信"}}, False, "letter")])
def test_how_it_comes_in(chosen: dict[str, Any], real_name: bool, channel: str) -> None:
    found = facts(**chosen)
    assert (found.real_name, found.channel) == (real_name, channel)


@pytest.mark.parametrize(("given", "organisation"), [
    ({"organisation": "嵩明县水务局"}, True), ({"subject": {"unit": "嵩明县水务局"}}, True),
    ({"filer": "嵩明县水务局"}, True), ({"subject": "嵩明县水务局副局长周某"}, False),
    ({"matter": "甲"}, False)])
def test_it_is_about_somebody_or_about_a_unit_as_a_whole(given: dict[str, Any], organisation: bool) -> None:
    assert facts(given=given, report="匿名").organisation is organisation


@pytest.mark.parametrize(("chosen", "expect", "refuses", "next_level"), [
    ({"unit_first_answer": "refuses_to_clarify"}, {}, True, "clears"),
    ({"unit_first_answer": "不敢澄清", "next_level": "维持"}, {}, True, "stands"),
    ({"finding": "失实"}, {"clarification": {"outcome": "不予澄清"}}, True, "stands"),
    ({"unit_first_answer": "不愿澄清", "next_level": "没有异议"}, {}, True, "none"),
    ({"finding": "失实"}, {}, False, "clears")])
def test_whether_the_unit_refuses_and_what_the_next_level_says(
        chosen: dict[str, Any], expect: dict[str, Any], refuses: bool, next_level: str) -> None:
    found = facts(expect, **chosen)
    assert (found.refuses, found.next_level) == (refuses, next_level)


@pytest.mark.parametrize("line", [
    "report: 火星", "report: {channel: 飞鸽}", "finding: 也许", "next_level: 也许", "unit_first_answer: 也许",
    "false_accusation: {begin: 也许}", "reporter: {kind: 火星}", "exceeded: 也许"])
def test_a_word_that_nobody_knows_is_told_with_its_key(tmp_path: Path, line: str) -> None:
    (tmp_path / "new.yaml").write_text(f'place: "530127"\nchosen:\n  {line}\n', "utf-8")
    [found] = read_scenarios(tmp_path)
    assert f"chosen.{line.partition(':')[0]}" in found.problem


def test_whoever_reports_is_invented_and_the_same_each_time() -> None:
    one = reporter_named("a:report")
    assert one == reporter_named("a:report") != reporter_named("b:report")
    assert one.secrets == (one.name, one.phone)
    assert Reporter(code="AB-CD").secrets == ("AB-CD", "ABCD")


def test_where_no_ceremony_can_be_held_that_is_said() -> None:
    with pytest.raises(NotUnderstood, match="530127"):
        no_ceremonies("530127", {})
