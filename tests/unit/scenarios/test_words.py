"""Words that files use: known ones become codes, unknown ones are told; no expectation makes itself true."""

from pathlib import Path
from typing import Any

import pytest

from rongcuo.policy.rules import Rules
from scenarios.determination_facts import DeterminationFacts, determination_of
from scenarios.facts import Scenario
from scenarios.files import read_scenarios
from scenarios.moments import dated, moment_of
from scenarios.negative import hit_of, list_hit_of
from scenarios.outcomes import appeal_code, outcome_code, outcomes_of
from scenarios.translation import filing_of
from scenarios.wording import NotUnderstood, filing_outcome_of, number_of, yes_of

RULES = Rules()
MARCH = moment_of("2026-03-09")
assert MARCH
PACK = RULES.pack("530127", MARCH.date())


def scenario(given: Any = None, chosen: Any = None, **expect: Any) -> Scenario:
    return Scenario("a", (), "530127", {"matter": "甲", **(given or {})}, chosen or {}, expect)


def facts_of(told: Scenario) -> DeterminationFacts:
    return determination_of(told, RULES, None)


# ---------------------------------------------------------------------- yes, no, numbers

@pytest.mark.parametrize(("said", "means"), [
    (True, True), ("是", True), ("有", True), ("yes", True), (1, True), (None, True), ("", True),
    (False, False), ("否", False), ("没有", False), ("No", False), (0, False)])
def test_yes_and_no_have_one_reader(said: Any, means: bool) -> None:
    assert yes_of("key", said, True) is means


def test_what_is_neither_yes_nor_no_is_told_with_its_key() -> None:
    with pytest.raises(NotUnderstood, match=r"^tolerance_arises: "):
        yes_of("tolerance_arises", "也许", True)


@pytest.mark.parametrize(("said", "number"), [(9, 9), ("9", 9), ("9件", 9), ("12 户", 12)])
def test_a_number_may_say_what_is_counted(said: Any, number: int) -> None:
    assert number_of("given.received", said) == number


@pytest.mark.parametrize("said", [True, "九", "9.5", "-1", None])
def test_what_is_no_number_is_told(said: Any) -> None:
    with pytest.raises(NotUnderstood, match=r"given\.received"):
        number_of("given.received", said)


def test_a_question_answered_no_in_chinese_is_a_no() -> None:
    assert not facts_of(scenario(chosen={"reported_at": "2026-03-03", "tolerance_arises": "否"})).arises


@pytest.mark.parametrize(("said", "decided"), [
    (None, True), (True, True), ("经党组会研究", True), ("否", False), (False, False),
    ("未经集体研究", False)])
def test_a_decision_that_was_not_made_is_not_filed(said: Any, decided: bool) -> None:
    content = filing_of(scenario({"collective_decision": said}), MARCH, RULES).content
    assert bool(content["collective_decision"]) is decided


# ---------------------------------------------------------------------- words of a procedure

@pytest.mark.parametrize(("chosen", "initiation"), [
    ({"initiation": "依申请"}, "application"), ({"initiation": "主动"}, "own_initiative"),
    ({"initiation": "线索"}, "clue"), ({"disposal": "初核"}, "clue"), ({}, "own_initiative"),
    ({"reported_at": "2026-03-03", "applied_at": "2026-03-10"}, "application")])
def test_how_it_begins(chosen: dict[str, str], initiation: str) -> None:
    assert facts_of(scenario(chosen=chosen)).initiation == initiation


@pytest.mark.parametrize(("chosen", "told"), [
    ("initiation: 随缘", r"chosen\.initiation: "), ("list_hit: 大概", r"chosen\.list_hit: "),
    ("disposal: 随便", r"chosen\.disposal: "), ("tolerance_arises: 也许", r"chosen\.tolerance_arises: "),
    ("meeting: {absent: 两人}", r"chosen\.meeting\.absent: "),
    ("meeting: {votes: {火星: 2}}", r"chosen\.meeting: "),
    ("reported_at: 2026-06-10, determined_at: 2026-05-10", r"chosen\.determined_at: .*早于 reported_at"),
    ("filed_at: 2026-03-03, reviewed_at: 2026-03-01", r"chosen\.reviewed_at: .*早于 filed_at"),
    ("filed_at: 2026-03-03, supplement: {at: 2026-03-01}", r"chosen\.supplement\.at: "),
    ("appeal: {at: 明天}", r"chosen\.appeal: "), ("supplement: 大概", r"chosen\.supplement: "),
    ("determined_at: 2026-03-03, appeal: {at: 2026-03-01}", r"chosen\.appeal\.at: "),
    ("filed_at: 2026-03-03T10:00, reviewed_at: 2026-03-03T09:30", r"chosen\.reviewed_at: "),
])
def test_what_is_not_understood_is_told_with_file_and_key(tmp_path: Path, chosen: str, told: str) -> None:
    (tmp_path / "new.yaml").write_text(f'place: "530127"\nchosen: {{{chosen}}}\n', "utf-8")
    [found] = read_scenarios(tmp_path)
    with pytest.raises(AssertionError, match=rf"^new\.yaml: {told}"):
        raise AssertionError(found.problem)


@pytest.mark.parametrize(("said", "told"), [
    ("否", (False, None)), (True, (True, None)), (None, (False, None)), ({}, (False, None)),
    ("2026-03-09", (True, MARCH)), ({"at": "2026-03-09"}, (True, MARCH)),
    ({"outcome": "驳回"}, (True, None))])
def test_what_happens_may_be_told_with_its_moment(said: Any, told: tuple[bool, Any]) -> None:
    assert dated("appeal", said) == told
    facts = filing_of(scenario(chosen={"supplement": said}), MARCH, RULES)
    assert (facts.supplement, facts.supplemented_at) == told


def test_a_word_among_the_facts_is_told_too(tmp_path: Path) -> None:
    given = '{place: "530127", given: {collective_decision: 也许}}'
    (tmp_path / "new.yaml").write_text(given, "utf-8")
    assert read_scenarios(tmp_path)[0].problem.startswith("new.yaml: given.collective_decision: ")


def test_the_day_of_a_step_without_its_hour_is_no_contradiction(tmp_path: Path) -> None:
    chosen = "filed_at: 2026-03-03T10:00, reviewed_at: 2026-03-03"
    (tmp_path / "new.yaml").write_text(f'place: "530127"\nchosen: {{{chosen}}}\n', "utf-8")
    assert not read_scenarios(tmp_path)[0].problem


@pytest.mark.parametrize(("said", "code"), [
    ("免予党纪政务处分", "exempt"), ("免予处理", "exempt"), ("减轻处分", "mitigate"), ("从轻处理", "lighten"),
    ("不予受理", "refused"), ("撤回", "withdrawn"), ("未形成多数", "no_majority"), (None, "")])
def test_outcomes_may_be_named_in_chinese(said: Any, code: str) -> None:
    assert outcome_code(said) == code


def test_an_unknown_outcome_is_never_an_exemption() -> None:
    for expect in ({"determination": "火星"}, {"appeal": "火星"}, {"determination": ["accepted"]}):
        with pytest.raises(NotUnderstood):
            facts_of(scenario(chosen={"reported_at": "2026-03-03"}, **expect))
    with pytest.raises(NotUnderstood):
        filing_of(scenario(filing_outcome="exploded"), MARCH, RULES)


@pytest.mark.parametrize(("said", "code"), [
    ("驳回", "upheld"), ("rejected", "upheld"), ("维持", "upheld"), ("变更", "changed"), ("从轻", "lighten"),
    ("appeal.too_late", ""), ("refused", "")])
def test_how_an_appeal_ends(said: str, code: str) -> None:
    assert appeal_code(said) == code


def test_a_rejected_appeal_changes_nothing() -> None:
    told = scenario(chosen={"appeal": {"outcome": "驳回"}}, determination="denied", appeal="rejected")
    assert outcomes_of(told, "") == ("denied", "denied")


def test_an_expired_filing_was_accepted() -> None:
    assert filing_outcome_of("有效期满") == "expired"
    facts = filing_of(scenario(filing_outcome="expired"), MARCH, RULES)
    assert (facts.expires, facts.ends_accepted) == (True, True)


# ---------------------------------------------------------------------- the negative list

@pytest.mark.parametrize(("chosen", "matter", "hit"), [
    ({}, "坚果交易市场先行建设", ""),
    ({}, "为亲属企业谋取项目", "private_gain"),
    ({}, "未谋取私利,程序颠倒", ""),
    ({}, "没有造成人员伤亡", ""),
    ({}, "未批先建致人死亡", "grave_accident"),
    ({"list_hit": "负面"}, "园区厂房再次未批先建", "repeated_error"),
    ({"negative_item": "重大责任事故"}, "水库垮坝", "grave_accident"),
    ({"negative_item": "private_gain"}, "水库垮坝", "private_gain"),
])
def test_facts_make_a_hit_and_an_expectation_alone_never(
        chosen: dict[str, str], matter: str, hit: str) -> None:
    assert hit_of(chosen, matter, True, PACK) == hit


def test_what_nobody_asks_for_is_no_hit_by_words_alone() -> None:
    assert hit_of({}, "抢险中处置事故", False, PACK) == ""
    with pytest.raises(NotUnderstood, match="negative_item"):
        hit_of({"negative_item": "xyz"}, "甲", False, PACK)


def test_what_was_verified_is_no_hit() -> None:
    told = scenario({"verified": ["未谋取私利"]}, {"reported_at": "2026-03-03"}, negative_list_hit=True)
    facts = facts_of(told)
    assert (facts.hit, facts.outcome) == ("", "exempt")


def test_a_filing_with_nothing_against_it_is_filed_so() -> None:
    told = scenario({"matter": "供水管网改造"}, filing_outcome="filing.negative_list")
    assert not any(filing_of(told, MARCH, RULES).content["negative_answers"].values())


def test_a_place_on_the_list_may_be_named_in_chinese() -> None:
    assert [list_hit_of(said) for said in ("正面", "负面清单", "有争议", None)] == [
        "positive", "negative", "disputed", ""]
