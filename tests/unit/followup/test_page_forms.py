"""What the forms of a programme ask for, and the list of them."""

import re
from dataclasses import replace
from types import ModuleType

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProgrammeLine, ProgrammesPage, ProgrammeState
from rongcuo.contracts.followup.programme.operations import (
    PLAN_VISIT,
    PROGRAMMES,
    RECORD_PROGRAMME_VISIT,
    REGISTER_SANCTION,
    WRITE_GROWTH_PLAN,
)
from rongcuo.contracts.followup.programme.operations import PROGRAMME as ASKED
from rongcuo.contracts.identity.operations import OFFICERS, ORGANS
from rongcuo.contracts.serialisation import dump
from services.followup.domain.programme import FOLLOWING
from services.followup.domain.programme import ProgrammeVerb as Verb
from services.followup.pages.casebook import pages as of_casebook
from services.followup.pages.problem import forms as of_problems
from services.followup.pages.programme import forms as of_programmes
from services.followup.pages.programme import words
from services.followup.pages.programme.acts import PROGRAMME
from services.followup.pages.programme.asked import CHOSEN, Asked
from services.followup.pages.proposal import forms as of_proposals
from services.followup.pages.record import pages as of_records
from tests.unit.followup import scene
from tests.unit.followup.scene import LEAD, WEN, by
from tests.unit.followup.test_pages import CHINESE, LABELS, LISTED, ONE, page, seen
from tests.unit.gateway.console_site import Site, are_led_to
from tests.unit.review.scene import view


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
    asked = str(there.get(f"{LISTED}/new").text)
    assert "登记处分" in asked
    assert re.search(r"每个不超过 \d+ MB", asked)
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


@pytest.mark.parametrize("forms", [of_programmes, of_problems, of_proposals, of_casebook, of_records],
                         ids=lambda forms: forms.__name__)
def test_an_id_is_chosen_and_never_typed(forms: ModuleType):
    asked = [each for said in vars(forms).values() for each in (said if isinstance(said, tuple) else (said,))
             if isinstance(each, Asked)]
    assert asked
    assert {each.kind for each in asked if each.name.endswith("_id")} <= {*CHOSEN}


def test_an_account_is_chosen_by_unit_and_name_and_an_organ_by_its_name():
    there = Site("lead")
    there.caller.said |= {
        OFFICERS.name: {"officers": [dump(replace(view(WEN), name="温某"))]},
        REGISTER_SANCTION.name: {"case_id": "p1", "number": "1", "tag": ""}}
    shown = str(there.get(f"{LISTED}/new").text)
    assert re.search(r'<select id="officer_id".*<option value="wen">牟定县水务局 · 温某</option>', shown)
    there.post(f"{LISTED}/new", name="温某", unit=scene.UNIT, officer_id="wen")
    assert there.sent(REGISTER_SANCTION.name)["person"]["officer_id"] == "wen"
    there.post(f"{LISTED}/new", name="温某", unit=scene.UNIT, officer_id="")
    assert "officer_id" not in there.sent(REGISTER_SANCTION.name)["person"]
    organs = {ORGANS.name: {"organs": [{"organ_id": "532300", "name": "楚雄州纪委监委",
                                        "division_code": "532300", "division_name": "楚雄州",
                                        "level": "prefecture"}]}}
    moved = page("lead", f"{ONE}/act/change_person",
                 seen(scene.counselling(), LEAD, "change_person") | organs)
    assert re.search(r'<select id="organ_id".*<option value="532300">楚雄州纪委监委</option>', moved)


@pytest.mark.parametrize("kind", ["casebook", "problems", "proposals", "programmes", "years"])
@pytest.mark.parametrize("who", ["subject", "supervisor"])
def test_who_may_not_begin_one_is_refused_before_the_form_is_filled_in(who: str, kind: str):
    there = Site(who)
    refused = there.get(f"/followup/{kind}/new")
    assert (refused.status_code, "<textarea" in str(refused.text)) == (403, False)
    assert Site("reviewer").get(f"/followup/{kind}/new").status_code == 200


def test_what_is_looked_at_twice_shows_each_answer_not_its_words_alone():
    there = Site("lead")
    there.caller.said |= seen(scene.assistance(), LEAD, "change_period")
    form = {"what": "added", "on": "2026-06-01", "number": "9号", "months": "18", "words": "合并计算"}
    preview = there.post(f"{ONE}/act/change_period", as_read=scene.assistance().tag, **form).text
    assert "核对后再办" in preview
    for answer in ("又受处分，合并计算", "6月1日", "9号", ">18<", "合并计算"):
        assert answer in preview, answer
    assert are_led_to(preview, there.get(f"{ONE}/act/change_period").text)


def test_whoever_registers_and_does_not_see_it_afterwards_is_told_so_on_the_list():
    there = Site("reviewer")
    there.caller.said |= {REGISTER_SANCTION.name: {"case_id": "p1", "number": "1", "tag": ""},
                          ASKED.name: CaseError("not_found"),
                          PROGRAMMES.name: dump(ProgrammesPage(lines=(), counts={}))}
    sent_to = there.post(f"{LISTED}/new", name="温某").location
    assert sent_to.startswith(LISTED + "?")
    assert "由负责人核对、分派" in there.get(sent_to).text
