"""The verdicts on what became of a report: each of them can fail."""

from typing import Any

import pytest

from scenarios import reported
from scenarios.expectations import FAILED, LATER, PASSED, judge
from scenarios.facts import Scenario
from scenarios.platform import Answer, Refused
from scenarios.report_words import EXPECTS
from scenarios.reporter import Reporter
from scenarios.stage import Seen, Stage


class Handler:
    """The lead, who sees no inquiry in any list."""

    def __init__(self, *titles: str) -> None:
        self.titles = titles

    def get(self, *_: Any, **__: Any) -> Answer:
        return {"lines": [{"title": title} for title in self.titles]}


class Subject:
    """The person reported, who reads what they are shown, and is let nowhere else."""

    def __init__(self, shown: str, let: bool = False) -> None:
        self.shown, self.let = shown, let

    def get(self, path: str, **_: Any) -> Answer:
        if path.startswith(("/clarify/reports", "/reporters")) and not self.let:
            raise Refused(404, {"code": "not_found"})
        return {"shown": self.shown}


class Office:
    def __init__(self, lead: Any = None, filer: Any = None) -> None:
        self.lead, self.filer = lead or Handler(), filer or Subject("")


REPORT: Answer = {
    "report_id": "rep-1", "number": "信访〔2026〕1号", "reporter_ref": "ref-1", "pseudonym": "举报人7K2Q9X",
    "outcome": "mistaken", "clearing": {"clear": True}, "feedbacks": [], "matches": []}
CLEARED: Answer = {
    "case_id": "c", "state": "closed", "acts": [{"mode": "written"}], "feedback": "已回访", "guidance": [{}],
    "visit": {"on": "2026-05-11"}, "history": [{"what": "finish", "at": "2026-04-09T10:00:00+08:00"}]}
REFUSED: Answer = {"refusal": {"code": "no_harm"}, "reasons": "没有造成影响"}
FOUND: Answer = {
    "state": "concluded", "handlings": [{"kind": "discipline"}], "hearings": [{"heard_at": "2026-04-20"}],
    "approvals": [{"gate": gate, "answer": "approved"} for gate in ("begin", "find")]}
READ: list[Answer] = [{"stage": stage, "read_at": "2026-04-20"} for stage in ("acceptance", "result")]
TOLD: Answer = {**REPORT, "feedbacks": READ}
UNREAD: Answer = {**REPORT, "feedbacks": [READ[0], {**READ[1], "read_at": None}]}
UNREASONED = {"refusal": REFUSED, "clearing_refused_with": "clarify.refusal_unknown"}
NOT_SUSPECTED = {"inquiry_refused_with": "clarify.not_suspected"}
Case = tuple[str, Any, dict[str, Any], str]
CASES: list[Case] = [
    ("report_finding", "错告", {}, PASSED), ("report_finding", "属实", {}, FAILED),
    ("clarification", {"needed": True}, {}, PASSED), ("clarification", {"needed": False}, {}, FAILED),
    ("clarification", {"needed": False}, {"report": {**REPORT, "clearing": None}}, PASSED),
    ("clarification", {"needed": True, "modes": ["书面"], "outcome": "cleared"}, {}, PASSED),
    ("clarification", {"modes": ["written", "in_person"]}, {}, FAILED),
    ("clarification", {"outcome": "refused"}, {}, FAILED),
    ("clarification_needed", True, {}, PASSED), ("clarification_needed", False, {}, FAILED),
    ("clarification_outcome", "不予澄清", {"clearing": {"state": "refused"}}, PASSED),
    ("clarification_outcome", "cleared", {"clearing": {"state": "refused"}}, FAILED),
    ("clarified_with", ["written"], {}, PASSED), ("clarified_with", ["written", "meeting"], {}, FAILED),
    ("clarified_with", ["written"], {"clearing": {}}, FAILED),
    ("clarification_return_visit", True, {}, PASSED),
    ("clarification_return_visit", True, {"clearing": {**CLEARED, "visit": {"on": "2026-05-08"}}}, FAILED),
    ("clarification_return_visit", True, {"clearing": {**CLEARED, "visit": {"on": "2026-07-09"}}}, FAILED),
    ("clarification_return_visit", True, {"clearing": {**CLEARED, "feedback": ""}}, FAILED),
    ("clarification_return_visit", False, {}, FAILED),
    ("refusal_needs_reason", True, UNREASONED, PASSED), ("refusal_needs_reason", True, {}, FAILED),
    ("refusal_needs_reason", True, {"refusal": REFUSED}, FAILED),
    ("refusal_needs_reason", False, UNREASONED, FAILED),
    ("guidance_shown", True, {}, PASSED), ("guidance_shown", True, {"clearing": {}}, FAILED),
    ("false_accusation_found", False, NOT_SUSPECTED, PASSED), ("false_accusation_found", False, {}, FAILED),
    ("false_accusation_found", False, {"inquiry_refused_with": "forbidden"}, FAILED),
    ("false_accusation_found", False, {"inquiry": FOUND}, FAILED),
    ("false_accusation_found", True, {"inquiry": FOUND}, PASSED),
    ("false_accusation_found", True, {"inquiry": {**FOUND, "approvals": FOUND["approvals"][:1]}}, FAILED),
    ("false_accusation_found", True, {"inquiry": {**FOUND, "state": "set_aside"}}, FAILED),
    ("false_accusation_found", False, {**NOT_SUSPECTED, "place": Office(Handler("信访〔2026〕1号"))}, FAILED),
    ("approvals_before_finding", "2", {"inquiry": FOUND}, PASSED),
    ("approvals_before_finding", 2, {}, FAILED),
    ("county_finds_alone", False, {"inquiry": FOUND, "gate_refused_with": "clarify.approver_wanted"}, PASSED),
    ("county_finds_alone", False, {"inquiry": FOUND}, FAILED), ("county_finds_alone", False, {}, FAILED),
    ("reporter_heard", True, {"inquiry": FOUND}, PASSED), ("reporter_heard", True, {}, FAILED),
    ("reporter_sanctioned", False, {}, PASSED), ("reporter_sanctioned", False, {"inquiry": FOUND}, FAILED),
    ("reporter_sanctioned", True, {"inquiry": FOUND}, PASSED),
    ("filing_checked", True, {"filing_check": {"state": "concluded"}}, PASSED),
    ("filing_checked", True, {"filing_check": {"state": "open"}}, FAILED),
    ("reporter_told", True, {"report": TOLD, "reporter_side": {"status": "closed"}}, PASSED),
    ("reporter_told", True, {"reporter_side": {"status": "closed"}}, FAILED),
    ("reporter_told", True, {"report": TOLD}, FAILED),
    ("reporter_told", True, {"report": UNREAD, "reporter_side": {"status": "closed"}}, FAILED),
    ("subject_learns_reporter", "never", {}, PASSED), ("subject_learns_reporter", "always", {}, FAILED),
    ("subject_learns_reporter", "never", {"place": None}, FAILED),
    ("subject_learns_reporter", "never", {"place": Office(filer=Subject("", let=True))}, FAILED),
    *(("subject_learns_reporter", "never", {"place": Office(filer=Subject(f"据{secret}说"))}, FAILED)
      for secret in ("举报人7K2Q9X", "ref-1", "rep-1", "示例举报人甲", "19900000000", "AAAA-BBBB",
                     "AAAABBBB")),
]


def judged(key: str, expected: Any, seen: dict[str, Any]) -> str:
    scenario = Scenario("a", (), "530127", {}, {}, {key: expected})
    played = {"report": REPORT, "clearing": CLEARED, "place": Office(), **seen}
    one = Seen(scenario, reporter=Reporter("示例举报人甲", "19900000000", "AAAA-BBBB"), **played)
    stage = Stage(people=None, set_time=lambda _: None)  # type: ignore[arg-type]
    stage.seen["a"] = one
    return judge(stage, scenario)[key]


@pytest.mark.parametrize(("key", "expected", "seen", "verdict"), CASES)
def test_verdicts(key: str, expected: Any, seen: dict[str, Any], verdict: str) -> None:
    assert judged(key, expected, seen) == verdict


def test_every_expectation_of_a_report_passes_fails_and_fails_where_nobody_reported() -> None:
    assert set(reported.FOUND) == EXPECTS == {case[0] for case in CASES}
    for key in EXPECTS:
        assert {verdict for each, _, _, verdict in CASES if each == key} == {PASSED, FAILED}, key
        expected = next(case[1] for case in CASES if case[0] == key)
        assert judged(key, expected, {"report": {}}) == FAILED


def test_what_nobody_knows_of_a_clearing_is_out_of_reach() -> None:
    assert judged("clarification", {"needed": True, "colour": "红"}, {}) == LATER
    assert judged("clarification", {"needed": False, "colour": "红"}, {}) == FAILED


MATCH = {"verdict": "covers"}


@pytest.mark.parametrize(("expected", "matches", "verdict"), [
    ({"matched": True, "verdict": "covers"}, [MATCH], PASSED), ({"matched": False}, [MATCH], FAILED),
    ({"matched": False, "verdict": "expired"}, [{"verdict": "expired"}], PASSED),
    ({"matched": True}, [{"verdict": "exceeded"}], FAILED), ({"matched": True}, [], FAILED),
    ({"verdict": "outside"}, [], FAILED)])
def test_a_shield_beside_a_report(expected: Any, matches: list[Answer], verdict: str) -> None:
    report = {**REPORT, "matches": matches, "allegations": [{"act_from": "2026-03-02"}]}
    assert judged("shield", expected, {"report": report}) == verdict


def test_a_determination_and_the_report_have_to_say_the_same_of_a_shield() -> None:
    case = {"case_id": "d", "filings": [{"filed_at": "2026-02-13T15:20:00+08:00"}],
            "act": {"since": "2026-03-02"}}
    report = {**REPORT, "matches": [{"verdict": "expired"}]}
    assert judged("shield", {"matched": True}, {"report": report, "determination": case}) == FAILED
    report = {**REPORT, "matches": [MATCH]}
    assert judged("shield", {"matched": True}, {"report": report, "determination": case}) == PASSED
