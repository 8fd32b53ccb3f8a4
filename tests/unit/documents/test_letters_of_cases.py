"""What the letters of a case say, in the words of the province's pack."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rongcuo.contracts.determination import DecisionTerms, Rectification
from rongcuo.contracts.events import Event
from services.documents.domain.filling import filled
from services.documents.domain.letter import Text
from services.documents.domain.of_determinations import Rulebook, wanted_of_case
from tests.unit.documents import scene

PACK = scene.RULES.pack_by_id(scene.PACK)


def text_of(event: Event, judged: Any = PACK) -> Text:
    wanted = wanted_of_case(event, Rulebook(PACK, judged))
    assert wanted is not None
    template = PACK.letters[wanted.kind]
    return filled(template.title, template.body, wanted.facts)


def test_the_feedback_letter_tells_the_answer_and_the_last_day_of_appeal() -> None:
    body = text_of(scene.fed_back(
        answer="接受，无异议。", effects="不影响年度考核。", appeal_until=date(2026, 4, 2),
        rectification=Rectification(what="补办用地手续。", due_on=date(2026, 6, 30)))).body
    for line in ("本人意见：接受，无异议。",
                 "整改要求：补办用地手续，于2026年6月30日前（含当日）完成",
                 "结果运用：不影响年度考核。",
                 "对认定决定不服的，可以在2026年4月2日前（含当日）提出申诉。申诉不会加重处理。"):
        assert line in body.splitlines()


def test_a_revocation_tells_why_and_what_the_person_can_do() -> None:
    lines = text_of(scene.revoked()).body.splitlines()
    assert "发现新的事实。" in lines
    assert "对重新作出的认定不服的，可以在被告知后30日内向本机关提出申诉。申诉不会加重处理。" in lines
    assert "本决定于2026年3月3日作出。" in lines


def test_what_nobody_said_is_left_out() -> None:
    body = text_of(scene.fed_back()).body
    assert not any(word in body for word in ("本人意见", "整改要求", "结果运用", "申诉", "{"))


def test_the_personnel_notice_tells_the_note() -> None:
    assert "已报县委常委会。" in text_of(scene.record_filed(note="已报县委常委会。")).body.splitlines()


def test_a_set_of_criteria_without_a_name_of_its_own_is_told_by_its_criteria() -> None:
    jinghong = scene.RULES.pack("532801", scene.NOW.date())
    terms = DecisionTerms(reasons="理由", cited=("three_distinctions", "three_factors", "unknown"))
    body = text_of(replace(scene.made(), terms=terms), jinghong).body
    assert "评估依据：“三个区分开来”、动机态度、性质程度、后果影响、unknown" in body.splitlines()


@pytest.mark.parametrize(("form", "told"), [
    (1, "从轻，处理为第一种形态"), (0, "从轻，处理为不作组织处理"), (None, "从轻")])
def test_a_change_on_appeal_names_the_form_of_discipline(form: int | None, told: str) -> None:
    changed = replace(scene.appeal_decided(upheld=False), discipline_form=form)
    assert f"复核结论：变更原决定，结果为{told}" in text_of(changed).body.splitlines()
    assert "复核结论：维持原决定" in text_of(scene.appeal_decided()).body.splitlines()
