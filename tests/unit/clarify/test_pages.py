"""The list of reports and the page of one, as a person sees them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.clarify import Channel, ReportDisposal, ReporterRequest, ReportOutcome, ReportState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import HeldBy
from services.clarify.domain import Verb
from services.clarify.domain.verbs import FOLLOWING
from services.clarify.pages import words
from services.clarify.pages.acts import REPORT
from services.gateway.console.page.labels import VERBS
from tests.unit.clarify import scene
from tests.unit.clarify.scene import WANG, by
from tests.unit.gateway.console_site import Site, primaries
from tests.unit.gateway.page_text import status_of, texts_of
from tests.unit.gateway.report_pages import BESIDE, FOUND, LOOKS, ONE, listed, of
from tests.unit.gateway.test_console_structure import Outline

UNTRUE, TRUE, OPEN = ReportOutcome.UNSUBSTANTIATED, ReportOutcome.SUBSTANTIATED, ReportOutcome.NOT_RESOLVED
PARTS = ("登记", "管辖审查", "告知受理", "处置研判", "核查结论", "是否澄清", "审核办结", "反馈结果")


def site(who: str = "lead", **said: object) -> Site:
    there = Site(who)
    there.caller.said |= said
    return there


def shown(made, *allowed: str, who: str = "lead", tab: str = "", **facts: object) -> str:
    return site(who, **of(made, *allowed, **facts)).get(f"{ONE}?tab={tab}" if tab else ONE).text


def answered(*, real: bool = False):
    made = scene.found(UNTRUE, TRUE, real=real)
    if real:
        scene.told(made)
    made.answer_clearing(True, "", "影响了选拔", by(WANG))
    return made


def closed(*, real: bool = False):
    made = answered(real=real)
    made.close(by(scene.SECOND))
    return made


def passed_up():
    made = scene.assigned()
    made.pass_up("市管干部", "r9", by(WANG))
    return made


def test_the_list_says_what_it_is_about_where_it_stands_and_who_has_it():
    page = site(**listed(scene.accepted())).get("/clarify/reports").text
    for word in ("信访〔2026〕1号", "柳成林", "来信", "已受理，待处置", "王安", "/clarify/reports/r1"):
        assert word in page


def test_the_list_goes_out_as_a_table_in_words():
    table = site(**listed(scene.accepted())).get("/clarify/reports?as=csv").text.splitlines()
    assert table[0] == "\ufeff到期,编号,反映对象,渠道,环节,在谁手里"
    assert table[1].endswith("信访〔2026〕1号,柳成林,来信,已受理，待处置,王安")


@pytest.mark.parametrize(("who", "may"), [("reviewer", True), ("lead", True), ("supervisor", False)])
def test_whoever_works_on_reports_enters_them(who, may):
    page = site(who, **listed()).get("/clarify/reports").text
    assert ('href="/clarify/reports/new"' in page) is may
    assert "与您本人或者本单位有关的，不在这里显示" in page


@pytest.mark.parametrize("made", [scene.opened(), scene.accepted(), scene.disposed(), FOUND])
def test_the_page_of_one_shows_its_allegations_and_the_pseudonym_alone(made):
    page = shown(made)
    for word in ("信访〔2026〕1号", "未批先建", "两条烟", "举报人甲"):
        assert word in page
    assert made.reporter_ref not in page


@pytest.mark.parametrize(("made", "stage", "holder", "here"), [
    (scene.opened(), "待管辖审查", "待分派", "管辖审查"),
    (scene.accepted(), "已受理，待处置", "wang某", "处置研判"),
    (scene.disposed(), "核查中", "wang某", "谈话函询"),
    (scene.disposed(ReportDisposal.VERIFY), "核查中", "负责人（待组成核实组）", "初步核实"),
    (scene.verified(), "核查中", "wang某 等 2 人", "初步核实"),
    (scene.disposed(ReportDisposal.HOLD), "暂存待查", "wang某", "暂存待查"),
    (FOUND, "结论审核", "wang某", "结论审核")])
def test_one_sentence_says_where_it_is_and_the_line_how_far(made, stage, holder, here):
    page = shown(made)
    said = status_of(page)
    assert (said["in-stage"], said["holder"]) == (stage, holder)
    assert re.findall(r'aria-current="step">(?:<svg.*?</svg>)?([^<]+)', page) == [here]


@pytest.mark.parametrize(("made", "outcome"), [
    (closed(), "核查结论：属实"), (closed(real=True), "核查结论：属实"),
    (passed_up(), "已报上级，本级不留存")])
def test_what_came_of_it_is_the_largest_line(made, outcome):
    assert status_of(shown(made))["outcome"] == outcome


def test_of_what_was_passed_up_the_page_says_only_that():
    page = shown(passed_up())
    assert "已报送530100。本机关只留下编号、日期和去向。" in page
    assert "柳成林" not in page
    assert "举报人甲" not in page
    assert site(**of(passed_up())).get(f"{ONE}?tab=reporter").status_code == 404


def test_for_whom_it_is_not_there_the_page_is_not_either():
    there = site(**{"clarify.report": CaseError("not_found")})
    for address in (ONE, f"{ONE}?tab=reporter", f"{ONE}/act/accept"):
        assert there.get(address).status_code == 404
    for address in (f"{ONE}/act/accept", f"{ONE}/write", f"{ONE}/unseal"):
        assert there.post(address, text="x").status_code == 404
    assert not [target for target, payload in there.caller.asked if "command_id" in payload]


@pytest.mark.parametrize(("made", "by_whom", "first"), [
    (scene.opened(), scene.LEAD, "分派"), (scene.assigned(), WANG, "受理"), (scene.accepted(), WANG, "处置"),
    (scene.accepted(real=True), WANG, "告知受理"), (scene.disposed(), WANG, "记录核查结论"),
    (scene.disposed(ReportDisposal.VERIFY), scene.LEAD, "组成核实组"), (FOUND, WANG, "回答是否澄清"),
    (answered(), scene.LEAD, "审核办结"), (closed(real=True), WANG, "反馈结果"),
    (closed(), WANG, "写一案一议")])
def test_one_thing_is_to_be_done_now(made, by_whom, first):
    page = shown(made, by=by_whom)
    assert len(primaries(page)) == 1
    [said] = re.findall(r'class="(?:button )?primary"[^>]*>([^<]+)', page)
    assert said == first


def test_the_page_offers_what_is_allowed_and_nothing_else():
    everything = shown(FOUND, *REPORT.acts)
    for verb in REPORT.acts:
        assert f"{ONE}/act/{verb}" in everything or verb == "judge_match", verb
    nothing = site("supervisor", **of(FOUND)).caller.said["clarify.report"] | {"allowed": []}
    page = site("supervisor", **{**BESIDE, "clarify.report": nothing}).get(ONE).text
    assert "/act/" not in page
    assert "现在没有需要您办理的" in page


def test_the_parts_say_what_is_done_open_still_to_come_and_not_asked():
    said = [said for _, said in texts_of(shown(FOUND), "parts", "chip")]
    assert dict(zip(PARTS, said, strict=True)) == {
        "登记": "已完成", "管辖审查": "已完成", "告知受理": "不要求", "处置研判": "已完成",
        "核查结论": "已完成", "是否澄清": "待办", "审核办结": "未到", "反馈结果": "不要求"}
    early = [said for _, said in texts_of(shown(scene.accepted(real=True)), "parts", "chip")]
    assert early == ["已完成", "已完成", "待办", "待办", "未到", "未到", "未到", "未到"]


def test_findings_categories_and_what_a_filing_is_to_it_stand_at_their_allegation():
    page = shown(scene.found(OPEN, TRUE))
    first, second = page.split('id="allegation-2"')
    for word in ("查无实据但不能排除", "主体责任落实不力", "2026年3月2日" if "2026年" in first else "3月2日"):
        assert word in first
    assert "属实" in second
    assert "收送礼品礼金" in second


@pytest.mark.parametrize(("clear", "ground", "said"), [(True, "", "要澄清"), (False, "no_harm", "不澄清")])
def test_the_answer_to_the_clearing_question_is_shown_as_it_was_given(clear, ground, said):
    made = scene.found(UNTRUE, TRUE)
    made.answer_clearing(clear, ground, "影响了选拔", by(WANG))
    assert f"<b>{said}</b>" in shown(made)


def test_the_timeline_is_in_the_words_of_a_report():
    page = shown(FOUND, tab="timeline")
    entries = page[page.index('class="timeline"'):]
    for word in ("已登记", "已查明应回避的人，转管辖审查", "已分派", "已受理", "处置：谈话函询",
                 "已记录核查结论"):
        assert word in entries
    assert not re.findall(r"<b>[a-z_]+</b>", entries)


def test_a_supervised_report_says_by_when_and_a_real_name_one_until_when_they_are_told():
    page = shown(scene.accepted(real=True), assigned_due_on=date(2026, 8, 6))
    assert "告知举报人受理" in status_of(page)["awaited"]
    assert "交办件办结" in status_of(page)["awaited"]


def test_what_the_reporter_asks_for_is_the_first_thing_to_be_seen():
    made = scene.accepted()
    made.take_request(ReporterRequest.PROTECTION, "", scene.RECEIVED_AT, by(WANG))
    page = shown(made)
    assert page.index("请求保护") < page.index("未批先建")


def test_every_code_that_somebody_sees_has_its_word():
    assert {*ReportState} - {ReportState.REGISTERED} == words.STATES.keys()
    assert {*Channel} == words.CHANNELS.keys()
    for kind in (words.ORIGINS, words.KINDS, words.DISPOSALS, words.OUTCOMES, words.LINKS, words.VERDICTS,
                 words.OUTSIDE, words.LIKENESS, words.REQUESTS, words.TOLD, words.PARTS):
        assert kind.keys() == {*type(next(iter(kind)))}
    assert {*HeldBy} >= {"team_forming", "decision"}


@pytest.mark.parametrize("verb", [*Verb], ids=str)
def test_every_step_has_its_word_and_every_verb_its_form(verb):
    became = verb in (Verb.DISPOSE, Verb.GIVE_FEEDBACK)      # the history says what it came to
    assert became or verb.value in words.VERBS or verb.value in VERBS
    assert verb in FOLLOWING | {Verb.REGISTER} or verb.value in REPORT.acts


@pytest.mark.parametrize(("who", "name", "address", "said"), LOOKS, ids=[name for _, name, *_ in LOOKS])
def test_a_page_is_sound(who, name, address, said):
    page = Site(who, **said).get(address)
    assert page.status_code == 200, name
    outline = Outline()
    outline.feed(page.text)
    assert outline.misplaced == []
    assert [each for each, times in outline.ids.items() if times > 1] == []
    for buttons in outline.buttons:
        assert "primary" not in buttons[1:]
    assert scene.CONTENT.reporter_ref not in page.text


def test_a_report_that_went_up_says_who_has_it_now():
    page = shown(replace(scene.opened(), organ_id="530100"))
    assert "现由530100办理。" in page
