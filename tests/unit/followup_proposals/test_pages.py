"""The pages of a proposal in each of its states and tabs, each of its forms, the lists and the figures; for
whoever works on it, and for the unit that it is addressed to, which reads nothing that the organ keeps."""

import re
from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProposalFigure,
    ProposalFigures,
    ProposalKind,
    ProposalLine,
    ProposalsPage,
    ProposalState,
)
from rongcuo.contracts.followup.proposal import operations
from rongcuo.contracts.serialisation import dump
from services.followup.domain.proposal import FOLLOWING, Proposal
from services.followup.domain.proposal import ProposalVerb as Verb
from services.followup.pages.proposal import words
from services.followup.pages.proposal.acts import PROPOSAL
from services.followup.pages.proposal.pages import OF_A_PROPOSAL
from services.followup.presenters.proposals import view_of
from services.gateway.cookies import LANGUAGE
from tests.unit.followup.scene import LEAD, PAPER, WANG
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import CASES, NOW, UNIT_PERSON, by
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import COUNTY, Site, primaries
from tests.unit.gateway.page_text import status_of

ONE, LISTED = "/followup/proposals/b1", "/followup/proposals"
CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = re.compile("<(?:h2|legend|label for[^>]*|dt|th[^>]*|summary|button[^>]*)>([^<]+)<")
DONE = {"case_id": "b1", "number": "1", "tag": ""}


def seen(proposal: Proposal, by_whom: Actor = LEAD, *allowed: str) -> dict[str, Any]:
    told = view_of(proposal, by(by_whom, NOW[proposal.state]))
    return {**report_pages.BESIDE,
            operations.PROPOSAL.name: dump(replace(told, allowed=allowed or told.allowed))}


def page(who: str, address: str, said: dict[str, object], language: str = "zh") -> str:
    there = Site(who)
    there.caller.said |= said
    there.client.set_cookie(LANGUAGE, language)
    return str(there.get(address).text)


@pytest.mark.parametrize("tab", OF_A_PROPOSAL)
@pytest.mark.parametrize("state", ProposalState)
def test_it_says_where_it_stands_and_to_whom_it_goes(state: ProposalState, tab: str):
    proposal = CASES[state]()
    shown = page("lead", f"{ONE}?tab={tab}", seen(proposal))
    for word in (proposal.number, str(words.STATES[state]), scene.UNIT, "监察建议"):
        assert word in shown, word
    assert len(primaries(shown)) <= 1


@pytest.mark.parametrize(("state", "holder"), [
    ("draft", "wang某"), ("reviewed", "负责人（待批准、决定）"), ("delivered", scene.UNIT),
    ("returned", scene.UNIT), ("replied", "wang某")])
def test_one_sentence_says_who_has_it(state: str, holder: str):
    assert status_of(page("lead", ONE, seen(CASES[ProposalState(state)]())))["holder"] == holder


def test_the_unit_reads_the_letter_and_its_answers_and_nothing_of_the_organs_own():
    shown = {tab: page("subject", f"{ONE}?tab={tab}", seen(scene.once_looked_back(), UNIT_PERSON))
             for tab in OF_A_PROPOSAL}
    whole = "".join(shown.values())
    assert not [each for each in ("wuzi", "zhao某", "已审核同意", "已起草") if each in whole]
    for word in ("制定应急物资调用办法", "调用物资没有事后补报的期限", "head某", "shui某"):
        assert word in shown["overview"]
    for word in ("起草办法", "办法已印发", "应急物资调用办法", "3月18日", "看了现场", "没有反弹"):
        assert word in shown["answers"], word
    assert "建议书已送达" in shown["timeline"]


def test_of_the_organ_the_unit_reads_what_was_done_and_not_by_whom():
    told = seen(scene.looked_back(), UNIT_PERSON)
    told[operations.PROPOSAL.name] |= {"organ_id": "530127"}
    shown = "".join(page("subject", f"{ONE}?tab={tab}", told) for tab in ("answers", "timeline"))
    assert "建议书已送达" in shown
    assert "shui某" in shown     # who of their own answered
    assert [name for name in ("wang", "zhao", "lead") if name in shown] == []
    assert f'<span class="quiet">{COUNTY} ·' in shown
    assert "wang某" in page("lead", f"{ONE}?tab=timeline", seen(scene.looked_back()))


def test_a_paper_that_was_entered_for_the_unit_is_the_units_own():
    proposal = scene.delivered()
    proposal.sign_for("李某", scene.at(1).date(), (PAPER,), by(WANG, scene.at(1)))
    proposal.acknowledge("李某", (PAPER,), by(WANG, scene.at(1)))
    shown = page("subject", f"{ONE}?tab=timeline", seen(proposal, UNIT_PERSON))
    assert f'<b>已认领</b> <span class="quiet">{scene.UNIT} ·' in shown


@pytest.mark.parametrize(("state", "verb"), [
    ("delivered", "sign_for"), ("acknowledged", "plan_rectification"), ("planned", "reply")])
def test_the_unit_finds_its_next_step_first(state: str, verb: str):
    proposal = CASES[ProposalState(state)]()
    own = page("subject", ONE, seen(proposal, UNIT_PERSON))
    assert f'class="button primary" href="{ONE}/act/{verb}"' in own
    assert "这是发给您所在单位的建议书" in own


def test_what_is_overdue_is_shown_so():
    proposal = scene.planned()
    late = dump(view_of(proposal, by(LEAD, scene.at(60))))
    shown = page("lead", ONE, {**report_pages.BESIDE, operations.PROPOSAL.name: late})
    assert "已逾期" in shown
    assert f"{ONE}/act/refer" in shown


@pytest.mark.parametrize("verb", PROPOSAL.acts)
def test_every_form_asks_in_both_languages(verb: str):
    for language in ("zh", "en"):
        shown = page("lead", f"{ONE}/act/{verb}", seen(scene.planned(), LEAD, verb), language)
        assert "<form" in shown
        asked = [each for each in LABELS.findall(shown) if CHINESE.search(each)]
        assert bool(asked) is (language == "zh"), asked


@pytest.mark.parametrize("state", ProposalState)
def test_the_page_has_its_english(state: ProposalState):
    for tab in OF_A_PROPOSAL:
        shown = page("lead", f"{ONE}?tab={tab}", seen(CASES[state]()), "en")
        assert not [each for each in LABELS.findall(shown) if CHINESE.search(each)]


def test_every_verb_that_somebody_takes_has_a_form_and_words():
    assert {*PROPOSAL.acts} | {each.value for each in FOLLOWING} == {each.value for each in Verb}
    assert {each.value for each in Verb} - {"assign", "recuse", "post_ended"} <= words.VERBS.keys()
    assert {*words.STATES} == set(ProposalState)


LINE = ProposalLine(
    case_id="b1", number="牟监建〔2026〕1号", title="关于规范调用的监察建议", organ_id="532323",
    kind=ProposalKind.SUPERVISION, addressee="牟定县水务局", state=ProposalState.PLANNED, suggestions=2,
    assignee_name="王某", late=True, due_at=scene.START, opened_at=scene.START)


@pytest.mark.parametrize(("who", "tab", "drafts"), [
    ("lead", "organ", True), ("supervisor", "organ", False), ("subject", "addressed", False)])
def test_the_list_is_of_ones_work_or_of_ones_unit(who: str, tab: str, drafts: bool):
    there = Site(who)
    there.caller.said |= {operations.PROPOSALS.name: dump(ProposalsPage(lines=(LINE,), counts={tab: 1}))}
    shown = str(there.get(LISTED).text)
    for word in ("牟监建〔2026〕1号", "牟定县水务局", "整改中", "2 条"):
        assert word in shown, word
    assert there.sent(operations.PROPOSALS.name)["tab"] == tab
    assert ("起草建议书" in shown) is drafts


@pytest.mark.parametrize("who", ["lead", "subject"])
@pytest.mark.parametrize(("state", "name", "holder"), [
    (ProposalState.PLANNED, "王某", "牟定县水务局"), (ProposalState.RETURNED, "", "牟定县水务局"),
    (ProposalState.REPLIED, "王某", "王某"), (ProposalState.REPLIED, "", COUNTY),
    (ProposalState.LOOKED_BACK, "王某", "已办结")])
def test_list_and_table_say_who_has_it_as_the_page_does(
        who: str, state: ProposalState, name: str, holder: str):
    there = Site(who)
    line = replace(LINE, state=state, assignee_name=name, organ_id="530127")
    there.caller.said |= {operations.PROPOSALS.name: dump(ProposalsPage(lines=(line,), counts={}))}
    assert f"<td>{holder}</td>" in there.get(LISTED).text
    assert there.get(f"{LISTED}?as=csv").text.strip().endswith(f",{holder}")


def test_of_what_was_answered_the_unit_reads_the_organ_and_nobody_of_it():
    told = seen(scene.replied(), UNIT_PERSON)
    proposal = told[operations.PROPOSAL.name]
    assert (proposal["assignee_id"], proposal["assignee_name"]) == ("", "")
    assert "wang" not in status_of(page("subject", ONE, told))["holder"]


def test_a_letter_is_drafted_with_a_suggestion_to_each_line():
    there = Site("lead")
    there.caller.said |= {operations.DRAFT_PROPOSAL.name: DONE}
    assert "起草建议书" in str(there.get(f"{LISTED}/new").text)
    there.post(f"{LISTED}/new", kind="joint", title="关于某事的建议", unit="牟定县水务局", found_by="检查",
               problems="缺制度", causes="没人管", suggestions="定制度\r\n\r\n 补报 \n", reply_days="20")
    sent = there.sent(operations.DRAFT_PROPOSAL.name)["content"]
    assert sent["suggestions"] == ["定制度", "补报"]
    assert (sent["addressee"]["unit"], sent["reply_days"], sent["kind"]) == ("牟定县水务局", 20, "joint")


def test_measures_rules_and_marks_are_sent_by_their_parts():
    there = Site("lead")
    there.caller.said |= seen(scene.planned(), LEAD, "plan_rectification", "reply", "evaluate_rectification")
    commands = (operations.PLAN_RECTIFICATION, operations.REPLY_TO_PROPOSAL,
                operations.EVALUATE_RECTIFICATION)
    there.caller.said |= {command.name: DONE for command in commands}
    there.post(f"{ONE}/act/plan_rectification", **{
        "what-1": "起草", "owner-1": "李某", "until-1": "2026-03-20", "what-2": "补报", "owner-2": "周某",
        "until-2": "2026-03-16"})
    assert [(each["suggestion"], each["owner"])
            for each in there.sent(commands[0].name)["measures"]] == [(1, "李某"), (2, "周某")]
    there.post(f"{ONE}/act/reply", words="已整改", **{
        "title-1": "调用办法", "text-1": "三日内补报", "on-1": "2026-03-18", "title-2": ""})
    assert [(each["title"], each["on"]) for each in there.sent(commands[1].name)["rules"]] == [
        ("调用办法", "2026-03-18")]
    marked = {f"mark-{each}": "passed" for each in words.ASPECTS}
    reasons = {f"reason-{each}": "看了" for each in words.ASPECTS}
    there.post(f"{ONE}/act/evaluate_rectification", mark="basic", words="总的看法", **marked, **reasons)
    sent = there.sent(commands[2].name)
    assert [each["aspect"] for each in sent["marks"]] == [each.value for each in words.ASPECTS]
    assert sent["mark"] == "basic"


def test_what_others_did_meanwhile_is_said_in_words():
    there = Site("lead")
    there.caller.said |= {**seen(scene.planned(), LEAD, "evaluate_rectification"),
                          operations.EVALUATE_RECTIFICATION.name: CaseError("changed_meanwhile")}
    shown = str(there.post(f"{ONE}/act/evaluate_rectification", as_read="old", words="看法").text)
    assert "现在是这样" in shown
    assert not [code for code in ("deliver", "plan_rectification", "acknowledge_proposal")
                if f"<li>{code} " in shown]


def test_figures_are_shown_as_they_are_told():
    told = ProposalFigures(figures=(ProposalFigure(
        organ_id="532323", kind=ProposalKind.JOINT, letters="<5", suggestions="7", answered="≥5",
        closed="6"),))
    there = Site("supervisor")
    there.caller.said |= {operations.PROPOSAL_FIGURES.name: dump(told)}
    shown = str(there.get(f"{LISTED}/figures?year=2026").text)
    for cell in ("&lt;5", "7", "≥5", "纪检监察建议"):
        assert f">{cell}</td>" in shown
    assert there.sent(operations.PROPOSAL_FIGURES.name) == {"year": 2026}


@pytest.mark.parametrize(("who", "there"), [("lead", True), ("reviewer", True), ("member", False)])
def test_whoever_works_on_them_reaches_them_beside_their_tasks(who: str, there: bool):
    tasks = page(who, "/tasks", {"notify.tasks": {"tasks": [], "next_cursor": ""}})
    assert (f'href="{LISTED}"' in tasks) is there
