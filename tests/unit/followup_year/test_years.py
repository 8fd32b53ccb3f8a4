"""A year of return visits: drawn up from the programmes, approved by somebody else, in versions; counted once
it is over, and what is small is not told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import OPERATOR, SYSTEM, Actor
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.followup import (
    PersonClass,
    VisitState,
    YearMoved,
    YearPlanApproved,
    YearQuery,
    YearReportApproved,
    YearsQuery,
    YearState,
    YearView,
)
from services import events_of
from services.documents.domain.filling import filled
from services.documents.domain.kinds import read_kinds
from services.documents.domain.of_brought import _said
from services.followup.domain.programme import Programme
from services.followup.domain.year import drawn_up, figures_of
from services.followup.usecases import settling, years
from services.followup.views import open_cases
from services.followup.views import years as views
from tests.unit.followup import desk as at
from tests.unit.followup import scene
from tests.unit.followup.desk import Desk
from tests.unit.followup.scene import CITY, DEPUTY, KIN, LEAD, NOW, OVER, WANG, WATCH, WEN, ZHAO, by

FOLDER = Path(__file__).resolve().parents[3] / "services" / "followup"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with at.opened() as there:
        there.put(scene.counselling())
        yield there


def drawn(desk: Desk, actor: Actor = WANG, **rest: Any) -> str:
    made = desk.give(actor, years.draw_up_plan, contract.DrawUpYearPlan, **{"year": 2026, **rest})
    return str(made.case_id)


def in_force(desk: Desk) -> str:
    case_id = drawn(desk)
    desk.give(LEAD, years.approve_plan, contract.ApproveYearPlan, case_id)
    return case_id


def seen(desk: Desk, actor: Actor, case_id: str) -> YearView:
    return views.year(desk.sit(actor), YearQuery(case_id=case_id))


def test_the_plan_says_who_is_due_when_and_who_goes():
    programme = scene.counselling()
    scene.plan_visit(programme, date(2026, 7, 2))
    lines = drawn_up((programme,), 2026, by(LEAD))
    assert [(each.on, each.kind, each.person_class, each.visitors) for each in lines] == [
        (date(2026, 7, 12), "formal", "general", ("wang某", "zhao某"))]
    assert [each.on for each in drawn_up((programme,), 2027, by(LEAD))] == [date(2027, 1, 11)]
    assert drawn_up((scene.ended(),), 2026, by(LEAD)) == ()
    assert drawn_up((scene.counselling(),), 2026, by(LEAD))[0].visitors == ("wang某",)


def test_somebody_else_approves_and_then_it_is_in_force_until_the_january_after(desk: Desk):
    case_id = drawn(desk, LEAD)
    with pytest.raises(CaseError, match=r"followup\.own_year_draft"):
        desk.give(LEAD, years.approve_plan, contract.ApproveYearPlan, case_id)
    with pytest.raises(CaseError, match="forbidden"):
        desk.give(WANG, years.approve_plan, contract.ApproveYearPlan, case_id)
    desk.give(DEPUTY, years.approve_plan, contract.ApproveYearPlan, case_id)
    found = seen(desk, LEAD, case_id)
    assert found.state is YearState.IN_FORCE
    assert found.due_at is not None
    assert found.due_at.date() == date(2027, 1, 31)
    told = desk.told[-1]
    assert isinstance(told, YearPlanApproved)
    assert told.months == "7月：一般帮扶1次；回访人员：wang某"
    assert (told.plan_version, told.change, told.standing.subject_id) == ("1", "无", "")


def test_a_change_is_a_further_version_and_says_why(desk: Desk):
    case_id = in_force(desk)
    with desk.unit() as unit:
        programme = desk.store.programmes.get("p1")
        programme.classify(PersonClass.KEY, "情绪低落", by(WANG))
        unit.commit(programme)
    with pytest.raises(CaseError):
        drawn(desk)
    assert drawn(desk, why="类别有变化") == case_id
    assert drawn(desk, why="类别有变化，再核一次") == case_id      # a draft in the place of a draft
    desk.give(LEAD, years.approve_plan, contract.ApproveYearPlan, case_id)
    found = seen(desk, LEAD, case_id)
    assert [(each.version, each.why, len(each.lines)) for each in found.plans] == [
        (2, "类别有变化，再核一次", 3), (1, "", 1)]
    assert sum(each.visits for each in found.months) == 3


def test_after_its_end_there_is_a_report_and_no_plan(desk: Desk):
    case_id = in_force(desk)
    report = {"usecase": years.draw_up_report, "command": contract.DrawUpYearReport, "case_id": case_id}
    with pytest.raises(CaseError, match=r"followup\.year_not_over"):
        desk.give(WANG, **report, words="出差")
    desk.now = OVER
    with pytest.raises(CaseError, match=r"followup\.year_over"):
        drawn(desk, why="补订")
    desk.give(WANG, **report, words="出差改期")
    desk.give(LEAD, years.approve_report, contract.ApproveYearReport, case_id)
    told = desk.told[-1]
    assert isinstance(told, YearReportApproved)
    assert told.figures == "计划：<5次\n已回访：0次\n本人谢绝：0次\n改期、取消：0次"
    assert told.standing.ended
    found = seen(desk, LEAD, case_id)
    assert (found.state, found.due_at, found.allowed) == (YearState.REPORTED, None, ())


def visited(many: int, person_class: PersonClass, state: VisitState = VisitState.MADE) -> Programme:
    programme = scene.assistance()
    programme.person_class = person_class
    programme.visits = tuple(replace(programme.visits[0], number=number, state=state)
                             for number in range(1, many + 1))
    return programme


@pytest.mark.parametrize(("programmes", "held", "of"), [
    ([], "0", {"key": "0", "general": "0", "encouraging": "0"}),
    ([visited(3, PersonClass.KEY)], "<5", {}),
    ([visited(6, PersonClass.KEY), visited(5, PersonClass.GENERAL)], "11",
     {"key": "6", "general": "5", "encouraging": "0"}),
    ([visited(6, PersonClass.KEY), visited(1, PersonClass.GENERAL)], "7", {}),
    ([visited(6, PersonClass.KEY), visited(2, PersonClass.KEY, VisitState.DECLINED)], "6", {})])
def test_what_is_small_is_not_told_nor_found_by_the_others(
        programmes: list[Programme], held: str, of: dict[str, str]):
    figures = {each.code: each for each in figures_of((), programmes, 2026)}
    assert (figures["held"].shown, figures["held"].of) == (held, of)
    assert all(bool(each.of) is bool(of) for each in figures.values())
    assert not [each.shown for each in figures.values() if each.shown in tuple("1234")]


def test_only_visits_of_the_year_count():
    assert [each.shown for each in figures_of((), [visited(6, PersonClass.KEY)], 2025)] == ["0"] * 4


def test_a_line_is_there_for_whoever_sees_its_programme_and_the_year_for_the_organ(desk: Desk):
    case_id = in_force(desk)
    for actor, lines in ((LEAD, 1), (WANG, 1), (WATCH, 1), (ZHAO, 0), (KIN, 0)):
        assert len(seen(desk, actor, case_id).plans[0].lines) == lines, actor.officer_id
        assert len(views.page(desk.sit(actor), YearsQuery()).lines) == 1
    for actor in (WEN, CITY):
        with pytest.raises(CaseError, match="not_found"):
            seen(desk, actor, case_id)
        assert views.page(desk.sit(actor), YearsQuery()).lines == ()
    with pytest.raises(CaseError, match="forbidden"):
        drawn(desk, WEN)


def test_the_watchdog_and_the_leads_know_that_it_waits(desk: Desk):
    case_id = drawn(desk)
    told = desk.told[-1]
    assert isinstance(told, YearMoved)
    assert told.standing.holders == (f"{scene.ORGAN}/lead",)
    found = open_cases.open_matters(desk.sit(OPERATOR), OpenMattersQuery())
    assert case_id in {each.matter_id for each in found.matters}
    with desk.unit() as unit:
        year = desk.store.years.get(case_id)
        now, year.edition = year.edition, "an earlier one"
        unit.commit(year)
    settling.follow_calendars(desk.sit(SYSTEM, NOW))
    assert desk.store.years.read(case_id).edition == now


def test_plan_and_report_are_letters_on_file_that_name_nobody(desk: Desk):
    case_id = in_force(desk)
    desk.now = OVER
    desk.give(WANG, years.draw_up_report, contract.DrawUpYearReport, case_id, words="出差改期")
    desk.give(LEAD, years.approve_report, contract.ApproveYearReport, case_id)
    kinds = read_kinds({"followup": FOLDER / "letters.yaml"}, events_of(CaseMoved))
    told = {type(each): each for each in desk.told}
    for name, event, words in (
            ("followup.year_plan", YearPlanApproved, ("第1版", "7月：一般帮扶1次", "lead某")),
            ("followup.year_report", YearReportApproved, ("已回访：0次", "出差改期", "不满五次"))):
        template = kinds[name].template
        facts = {field: _said(value) for field, value in vars(told[event]).items()
                 if isinstance(value, str | date)}
        letter = filled(template.title, template.body, facts | {"number": "回访年度〔2026〕"})
        assert "年度：2026年" in letter.body
        assert not [word for word in words if word not in letter.body]
        assert "温某" not in letter.body
        assert "回访〔2026〕1号" not in letter.body
