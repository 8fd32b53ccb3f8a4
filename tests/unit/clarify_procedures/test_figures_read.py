"""Who reads which figures, of what, and that nobody finds by a number what is kept from them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event, insert, text

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import FalseAccusationFiguresQuery, FiguresQuery, ReportOutcome, ReportsQuery
from services.clarify.storage.report_content import row_of
from services.clarify.storage.reports import apart, table
from services.clarify.views import reports
from services.clarify.views.figures import (
    clarification_figures,
    false_accusation_figures,
    report_figures,
)
from tests.unit.clarify import figures_scene as came
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, SUPERVISOR, WANG, ZHAO, officer, view
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import Desk

DAY = scene.RECEIVED_AT.date()
YEAR = FiguresQuery(organ_id=scene.ORGAN, since=date(2026, 1, 1), until=date(2026, 12, 31))
READERS = (WANG, ZHAO, LEAD, SUPERVISOR)
NOBODY = [officer(role.value, role) for role in Role if role not in (
    Role.REVIEWER, Role.LEAD, Role.SUPERVISOR)] + [
    scene.ELSEWHERE, scene.LEAD_ABOVE, officer("s", Role.SUPERVISOR, organ_id="530181")]


def told(desk: Desk, actor: Actor, query: FiguresQuery = YEAR) -> dict[str, str]:
    return {each.code: each.shown for each in report_figures(desk.sit(actor), query).figures}


def test_all_who_read_an_organs_figures_read_the_same(desk: Desk):
    desk.put(came.came_in("1"), came.repeated("2"), came.came_in("3", organ_id=scene.ABOVE))
    assert {told(desk, each)["reports"] for each in READERS} == {"2"}
    assert told(desk, LEAD, replace(YEAR, organ_id=""))["reports"] == "2"


@pytest.mark.parametrize("question", [report_figures, clarification_figures])
@pytest.mark.parametrize("actor", NOBODY, ids=lambda actor: actor.officer_id)
def test_nobody_else_reads_any(desk: Desk, question, actor: Actor):
    """Not whoever it is about, nor who filed, nor another organ; the platform itself has no use for them."""
    refused("forbidden", lambda: question(desk.sit(actor), YEAR))


def test_nobody_finds_by_a_number_that_there_is_something_about_them(desk: Desk):
    """赵 shares a unit with whom a report is about: it is not there for them, and in none of the others'
    figures, so that theirs do not differ by one."""
    kin = replace(ZHAO, unit="嵩明县水务局")
    officers = came.OFFICERS | {scene.ORGAN: (*map(view, (LEAD, WANG, kin)),)}
    desk.put(came.came_in("1"), came.found_untrue("2"))
    before = [(told(desk, each), _share(desk, each)) for each in (LEAD, WANG, SUPERVISOR)]
    assert len({repr(each) for each in before}) == 1
    hidden = came.came_in("3", officers=officers)
    desk.put(hidden)
    assert [(told(desk, each), _share(desk, each)) for each in (LEAD, WANG, SUPERVISOR)] == before
    page = reports.page(desk.sit(LEAD), ReportsQuery(tab="organ"))
    assert "3" in {each.report_id for each in page.lines}     # whoever handles it has it, of course


def _share(desk: Desk, actor: Actor) -> list[str]:
    return [each.shown for each in clarification_figures(desk.sit(actor), YEAR).figures]


def test_who_came_later_never_counts_what_is_kept_from_them(desk: Desk):
    desk.put(came.came_in("1"), came.found_untrue("2"))
    newcomer = officer("new", Role.LEAD, unit="嵩明县水务局")
    assert told(desk, newcomer)["reports"] == "0"
    assert set(_share(desk, newcomer)) == {"0"}


def test_what_was_found_untrue_and_what_became_of_it(desk: Desk):
    """Also of a suspicion; by what was found, nothing is told apart."""
    desk.put(came.found_untrue("1"), came.came_in("2"))
    desk.put(came.found_untrue("3", ReportOutcome.UNSUBSTANTIATED))
    at.refused(desk)      # of a report that is left out, for two of its namesakes read figures
    [unfounded, *rest] = clarification_figures(desk.sit(LEAD), YEAR).figures
    assert (unfounded.code, unfounded.shown, unfounded.of) == ("unfounded", "2", {})
    assert {each.shown for each in rest} == {"0"}


def test_a_refusal_is_counted_with_its_reason_and_its_working_days(desk: Desk):
    at.refused(desk)
    report = desk.report
    report.left_out = False
    desk.put(report)
    answer = clarification_figures(desk.sit(LEAD), YEAR)
    [refusal] = [each for each in answer.figures if each.code == "refused"]
    assert (refusal.shown, refusal.of, answer.share_cleared) == ("1", {"no_harm": "1"}, 0)
    assert [(each.stage, each.ended, each.late) for each in answer.stages] == [
        ("assessment", 1, 0), ("approval", 1, 0)]


@pytest.mark.parametrize("until", [date(2025, 12, 31), date(2027, 2, 1)])
def test_no_more_than_a_year_is_counted_at_once(desk: Desk, until: date):
    refused("clarify.period", lambda: report_figures(desk.sit(LEAD), replace(YEAR, until=until)))


def test_only_the_days_that_were_asked_for_both_included(desk: Desk):
    desk.put(came.came_in("1"))
    for first, last, expected in ((0, 0, "1"), (-1, -1, "0"), (1, 9, "0"), (-9, 9, "1")):
        asked = replace(YEAR, since=DAY + timedelta(days=first), until=DAY + timedelta(days=last))
        assert told(desk, LEAD, asked)["reports"] == expected


PROVINCE = officer("prov2", Role.SUPERVISOR, organ_id="530000")
UNTRUE_THEN = "clarify_report_found_untrue (organ_id=? AND untrue=? AND decided_at>?"
WAYS = ("clarify_report_came_in (organ_id=? AND opened_at>?", UNTRUE_THEN, UNTRUE_THEN,
        "clarify_clarification_of_organ (organ_id=?", "clarify_false_accusation_effective",
        "clarify_false_accusation_decided")
MANY, OTHERS, HERE = 10_000, tuple(f"5301{number:02}" for number in range(11, 30)), 200


@pytest.fixture
def heap(desk: Desk) -> Desk:
    """Reports of twenty organs over three years, all found untrue, of which one organ's year is asked."""
    row = row_of(came.found_untrue("1"))
    rows = [row | {"id": f"h{number}", "number": f"信访〔2026〕h{number}", "reporter_ref": f"h{number}",
                   "organ_id": organ, "overseen_from": organ, "opened_at": at_, "decided_at": at_}
            for number in range(MANY)
            for organ in [scene.ORGAN if number % (MANY // HERE) == 0 else OTHERS[number % len(OTHERS)]]
            for at_ in [scene.RECEIVED_AT - timedelta(days=number % 1_000)]]
    session = desk.store.session
    session.execute(insert(table), rows)
    session.execute(insert(apart), [{"report_id": each["id"], "who": f"{number % 97:032}"}
                                    for number, each in enumerate(rows)])
    session.execute(text("ANALYZE"))
    session.commit()
    return desk


def test_no_figure_looks_through_the_rows_of_all_organs(heap: Desk):
    asked: list[tuple[str, object]] = []
    connection = heap.store.session.connection()
    event.listen(connection, "before_cursor_execute",
                 lambda _c, _cursor, statement, values, *_: asked.append((statement, values)))
    assert told(heap, LEAD)["reports"] != "0"
    clarification_figures(heap.sit(LEAD), YEAR)
    heap.sit(PROVINCE).now += timedelta(days=400)
    false_accusation_figures(heap, FalseAccusationFiguresQuery(year=2026, half=1))
    for (statement, values), along in zip(tuple(asked), WAYS, strict=True):
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
        assert not [step for step in plan if step.startswith("SCAN clarify")], plan
        assert [step for step in plan if along in step], plan
