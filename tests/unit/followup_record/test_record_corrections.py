"""A request for correction: whose it is to ask, whose to answer, by when, and what the person is told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rongcuo.casework.apart import officer_keys
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import OPERATOR, SYSTEM, Actor
from rongcuo.contracts.determination import DeterminationMoved
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.followup import (
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionMoved,
    CorrectionQuery,
    CorrectionsQuery,
    CorrectionState,
    CorrectionView,
    FactRef,
    RecordQuery,
)
from services.followup.domain.record import Correction
from services.followup.usecases import composing, opening, records, settling
from services.followup.views import open_cases
from services.followup.views import records as views
from tests.unit.determination import determination_scene as determinations
from tests.unit.followup.scene import CITY, DEPUTY, KIN, LEAD, NOW, ORGAN, PREFECTURE, WANG, WATCH, WEN, at
from tests.unit.followup_record.desk import CASE, DECIDED, FILING, PROGRAMME, Desk


def asked(desk: Desk, fact: FactRef = FILING) -> str:
    made = desk.give(WEN, records.ask, contract.AskCorrection, person_id="wen", fact=fact,
                     words="日期写错了，是 2 月 1 日")
    return str(made.case_id)


def answer(desk: Desk, actor: Actor, case_id: str, **rest: Any) -> None:
    desk.give(actor, records.answer, contract.AnswerCorrection, case_id,
              **{"corrected": True, "reason": "核对属实，已改", **rest})


def kept(desk: Desk, case_id: str) -> Correction:
    found = desk.store.corrections.read(case_id)
    assert isinstance(found, Correction)
    return found


@pytest.mark.parametrize(("fact", "number"), [
    (FILING, "容报〔2026〕1号"), (CASE, "容认〔2026〕2号"), (PROGRAMME, "回访〔2026〕1号")])
def test_it_goes_to_whoever_has_the_fact_with_a_day_by_the_pack(desk: Desk, fact: FactRef, number: str):
    case = kept(desk, asked(desk, fact))
    assert (case.number, case.about, case.organ_id) == ("更正〔2026〕1号", number, ORGAN)
    assert case.due_at.date() == date(2026, 3, 23)      # fifteen working days
    [told] = desk.told
    assert isinstance(told, CorrectionAsked)
    assert told.standing.holders == (f"{ORGAN}/lead",)
    assert (told.standing.subject_id, told.standing.apart) == ("wen", ("wen",))


def test_one_at_a_time_about_one_matter(desk: Desk):
    first = asked(desk)
    with pytest.raises(CaseError, match=r"followup\.correction_open"):
        asked(desk)
    answer(desk, LEAD, first)
    assert asked(desk) != first


def test_only_of_ones_own_record_and_of_an_entry_that_is_there(desk: Desk):
    with pytest.raises(CaseError, match=r"followup\.not_the_person"):
        desk.give(LEAD, records.ask, contract.AskCorrection, person_id="wen", fact=FILING, words="不对")
    with pytest.raises(CaseError, match=r"followup\.no_such_entry"):
        asked(desk, replace(FILING, matter_id="f9"))


def test_a_lead_answers_with_the_reason_and_the_person_is_told(desk: Desk):
    case_id = asked(desk)
    answer(desk, DEPUTY, case_id, corrected=False)
    case = kept(desk, case_id)
    assert case.state is CorrectionState.ANSWERED
    assert case.answer is not None
    assert (case.answer.corrected, case.answer.by_id, case.answer.reason) == (
        False, "deputy", "核对属实，已改")
    told = desk.told[-1]
    assert isinstance(told, CorrectionAnswered)
    assert told.standing.ended
    assert told.subject_told == "followup.correction_answered"
    with pytest.raises(CaseError, match=r"followup\.correction_answered"):
        answer(desk, LEAD, case_id)


@pytest.mark.parametrize(("actor", "refused"), [
    (WEN, "forbidden"), (WANG, "not_found"), (KIN, "not_found"), (WATCH, "not_found"), (CITY, "not_found")],
    ids=lambda each: getattr(each, "officer_id", each))
def test_nobody_else_answers(desk: Desk, actor: Actor, refused: str):
    case_id = asked(desk)
    with pytest.raises(CaseError, match=refused):
        answer(desk, actor, case_id)
    assert kept(desk, case_id).answer is None


def test_without_a_reason_it_is_no_answer(desk: Desk):
    case_id = asked(desk)
    with pytest.raises(CaseError):
        answer(desk, LEAD, case_id, reason="  ")
    assert kept(desk, case_id).answer is None


def test_a_lead_from_whom_the_fact_is_kept_leaves_it_to_another(desk: Desk):
    case_id = asked(desk)
    desk.kept_from = {"lead"}
    with pytest.raises(CaseError, match=r"followup\.fact_not_seen"):
        answer(desk, LEAD, case_id)
    answer(desk, DEPUTY, case_id)


def test_whom_the_fact_is_kept_from_the_request_is_kept_from(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    decided = replace(DECIDED.cases[0], keys_apart=tuple(officer_keys("deputy")))
    monkeypatch.setattr("tests.unit.followup_record.desk.DECIDED", replace(DECIDED, cases=(decided,)))
    case_id = asked(desk, CASE)
    assert not views.page(desk.sit(DEPUTY), CorrectionsQuery(tab="organ")).lines
    with pytest.raises(CaseError, match="not_found"):
        shown(desk, DEPUTY, case_id)
    assert shown(desk, LEAD, case_id).allowed == ("answer",)


@pytest.mark.parametrize("ended", [False, True])
def test_kept_from_more_later_it_is_kept_from_them_too_and_goes_up_where_nobody_is_left(
        desk: Desk, ended: bool):
    case_id = asked(desk, CASE)
    if ended:
        answer(desk, DEPUTY, case_id)
    for gone in ("lead", "deputy"):
        stands = replace(determinations.opened().standing(), matter_id="d1", apart=(gone,), units_apart=())
        opening.heed_source(desk.sit(SYSTEM), DeterminationMoved(
            standing=stands, what="keep_from", actor_id="", at=NOW))
        told = desk.told[-1]
        assert isinstance(told, CorrectionMoved)
        assert {*told.standing.keys_apart} >= officer_keys(gone)
    for actor in (LEAD, DEPUTY):
        assert not views.page(desk.sit(actor), CorrectionsQuery(tab="closed" if ended else "organ")).lines
    assert kept(desk, case_id).organ_id == (ORGAN if ended else PREFECTURE)


def test_where_nobody_is_free_the_organ_above_answers_though_it_has_not_the_fact(desk: Desk):
    case_id = asked(desk)
    [told] = desk.told
    assert isinstance(told, CorrectionAsked)
    desk.officers = tuple(each for each in desk.officers if each.officer_id in ("wen", "kin", "city"))
    records.find_an_organ(desk.sit(SYSTEM), told)
    assert kept(desk, case_id).organ_id == PREFECTURE
    assert isinstance(desk.told[-1], CorrectionMoved)
    desk.kept_from = {"city"}
    answer(desk, CITY, case_id)
    assert kept(desk, case_id).ended


def test_a_late_answer_stays_late(desk: Desk):
    case_id = asked(desk)
    desk.now = at(4, 20)
    desk.give(LEAD, records.answer, contract.AnswerCorrection, case_id, corrected=True, reason="改了")
    assert kept(desk, case_id).late


def shown(desk: Desk, actor: Actor, case_id: str) -> CorrectionView:
    return views.correction(desk.sit(actor), CorrectionQuery(case_id=case_id))


def test_it_is_there_for_the_person_and_for_the_leads_alone_also_in_the_list(desk: Desk):
    case_id = asked(desk)
    for actor, tab, there in ((WEN, "own", True), (LEAD, "organ", True), (DEPUTY, "organ", True),
                              (WANG, "organ", False), (KIN, "organ", False), (WATCH, "organ", False)):
        page = views.page(desk.sit(actor), CorrectionsQuery(tab=tab))
        assert bool(page.lines) is there, actor.officer_id
        if there:
            assert shown(desk, actor, case_id).allowed == (() if actor is WEN else ("answer",))
        else:
            with pytest.raises(CaseError, match="not_found"):
                shown(desk, actor, case_id)


def test_it_stands_in_the_record_for_whoever_sees_that_entry(desk: Desk):
    asked(desk)
    for actor in (WEN, WATCH, LEAD):
        found = composing.record(desk.sit(actor), RecordQuery(person_id="wen"))
        assert [each.about for each in found.corrections] == ["容报〔2026〕1号"]
    desk.kept_from = {"watch"}
    assert composing.record(desk.sit(WATCH), RecordQuery(person_id="wen")).corrections == ()


def test_it_comes_back_as_it_was_put(desk: Desk):
    case_id = asked(desk)
    before = kept(desk, case_id)
    answer(desk, LEAD, case_id)
    after = kept(desk, case_id)
    assert (after.units, after.kind, after.words, after.parties) == (
        before.units, before.kind, before.words, before.parties)
    assert len(after.history) == len(before.history) + 1


def test_the_watchdog_knows_it_and_it_follows_the_calendar(desk: Desk):
    case_id = asked(desk)
    assert len(open_cases.open_matters(desk.sit(OPERATOR), OpenMattersQuery()).matters) == 2
    with desk.unit() as unit:
        case = desk.store.corrections.get(case_id)
        now, case.edition = case.edition, "an earlier one"
        unit.commit(case)
    settling.follow_calendars(desk.sit(SYSTEM, NOW))
    assert kept(desk, case_id).edition == now
