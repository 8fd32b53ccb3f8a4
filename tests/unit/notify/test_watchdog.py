"""The watchdog: what the others hold open, against the tasks here, at once and by the minute."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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


# ---------------------------------------------------------------------- minute by minute

MINUTE, DAY = timedelta(minutes=1), 24 * 60


@dataclass
class House:
    """Services with what is open there, and a clock that goes on by a minute with each look. `left`: after so
    many answers one falls silent."""

    opened: Open
    silent: set[str] = field(default_factory=set)
    left: dict[str, int] = field(default_factory=dict)
    context: FakeContext = field(default_factory=FakeContext)
    told: int = 0

    def __post_init__(self) -> None:
        self.context.open_matters = self._open

    def _open(self, service: str) -> Iterator[tuple[str, datetime]]:
        if service in self.silent or self.left.get(service) == 0:
            raise CaseError("answer_late")
        self.left |= {one: many - 1 for one, many in self.left.items() if one == service}
        return iter(self.opened[service].items())

    def hear(self, *matter_ids: str) -> None:
        for matter_id in matter_ids:
            hearing.hear(self.context, matter_id, scene.submitted(matter_id), "mail")

    def look(self) -> watching.Look:
        self.context.now += MINUTE
        return watching.look(self.context, ASKED)

    def looks_until(self, matter_id: str) -> int:
        """After how many minutes it is named."""
        return next(minute for minute in range(1, DAY) if matter_id in self.look().without_task)


def in_order(count: int) -> House:
    """So many matters, open for long, each with its task; looked at."""
    old = {f"m{n:03}": LONG_AGO - n * MINUTE for n in range(count)}
    house = House({"filing": old, "review": {}})
    house.hear(*old)
    assert house.look().without_task == ()
    return house


def test_a_look_is_about_what_changed_and_the_next_part_of_the_round_alone() -> None:
    house = in_order(40)
    house.opened["filing"]["fresh"] = house.context.now - timedelta(seconds=30)
    house.hear("fresh")
    assert house.look().asked <= 3     # a part of the round is two here


def test_what_was_opened_and_never_heard_of_is_named_a_minute_after_its_grace() -> None:
    house = in_order(40)
    house.opened["review"]["lost"] = house.context.now + timedelta(seconds=1)
    assert house.look().without_task == ()     # an event may be on its way
    assert house.look().without_task == ("lost",)


def test_a_task_closed_too_early_is_named_at_the_next_look() -> None:
    house = in_order(40)
    hearing.hear(house.context, "m020", scene.withdrawn(), "mail")
    assert house.look().without_task == ("m020",)


def test_a_task_that_vanished_in_silence_is_named_within_a_day() -> None:
    for gone in ("m000", "m019", "m039"):
        house = in_order(40)
        house.look()
        del house.context.store.matters[gone]
        assert house.looks_until(gone) <= 25     # a round of two a minute through forty


def test_the_round_of_a_day_of_minutes_holds_more_than_a_province_has_open() -> None:
    assert watching.AT_ONCE * DAY > 500_000


def test_a_gap_is_named_until_it_is_mended_or_over() -> None:
    house = in_order(40)
    house.opened["filing"] |= {"one": house.context.now, "two": house.context.now}
    house.looks_until("one")
    assert [house.look().without_task for _ in range(5)] == [("one", "two")] * 5
    house.hear("one")
    assert house.look().without_task == ("two",)
    del house.opened["filing"]["two"]
    assert house.look().without_task == ()


def test_what_changed_while_a_service_was_silent_is_looked_at_when_it_speaks() -> None:
    house = in_order(40)
    house.opened["review"]["lost"] = house.context.now
    house.silent.add("review")
    for _ in range(30):
        found = house.look()
        assert (found.without_task, found.unreachable) == ((), ("review",))
    house.silent.clear()
    assert house.look().without_task == ("lost",)


def test_who_falls_silent_in_the_second_look_was_not_looked_at() -> None:
    house = in_order(40)
    house.opened["filing"]["lost"] = house.context.now
    for _ in range(10):
        house.left = {"filing": 2}
        found = house.look()
        assert (found.without_task, found.unreachable) == ((), ("filing",))
    house.left = {}
    assert house.look().without_task == ("lost",)


def test_a_task_that_was_closed_while_its_service_was_silent_is_missed_when_it_speaks() -> None:
    house = in_order(40)
    house.silent.add("filing")
    house.look()
    case = house.context.store.matters["m020"]
    case.tasks = tuple(replace(each, closed_at=house.context.now) for each in case.tasks)
    for _ in range(30):
        house.look()
    house.silent.clear()
    assert house.look().without_task == ("m020",)


def test_a_gap_is_not_forgotten_while_whoever_holds_it_is_silent() -> None:
    house = in_order(40)
    house.opened["review"]["lost"] = house.context.now
    house.looks_until("lost")
    house.silent.add("review")
    found = house.look()
    assert (found.without_task, found.unreachable) == (("lost",), ("review",))


def test_the_later_of_two_states_counts_minute_by_minute_too() -> None:
    house = in_order(4)
    house.opened["filing"]["a"] = house.context.now
    house.look()
    house.opened["review"]["a"] = house.context.now + timedelta(seconds=30)
    assert house.look().without_task == ()
    assert house.look().without_task == ("a",)


def test_a_fault_is_not_taken_for_silence_minute_by_minute() -> None:
    house = House({"filing": {}})
    with pytest.raises(KeyError):
        house.look()
