"""Files that nobody has seen before: read with patience, and nothing in them passed over in silence."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.demo import all_within_reach_hold
from scenarios.determination_facts import determination_of, form_code
from scenarios.expectations import FAILED, LATER, PASSED, judge, unread_of
from scenarios.facts import Scenario
from scenarios.files import read_scenarios
from scenarios.moments import moment_of, period_of
from scenarios.platform import Person
from scenarios.stage import Seen, Stage
from scenarios.translation import filing_of, funnel_of, organ_of
from scenarios.wording import NotUnderstood, colour_of, situation_of

RULES = Rules()
MARCH = datetime(2026, 3, 9, 9, tzinfo=ZONE)


def read(folder: Path, text: str, name: str = "new.yaml") -> Scenario:
    (folder / name).write_text(text, "utf-8")
    [found] = read_scenarios(folder)
    return found


def stage_of(seen: Seen) -> Stage:
    stage = Stage(people=None, set_time=lambda _: None)  # type: ignore[arg-type]
    stage.seen[seen.scenario.id] = seen
    return stage


# ---------------------------------------------------------------------- what cannot be read

@pytest.mark.parametrize(("text", "told"), [
    ("", "文件"),
    ("- id: a\n", "文件"),
    ("id: a\n", "place: "),
    ('place: "530127"\ngiven: [甲]\n', "given: "),
    ('place: "530127"\nchosen: 甲\n', "chosen: "),
    ('place: "530127"\nchosen: {filed_at: 2026-02-31}\n', "chosen.filed_at: "),
    ('place: "530127"\nchosen: {reported_at: 明天}\n', "chosen.reported_at: "),
    ('place: "530127"\nchosen: {act: {from: 2026-03-09, to: 2026-03-02}}\n', "chosen.act: "),
    ('place: "530127"\ncases: 5\n', "cases: "),
    ('place: "530127"\ncases: [甲]\n', r"cases\[1\]: "),
    ('place: "530127"\ncases: [{what: 甲, reported_at: 乙}]\n', r"cases\[1\].reported_at: "),
    ('place: "530127"\ngiven: {matter: 甲, matter: 乙}\n', "matter: .*twice"),
    ("place: 没有这个县\n", "unknown_division"),
])
def test_the_message_names_the_file_and_the_key(tmp_path: Path, text: str, told: str) -> None:
    problem = read(tmp_path, text).problem
    assert problem.startswith("new.yaml: ")
    assert re.search(told, problem)


def test_a_file_that_is_no_text_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_bytes(b"\xff\xfe\x00")
    [found] = read_scenarios(tmp_path)
    assert "UTF-8" in found.problem


def test_what_nothing_is_made_of_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, 'id: a\nplace: "530127"\nremarks: 甲\ngiven: {matter: 甲, weather: 雨}\n'
                 "chosen: {moon: full, act: {from: 2026-03-02, how: 甲}}\ncases: [{what: 乙, sun: 1}]\n"
                 "expect: {care_card_delivered: true, moon_is_round: true}\n")
    assert unread_of(found) == ("remarks", "given.weather", "chosen.moon", "chosen.act.how", "cases[1].sun",
                                "expect.moon_is_round")


def test_no_scenario_at_all_is_no_success() -> None:
    figures = dict.fromkeys(("open_without_task", "watchdog_unreachable", "decided_without_letter",
                             "notifications_pending"), 0)
    assert not all_within_reach_hold({**figures, "scenarios": {}})
    assert all_within_reach_hold({**figures, "scenarios": {"a": PASSED}})
    assert not all_within_reach_hold({**figures, "notifications_pending": 1, "scenarios": {"a": PASSED}})


# ---------------------------------------------------------------------- what may be written in many ways

@pytest.mark.parametrize("written", [20260309, "20260309", "2026/3/9", "2026年3月9日", "2026年3月9日 09:00",
                                     "2026.3.9", "2026-3-9", datetime(2026, 3, 9), date(2026, 3, 9)])  # noqa: DTZ001
def test_a_day_may_be_written_as_people_do(written: Any) -> None:
    assert moment_of(written) == MARCH


def test_what_is_no_moment_is_not_passed_over() -> None:
    for nothing in (None, ""):
        assert moment_of(nothing) is None
    with pytest.raises(NotUnderstood):
        moment_of(["2026-03-09"])
    with pytest.raises(NotUnderstood):
        period_of({"from": "2026-03-09", "to": "2026-03-02"})


@pytest.mark.parametrize(("place", "code"), [
    ("530127", "530127"), (530127, "530127"), ("嵩明县", "530127"), ("腾冲", "530581"),
    ("保山市腾冲市", "530581"), ("云南省昆明市", "530100"), ("云县", "530922"),
])
def test_a_place_is_found_by_what_people_call_it(tmp_path: Path, place: Any, code: str) -> None:
    assert read(tmp_path, f"place: {place!r}\n").place == code


def test_one_word_may_stand_for_a_list_or_a_mapping(tmp_path: Path) -> None:
    found = read(tmp_path, 'place: "530127"\npractices: K1\ncases: {what: 甲, place: 富民, expect: 从轻}\n'
                 "expect: exempt\n")
    assert (found.id, found.practices, found.expect) == ("new", ("K1",), {"determination": "exempt"})
    [case] = found.cases()
    assert (case.place, case.expect) == ("530124", {"determination": "从轻"})


@pytest.mark.parametrize(("said", "form"), [(1, 1), ("1", 1), ("第二种形态", 2), (None, 0)])
def test_a_form_of_discipline_is_a_number(said: Any, form: int) -> None:
    assert form_code(said) == form


def test_a_colour_and_a_situation_may_be_named_in_chinese() -> None:
    pack = RULES.pack("530181", MARCH.date())
    assert colour_of("黄色", pack) == colour_of("黄", pack) == colour_of("yellow", pack) == "yellow"
    assert colour_of("紫", pack) == "紫"
    province = RULES.pack("530126", MARCH.date())
    assert situation_of("历史遗留问题", (), province) == "legacy_problems"


def test_an_organ_that_there_is_not_is_said() -> None:
    assert organ_of(Scenario("a", (), "530127", {}, {"organ": "嵩明县纪委监委"})) == "530127"
    with pytest.raises(NotUnderstood, match="organ"):
        organ_of(Scenario("a", (), "530127", {}, {"organ": "某开发区纪检监察工委"}))


def test_people_are_enrolled_only_when_needed() -> None:
    enrolled: list[str] = []

    def enrol() -> str:
        enrolled.append("a")
        return "id-of-a"

    person = Person(None, "a", "secret", enrol)  # type: ignore[arg-type]
    assert enrolled == []
    assert [person.officer_id, person.officer_id] == ["id-of-a", "id-of-a"]
    assert enrolled == ["a"]


# ---------------------------------------------------------------------- filings and funnels

@pytest.mark.parametrize(("outcome", "told"), [
    ("不予受理", (False, False, False, False)),
    ("withdrawn", (True, True, False, False)),
    ("returned_for_supplement", (True, False, True, False)),
    ("filing.incomplete", (True, False, False, True)),
])
def test_how_a_filing_ends(outcome: str, told: tuple[bool, ...]) -> None:
    scenario = Scenario("a", (), "530127", {"matter": "甲"}, {}, {"filing_outcome": outcome})
    facts = filing_of(scenario, MARCH, RULES)
    assert (facts.accepted, facts.withdrawn, facts.returned, facts.refused) == told
    assert not facts.ends_accepted


def test_what_is_said_against_a_filing_is_filed() -> None:
    given = {"matter": "为亲属企业先行供地", "collective_decision": False}
    scenario = Scenario("a", (), "530127", given, {}, {"filing_outcome": "filing.negative_list"})
    content = filing_of(scenario, MARCH, RULES).content
    assert content["negative_answers"]["private_gain"] is True
    assert content["collective_decision"] is None


def test_a_funnel_leaves_out_the_counties_with_a_funnel_of_their_own() -> None:
    county = Scenario("county", (), "530402", {"received": "4", "accepted": 1}, {}, {"funnel": {}})
    whole = Scenario("whole", (), "530400", {"received": 23, "accepted": 11}, {}, {"funnel": {}})
    inner = funnel_of(county, [], RULES)
    others = funnel_of(whole, inner, RULES, ["530402"])
    assert "530402" not in {facts.organ_id for facts in others}
    assert (len(inner) + len(others), sum(facts.accepted for facts in (*inner, *others))) == (23, 11)


@pytest.mark.parametrize("given", [{"received": 3, "accepted": 5}, {"received": 3}, {"accepted": 3}])
def test_a_funnel_that_cannot_be_is_said(given: dict[str, int]) -> None:
    with pytest.raises(NotUnderstood):
        funnel_of(Scenario("a", (), "533300", given, {}, {"funnel": {}}), [], RULES)


# ---------------------------------------------------------------------- meetings, extensions, appeals

def test_a_meeting_and_an_extension_are_read() -> None:
    chosen = {"meeting": {"absent": 2, "recused": "1"}, "extension": {"reason": "甲"}}
    facts = determination_of(Scenario("a", (), "530112", {"matter": "甲"}, chosen), RULES, None)
    assert (facts.meeting.absent, facts.meeting.recused, facts.extended_for) == (2, 1, "甲")
    with pytest.raises(NotUnderstood, match="meeting"):
        determination_of(Scenario("a", (), "530112", {}, {"meeting": {"absent": "两人"}}), RULES, None)


CASE: dict[str, Any] = {
    "case_id": "c", "state": "concluded", "late": False, "history": [{"what": "extend"}], "appeals": [],
    "decisions": [{"outcome": "exempt", "standing": "current"}]}
MET = {"state": "signed", "members": [{"recused_from": ["c"]}, {"recused_from": []}]}


@pytest.mark.parametrize(("key", "expected", "seen", "verdict"), [
    ("quorum_met", True, {}, PASSED),
    ("quorum_met", False, {}, FAILED),
    ("quorum_met", False, {"roll_refused_with": "meeting.no_quorum"}, PASSED),
    ("quorum_met", True, {"meeting": {}}, FAILED),
    ("recused_members", 1, {}, PASSED),
    ("recused_members", "2", {}, FAILED),
    ("verification_extended", True, {}, PASSED),
    ("verification_extended", False, {}, FAILED),
    ("late", False, {}, PASSED),
    ("late", True, {}, FAILED),
    ("late", True, {"case": {"late": True}}, PASSED),
    ("late", False, {"determination": {}}, FAILED),
    ("appeal", "appeal.too_late", {"appeal_refused_with": "appeal.too_late"}, PASSED),
    ("appeal", "appeal.too_late", {"appeal_refused_with": "appeal.harsher"}, FAILED),
    ("appeal", "refused", {"appeal_refused_with": "appeal.harsher"}, PASSED),
    ("appeal", "refused", {}, FAILED),
    ("appeal", "no_such_thing", {}, FAILED),
    ("determination", "exampt", {}, FAILED),
    ("preliminary_review_due", "someday", {"receipt": {"review_due_on": "2026-03-10"}}, FAILED),
    ("preliminary_review_due", date(2026, 3, 10), {"receipt": {"review_due_on": "2026-03-10"}}, PASSED),
    ("negative_list_hit", True, {"determination": {}, "refused_with": "filing.negative_list"}, PASSED),
    ("negative_list_hit", False, {"determination": {}, "refused_with": "filing.negative_list"}, FAILED),
    ("something_new", True, {}, LATER),
])
def test_verdicts(key: str, expected: Any, seen: dict[str, Any], verdict: str) -> None:
    example = Scenario("a", (), "530127", {}, {}, {key: expected})
    played = Seen(example, **{"determination": CASE, "meeting": MET, **seen})
    assert judge(stage_of(played), example) == {key: verdict}
