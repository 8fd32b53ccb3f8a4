"""Events that take effect together: in one transaction, or each alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import eventlet
import pytest
from eventlet.event import Event as Signal
from sqlalchemy import func, select

from rongcuo.chassis.database.tables import inbox, ledger, outbox, subject_versions
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import AlreadyReceived, ReceivedEvent
from rongcuo.chassis.unit_of_work.event_batch import BatchAborted, EventBatcher
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import Book, ShelfStorage, books


def hear(runtime: ServiceRuntime, subject: str, sequence: int = 1, selective: bool = False, *,
         together: bool = True, inside: Callable[[], None] = lambda: None) -> str:
    """What became of an event that puts a book on the shelf."""
    trigger = ReceivedEvent("shelf:filing", f"{subject}-{sequence}", subject, sequence, selective)
    try:
        with runtime.context(trigger, together=together).unit() as unit:
            book = Book(id=f"{subject} {sequence}")
            book.place(subject)
            inside()
            unit.commit(book)
    except (BatchAborted, AlreadyReceived, CaseError) as error:
        return error.code if isinstance(error, CaseError) else type(error).__name__
    return "effect"


def counts(runtime: ServiceRuntime) -> list[int]:
    with runtime.database.reading() as session:
        return [session.scalar(select(func.count()).select_from(table)) or 0
                for table in (books, outbox, ledger, inbox, subject_versions)]


@contextmanager
def held_up(runtime: ServiceRuntime) -> Iterator[None]:
    """One event's unit stays open during the block: those of the block have to wait, and sit together."""
    entered, go_on = Signal(), Signal()

    def inside() -> None:
        entered.send()
        go_on.wait()

    first = eventlet.spawn(hear, runtime, "first", inside=inside)
    entered.wait()
    yield
    eventlet.sleep(0)
    go_on.send()
    assert first.wait() == "effect"


@contextmanager
def commits_counted(runtime: ServiceRuntime) -> Iterator[list[int]]:
    counted: list[int] = []
    writing = runtime.database.writing

    @contextmanager
    def counting() -> Iterator[object]:
        counted.append(1)
        with writing() as session:
            yield session

    runtime.database.writing = counting  # type: ignore[method-assign]
    yield counted
    runtime.database.writing = writing  # type: ignore[method-assign]


def test_those_that_wait_share_one_transaction(runtime):
    with commits_counted(runtime) as transactions:
        with held_up(runtime):
            crowd = [eventlet.spawn(hear, runtime, f"wall {number}") for number in range(8)]
        assert [one.wait() for one in crowd] == ["effect"] * 8
    assert len(transactions) == 2
    assert counts(runtime) == [9] * 5


@pytest.mark.parametrize(("linger", "transactions"), [(0.0, 2), (0.2, 1)])
def test_who_is_in_no_hurry_waits_for_others(runtime, linger, transactions):
    runtime.batches = EventBatcher(runtime.database, ShelfStorage, linger)
    with commits_counted(runtime) as counted:
        two = [eventlet.spawn(hear, runtime, wall) for wall in ("north", "south")]
        assert [one.wait() for one in two] == ["effect"] * 2
    assert len(counted) == transactions


def test_who_is_alone_waits_for_nobody_however_many_there_are(runtime):
    runtime.batches = EventBatcher(runtime.database, ShelfStorage, linger=600.0)
    alone = [eventlet.spawn(hear, runtime, f"wall {number}", together=False) for number in range(5)]
    assert [one.wait() for one in alone] == ["effect"] * 5


@pytest.mark.parametrize("failure", [ZeroDivisionError, eventlet.greenlet.GreenletExit])
def test_one_that_fails_leaves_nothing_and_all_come_again_alone(runtime, failure):
    def fail() -> None:
        raise failure

    with held_up(runtime):
        bad = eventlet.spawn(hear, runtime, "b", inside=fail)
        good = [eventlet.spawn(hear, runtime, subject) for subject in "ac"]
    assert [one.wait() for one in good] == ["BatchAborted"] * 2
    assert failure is not ZeroDivisionError or bad.wait() == "BatchAborted"
    assert counts(runtime) == [1] * 5, "only the one that held them up"
    assert [hear(runtime, subject, together=False) for subject in "ac"] == ["effect"] * 2
    with pytest.raises(ZeroDivisionError):
        hear(runtime, "b", together=False, inside=lambda: 1 / 0)
    assert hear(runtime, "b") == "effect"
    assert counts(runtime) == [4] * 5


@pytest.mark.parametrize(("subject", "sequence"), [("first", 1), ("other", 2)])
def test_a_duplicate_or_a_gap_parts_the_others_and_is_named_alone(runtime, subject, sequence):
    with held_up(runtime):
        crowd = [eventlet.spawn(hear, runtime, *event) for event in (("a", 1), (subject, sequence))]
    assert [one.wait() for one in crowd] == ["BatchAborted"] * 2
    assert hear(runtime, "a", together=False) == "effect"
    named = hear(runtime, subject, sequence, together=False)
    assert named == ("AlreadyReceived" if subject == "first" else "events.out_of_order")


def test_nobody_goes_on_before_the_commit(runtime):
    seen: list[list[int]] = []

    def told(subject: str) -> None:
        assert hear(runtime, subject) == "effect"
        seen.append(counts(runtime))

    with held_up(runtime):
        crowd = [eventlet.spawn(told, subject) for subject in "abc"]
    for one in crowd:
        one.wait()
    assert seen == [[4] * 5] * 3


def test_later_versions_of_a_subject_sit_with_first_ones_of_others(runtime):
    assert hear(runtime, "a") == "effect"
    with held_up(runtime):
        crowd = [eventlet.spawn(hear, runtime, *event) for event in (("a", 2), ("b", 1), ("c", 1))]
    assert [one.wait() for one in crowd] == ["effect"] * 3
    with runtime.database.reading() as session:
        known = session.execute(select(subject_versions.c.subject, subject_versions.c.sequence)
                                .order_by(subject_versions.c.subject)).all()
    assert known == [("a", 2), ("b", 1), ("c", 1), ("first", 1)]


def test_those_of_a_selective_consumer_sit_with_the_others(runtime):
    assert [hear(runtime, "a"), hear(runtime, "b", 3, True)] == ["effect"] * 2
    with commits_counted(runtime) as transactions:
        with held_up(runtime):
            crowd = [eventlet.spawn(hear, runtime, *event)
                     for event in (("a", 2), ("b", 7, True), ("c", 1), ("d", 9, True), ("e", 1, True))]
        assert [one.wait() for one in crowd] == ["effect"] * 5
    assert len(transactions) == 2


def test_one_that_was_overtaken_parts_the_others_and_has_no_effect(runtime):
    assert hear(runtime, "b", 7, True) == "effect"
    with held_up(runtime):
        crowd = [eventlet.spawn(hear, runtime, *event) for event in (("b", 5, True), ("c", 1, True))]
    assert [one.wait() for one in crowd] == ["BatchAborted"] * 2
    assert hear(runtime, "b", 5, True, together=False) == "AlreadyReceived"
    assert hear(runtime, "c", 1, True, together=False) == "effect"


@pytest.mark.parametrize("others", ["", "a", "ab"])
@pytest.mark.parametrize("called", [False, True])
def test_one_who_gives_up_keeps_nobody_waiting(runtime, others, called):
    with held_up(runtime):
        gone = eventlet.spawn(hear, runtime, "gone")
        stay = [eventlet.spawn(hear, runtime, subject) for subject in others]
        eventlet.sleep(0)
        if not called:
            gone.kill()
    gone.kill()
    assert all(one.wait() in {"BatchAborted", "effect"} for one in stay)
    assert hear(runtime, "next") == "effect"
