"""The pages of a programme in each of its states and tabs, each of its forms, and the lists; for whoever
works on it, and for the person, who reads no grade and nothing that others said."""

import re
from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProgrammeState
from rongcuo.contracts.followup.programme.operations import (
    CLASSIFY_PERSON,
)
from rongcuo.contracts.followup.programme.operations import PROGRAMME as ASKED
from rongcuo.contracts.serialisation import dump
from services.followup.domain.programme import Programme
from services.followup.pages.programme import words
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


def test_what_it_follows_from_is_said_once_and_in_the_readers_language():
    tolerated = seen(scene.tolerated())
    shown = page("lead", ONE, tolerated)
    assert "容错认定：免责 · 容认〔2026〕2号" in shown
    assert "容错认定 · 容错认定" not in shown
    assert "容错认定" not in page("lead", ONE, tolerated, "en")
    assert "处分 · " in page("lead", ONE, seen(scene.counselling()))
