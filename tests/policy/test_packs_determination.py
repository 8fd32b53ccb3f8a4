"""What the packs say of a determination: stages, assessment, marks, letters."""

from datetime import date

import pytest

from rongcuo.contracts.determination import Outcome
from rongcuo.policy.divisions import divisions
from rongcuo.policy.limit import LimitUnit
from rongcuo.policy.pack.reading.fitting import LETTERS, OUTCOMES
from tests.policy.test_packs import PLACES, pack


def test_the_outcomes_are_those_that_a_case_can_have(packs):
    assert set(OUTCOMES) == set(Outcome)
    assert all(tuple(pack(packs, place).outcomes) == OUTCOMES for place in PLACES)


@pytest.mark.parametrize(
    ("place", "sets"),
    [
        ("530000", {"three_distinctions": 2}), ("530127", {"three_distinctions": 2}),
        ("530125", {"three_distinctions": 2, "four_checks": 3}),
        ("530302", {"three_distinctions": 2, "eight_views": 2}),
        ("532801", {"three_distinctions": 2, "three_factors": 2}),
    ],
)
def test_which_sets_a_determination_is_assessed_by(packs, place, sets):
    assert dict(pack(packs, place).assessment.sets) == sets


@pytest.mark.parametrize(
    ("place", "phases"),
    [
        ("530127", ["acceptance", "verification", "meeting"]),
        ("530125", ["acceptance", "verification", "meeting", "feedback", "record_filing"]),
        ("532801", ["application", "acceptance", "verification", "meeting", "feedback", "record_filing"]),
    ],
)
def test_how_a_determination_goes(packs, place, phases):
    assert [stage.phase for stage in pack(packs, place).determination_stages] == phases
    assert all(stage.phase == "" for stage in pack(packs, place).filing_stages)


def test_what_no_source_supports_in_a_determination_is_marked(packs):
    yiliang, songming, xiangyun = (pack(packs, code) for code in ("530125", "530127", "532923"))
    assert all(criterion.source.illustrative for criterion in yiliang.criteria_sets["four_checks"])
    assert [criterion.name for criterion in yiliang.criteria_sets["four_checks"]] == [
        "查动机看公私", "查程序看合规", "查过程看尽责", "查补救看成效"]
    limits = [stage.limit.source.illustrative for stage in songming.determination_stages]
    assert limits == [False, True, True]
    assert xiangyun.appeal.lodge_within.source.illustrative
    assert xiangyun.appeal.decide_within.source.illustrative
    assert not xiangyun.measures["admonition"].source.illustrative
    assert not xiangyun.measures["reminder_card"].source.illustrative
    assert {"talk_reminder", "criticism_education", "ordered_inspection"} < xiangyun.measures.keys()


def test_what_a_place_says_nothing_of_has_a_time_of_ours_that_is_marked(packs):
    for found in packs.all():
        for limit in (found.suspension.look_again_after, found.joint_meeting.conclude_within):
            assert (limit.unit, limit.source.illustrative) == (LimitUnit.WORKDAYS, True)
        assert found.suspension.at_most.source.illustrative
        assert found.clarification.read_within.source.illustrative


def test_an_organ_has_its_mark_and_no_two_share_one(packs):
    places = [place.code for place in divisions()]
    marks = [pack(packs, place).organ_marks.of(place) for place in places]
    assert pack(packs, "530127").organ_marks.of("530127") == "嵩纪容"
    assert pack(packs, "530181").organ_marks.of("530181.gaoxin") == "安高新纪容"
    assert pack(packs, "530129").organ_marks.of("530129") == "云容530129"
    assert len(set(marks)) == len(places)


def test_every_letter_has_its_words_and_nobody_s_name(packs):
    for place in PLACES:
        letters = pack(packs, place).letters
        assert letters.keys() == LETTERS | {"filing_receipt", "objection_decision"}
        for letter in letters.values():
            first, *lines = letter.body.splitlines()
            assert first in {"{filer}：", "{recipient}：", "会议名称：{meeting}"}
            assert len(lines) >= 2
            assert letter.title


TERMS = ("form", "measure", "conditions", "rectification", "effects")   # each may bind, in a denial too


def test_a_letter_says_what_its_reader_needs(packs):
    letters = pack(packs, "530127").letters
    for kind in ("determination_decision", "denial_decision"):
        for placeholder in ("outcome", "reasons", "criteria", "appeal_until", "number_of_old", "act",
                            *TERMS):
            assert f"{{{placeholder}}}" in letters[kind].body
    assert "{reasons}" in letters["determination_refusal"].body
    assert "{effects}" in letters["personnel_notice"].body
    assert "{minority}" in letters["meeting_minutes"].body


def test_a_pack_from_before_determinations_is_still_found(packs):
    """Filings were opened under it."""
    early = packs.in_force("530127", date(2023, 12, 31))
    assert packs.by_id(early.id) is early
    assert dict(early.assessment.sets) == {}
    assert early.joint_meeting.barred == frozenset()
    assert early.appeal.lodge_within.source.illustrative
    assert early.organ_marks.of("530127") == "530127"
    assert [stage.phase for stage in early.determination_stages] == ["", "", ""]
