"""Every order is paged without loss, and what each has in hand is counted at once, on both databases."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from rongcuo.casework.recusal import Recusal
from rongcuo.chassis.config import Config
from rongcuo.contracts.determination import AppealsQuery, DeterminationsQuery, MeetingsQuery
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingsQuery
from rongcuo.contracts.notify import TasksQuery
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    CasesQuery,
    FormVerificationTeam,
    RecusalGround,
    RecuseReviewer,
    RequestSupplement,
)
from rongcuo.contracts.serialisation import load
from rongcuo.contracts.sorting import CaseSort, RecordSort
from rongcuo.contracts.workload import Workload, WorkloadQuery
from services.determination.views import appeals
from services.determination.views import determinations as determination_views
from services.filing import views as filing_views
from services.notify import views as notify_views
from services.review import views as review_views
from tests.integration.services import determination_office, filing_office, notify_office, review_office
from tests.integration.services.meeting_hall import Hall
from tests.unit.determination import determination_scene
from tests.unit.determination.meeting import scene as meeting_scene
from tests.unit.filing import people
from tests.unit.notify import scene as notify_scene
from tests.unit.review.scene import ELSEWHERE, FILED_AT, FILER, LEAD, WANG, ZHAO, day

Sorted = Callable[[Any], tuple[Any, ...]]
DEALT = [(number * 7) % 17 for number in range(17)]     # 0 to 16, in another order than that of the days


def walked(page: Callable[[str], Any], lines: str = "lines") -> list[Any]:
    """All lines, a page after the other."""
    shown = page("")
    found = list(getattr(shown, lines))
    while shown.next_cursor:
        shown = page(shown.next_cursor)
        found += getattr(shown, lines)
    return found


def keyed(lines: list[Any], key: Sorted) -> list[tuple[Any, ...]]:
    return [key(line) for line in lines]


@pytest.fixture
def reviews(config: Config) -> Iterator[review_office.Office]:
    opened = review_office.Office(config)
    yield opened
    opened.shop.stop()


@pytest.fixture
def determinations(config: Config) -> Iterator[determination_office.Office]:
    opened = determination_office.Office(config)
    yield opened
    opened.shop.stop()


@pytest.mark.parametrize(("sort", "key", "falls"), [
    (CaseSort.DUE, lambda line: (line.due_at, line.number), False),
    (CaseSort.NEWEST, lambda line: (line.opened_at, line.number), True)])
def test_reviews_come_in_every_order(reviews: review_office.Office, sort: CaseSort, key: Sorted,
                                     falls: bool) -> None:
    for place, number in enumerate(DEALT):
        reviews.file(f"f{place:02}", at=FILED_AT + timedelta(days=place % 3),
                     number=f"530181-2026-{number:06}")
    found = keyed(walked(lambda cursor: reviews.page(sort=sort, limit=5, cursor=cursor)), key)
    assert len(found) == 17
    assert found == sorted(found, reverse=falls)


def test_the_closed_come_in_every_order_too(reviews: review_office.Office) -> None:
    for place, number in ((0, 3), (2, 2), (1, 1)):
        at = FILED_AT + timedelta(days=20 * (place % 2))
        reviews.time.shows = at
        reviews.file(f"f{place}", at=at, number=f"530181-2026-{number:06}")
        reviews.do(WANG, AssignReview, f"f{place}", officer_id="wang")
        reviews.do(WANG, AcceptFiling, f"f{place}")
    for sort in CaseSort:
        found = walked(lambda cursor, sort=sort: reviews.page(
            tab="closed", sort=sort, limit=1, cursor=cursor))
        assert [line.case_id for line in found] == ["f1", "f0", "f2"], sort


@pytest.mark.parametrize(("sort", "key", "falls"), [
    (CaseSort.DUE, lambda line: (line.due_at, place_of(line.number)), False),
    (CaseSort.NEWEST, lambda line: (line.opened_at, place_of(line.number)), True)])
def test_determinations_come_in_every_order_and_10_after_2(
        determinations: determination_office.Office, sort: CaseSort, key: Sorted, falls: bool) -> None:
    for place, number in enumerate(DEALT):
        case = replace(determination_scene.opened(), number=f"容认〔{2025 + number % 2}〕{number + 1}号",
                       opened_at=determination_scene.NOW + timedelta(days=place % 3))
        determinations.keep(replace(case, due_at=case.due_at + timedelta(days=place % 3)), f"d{place}")
    found = keyed(walked(lambda cursor: determinations.page(sort=sort, limit=5, cursor=cursor)), key)
    assert len(found) == 17
    assert found == sorted(found, reverse=falls)


def place_of(number: str) -> tuple[int, int]:
    """Its year and its number within it."""
    year, _, rest = number.partition("〔")[2].partition("〕")
    return int(year), int(rest.removesuffix("号"))


def test_what_came_at_once_comes_by_number(
        determinations: determination_office.Office, config: Config) -> None:
    for number in (10, 2, 1):
        appeal, case = determination_scene.appealed()
        determinations.keep(case, f"d{number}")
        appeal = replace(appeal, case_id=f"d{number}", number=f"容复〔2026〕{number}号")
        determinations.keep(appeal, f"a{number}")

    def page(cursor: str, sort: CaseSort = CaseSort.DUE) -> Any:
        return determinations.look(appeals.page, AppealsQuery(sort=sort, limit=1, cursor=cursor),
                                   determination_scene.DEPUTY)
    assert [line.appeal_id for line in walked(page)] == ["a1", "a2", "a10"]
    newest = walked(lambda cursor: page(cursor, CaseSort.NEWEST))
    assert [line.appeal_id for line in newest] == ["a10", "a2", "a1"]
    determinations.shop.stop()
    hall = Hall(config)
    for number in (10, 2):
        meeting = meeting_scene.convened(named=f"m{number}")
        meeting.number = f"容会〔2026〕{number}号"
        hall.plant(meeting)
    assert hall.page(meeting_scene.SUN, limit=1) == ["m10", "m2"]
    assert hall.page(meeting_scene.SUN, sort=RecordSort.OLDEST, limit=1) == ["m2", "m10"]
    hall.shop.stop()


def test_filings_come_in_every_order(config: Config) -> None:
    office = filing_office.Office(config)
    for n in range(7):
        office.time.at = people.MAY_6 + timedelta(minutes=n // 3)
        office.submit(f"事项{n}")
    for sort, falls in ((RecordSort.OLDEST, False), (RecordSort.NEWEST, True)):
        found = walked(lambda cursor, sort=sort: filing_views.page(
            office.asked(people.LEAD), FilingsQuery(sort=sort, limit=3, cursor=cursor)))
        numbers = [line.number for line in found]
        assert numbers == sorted(f"530125-2026-{n:06}" for n in range(1, 8))[::-1 if falls else 1]
    office.runtime.stop()


def test_tasks_come_in_every_order(config: Config) -> None:
    office = notify_office.Office(config)
    office.enrol(*notify_scene.EVERYBODY)
    for number in range(7):
        told = notify_scene.submitted(f"m{number}", notify_scene.DUE + timedelta(days=number % 3))
        at = notify_scene.FILED_AT + timedelta(days=number % 2)
        office.hear(replace(told, submitted_at=at, number=f"530127-2026-{9 - number:06}"),
                    matter_id=f"m{number}")
    for sort, key, falls in ((CaseSort.DUE, lambda task: (task.due_at, task.number), False),
                             (CaseSort.NEWEST, lambda task: (task.opened_at, task.number), True)):
        found = keyed(walked(lambda cursor, sort=sort: office.look(
            notify_views.tasks, TasksQuery(sort=sort, limit=3, cursor=cursor), notify_scene.WANG), "tasks"),
            key)
        assert len(found) == 7
        assert found == sorted(found, reverse=falls), sort
    office.shop.stop()


@pytest.mark.parametrize("query", [CasesQuery, DeterminationsQuery, AppealsQuery, MeetingsQuery, FilingsQuery,
                                   TasksQuery])
def test_an_order_that_there_is_not_is_refused_by_its_name(query: type[Any]) -> None:
    with pytest.raises(CaseError) as refused:
        load(query, {"sort": "colour"})
    assert refused.value.code == "invalid"
    assert list(refused.value.details["fields"]) == ["sort"]


def test_a_cursor_of_one_order_is_none_of_another(reviews: review_office.Office) -> None:
    for number in range(3):
        reviews.file(f"f{number}")
    for shown in CaseSort:
        cursor = reviews.page(limit=1, sort=shown).next_cursor
        for asked in set(CaseSort) - {shown}:
            refused = review_office.refusal(
                lambda at=cursor, by=asked: reviews.page(limit=1, sort=by, cursor=at))
            assert refused == "invalid", (shown, asked)


def loads(told: Workload) -> dict[str, tuple[int, int]]:
    return {each.officer_id: (each.open, each.due_today) for each in told.loads}


def test_whoever_assigns_is_told_what_each_has_in_hand_at_once(reviews: review_office.Office) -> None:
    for case_id, officer_id in (("f1", "wang"), ("f2", "wang"), ("f3", "zhao"), ("f4", "wang")):
        reviews.file(case_id, colour="yellow" if case_id == "f4" else "green")
        reviews.do(LEAD, AssignReview, case_id, officer_id=officer_id)
    reviews.file("f5")
    reviews.do(WANG, AcceptFiling, "f1")
    reviews.do(WANG, RequestSupplement, "f2", needed="会议纪要")
    reviews.do(WANG, AcceptFiling, "f4")
    reviews.do(LEAD, FormVerificationTeam, "f4", officer_ids=("zhao", "wang"))
    reviews.time.shows = day(2, 14)

    def asked(actor: Any = LEAD) -> Any:
        return loads(reviews.look(review_views.workload, WorkloadQuery(), actor))
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)
    with reviews.shop.database.reading() as session:
        event.listen(session.get_bind(), "before_cursor_execute", note)
    assert asked() == {"wang": (2, 0), "zhao": (2, 1)}
    assert len([each for each in statements if "review_holder" in each]) == 1
    assert asked(ELSEWHERE) == {}
    assert review_office.refusal(lambda: asked(FILER)) == "forbidden"
    reviews.do(LEAD, RecuseReviewer, "f2", officer_id="zhao", ground=RecusalGround.OTHER, reason="亲属")
    assert asked(ZHAO) == {"wang": (1, 0), "zhao": (2, 1)}, "nobody counts what they may not see"


def test_determinations_in_hand_are_told_as_well(determinations: determination_office.Office) -> None:
    for name, make in (("open", determination_scene.opened), ("held", determination_scene.held),
                       ("team", determination_scene.verifying), ("done", determination_scene.concluded)):
        determinations.keep(make(), name)
    determinations.time.shows = determination_scene.held().due_at

    def asked(actor: Any = determination_scene.LEAD) -> dict[str, tuple[int, int]]:
        return loads(determinations.look(determination_views.workload, WorkloadQuery(), actor))
    assert asked() == {"wang": (2, 1), "zhao": (1, 0)}
    assert asked(determination_scene.ELSEWHERE) == {}
    assert determination_office.refusal(lambda: asked(determination_scene.SUBJECT)) == "forbidden"
    apart = determination_scene.held()
    apart.recusals += (Recusal(determination_scene.LEAD.officer_id, "孙正", RecusalGround.OTHER, "亲属",
                               apart.opened_at),)
    determinations.keep(apart, "apart")
    assert asked() == {"wang": (2, 1), "zhao": (1, 0)}, "nobody counts what they may not see"
