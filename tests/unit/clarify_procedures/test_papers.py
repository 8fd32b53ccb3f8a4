"""The papers that the two procedures call for, the words that people are told, and the pack behind both."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.clarify import ClarificationMode
from rongcuo.contracts.clarify.clarification import events as of_clarifications
from rongcuo.contracts.clarify.false_accusation import events as of_false_accusations
from rongcuo.contracts.error_codes import CATALOGUE
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.pack.reading import procedures
from rongcuo.policy.rules import Rules
from rongcuo.policy.yaml_reader import parse_yaml
from services.clarify.usecases import marked_secrets
from services.documents.domain.filling import filled
from services.documents.domain.kinds import read_kinds
from services.documents.domain.of_brought import _said
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import WANG, by

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "services" / "clarify"
TOLD = {kind.kind: kind for kind in (vars(of_clarifications) | vars(of_false_accusations)).values()
        if isinstance(kind, type) and issubclass(kind, CaseMoved) and kind is not CaseMoved}
KINDS = read_kinds({"clarify": FOLDER / "letters.yaml"}, TOLD.values())
MESSAGES = yaml.safe_load((FOLDER / "messages.yaml").read_text("utf-8"))


def letter(name: str, event: CaseMoved):
    template = KINDS[name].template
    facts = {field: _said(getattr(event, field)) for field in vars(event)
             if isinstance(getattr(event, field), str | date | tuple | None)}
    standing = event.standing
    return filled(template.title, template.body, facts | {
        "organ": "安宁市纪委监委", "matter": standing.title, "number": standing.number})


def last(case, kind: str) -> CaseMoved:
    return next(event for _, event in reversed(case.happened) if event.kind == kind)


def test_each_paper_is_there_and_called_for_by_its_event():
    assert {kind.template.name for kind in KINDS.values()} == {
        "拟澄清告知书", "澄清审批表", "澄清函", "澄清实施记录", "澄清归档单", "澄清情况告知函",
        "不予澄清告知书", "澄清异议答复书"}
    assert all(kind.template.source.illustrative for kind in KINDS.values())


def test_the_notice_says_what_is_to_be_said_to_whom_and_by_when_to_answer():
    text = letter("clarify.intended_clearing", last(scene.asked(), "clarification_opinion_asked"))
    assert text.addressee == "刘某："
    for words in ("反映：反映问题1 经查：结论1 现予以澄清。", "书面、会议", "2026年3月5日前",
                  "会议：局机关干部（局会议室）"):
        assert words in text.body


def test_the_form_has_everything_that_the_head_approves():
    text = letter("clarify.clearing_form", last(scene.carrying_out(), "clarification_approved")).body
    for words in ("信访〔2026〕7号", "影响选拔任用", "正在推荐考察", "同意（会议）", "建议书面加会议澄清",
                  "lead某"):
        assert words in text
    assert "认定诬告陷害" not in text      # where nothing of the kind is asked, nothing is said


def test_the_letter_and_the_record_speak_of_the_allegation_alone():
    case = scene.finished()
    written = letter("clarify.clearing_letter", last(case, "clarification_written"))
    record = letter("clarify.clearing_record", last(case, "clarification_carried_out")).body
    assert written.addressee == "安宁市住房和城乡建设局党组："
    assert "不是对刘某的全面评价" in written.body
    assert "反映：反映问题2 经查：结论2 现予以澄清。" in written.body
    assert all(each.digest in record for each in case.acts)
    assert "本人表态：" in record


def test_the_personnel_body_is_written_to_and_the_person_has_an_entry_to_show():
    case = scene.to_visit()
    copied = letter("clarify.personnel_letter", last(case, "clarification_copied"))
    entry = letter("clarify.clearing_entry", last(case, "clarification_archived")).body
    assert copied.addressee == "安宁市委组织部："
    for words in ("安宁市住房和城乡建设局副局长刘某", "反映：反映问题1 经查：结论1 现予以澄清。"):
        assert words in copied.body
    for words in ("归档号：档2026-7", "已函告组织人事部门：安宁市委组织部", "廉政档案：已存入廉政档案",
                  "书面、会议"):
        assert words in entry
    for paper in (copied.body, entry):
        assert "反映：反映问题2 经查：结论2 现予以澄清。" in paper


def test_of_an_organisation_no_personnel_body_is_told_and_the_entry_says_nothing_of_one():
    case = scene.finished()
    case.concerned = scene.ORGANISATION
    case.archive("档2026-8", "", False, by(WANG))
    assert not [each for _, each in case.happened if each.kind == "clarification_copied"]
    entry = letter("clarify.clearing_entry", last(case, "clarification_archived")).body
    assert "档2026-8" in entry
    for words in ("组织人事", "廉政档案"):
        assert words not in entry


def test_the_refusal_says_why_and_how_to_object_and_a_final_one_does_not():
    text = letter("clarify.no_clearing", last(scene.refused(), "clarification_refused")).body
    for words in ("没有造成影响", "2026年3月16日前", "不等于认定反映的问题属实"):
        assert words in text


@pytest.mark.parametrize("kind", TOLD.values(), ids=TOLD)
def test_what_the_person_is_told_has_words_in_both_languages(kind: type[CaseMoved]):
    if not kind.subject_told:
        assert f"clarify.{kind.kind}" not in MESSAGES
        return
    words = MESSAGES[kind.subject_told]
    assert set(words) == {"zh", "en"}
    filling = {"number", "title", "due"} | ({"until"} if "appeal_until" in kind.__annotations__ else set())
    for said in words.values():
        assert set(re.findall(r"\{(\w+)\}", said["subject"] + said["body"])) <= filling


def test_a_false_accusation_is_told_to_nobody_by_notice():
    assert {name for name, kind in TOLD.items() if kind.subject_told} & {
        name for name in TOLD if name.startswith("false") or name == "reporter_addressed"} == set()


def test_every_refusal_of_the_two_procedures_has_its_words():
    source = "".join(file.read_text("utf-8") for part in ("domain", "usecases", "access")
                     for file in (FOLDER / part).rglob("*.py"))
    written_down = set(re.findall(r'audit_read\("(clarify\.[a-z_]+)"', source))
    codes = set(re.findall(r'"(clarify\.[a-z_]+)"', source)) - written_down - {marked_secrets.LINE}
    assert codes
    assert codes <= CATALOGUE.keys()


def test_every_place_and_every_pack_has_both_procedures_and_says_what_is_illustrative():
    for code in ("530000", "530181", "532801", "533103"):
        pack = Rules().pack(code, date(2026, 3, 2))
        assert pack.clarification.stage("carrying_out").limit.amount == 15
        assert pack.clarification.stage("visit").limit.amount == 90
        assert pack.clarification.visit_not_before.amount == 30
        assert pack.false_accusation.stage("draft").limit.amount == 10
        assert pack.false_accusation.heavier["vile_means"].source.illustrative
        assert pack.clarification.source.illustrative
    with pytest.raises(CaseError, match=r"policy\.unknown_stage"):
        pack.clarification.stage("acceptance")


def test_a_sheet_changes_what_it_says_and_nothing_else():
    sheet = parse_yaml("clarification: {opinion_within: {amount: 5, unit: workdays, source: s}}\n"
                       "sources: {s: {text: 本县, standing: verified}}\n", "x.yaml", "policy.invalid_pack")
    rule = procedures.clarification(sheet)
    assert (rule.opinion_within.amount, rule.object_within.amount) == (5, 10)
    assert not rule.opinion_within.source.illustrative


@pytest.mark.parametrize("told", ["clarification: {opinion_within_days: 5}",
                                  "false_accusation: {stages: []}"])
def test_a_sheet_that_misspells_or_leaves_out_a_stage_is_refused(told: str):
    sheet = parse_yaml(told, "x.yaml", "policy.invalid_pack")
    read = procedures.clarification if "clarification" in told else procedures.false_accusation
    with pytest.raises(CaseError, match=r"policy\.invalid_pack"):
        read(sheet)


def test_written_comes_first_in_every_paper():
    case = scene.asked()
    assert case.preview[0].mode is ClarificationMode.WRITTEN
    assert by(WANG).pack.clarification.guidance["without_reporter"].text
