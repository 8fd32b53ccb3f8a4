"""The pages of a programme in each of its states and tabs, each of its forms, and the lists; for whoever
works on it, and for the person, who reads no grade and nothing that others said."""

import re
from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProgrammeLine, ProgrammesPage, ProgrammeState
from rongcuo.contracts.followup.programme.operations import (
    CLASSIFY_PERSON,
    PLAN_VISIT,
    PROGRAMMES,
    RECORD_PROGRAMME_VISIT,
    REGISTER_SANCTION,
    WRITE_GROWTH_PLAN,
)
from rongcuo.contracts.followup.programme.operations import PROGRAMME as ASKED
from rongcuo.contracts.serialisation import dump
from services.followup.domain.programme import FOLLOWING, Programme
from services.followup.domain.programme import ProgrammeVerb as Verb
from services.followup.pages.programme import words
from services.followup.pages.programme.acts import PROGRAMME
from services.followup.pages.programme.pages import OF_A_PROGRAMME
from services.followup.presenters.programmes import view_of
from services.gateway.cookies import LANGUAGE
from tests.unit.followup import scene
from tests.unit.followup.scene import CASES, LEAD, WEN, by
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import Site, primaries
from tests.unit.gateway.page_text import status_of

ONE, LISTED = "/followup/programmes/p1", "/followup/programmes"
CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = re.compile("<(?:h2|legend|label for[^>]*|dt|th[^>]*|summary|button[^>]*)>([^<]+)<")


def seen(programme: Programme, by_whom: Actor = LEAD, *allowed: str) -> dict[str, Any]:
    told = view_of(programme, by(by_whom))
    return {**report_pages.BESIDE, ASKED.name: dump(replace(told, allowed=allowed or told.allowed))}


def page(who: str, address: str, said: dict[str, object], language: str = "zh") -> str:
    there = Site(who)
    there.caller.said |= said
    there.client.set_cookie(LANGUAGE, language)
    return str(there.get(address).text)


@pytest.mark.parametrize("tab", OF_A_PROGRAMME)
@pytest.mark.parametrize("state", ProgrammeState)
def test_it_says_where_it_stands_and_whom_it_is_for(state: ProgrammeState, tab: str):
    programme = CASES[state]()
    shown = page("lead", f"{ONE}?tab={tab}", seen(programme))
    for word in (programme.number, str(words.STATES[state]), "温某"):
        assert word in shown
    assert len(primaries(shown)) <= 1
    assert "module" not in shown


def test_one_sentence_says_who_has_it_and_until_when():
    assert status_of(page("lead", ONE, seen(scene.counselling())))["holder"] == "wang某"


def test_the_person_reads_their_own_and_no_grade():
    programme = scene.concluding()
    scene.done(programme)
    for tab in OF_A_PROGRAMME:
        own = page("subject", f"{ONE}?tab={tab}", seen(programme, WEN))
        kept = ("仍认真", "帮扶有效", "可以信任", "一般帮扶", "听、察、谈")
        assert not [each for each in kept if each in own]
    assert "认识到位" in page("subject", f"{ONE}?tab=visits", seen(programme, WEN))
    assert "可以更正" in page("subject", ONE, seen(programme, WEN))


def test_what_is_signed_stands_on_the_page_and_goes_along_by_its_digest():
    programme = scene.counselling()
    scene.visit(programme)
    programme.write_step("谈心、学习", scene.by(scene.WANG))
    shown = page("subject", f"{ONE}/act/sign_step/attachments", seen(programme, WEN))
    assert "谈心、学习" in shown
    assert f'name="digest" value="{programme.records[-1].digest}"' in shown


def test_the_person_is_not_told_by_how_much_others_are_late():
    late = dump(view_of(scene.counselling(), by(WEN, scene.at(12, 20))))
    assert late["late"]
    shown = page("subject", ONE, {**report_pages.BESIDE, ASKED.name: late})
    assert "已逾期" not in shown
    assert "已过" not in shown
    ours = dump(view_of(scene.counselling(), by(LEAD, scene.at(12, 20))))
    assert "已过" in page("lead", ONE, {**report_pages.BESIDE, ASKED.name: ours})


def test_the_whole_of_what_is_signed_is_shown_and_the_person_is_not_asked_who_signs_for_their_unit():
    programme = scene.assistance()
    programme.name_mentor(scene.MENTOR, by(scene.WANG))
    programme.write_plan("不知道怎么面对同事", (scene.GOAL,), by(scene.WANG))
    shown = page("subject", f"{ONE}/act/sign_plan", seen(programme, WEN))
    for word in ("不知道怎么面对同事", "独立负责一个片区", "考核合格", "跟班学习", "张某", "10月1日"):
        assert word in shown, word
    assert "for_unit" not in shown
    assert 'name="for_unit"' in page("lead", f"{ONE}/act/sign_plan", seen(programme))


def test_who_has_signed_the_plan_is_not_asked_to_once_more():
    programme = scene.assistance()
    programme.name_mentor(scene.MENTOR, by(scene.WANG))
    programme.write_plan("难", (scene.GOAL,), by(scene.WANG))
    assert f'href="{ONE}/act/sign_plan"' in page("subject", ONE, seen(programme, WEN))
    scene.sign_plan(programme)
    assert f"{ONE}/act/sign_plan" not in page("subject", ONE, seen(programme, WEN))
    assert f"{ONE}/act/sign_plan" in page("lead", ONE, seen(programme, LEAD, "sign_plan"))


def test_what_others_did_meanwhile_is_said_in_words():
    there, programme = Site("lead"), scene.counselling()
    scene.plan_visit(programme)
    programme.request_visit("想谈谈", (), by(WEN))
    there.caller.said |= {**seen(programme, LEAD, "classify"), CLASSIFY_PERSON.name: CaseError(
        "changed_meanwhile")}
    shown = str(there.post(f"{ONE}/act/classify", as_read="old", person_class="key", reason="再看看").text)
    assert "现在是这样" in shown
    assert "本人请求回访" in shown
    assert not [code for code in ("request_visit", "plan_visit") if code in shown]


def test_what_has_nothing_to_act_on_is_not_offered():
    programme, verbs = scene.counselling(), ("record_visit", "cancel_visit", "decline_visit", "accept_visit",
                                             "correct_talk", "plan_visit")
    offered = page("lead", ONE, seen(programme, LEAD, *verbs))
    assert [verb for verb in verbs if f"{ONE}/act/{verb}" in offered] == ["plan_visit"]
    scene.plan_visit(programme)
    offered = page("lead", ONE, seen(programme, LEAD, *verbs))
    assert [verb for verb in verbs if f"{ONE}/act/{verb}" in offered] == [
        "record_visit", "cancel_visit", "decline_visit", "plan_visit"]


def test_a_form_with_nothing_to_choose_says_so_and_has_no_button():
    shown = page("lead", f"{ONE}/act/record_visit", seen(scene.counselling(), LEAD, "record_visit"))
    assert "没有可以选的" in shown
    assert not primaries(shown)


def test_a_duty_that_was_done_says_when_it_was_due_and_when_it_was_done():
    programme = scene.counselling()
    scene.visit(programme)
    shown = page("lead", ONE, seen(programme))
    assert "7月12日（周日）前应办，3月2日（周一）已办" in shown


def test_who_was_sanctioned_for_nothing_is_asked_nothing_about_a_sanction():
    for programme in (scene.tolerated(), scene.cleared()):
        shown = page("lead", ONE, seen(programme))
        assert "影响期" not in shown
        assert "日子由回访期推算" in shown
        asked = page("lead", f"{ONE}/act/gather", seen(programme, LEAD, "gather"))
        assert "处分" not in asked
    assert "日子由影响期推算" in page("lead", ONE, seen(scene.counselling()))
    assert "对处分的认识" in page("lead", f"{ONE}/act/gather", seen(scene.counselling(), LEAD, "gather"))


def test_talks_with_others_say_that_they_may_be_left_out():
    shown = page("lead", f"{ONE}/act/record_visit", seen(scene.counselling(), LEAD, "record_visit"))
    assert "与单位负责人谈话（可以不填）" in shown
    assert "与同事谈话（可以不填）" in shown
    assert "与本人谈话（" not in shown


def test_of_a_visit_that_is_planned_only_the_outline_is_kept_from_the_person():
    shown = page("lead", f"{ONE}/act/plan_visit", seen(scene.counselling(), LEAD, "plan_visit"))
    assert "当事人看不到" not in shown
    assert "提纲本人看不到" in shown


def test_a_care_card_is_read_with_one_press_and_its_moment_is_shown():
    programme = scene.tolerated()
    programme.send_card("决定免责", "以后先报批", "王某 0878-1", by(scene.WANG))
    assert "还没有看" in page("lead", ONE, seen(programme))
    own = page("subject", ONE, seen(programme, WEN))
    assert f'action="{ONE}/act/read_card"' in own
    programme.read_card(by(WEN))
    assert "还没有看" not in page("lead", ONE, seen(programme))


@pytest.mark.parametrize("verb", PROGRAMME.acts)
def test_every_form_asks_in_both_languages(verb: str):
    programme = scene.assistance()
    scene.planned(programme)
    scene.plan_visit(programme)
    programme.request_visit("想谈谈", (), by(WEN))
    for language in ("zh", "en"):
        shown = page("lead", f"{ONE}/act/{verb}", seen(programme, LEAD, verb), language)
        assert "<form" in shown
        asked = [each for each in LABELS.findall(shown) if CHINESE.search(each)]
        assert bool(asked) is (language == "zh"), asked


def test_every_verb_that_somebody_takes_has_a_form_and_words():
    assert {*PROGRAMME.acts} | {each.value for each in FOLLOWING} == {each.value for each in Verb}
    own = {each.value for each in Verb} - {"assign", "recuse", "hand_up", "post_ended"}
    assert own <= words.VERBS.keys()


def test_the_list_shows_what_is_due_and_a_sanction_is_registered_by_its_parts():
    line = ProgrammeLine(case_id="p1", number="回访〔2026〕1号", organ_id="532323", about="温某 牟定县水务局",
                         state=ProgrammeState.COUNSELLING, basis="sanction", assignee_name="王某",
                         ends_on=scene.UNTIL, due_at=scene.NOW, opened_at=scene.NOW)
    there = Site("lead")
    there.caller.said |= {PROGRAMMES.name: dump(ProgrammesPage(lines=(line,), counts={"organ": 1})),
                          REGISTER_SANCTION.name: {"case_id": "p1", "number": "1", "tag": ""}}
    shown = str(there.get(LISTED).text)
    assert all(each in shown for each in ("回访〔2026〕1号", "温某 牟定县水务局", "教育疏导", "王某"))
    form = {"name": "温某", "unit": "牟定县水务局", "kind": "administrative", "degree": "demerit",
            "effective_on": "2026-01-12", "effect_months": "12", "decided_by": "牟定县监委", "number": "3号"}
    assert "登记处分" in str(there.get(f"{LISTED}/new").text)
    there.post(f"{LISTED}/new", **form)
    sent = there.sent(REGISTER_SANCTION.name)
    assert sent["sanction"]["effect_months"] == 12
    assert sent["person"]["name"] == "温某"


def test_each_talk_is_sent_apart_and_goals_of_which_something_was_written():
    there = Site("lead")
    programme = scene.assistance()
    scene.plan_visit(programme)
    there.caller.said |= seen(programme, LEAD, "record_visit", "write_plan", "plan_visit")
    for command in (RECORD_PROGRAMME_VISIT, WRITE_GROWTH_PLAN, PLAN_VISIT):
        there.caller.said[command.name] = {"case_id": "p1", "number": "1", "tag": ""}
    there.post(f"{ONE}/act/record_visit", visit="2", on="2026-03-02", with_person="很好", head="局长",
               with_head="不错")
    sent = there.sent(RECORD_PROGRAMME_VISIT.name)
    assert (sent["visit"], [(each["with_whom"], each["who"]) for each in sent["talks"]]) == (
        2, [("person", ""), ("unit_head", "局长")])
    there.post(f"{ONE}/act/write_plan", own_words="难", **{
        "kind-1": "post", "goal-1": "独立", "measure-1": "合格", "actions-1": "学", "helpers-1": "张某",
        "until-1": "2026-10-01", "kind-2": "ability", "goal-2": ""})
    assert [each["goal"] for each in there.sent(WRITE_GROWTH_PLAN.name)["goals"]] == ["独立"]
    there.post(f"{ONE}/act/plan_visit", kind="formal", on="2026-03-09", place="office",
               visitors=["wang", "zhao"], outline="谈谈", request="0")
    planned = there.sent(PLAN_VISIT.name)
    assert (planned["visitors"], planned["request"]) == (["wang", "zhao"], 0)


@pytest.mark.parametrize(("who", "there"), [("lead", True), ("reviewer", True), ("member", False)])
def test_whoever_works_on_programmes_reaches_them_beside_their_tasks(who: str, there: bool):
    tasks = page(who, "/tasks", {"notify.tasks": {"tasks": [], "next_cursor": ""}})
    assert (f'href="{LISTED}"' in tasks) is there
