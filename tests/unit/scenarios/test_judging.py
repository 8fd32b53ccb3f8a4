"""What is judged and what is not, and what is told where something does not hold."""

from types import SimpleNamespace
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.rules import Rules
from scenarios.demo import report
from scenarios.determination_facts import determination_of
from scenarios.expectations import FAILED, LATER, PASSED, UNJUDGED, judge, overall
from scenarios.facts import Scenario
from scenarios.meeting_play import MeetingPlay
from scenarios.moments import moment_of
from scenarios.platform import Answer, Refused
from scenarios.reasons import why
from scenarios.stage import Seen, Stage
from scenarios.wording import NotUnderstood

CASE: dict[str, Any] = {
    "case_id": "c", "state": "meeting", "late": False, "history": [], "appeals": [], "filings": [],
    "negative_findings": [{"item": "private_gain", "answer": "clear"}], "assessments": [],
    "act": {"since": "2026-03-02", "until": "2026-03-20"}, "decisions": []}
LIGHTEN = {"outcome": "lighten", "standing": "current", "terms": {"discipline_form": 2}}
DECIDED = {**CASE, "decisions": [LIGHTEN]}
UPHELD = {**DECIDED, "appeals": [{"state": "decided", "upheld": True}]}
CHANGED = {**DECIDED, "appeals": [{"state": "decided", "upheld": False}]}
TIE = {"items": [{"result": "no_majority", "negative_item": ""}], "members": []}
FUNNEL = {"received": 3, "accepted": 2, "not_accepted": 1, "open": 0, "households": 50}


def stage_of(*seen: Seen) -> Stage:
    people: Any = SimpleNamespace(supervisor=SimpleNamespace(get=lambda _, **__: FUNNEL))
    stage = Stage(people=people, set_time=lambda _: None)
    stage.seen.update({each.scenario.id: each for each in seen})
    stage.filings.extend(seen)
    return stage


def judged(expect: dict[str, Any], **found: Any) -> tuple[dict[str, str], Seen]:
    seen = Seen(Scenario("a", (), "530127", {}, {}, expect), **found)
    return judge(stage_of(seen), seen.scenario), seen


# ---------------------------------------------------------------------- nothing expected, nothing passed

@pytest.mark.parametrize("expect", [{"shield": {}}, {"funnel": {}}, {"letters": []},
                                    {"filing_outcome": None}])
def test_what_asks_for_nothing_has_not_passed(expect: dict[str, Any]) -> None:
    verdicts, _ = judged(expect, determination=DECIDED)
    assert set(verdicts.values()) == {UNJUDGED}


def test_a_scenario_that_expects_nothing_has_not_passed() -> None:
    assert overall({}) == overall({"a": UNJUDGED}) == UNJUDGED
    assert overall({"a": UNJUDGED, "b": PASSED}) == PASSED
    assert overall({"a": UNJUDGED, "b": LATER}) == LATER


def test_what_a_funnel_does_not_count_is_out_of_reach() -> None:
    assert judged({"funnel": {"received": "3件", "rate": 0.4}})[0] == {"funnel": LATER}
    assert judged({"funnel": {"received": 4, "rate": 0.4}})[0] == {"funnel": FAILED}


# ---------------------------------------------------------------------- wanted and found

@pytest.mark.parametrize(("expect", "found", "told"), [
    ({"determination": "exempt"}, {"determination": DECIDED}, "应为 exempt 实为 lighten"),
    ({"determination": "exempt"}, {}, "应为 exempt 实为 没有"),
    ({"form_of_discipline": 1}, {"determination": DECIDED}, "应为 1 实为 2"),
    ({"preliminary_review_due": "2026-03-10"}, {"receipt": {"review_due_on": "2026-03-11"}},
     "应为 2026-03-10 实为 2026-03-11"),
    ({"late": True}, {"determination": CASE}, "应为 是 实为 否"),
    ({"shield": {"matched": True}}, {"determination": CASE},
     "应为 matched 是 实为 matched 否、filed_before_act 否"),
    ({"funnel": {"received": 5}}, {},
     "应为 received 5 实为 received 3、accepted 2、not_accepted 1、open 0、households 50"),
    ({"negative_hit_stops_before_meeting": False}, {"determination": CASE}, "应为 否 实为 没有"),
    ({"negative_list_hit": True}, {"determination": CASE}, "应为 是 实为 否"),
    ({"four_checks_assessed_by_at_least": 3}, {"determination": CASE}, "应为 3 实为 0"),
    ({"tolerance_question_answered_at_disposal": True}, {}, "应为 是 实为 没有"),
])
def test_a_failure_tells_what_was_wanted_and_what_was_found(
        expect: dict[str, Any], found: dict[str, Any], told: str) -> None:
    verdicts, seen = judged(expect, **found)
    assert (set(verdicts.values()), list(seen.instead.values())) == ({FAILED}, [told])


def test_the_report_tells_it_beside_the_key() -> None:
    said: list[str] = []
    decided = dict.fromkeys(("opened", "exempt", "mitigate", "lighten", "denied"), 0)
    counts = dict.fromkeys(("received", "accepted", "not_accepted", "on_time", "late", "meetings", "letters",
                            "notifications_delivered", "open_without_task"), 0)
    report({**counts, "determinations": decided, "scenarios": {"a": FAILED, "b": UNJUDGED}, "failures": {},
            "unread": {}, "expectations": {"a": {"late": FAILED}, "b": {}},
            "instead": {"a": {"late": "应为 是 实为 否"}}}, said.append)
    assert "      ✗ 不符  late  应为 是 实为 否" in said
    assert "○ 未作评判  b" in said


def test_a_word_that_is_not_understood_is_told_once() -> None:
    verdicts, seen = judged({"determination": "火星"}, determination=DECIDED,
                            failures=["determination: 不认识的说法 · not a known word: '火星'"])
    assert (verdicts["determination"], len(seen.failures)) == (FAILED, 1)


# ---------------------------------------------------------------------- single keys

@pytest.mark.parametrize(("expect", "found", "verdict"), [
    ({"determination": "未形成多数"}, {"determination": CASE, "meeting": TIE}, PASSED),
    ({"determination": "no_majority"}, {"determination": DECIDED, "meeting": TIE}, FAILED),
    ({"provisional": True}, {"receipt": {"number": "1"}, "provisional": True}, PASSED),
    ({"provisional": True}, {"receipt": {"number": "1"}}, FAILED),
    ({"provisional": False}, {}, FAILED),
    ({"filing_outcome": "expired"}, {"filing": {"state": "expired"}}, PASSED),
    ({"filing_outcome": "expired"}, {"filing": {"state": "accepted"}}, FAILED),
    ({"negative_list_hit": False}, {"filing": {"state": "declined"}}, PASSED),
    ({"negative_list_hit": True}, {"filing": {"state": "declined"}}, FAILED),
    ({"appeal": "驳回"}, {"determination": UPHELD}, PASSED),
    ({"appeal": "维持"}, {"determination": CHANGED}, FAILED),
])
def test_verdicts(expect: dict[str, Any], found: dict[str, Any], verdict: str) -> None:
    assert judged(expect, **found)[0] == {next(iter(expect)): verdict}


@pytest.mark.parametrize(("own", "others", "expected", "verdict"), [
    (20, 30, 20, PASSED), (20, 30, 50, PASSED), (20, 30, 30, FAILED), (20, 10, 20, FAILED)])
def test_households_are_the_places_or_the_scenarios_own_share(
        own: int, others: int, expected: int, verdict: str) -> None:
    accepted: dict[str, Any] = {"organ_id": "530127", "filing": {"state": "accepted"}}
    told = Scenario("a", (), "530127", {}, {}, {"dashboard_households": expected})
    seen = Seen(told, households=own, **accepted)
    other = Seen(Scenario("b", (), "530127", {}, {}, {}), households=others, **accepted)
    assert judge(stage_of(seen, other), seen.scenario) == {"dashboard_households": verdict}


# ---------------------------------------------------------------------- why not

def test_a_refusal_tells_its_title_its_circumstance_and_the_fields() -> None:
    problem = {"code": "invalid", "title": "填写的内容有误", "detail": "甲",
               "errors": [{"field": "content.colour", "message": "没有这一项"}],
               "details": {"failures": [{"title": "缺少集体决策"}]}}
    assert str(Refused(422, problem)) == (
        "422 invalid: 填写的内容有误 · 甲 · content.colour: 没有这一项 · 缺少集体决策")


@pytest.mark.parametrize(("error", "told"), [
    (KeyError("rate"), "没有这一项"), (ValueError("x"), "内容不对"), (NotUnderstood("甲"), "甲"),
    (CaseError("policy.no_pack_in_force"), "policy.no_pack_in_force: "), (TypeError("x"), "内容不对")])
def test_errors_are_told_in_plain_words(error: Exception, told: str) -> None:
    assert why(error).startswith(told)
    assert type(error).__name__ not in why(error)


# ---------------------------------------------------------------------- meetings

class Table:
    """A joint meeting that answers as the platform does: a vote needs three who are there."""

    def __init__(self, present: int) -> None:
        self.done: list[tuple[str, Answer]] = []
        self.item = {"item_id": "i", "state": "waiting", "question": "outcome", "entitled": [*"0123"]}
        self.present = present

    def post(self, path: str, body: Answer | None, _: str) -> Answer:
        verb = path.rsplit("/", 1)[-1]
        self.done.append((verb, body or {}))
        if verb == "roll":
            self.present = len((body or {})["present_ids"])
        if verb == "open-vote" and self.present < 3:
            raise Refused(409, {"code": "meeting.no_quorum"})
        members = [{"officer_id": str(each), "present": each < self.present} for each in range(4)]
        return {"meeting_id": "m", "items": [self.item], "members": members, "next_to_sign": ""}


def held(present: int, **meeting: Any) -> tuple[Table, Seen]:
    table, scenario = Table(present), Scenario("a", (), "530127", {"matter": "甲"}, {"meeting": meeting},
                                               {"determination": "exempt"})
    people = [SimpleNamespace(officer_id=str(number), post=table.post) for number in range(4)]
    stage: Any = SimpleNamespace(key=lambda *_: "", set_time=lambda _: None, people=SimpleNamespace(
        members=lambda *_: tuple(people), at=lambda *_: SimpleNamespace(lead=people[0])))
    seen, at = Seen(scenario, determination=CASE), moment_of("2026-04-20")
    assert at
    MeetingPlay(stage, seen, determination_of(scenario, Rules(), None), Rules(), at).held()
    return table, seen


def test_a_quorum_that_recusal_takes_away_is_told_and_all_come() -> None:
    table, seen = held(4, absent=2)
    assert seen.roll_refused_with == "meeting.no_quorum"
    assert [verb for verb, _ in table.done].count("open-vote") == 2
    assert [verb for verb, _ in table.done].count("votes") == 4


def test_votes_are_cast_as_they_are_told() -> None:
    table, _ = held(4, votes={"免责": 2, "denied": 1})
    assert [body["choice"] for verb, body in table.done if verb == "votes"] == [
        "exempt", "exempt", "denied", "abstain"]
    with pytest.raises(NotUnderstood, match=r"meeting\.votes"):
        held(4, votes={"exempt": 5})
