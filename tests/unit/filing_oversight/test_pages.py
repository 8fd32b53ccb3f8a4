"""The page of a filing's later life in every state and for everybody, its list, and its forms."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import Bound, Mark, Marked, OversightsPage
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT as OF
from rongcuo.contracts.filing.oversight.operations import OVERSIGHTS
from rongcuo.contracts.serialisation import dump
from services.filing.domain.oversight import OversightVerb
from services.filing.pages.oversight import words as said
from services.filing.pages.oversight.acts import OVERSIGHT
from services.gateway.cookies import LANGUAGE
from tests.unit.filing.people import FILER, LEAD, REVIEWER
from tests.unit.filing_oversight.scene import DAY, MAY_20, STANDARDS, Scene
from tests.unit.gateway.console_site import Site, primaries

CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = re.compile("<(?:h2|h3|legend|label for[^>]*|dt|th[^>]*|summary|button[^>]*)>([^<]+)<")
ADDRESS = "/oversights/filing1.o"


def begun() -> Scene:
    return Scene()


def planned() -> Scene:
    scene = Scene()
    scene.plan(("decision", 5), ("contract", 40))
    return scene


def deviated() -> Scene:
    scene = planned()
    scene.check(papers=("minutes",))
    scene.deviate(Bound.WAY, Bound.PERIOD)
    scene.guide()
    scene.correct()
    scene.deviate()
    scene.progress(10, 45)
    scene.meddle()
    return scene


def evaluated() -> Scene:
    scene = deviated()
    scene.evaluate(*(Marked(standard=each, mark=Mark.NOT_MET, reason="材料不全") for each in STANDARDS[:2]))
    scene.outcome(amount=300)
    scene.outcome(amount=364, corrects=1, reason="漏计一栋楼")
    scene.retrospect()
    return scene


def closed() -> Scene:
    scene = Scene(situation="emergency")
    scene.evaluate()
    scene.close()
    return scene


SCENES: list[Callable[[], Scene]] = [begun, planned, deviated, evaluated, closed]


def page(scene: Scene, who: Any, address: str = ADDRESS, language: str = "zh") -> str:
    """As the officer sees it. The console's own people stand in for them."""
    there = Site({"filer": "subject", "reviewer": "reviewer", "lead": "lead"}[next(iter(who.roles)).value])
    view = dump(scene.seen_by(who, MAY_20 + 2 * DAY))
    there.caller.said |= {f"{OF.service}.{OF.method}": view}
    there.client.set_cookie(LANGUAGE, language)
    answer = there.get(address)
    assert answer.status_code == 200, address
    return str(answer.text)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("who", [FILER, REVIEWER, LEAD], ids=lambda who: str(who.officer_id))
def test_a_page_says_what_is_next_and_why_a_colour_is_as_it_is(scene: Callable[[], Scene], who: Any) -> None:
    there = scene()
    shown = page(there, who)
    assert there.matter.number in shown
    assert "三色清单" in shown
    assert len(primaries(shown)) <= 1
    assert "&lt;module" not in shown
    assert "<table" not in shown or "<caption>" in shown


def test_what_was_noted_stands_there_dated_and_signed() -> None:
    shown = page(evaluated(), LEAD)
    for words in ("超出报备的", "方式、期限", "指导意见", "补办手续", "已补办", "zhou同志",
                  "进度与计划相差不到", "二次复评", "364 户", "更正第 1 条：漏计一栋楼",
                  "资金先行托管有效", "要求指定施工单位",
                  "集体决策会议纪要", "第 2 项偏差尚未纠正"):
        assert words in shown, words


def test_meddling_is_not_on_the_page_of_the_named() -> None:
    scene = Scene()
    scene.meddle(leader_name=LEAD.name)
    assert "要求指定施工单位" in page(scene, REVIEWER)
    assert "要求指定施工单位" not in page(scene, LEAD)


@pytest.mark.parametrize("scene", SCENES)
def test_in_english_no_label_is_chinese(scene: Callable[[], Scene]) -> None:
    shown = page(scene(), LEAD, language="en")
    left = [label for label in LABELS.findall(shown) if CHINESE.search(label) and "某领导" not in label]
    assert left == []


@pytest.mark.parametrize("verb", OVERSIGHT.acts)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_opens(verb: str, language: str) -> None:
    scene = evaluated()
    who = FILER if verb in ("report_progress", "correct") else REVIEWER if verb == "check" else LEAD
    shown = page(scene if verb != "check" else planned(), who, f"{ADDRESS}/act/{verb}",
                 language)
    assert "<form" in shown
    assert language == "zh" or not [each for each in LABELS.findall(shown) if CHINESE.search(each)
                                    and "某领导" not in each]


def test_an_outcome_is_sent_as_it_was_typed() -> None:
    there = Site("lead")
    there.caller.said |= {"filing.oversight": dump(evaluated().seen_by(LEAD)), "filing.record_outcome": {}}
    there.post(f"{ADDRESS}/act/record_outcome", kind="wages", unit="cny", amount="1200000", on="2026-05-18",
               source="工资支付凭证", corrects="", reason="", as_read="")
    assert there.sent("filing.record_outcome") == {"oversight_id": "filing1.o", "outcome": {
        "kind": "wages", "unit": "cny", "amount": 1_200_000, "on": "2026-05-18", "source": "工资支付凭证",
        "corrects": 0, "reason": ""}}


def test_a_plan_is_sent_with_its_days_and_people() -> None:
    there = Site("lead")
    there.caller.said |= {"filing.oversight": dump(begun().seen_by(LEAD)), "filing.plan_oversight": {}}
    there.post(f"{ADDRESS}/act/plan_checkpoints", **{
        "due-decision": "2026-06-01", "who-decision": ["a", "b"], "due-land": "", "as_read": ""})
    assert there.sent("filing.plan_oversight")["checkpoints"] == [
        {"code": "decision", "due_on": "2026-06-01", "supervisors": ["a", "b"]}]


def test_a_refusal_stands_at_its_field_with_what_was_typed() -> None:
    there = Site("lead")
    there.caller.said |= {"filing.oversight": dump(evaluated().seen_by(LEAD)),
                          "filing.record_outcome": CaseError("filing.outcome_unit")}
    shown = there.post(f"{ADDRESS}/act/record_outcome", kind="wages", unit="households", amount="12",
                       on="2026-05-18", source="凭证", as_read="").text
    assert "单位不对" in shown
    assert 'value="凭证"' in shown


def test_every_verb_a_state_and_a_stage_has_its_word() -> None:
    offered = {verb.value for verb in OversightVerb} - {"require_plan", "stop_oversight", "resume_oversight",
                                                        "follow_change", "lapse", "post_ended"}
    assert OVERSIGHT.acts.keys() == offered
    assert said.VERBS.keys() >= {verb.value for verb in OversightVerb} - {"register_meddling"}


@pytest.mark.parametrize("tab", said.TABS)
def test_the_list_shows_what_is_due_and_says_why_it_is_empty(tab: str) -> None:
    there = Site("reviewer")
    line = {"oversight_id": "filing1.o", "filing_id": "filing1", "number": "530127-2026-000001",
            "title": "续建停工楼盘", "organ_id": "530127", "division_code": "530127", "unit": "住建局",
            "state": "running", "planned": True, "deviations": 1, "stage": "oversight_checkpoint",
            "late": True, "due_on": "2026-05-10", "opened_at": "2026-05-07T09:00:00+08:00"}
    name = f"{OVERSIGHTS.service}.{OVERSIGHTS.method}"
    there.caller.said |= {name: dump(OversightsPage()) | {"lines": [line]}}
    shown = there.get(f"/oversights?tab={tab}").text
    assert "续建停工楼盘" in shown
    assert "已逾期" in shown
    there.caller.said |= {name: dump(OversightsPage())}
    assert str(said.EMPTY[tab]) in there.get(f"/oversights?tab={tab}").text


def test_a_notice_leads_to_the_page() -> None:
    there = Site("reviewer")
    there.caller.said |= {"filing.oversight": dump(begun().seen_by(REVIEWER))}
    for method in ("filing.filing", "review.case", "determination.determination", "determination.meeting",
                   "determination.appeal"):
        there.caller.said[method] = CaseError("not_found")
    assert there.get("/matters/filing1.o").location == ADDRESS


@pytest.mark.parametrize(("scene", "who", "first"), [
    (begun, LEAD, "制定检查计划"), (begun, FILER, "报告进度"), (planned, REVIEWER, "记录检查情况"),
    (deviated, REVIEWER, "给予指导"), (closed, LEAD, "")])
def test_the_one_thing_to_do_is_what_is_due(scene: Callable[[], Scene], who: Any, first: str) -> None:
    shown = re.findall(r'class="button primary" href="[^"]+">([^<]+)<', page(scene(), who))
    assert shown == ([first] if first else [])
