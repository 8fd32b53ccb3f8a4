"""A record as it is put together: for the person, for whoever supervises, for nobody else; and who looked."""

from dataclasses import fields, replace

import pytest

from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import RecordQuery, RecordView
from rongcuo.contracts.review import RecusalGround
from services.followup.usecases import composing, opening, records
from tests.unit.followup import scene
from tests.unit.followup.scene import CITY, DEPUTY, KIN, LEAD, WANG, WATCH, WEN, ZHAO, at, by, officer
from tests.unit.followup_record.desk import CASE, FILING, PROGRAMME, Desk
from tests.unit.review.scene import view

ELSEWHERE = officer("else", Role.LEAD, organ_id="532324", unit="南华县纪委监委")
FILER = officer("peer", Role.FILER, unit=scene.UNIT)
WEN_QUERY = RecordQuery(person_id="wen")


def seen_by(desk: Desk, actor: Actor) -> RecordView:
    return composing.record(desk.sit(actor), WEN_QUERY)


@pytest.mark.parametrize("actor", [WEN, LEAD, DEPUTY, WATCH], ids=lambda each: each.officer_id)
def test_it_is_there_for_the_person_and_for_whoever_supervises_their_organ(desk: Desk, actor: Actor):
    found = seen_by(desk, actor)
    assert [each.number for each in found.filings] == ["容报〔2026〕1号"]
    assert [each.number for each in found.determinations] == ["容认〔2026〕2号"]
    assert [each.number for each in found.programmes] == ["回访〔2026〕1号"]
    assert found.theirs is (actor is WEN)


@pytest.mark.parametrize("actor", [WANG, ZHAO, KIN, FILER, CITY, ELSEWHERE, SYSTEM],
                         ids=lambda each: each.officer_id)
def test_for_nobody_else_and_nothing_is_asked_or_written_down(desk: Desk, actor: Actor):
    with pytest.raises(CaseError, match="not_found"):
        seen_by(desk, actor)
    assert desk.reads == []


def test_from_whom_a_programme_is_kept_the_record_is_there_without_it_and_nothing_tells_them(desk: Desk):
    for words in ("回访那天停水", "谢谢"):
        fact = PROGRAMME if words == "回访那天停水" else None
        desk.give(WEN, records.remark, contract.AddRecordRemark, person_id="wen", fact=fact, words=words)
    desk.give(WEN, records.ask, contract.AskCorrection, person_id="wen", fact=PROGRAMME, words="日期写错了")
    whole = seen_by(desk, DEPUTY)
    assert (len(whole.programmes), len(whole.remarks), len(whole.corrections)) == (1, 2, 1)
    with desk.unit() as unit:
        programme = desk.store.programmes.get("p1")
        programme.recuse(view(DEPUTY), RecusalGround.RELATIVE, "表亲", by(LEAD))
        unit.commit(programme)
    opening.heed_source(desk.sit(SYSTEM), desk.told[-1])
    less = seen_by(desk, DEPUTY)
    assert less == replace(whole, programmes=(), corrections=(), remarks=tuple(
        each for each in whole.remarks if each.fact is None))
    assert seen_by(desk, LEAD).programmes


def test_a_lead_who_is_the_person_by_another_account_is_not_shown_it(desk: Desk):
    with pytest.raises(CaseError, match="not_found"):
        seen_by(desk, replace(DEPUTY, name=WEN.name))


def test_of_an_officer_nobody_knows_there_is_none(desk: Desk):
    with pytest.raises(CaseError, match="not_found"):
        composing.record(desk.sit(LEAD), RecordQuery(person_id="nobody"))


def test_whoever_looked_is_written_down_before_it_is_answered_and_the_person_sees_it(desk: Desk):
    seen_by(desk, LEAD)
    desk.now = at(3, 3)
    seen_by(desk, WATCH)
    seen_by(desk, WEN)
    assert desk.reads == [(composing.READ, "wen")] * 2
    told = seen_by(desk, WEN).seen
    assert [(each.officer_id, each.name, each.at.day) for each in told] == [
        ("watch", "watch某", 3), ("lead", "lead某", 2)]
    assert seen_by(desk, LEAD).seen == ()


def test_what_a_service_keeps_from_the_reader_is_not_there_nor_what_was_said_about_it(desk: Desk):
    desk.give(WEN, records.remark, contract.AddRecordRemark, person_id="wen", fact=FILING, words="当时停水")
    desk.give(WEN, records.remark, contract.AddRecordRemark, person_id="wen", words="谢谢")
    assert {each.words for each in seen_by(desk, WATCH).remarks} == {"谢谢", "当时停水"}
    desk.kept_from = {"watch"}
    found = seen_by(desk, WATCH)
    assert (found.filings, found.determinations) == ((), ())
    assert [each.words for each in found.remarks] == ["谢谢"]


def test_a_service_that_is_away_is_named_and_the_rest_is_shown(desk: Desk):
    desk.away = {"filing"}
    found = seen_by(desk, WEN)
    assert found.away == ("filing",)
    assert (len(found.filings), len(found.determinations)) == (0, 1)


def test_a_visit_that_was_declined_is_not_held_against_anybody(desk: Desk):
    with desk.unit() as unit:
        programme = desk.store.programmes.get("p1")
        scene.plan_visit(programme, scene.TODAY)
        programme.decline_visit(2, "出差", (), by(WEN))
        unit.commit(programme)
    assert [each.state for each in seen_by(desk, WATCH).programmes[0].visits] == ["made"]


def test_the_looks_of_the_place_stand_beside_it(desk: Desk):
    found = seen_by(desk, WEN)
    assert found.looks_of == "three_distinctions"
    assert found.looks
    desk.officers = tuple(replace(each, division_code="530300") if each.officer_id == "wen" else each
                          for each in desk.officers)
    found = seen_by(desk, WEN)
    assert found.looks_of == "eight_views"
    assert [each.name for each in found.looks][0::7] == ["看动机态度", "看一贯表现"]


def test_no_score_stands_in_it():
    words = {word for each in fields(RecordView) for word in each.name.split("_")}
    assert words & {"score", "grade", "rank", "colour", "level", "class"} == set()


@pytest.mark.parametrize("fact", [FILING, CASE, None])
def test_only_the_person_says_something_about_it(desk: Desk, fact: contract.FactRef | None):
    for actor in (LEAD, FILER, WATCH):
        with pytest.raises(CaseError, match=r"followup\.not_the_person"):
            desk.give(actor, records.remark, contract.AddRecordRemark, person_id="wen", fact=fact, words="好")
    desk.give(WEN, records.remark, contract.AddRecordRemark, person_id="wen", fact=fact, words="好")
    assert [each.words for each in seen_by(desk, WEN).remarks] == ["好"]
    assert [what for what, _, _ in desk.audits] == [records.REMARKED]


def test_a_remark_names_an_entry_that_is_there(desk: Desk):
    with pytest.raises(CaseError, match=r"followup\.no_such_entry"):
        desk.give(WEN, records.remark, contract.AddRecordRemark, person_id="wen", words="好",
                  fact=replace(FILING, matter_id="f2"))
