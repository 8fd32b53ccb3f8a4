"""The work list, searches, counts and row scope of review, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    DeclineFiling,
    FormVerificationTeam,
    Punctuality,
    PunctualityQuery,
    RequestSupplement,
)
from services.review import views
from tests.integration.services.review_office import Office, ids, refusal
from tests.unit.review import scene
from tests.unit.review.scene import ELSEWHERE, FILED_AT, FILER, LEAD, OPERATOR, SUPERVISOR, WANG, ZHAO, day


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def test_a_page_follows_the_other_by_due_day_and_number_without_loss(office: Office):
    for number in range(23):
        office.file(f"f{number:02}", at=FILED_AT + timedelta(days=number % 4))
    seen, cursor = [], ""
    while not seen or cursor:
        shown = office.page(limit=5, cursor=cursor)
        seen += [(line.due_at, len(line.number), line.number) for line in shown.lines]
        cursor = shown.next_cursor
    assert len(seen) == 23
    assert seen == sorted(seen)
    assert refusal(lambda: office.page(cursor="nonsense")) == "invalid"


def test_tabs_and_their_counts(office: Office):
    for case_id in ("f1", "f2", "f3", "f4", "f5"):
        office.file(case_id, colour="yellow" if case_id == "f4" else "green")
    for case_id in ("f1", "f2", "f3", "f4"):
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
    office.do(WANG, AcceptFiling, "f1")
    office.do(WANG, RequestSupplement, "f2", needed="会议纪要")
    office.do(WANG, AcceptFiling, "f4")
    office.do(LEAD, FormVerificationTeam, "f4", officer_ids=("zhao", "wang"))
    office.time.shows = day(2, 14)
    mine = office.page(WANG, tab="mine")
    assert mine.counts == {"due_today": 2, "mine": 3, "organ": 4, "unassigned": 1, "closed": 1}
    for tab, expected in (("due_today", ["f3", "f5"]), ("mine", ["f2", "f3", "f4"]), ("unassigned", ["f5"]),
                          ("closed", ["f1"]), ("organ", ["f2", "f3", "f4", "f5"])):
        assert sorted(ids(office.page(WANG, tab=tab))) == expected
    assert office.page(ZHAO).counts["mine"] == 1
    office.time.shows = day(2, 28)  # the day after the supplement was due: something is to be done again
    assert sorted(ids(office.page(WANG, tab="due_today"))) == ["f2", "f3", "f5"]


def test_the_closed_are_shown_latest_first(office: Office):
    for number in range(3):
        office.file(f"f{number}", at=FILED_AT + timedelta(days=number * 20))
        office.time.shows = FILED_AT + timedelta(days=number * 20)
        office.do(WANG, AssignReview, f"f{number}", officer_id="wang")
        office.do(WANG, AcceptFiling, f"f{number}")
    first = office.page(tab="closed", limit=2)
    second = office.page(tab="closed", limit=2, cursor=first.next_cursor)
    assert ids(first) + ids(second) == ["f2", "f1", "f0"]


def test_a_list_says_of_a_case_what_the_case_says_of_itself(office: Office):
    for case_id in ("f1", "f2", "f3"):
        office.file(case_id)
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
    office.do(WANG, RequestSupplement, "f2", needed="纪要")
    office.time.shows = day(2, 15)
    office.do(WANG, DeclineFiling, "f3", reasons="不符")
    lines = {line.case_id: line for tab in ("organ", "closed") for line in office.page(tab=tab).lines}
    for case_id, late in (("f1", True), ("f2", False), ("f3", True)):
        case = office.case(case_id)
        assert (lines[case_id].late, case.late) == (late, late)
        assert (lines[case_id].state, lines[case_id].assignee_id) == (case.state, "wang")


def test_search_takes_words_as_they_are(office: Office):
    office.file("f1", title="园区企业先建后验 100%")
    office.file("f2", title="烂尾楼盘活", number="530181-2026-000002")
    assert ids(office.page(search="先建 100%")) == ["f1"]
    assert ids(office.page(search="000002")) == ["f2"]
    assert ids(office.page(search="高新区")) == ["f1", "f2"]
    assert ids(office.page(search="_")) == ids(office.page(search="'; drop table review_case; --")) == []


@pytest.mark.parametrize(("actor", "seen"), [
    (LEAD, ["mine", "mine2"]), (SUPERVISOR, ["mine", "mine2", "songming"]),
    (replace(SUPERVISOR, division_code="530000"), ["mine", "mine2", "qujing", "songming"]),
    (replace(SUPERVISOR, division_code=""), []), (ELSEWHERE, ["songming"]), (FILER, ["mine"]),
    (replace(FILER, unit=""), ["mine"]), (OPERATOR, []), (scene.officer("registrar", Role.REGISTRAR), []),
    (replace(LEAD, roles=frozenset({Role.LEAD, Role.SUPERVISOR}), division_code="530300"),
     ["mine", "mine2", "qujing"]),
])
def test_lists_and_single_cases_agree_on_who_sees_what(office: Office, actor: Actor, seen: list[str]):
    filed = {"mine": {}, "mine2": {"unit": "", "filer_id": "somebody"},
             "songming": {"organ_id": "530127", "division_code": "530127", "filer_id": "x", "unit": "别处"},
             "qujing": {"organ_id": "530300", "division_code": "530300", "filer_id": "y", "unit": "别处"}}
    for case_id, changes in filed.items():
        office.file(case_id, **changes)
    assert sorted(ids(office.page(actor))) == seen
    assert office.page(actor).counts["organ"] == len(seen)
    for case_id in filed:
        if case_id in seen:
            assert office.case(case_id, actor).case_id == case_id
        else:
            assert refusal(lambda case_id=case_id: office.case(case_id, actor)) == "not_found"


def test_punctuality_counts_what_one_may_see(office: Office):
    for case_id in ("f1", "f2", "f3", "f4"):
        office.file(case_id)
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
    office.do(WANG, AcceptFiling, "f1")
    office.time.shows = day(2, 15)
    office.do(WANG, DeclineFiling, "f2", reasons="不符")

    def asked(actor: Actor, code: str) -> Punctuality:
        return office.look(views.punctuality, PunctualityQuery(division_code=code), actor)

    expected = Punctuality(decided=2, on_time=1, late=1, open_overdue=2)
    assert asked(SUPERVISOR, "530100") == asked(SUPERVISOR, "530181") == asked(LEAD, "530000") == expected
    nothing = Punctuality(decided=0, on_time=0, late=0, open_overdue=0)
    assert asked(SUPERVISOR, "530300") == asked(ELSEWHERE, "530181") == nothing
    assert refusal(lambda: asked(SUPERVISOR, "999999")) == "policy.unknown_division"


def test_open_matters_are_listed_page_by_page(office: Office):
    for number in range(5):
        office.file(f"f{number}")
    office.do(WANG, AssignReview, "f2", officer_id="wang")
    office.do(WANG, AcceptFiling, "f2")
    first = office.look(views.open_matters, OpenMattersQuery(limit=3), SYSTEM)
    rest = office.look(views.open_matters, OpenMattersQuery(limit=3, cursor=first.next_cursor), SYSTEM)
    assert [each.matter_id for each in first.matters + rest.matters] == ["f0", "f1", "f3", "f4"]
    assert rest.next_cursor == ""
