"""The pages of a problem in each of its states and tabs, each of its forms, the lists, and what a later filer
is shown of it in the wizard."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProblemLine,
    ProblemSourceKind,
    ProblemsPage,
    ProblemState,
    ProposalKind,
    ProposalLine,
    ProposalsPage,
    ProposalState,
)
from rongcuo.contracts.followup.problem import operations
from rongcuo.contracts.followup.proposal.operations import PROPOSALS
from rongcuo.contracts.serialisation import dump
from services.followup.domain.problem import FOLLOWING, Problem
from services.followup.domain.problem import ProblemVerb as Verb
from services.followup.pages.problem import words
from services.followup.pages.problem.acts import PROBLEM
from services.followup.pages.problem.chart import HEIGHT, chart_of
from services.followup.pages.problem.pages import OF_A_PROBLEM
from services.followup.presenters.problems import view_of
from services.gateway.cookies import LANGUAGE
from tests.unit.followup.scene import LEAD, NOW, PAPER, TODAY, WANG, ZHAO, by
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, CASES, DESCRIBED, MEASURE, RISK, RULE, SITUATION
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import Site, primaries
from tests.unit.gateway.page_text import status_of
from tests.unit.review.scene import view

ONE, LISTED = "/followup/problems/b1", "/followup/problems"
CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = re.compile("<(?:h2|legend|label for[^>]*|dt|th[^>]*|summary|button[^>]*)>([^<]+)<")
DONE = {"case_id": "b1", "number": "1", "tag": ""}


def seen(problem: Problem, by_whom: Actor = LEAD, *allowed: str) -> dict[str, Any]:
    near = (scene.opened("b2"),) if problem.id == "b1" else ()
    told = view_of(problem, by(by_whom), near)
    shown = dump(replace(told, allowed=allowed or told.allowed))
    return {**report_pages.BESIDE, operations.PROBLEM.name: shown}


def page(who: str, address: str, said: dict[str, object], language: str = "zh") -> str:
    there = Site(who)
    there.caller.said |= said
    there.client.set_cookie(LANGUAGE, language)
    return str(there.get(address).text)


def whole() -> Problem:
    """With all that it can have."""
    problem = scene.settled()
    problem.plan_measure(replace(MEASURE, owner_id="zhao"), view(ZHAO), by(LEAD))
    problem.report_measure(2, "已培训", (PAPER,), by(ZHAO))
    problem.plan_measure(MEASURE, view(WANG), by(LEAD))
    problem.write_risk_point(RISK, ADVICE, by(WANG))
    return problem


@pytest.mark.parametrize("tab", OF_A_PROBLEM)
@pytest.mark.parametrize("state", ProblemState)
def test_it_says_where_it_stands(state: ProblemState, tab: str):
    problem = CASES[state]()
    shown = page("lead", f"{ONE}?tab={tab}", seen(problem))
    for word in (problem.number, problem.title, str(words.STATES[state])):
        assert word in shown
    assert len(primaries(shown)) <= 1
    assert "module" not in shown


@pytest.mark.parametrize("tab", OF_A_PROBLEM)
def test_each_tab_is_there_in_english_too(tab: str):
    shown = page("lead", f"{ONE}?tab={tab}", seen(whole()), "en")
    assert not [each for each in LABELS.findall(shown) if CHINESE.search(each.replace(RULE.title, ""))]


def test_one_sentence_says_who_has_it():
    assert status_of(page("lead", ONE, seen(scene.planned())))["holder"] == "wang某"
    assert status_of(page("lead", ONE, seen(scene.reported())))["holder"] == "负责人"


def test_a_likely_repeat_is_shown_with_what_both_share_and_a_way_to_confirm():
    shown = page("lead", ONE, seen(scene.opened()))
    assert all(each in shown for each in ("可能是同一个问题", "/followup/problems/b2", f"{ONE}/act/merge"))
    assert f"{ONE}/act/merge" not in page("lead", ONE, seen(scene.opened("b7")))


@pytest.mark.parametrize(("kind", "source_id", "answers", "address"), [
    ("determination", "d1", "determination.determination", "/determinations/d1"),
    ("clarification", "c1", "clarify.clarification", "/clarify/clarifications/c1"),
    ("deviation", "o1:2", "filing.oversight", "/oversights/o1"),
    ("retrospective", "r1:rule_gaps", "clarify.report", "/clarify/reports/r1"),
    ("retrospective", "o1:1:rule_gaps", "filing.oversight", "/oversights/o1")])
def test_each_time_leads_to_its_matter_whom_that_is_there_for(
        kind: str, source_id: str, answers: str, address: str):
    problem = scene.raised(replace(scene.SOURCE, kind=ProblemSourceKind(kind), source_id=source_id))
    ours = seen(problem)
    ours[operations.PROBLEM.name] |= {"organ_id": "530127"}
    others = dict.fromkeys(("determination.determination", "clarify.clarification", "filing.oversight",
                            "clarify.report"), CaseError("not_found"))
    link = f'<a href="{address}">{problem.sources[0].number}</a>'
    assert link in page("lead", ONE, {**ours, **others, answers: {"case_id": "x"}})
    hidden = page("lead", ONE, {**ours, **others})
    assert link not in hidden
    assert f"<td>{problem.sources[0].number}</td>" in hidden


def test_who_looks_from_above_is_led_there_and_reads_nothing_on_the_way():
    there = Site("supervisor")
    there.caller.said |= seen(scene.raised())
    assert '<a href="/matters/d1">' in there.get(ONE).text
    assert "determination.determination" not in {name for name, _ in there.caller.asked}


def test_letters_that_came_of_it_are_listed_and_another_is_begun_from_there():
    ours = seen(scene.opened())
    ours[operations.PROBLEM.name] |= {"organ_id": "530127"}
    letter = ProposalLine(case_id="p1", number="监建〔2026〕1号", title="关于补报的建议", organ_id="530127",
                          kind=ProposalKind.JOINT, addressee="某局", state=ProposalState.PLANNED,
                          opened_at=NOW)
    there = Site("lead")
    there.caller.said |= {**ours, PROPOSALS.name: lambda asked: dump(ProposalsPage(
        lines=(letter,) if asked["tab"] == "organ" else ()))}
    shown = str(there.get(ONE).text)
    assert '<a href="/followup/proposals/p1">关于补报的建议</a>' in shown
    assert '"/followup/proposals/new?problem=b1"' in shown
    assert there.sent(PROPOSALS.name)["problem"] == "b1"


def test_the_timeline_says_in_words_which_measure_it_was():
    shown = page("lead", f"{ONE}?tab=timeline", seen(whole()))
    assert '<div class="note">第 1 条措施</div>' in shown
    assert not re.search(r'<div class="note">\d+</div>', shown)


def test_papers_can_be_looked_at_before_a_measure_is_closed():
    shown = page("lead", f"{ONE}?tab=measures", seen(scene.reported()))
    assert f"{LISTED}/b1/attachments/{PAPER.sha256}" in shown
    assert PAPER.name in shown


def test_recurrence_is_a_picture_with_the_same_figures_in_a_table():
    problem = scene.settled()
    problem.recur(TODAY, "", "又一次", by(WANG))
    shown = page("lead", f"{ONE}?tab=rules", seen(problem))
    assert "<svg class=\"times\" role=\"img\"" in shown
    assert "施行前 24 个月 1 次，施行后 1 次" in shown
    rows = re.findall(r"<tr><td>(施行[前后][^<]+)</td><td>(\d+|—)</td></tr>", shown)
    assert [times for _, times in rows] == ["0", "0", "0", "1", "1", "—", "—", "—"]
    assert (rows[0][0], rows[3][0], rows[4][0]) == (
        "施行前 18—24 个月", "施行前 0—6 个月", "施行后 0—6 个月")


def test_bars_are_as_high_as_their_figures_and_the_line_lies_between(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("services.followup.pages.problem.chart.gettext", lambda said, **named: said % named)
    told = {"before": [0, 4], "after": [2, 0], "step_months": 6, "whole": False,
            "illustrative": True, "rule": 1}
    chart = chart_of(told, {"title": "办法", "in_force_on": "2026-04-01"}, date(2026, 9, 30))
    assert [each.times for each in chart.bars] == [0, 4, 2, None]     # the last has yet to begin
    assert [each.height for each in chart.bars] == [0, HEIGHT, HEIGHT / 2, 0]
    assert [each.y + each.height for each in chart.bars] == [HEIGHT] * 4
    assert chart.bars[1].x + 32 < chart.rule_x < chart.bars[2].x
    assert (chart.before, chart.after, chart.months) == (4, 2, 12)


@pytest.mark.parametrize("verb", PROBLEM.acts)
def test_every_form_asks_in_both_languages(verb: str):
    for language in ("zh", "en"):
        shown = page("lead", f"{ONE}/act/{verb}", seen(whole(), LEAD, verb), language)
        assert "<form" in shown
        asked = [each for each in LABELS.findall(shown) if CHINESE.search(each)]
        assert bool(asked) is (language == "zh"), asked


def test_every_verb_that_somebody_takes_has_a_form_and_words():
    assert {*PROBLEM.acts} | {each.value for each in FOLLOWING} == {each.value for each in Verb}
    own = {each.value for each in Verb} - {"recuse", "hand_up", "post_ended"}
    assert own <= words.VERBS.keys()


def test_each_form_is_sent_as_the_service_takes_it():
    there = Site("lead")
    there.caller.said |= seen(whole(), LEAD, "describe", "plan_measure", "report_measure", "enter_rule")
    there.caller.said["documents.take_attachment"] = {
        "name": "办法.pdf", "sha256": "a" * 64, "size": 12, "media_type": "application/pdf", "problem": ""}
    for command in (operations.DESCRIBE_PROBLEM, operations.PLAN_MEASURE, operations.REPORT_MEASURE,
                    operations.ENTER_RULE):
        there.caller.said[command.name] = DONE
    there.post(f"{ONE}/act/describe", title="短板", words="没有规定", weak_point="power_risk", unit="水务局",
               situation="")
    described = there.sent(operations.DESCRIBE_PROBLEM.name)["description"]
    assert (described["title"], described["weak_point"], described["area"]) == ("短板", "power_risk", "")
    there.post(f"{ONE}/act/plan_measure", words="补办法", unit="水务局", owner_id="wang", due_on="2026-04-01")
    assert there.sent(operations.PLAN_MEASURE.name)["measure"] == {
        "words": "补办法", "unit": "水务局", "owner_id": "wang", "due_on": "2026-04-01"}
    there.post(f"{ONE}/act/report_measure/attachments", measure="3", words="已印发",
               file=(BytesIO(b"%PDF-1.7"), "办法.pdf"))
    sent = there.sent(operations.REPORT_MEASURE.name)
    assert (sent["measure"], [each["name"] for each in sent["attachments"]]) == (3, ["办法.pdf"])
    there.post(f"{ONE}/act/enter_rule", title="办法", number="1号", text="先用后报", in_force_on="2026-04-01")
    assert there.sent(operations.ENTER_RULE.name)["rule"]["in_force_on"] == "2026-04-01"


def test_who_was_overtaken_reads_what_stands_and_keeps_their_words():
    there = Site("lead")
    there.caller.said |= seen(scene.settled(), LEAD, "close")
    there.caller.said[operations.CLOSE_PROBLEM.name] = CaseError("changed_meanwhile")
    answer = there.post(f"{ONE}/act/close", words="短板已补上", step="confirmed", as_read="b1:1.0")
    assert answer.status_code == 409
    assert "短板已补上" in answer.text
    assert there.caller.tags[operations.CLOSE_PROBLEM.name] == "b1:1.0"


def test_the_list_shows_what_is_due_and_one_is_entered_by_hand():
    line = ProblemLine(case_id="b1", number="问题〔2026〕1号", title=DESCRIBED.title, organ_id="532323",
                       unit="牟定县水务局", state=ProblemState.OPEN, weak_point="rule_missing",
                       situation=SITUATION, source="determination", times=2, measures=3, settled=1, rules=1,
                       due_at=scene.NOW, opened_at=scene.NOW - timedelta(days=3))
    there = Site("lead")
    there.caller.said |= {operations.PROBLEMS.name: dump(ProblemsPage(lines=(line,), counts={"open": 1})),
                          operations.RAISE_PROBLEM.name: DONE}
    shown = str(there.get(LISTED).text)
    for each in (DESCRIBED.title, "制度建设薄弱点", "发生 2 次", "1/3 已销账", "制度 1 项"):
        assert each in shown
    there.get(f"{LISTED}?weak_point=power_risk&source=deviation")
    asked = [payload for called, payload in there.caller.asked if called == operations.PROBLEMS.name][-1]
    assert (asked["weak_point"], asked["source"], asked["tab"]) == ("power_risk", "deviation", "raised")
    there.post(f"{LISTED}/new", title="短板", words="没有规定", weak_point="power_risk", unit="水务局",
               source="proposal", source_number="纪建1号", on="2026-03-01")
    sent = there.sent(operations.RAISE_PROBLEM.name)
    assert (sent["source"], sent["on"], sent["description"]["unit"]) == ("proposal", "2026-03-01", "水务局")
    assert there.get(f"{LISTED}?as=csv").text.count(DESCRIBED.title) == 1
