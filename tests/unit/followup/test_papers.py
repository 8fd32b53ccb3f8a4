"""The papers of a programme, and the words that people are told."""

from datetime import date
from pathlib import Path

import yaml

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.followup.programme import events
from services import events_of
from services.documents.domain.filling import filled
from services.documents.domain.kinds import read_kinds
from services.documents.domain.of_brought import _said
from services.followup.domain.programme import Programme
from tests.unit.followup import scene
from tests.unit.followup.scene import WANG, by

FOLDER = Path(__file__).resolve().parents[3] / "services" / "followup"
TOLD = {kind.kind: kind for kind in vars(events).values()
        if isinstance(kind, type) and issubclass(kind, CaseMoved) and kind is not CaseMoved}
KINDS = {name: kind for name, kind in read_kinds(
    {"followup": FOLDER / "letters.yaml"}, events_of(CaseMoved)).items() if kind.event in TOLD.values()}
MESSAGES = yaml.safe_load((FOLDER / "messages.yaml").read_text("utf-8"))


def letter(name: str, programme: Programme, kind: str):
    event = next(event for _, event in reversed(programme.happened) if event.kind == kind)
    template = KINDS[name].template
    facts = {field: _said(getattr(event, field)) for field in vars(event)
             if isinstance(getattr(event, field), str | date | tuple | None)}
    return filled(template.title, template.body, facts | {
        "organ": "牟定县纪委监委", "matter": event.standing.title, "number": event.standing.number})


def test_each_paper_is_there_called_for_by_its_event_and_only_the_card_goes_to_the_person():
    assert {kind.template.name for kind in KINDS.values()} == {
        "回访教育谈话情况登记表", "受处理人员所在党组织（单位）评价表", "回访教育评价意见表", "关爱提醒卡"}
    assert all(kind.template.source.illustrative for kind in KINDS.values())
    read = yaml.safe_load((FOLDER / "letters.yaml").read_text("utf-8"))
    assert [name for name in KINDS if read[name]["to"] == "subject"] == ["followup.care_card"]


def test_the_form_of_a_talk_has_the_persons_words_and_nobody_elses():
    text = letter("followup.talk_form", scene.assistance(), "visit_recorded").body
    for words in ("温某", "正式回访", "2026年3月2日", "办公室", "wang某、zhao某", "认识到位", "希望换岗",
                  "单位负责人"):
        assert words in text
    assert "仍认真" not in text


def test_the_forms_of_the_end_have_what_the_unit_and_the_handler_say():
    programme = scene.concluding()
    scene.done(programme)
    assert "好。表现好" in letter("followup.unit_form", programme, "unit_evaluated").body
    text = letter("followup.evaluation_form", programme, "programme_evaluated").body
    for words in ("记过", "2026年3月2日（正式回访）", "好。帮扶有效", "wang某"):
        assert words in text


def test_the_card_speaks_to_the_person():
    programme = scene.tolerated()
    programme.send_card("经研究，予以免责。", "先报批再开工。", "王某 0878-1", by(WANG))
    text = letter("followup.care_card", programme, "care_card_sent")
    assert text.addressee == "温某同志："
    for words in ("予以免责", "先报批再开工", "王某 0878-1", "牟定县纪委监委"):
        assert words in text.body


def test_every_event_that_is_told_has_its_words_and_none_says_after_what():
    told = {kind.subject_told for kind in TOLD.values()} - {""}
    assert told <= MESSAGES.keys()
    for each in told:
        said = str(MESSAGES[each])
        assert not [word for word in ("处分", "容错", "澄清", "sanction", "toleran") if word in said]
