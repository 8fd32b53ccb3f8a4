"""The watchdog's recount: what the others hold open, against the tasks that are open here."""

from datetime import datetime, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import WatchdogQuery, WatchdogReport
from services.notify.usecases import hearing, watching
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

ASKED, EVERYTHING = ("filing", "review"), WatchdogQuery()
LONG_AGO = scene.FILED_AT - timedelta(hours=1)
Open = dict[str, dict[str, datetime]]


def context_with(opened: Open, *known: str) -> FakeContext:
    context = FakeContext(open_matters=lambda service: opened[service].items())
    for matter_id in known:
        hearing.hear(context, matter_id, scene.submitted(matter_id), "mail")
    return context


def watchdog(context: FakeContext, query: WatchdogQuery = EVERYTHING) -> WatchdogReport:
    return watching.watchdog(context, query, ASKED)


def test_nothing_is_missing_where_every_open_matter_has_its_task() -> None:
    opened = {"filing": dict.fromkeys(["a", "b", "c", "d", "e"], LONG_AGO), "review": {"a": LONG_AGO}}
    report = watchdog(context_with(opened, *opened["filing"]))
    assert (report.open_matters, report.open_tasks, report.without_task, report.unreachable) == (5, 5, (), "")


def test_a_matter_without_a_task_is_named_whoever_holds_it_open() -> None:
    opened = {"filing": {"a": LONG_AGO, "b": LONG_AGO}, "review": {"c": LONG_AGO}}
    assert watchdog(context_with(opened, "a")).without_task == ("b", "c")


def test_a_matter_whose_task_was_closed_too_early_is_named() -> None:
    context = context_with({"filing": {"a": LONG_AGO}, "review": {}}, "a")
    hearing.hear(context, "a", scene.withdrawn(), "mail")
    assert watchdog(context).without_task == ("a",)


def test_a_case_a_meeting_and_an_appeal_are_counted_like_a_filing() -> None:
    opened = {"filing": {}, "review": dict.fromkeys([cases.CASE, cases.MEETING, cases.APPEAL], LONG_AGO)}
    context = context_with(opened)
    hearing.hear(context, cases.CASE, cases.opened(), "mail")
    convened = cases.meeting("convene", cases.meeting_stands("convened", "chair"))
    hearing.hear(context, cases.MEETING, convened, "mail")
    assert watchdog(context).without_task == (cases.APPEAL,)
    hearing.hear(context, cases.APPEAL, cases.lodged(), "mail")
    assert watchdog(context).without_task == ()


def test_what_has_just_been_opened_is_given_time() -> None:
    opened = {"filing": {"a": scene.FILED_AT - timedelta(seconds=59)}, "review": {}}
    assert watchdog(context_with(opened)).without_task == ()
    assert watchdog(context_with(opened), WatchdogQuery(grace_seconds=30)).without_task == ("a",)


def test_the_later_of_two_states_counts() -> None:
    for early, late in (("filing", "review"), ("review", "filing")):
        opened = {early: {"a": LONG_AGO}, late: {"a": scene.FILED_AT}}
        assert watchdog(context_with(opened)).without_task == ()


def test_what_ends_while_we_look_is_no_alarm() -> None:
    answers = iter([{"a": LONG_AGO}, {}, {}, {}])
    context = FakeContext(open_matters=lambda _service: next(answers).items())
    assert watchdog(context).without_task == ()


def test_who_does_not_answer_is_named_and_the_rest_is_still_counted() -> None:
    def answer(service: str) -> object:
        if service == "review":
            raise CaseError("answer_late")
        return {"a": LONG_AGO}.items()

    report = watchdog(FakeContext(open_matters=answer))
    assert (report.unreachable, report.without_task) == ("review", ("a",))


def test_a_fault_is_not_taken_for_silence() -> None:
    def answer(service: str) -> object:
        raise CaseError("unexpected")

    with pytest.raises(CaseError, match="unexpected"):
        watchdog(FakeContext(open_matters=answer))


def test_only_operators_ask() -> None:
    context = FakeContext(actor=scene.LEAD)
    with pytest.raises(CaseError, match="forbidden"):
        watchdog(context)
