"""What is proposed to be masked, of each kind and however it is written; and what is masked is gone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.followup import EntryText, Mask, MaskChoice, MaskKind
from services.followup.domain.casebook import Known, masked_text, proposed
from services.followup.domain.casebook.masking import betrayed, masked
from tests.unit.followup.casebook_scene import KNOWN, TEXT

LONG = "买买提" + "阿" * 47     # fifty signs


def told(facts: str) -> EntryText:
    return EntryText(title="一案", gist="要点", facts=facts, meaning="意义")


def found(facts: str, known: Known = KNOWN) -> set[tuple[MaskKind, str]]:
    return {(each.kind, each.words) for each in proposed(told(facts), known)}


@pytest.mark.parametrize(("facts", "kind", "words"), [
    ("当事人温建国认为", MaskKind.NAME, "温建国"),
    ("当事人温 建 国认为", MaskKind.NAME, "温 建 国"),
    ("當事人溫建國認為", MaskKind.NAME, "溫建國"),
    ("温某说", MaskKind.NAME, "温某"), ("温副局长说", MaskKind.NAME, "温副局长"),
    ("找老温谈", MaskKind.NAME, "老温"),
    ("由牟定县水务局报", MaskKind.UNIT, "牟定县水务局"), ("经水务局党组研究", MaskKind.UNIT, "水务局"),
    ("由恒远建设有限公司承建", MaskKind.UNIT, "恒远建设有限公司"),
    ("在牟定县开工", MaskKind.PLACE, "牟定县"), ("在禄劝推广", MaskKind.PLACE, "禄劝"),
    ("在凤屯镇开工", MaskKind.PLACE, "凤屯镇"),
    ("2026年1月12日", MaskKind.DAY, "2026年1月12日"),
    ("２０２６年１月１２日", MaskKind.DAY, "２０２６年１月１２日"),
    ("二〇二六年一月", MaskKind.DAY, "二〇二六年一月"), ("于2026-01-12报", MaskKind.DAY, "2026-01-12"),
    ("投入1,200.5万元", MaskKind.AMOUNT, "1,200.5万元"), ("补缴三千余万元", MaskKind.AMOUNT, "三千余万元"),
    ("实施“清水润牟”二期项目", MaskKind.PROJECT, "“清水润牟”"),
    ("见牟纪〔2026〕12号", MaskKind.NUMBER, "见牟纪〔2026〕12号"),
    ("备案530127-2026-000007", MaskKind.NUMBER, "530127-2026-000007"),
    ("身份证53232319900101123X", MaskKind.NUMBER, "53232319900101123X"),
    ("电话138 0013-8000", MaskKind.TELEPHONE, "138 0013-8000"),
    ("电话０８７８－５２１２３４５", MaskKind.TELEPHONE, "０８７８－５２１２３４５"),
])
def test_each_kind_is_found_as_it_is_written(facts: str, kind: MaskKind, words: str):
    assert (kind, words) in found(facts)


@pytest.mark.parametrize("name", ["𠮷田麗", "迪丽热巴·买买提", LONG, "欧阳娜娜", "㛃㛃"])
@pytest.mark.parametrize("between", ["", " ", "·"])
def test_a_rare_or_long_name_is_found_whatever_stands_between_its_signs(name: str, between: str):
    there = between.join(name)
    text = told(f"经查，{there}出于公心")
    masks = proposed(text, Known(names=(name,)))
    assert there in {each.words for each in masks if each.kind is MaskKind.NAME}
    assert masked_text(text, masks).facts == "经查，某某出于公心"


@pytest.mark.parametrize("facts", ["面向农村、乡镇和全省，昆明市、楚雄彝族自治州", "一元化领导", "2026年全年",
                                   "出于公心、敢于担当"])
def test_what_tells_nobody_is_left_alone(facts: str):
    assert found(facts) == set()


@pytest.mark.parametrize("unit", ["嵩明县交通运输局", "盘龙区卫生健康局", "牟定县人民政府"])
def test_a_body_called_by_its_place_is_masked_whole(unit: str):
    text = replace(TEXT, facts=f"报{unit}批准，再由牟定县转来")
    assert masked_text(text, proposed(text, KNOWN)).facts == "报某单位批准，再由某地转来"


def test_a_short_place_is_not_looked_for_within_a_longer_one():
    assert found("在祥云县") == {(MaskKind.PLACE, "祥云县")}


def test_nothing_that_was_known_is_left_in_the_text_and_nothing_else_is_changed():
    shown = masked_text(TEXT, proposed(TEXT, KNOWN))
    whole = "".join((shown.title, shown.gist, shown.facts))
    for gone in ("温", "牟定", "水务局", "2026", "凤屯", "清水", "120", "138"):
        assert gone not in whole
    assert (shown.meaning, shown.keywords, shown.risks) == (TEXT.meaning, TEXT.keywords, TEXT.risks)


def test_what_was_decided_before_is_kept_when_masks_are_proposed_anew():
    before = proposed(TEXT, KNOWN)
    kept = Mask(number=9, kind=before[0].kind, words=before[0].words, replacement="甲",
                choice=MaskChoice.KEEP, reason="示例")
    added = Mask(number=10, kind=MaskKind.NAME, words="抢工期", replacement="赶时间", choice=MaskChoice.MASK)
    gone = Mask(number=11, kind=MaskKind.NAME, words="不在文中", replacement="某", choice=MaskChoice.MASK)
    again = proposed(TEXT, KNOWN, (kept, added, gone))
    assert [each.number for each in again] == list(range(1, len(again) + 1))
    assert {(each.words, each.choice, each.replacement) for each in again} >= {
        (kept.words, MaskChoice.KEEP, "甲"), ("抢工期", MaskChoice.MASK, "赶时间")}
    assert "不在文中" not in {each.words for each in again}


def test_what_is_kept_is_shown_and_a_name_in_a_replacement_is_noticed():
    masks = proposed(TEXT, KNOWN)
    assert betrayed(TEXT, masks, KNOWN) == ()
    named = tuple(Mask(number=1, kind=each.kind, words=each.words, choice=MaskChoice.MASK,
                       replacement="王立" if each.kind is MaskKind.PLACE else each.replacement)
                  for each in masks)
    assert "王立" in betrayed(TEXT, named, KNOWN)
    forgotten = tuple(each for each in masks if each.kind is not MaskKind.TELEPHONE)
    assert betrayed(TEXT, forgotten, KNOWN) == ("138 0013 8000",)


@given(text=st.text("甲乙丙丁戊", max_size=12),
       words=st.lists(st.text("甲乙丙丁", min_size=1, max_size=4), max_size=5))
def test_however_masks_overlap_no_sign_that_one_covers_is_left(text: str, words: list[str]):
    masks = [Mask(number=1, kind=MaskKind.NAME, words=each, replacement="*") for each in words]
    covered = {place + step for each in words for place in range(len(text)) if text.startswith(each, place)
               for step in range(len(each))}
    left = "".join(sign for place, sign in enumerate(text) if place not in covered)
    assert masked(text, masks).replace("*", "") == left
