"""An event takes effect once, in the order of its subject's versions."""

from contextlib import suppress

import eventlet
import pytest
from sqlalchemy import select

from rongcuo.chassis.database.tables import subject_versions
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import AlreadyReceived, ReceivedEvent
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import OTHER, Book


def hear(runtime: ServiceRuntime, sequence: int, event_id: str = "", consumer: str = "shelf:filing",
         selective: bool = False) -> None:
    trigger = ReceivedEvent(consumer, event_id or f"e{sequence}", "filing-1", sequence, selective)
    with runtime.context(trigger).unit() as unit:
        unit.commit(Book(id=f"{consumer} {sequence}", title=str(sequence)))


def titles(runtime: ServiceRuntime) -> list[str]:
    with runtime.context(ReceivedEvent("", "", "", 1)).reading() as store:
        return store.titles()


def refuse(runtime: ServiceRuntime, error: type[Exception], **event) -> None:
    before = titles(runtime)
    with pytest.raises(error) as refusal:
        hear(runtime, **event)
    assert titles(runtime) == before
    if error is CaseError:
        assert refusal.value.code == "events.out_of_order"


def test_the_next_version_is_applied_and_all_else_is_not(runtime):
    refuse(runtime, CaseError, sequence=2)
    hear(runtime, 1)
    refuse(runtime, AlreadyReceived, sequence=1)
    refuse(runtime, AlreadyReceived, sequence=1, event_id="the same version by another id")
    refuse(runtime, CaseError, sequence=3)
    hear(runtime, 2)
    hear(runtime, 3)
    refuse(runtime, AlreadyReceived, sequence=2)
    assert titles(runtime) == ["1", "2", "3"]


def test_each_consumer_counts_for_itself(runtime):
    hear(runtime, 1, consumer="shelf:filing")
    hear(runtime, 1, consumer="shelf:review")
    refuse(runtime, CaseError, sequence=3, consumer="shelf:review")
    hear(runtime, 2, consumer="shelf:filing")


def test_an_event_without_meaning_still_advances_the_version(runtime):
    runtime.context(ReceivedEvent("shelf:filing", "e1", "filing-1", 1)).hear()
    with pytest.raises(AlreadyReceived):
        runtime.context(ReceivedEvent("shelf:filing", "e1", "filing-1", 1)).hear()
    hear(runtime, 2)
    assert titles(runtime) == ["2"]


def test_a_failed_effect_is_as_if_never_heard(runtime):
    with pytest.raises(ZeroDivisionError), runtime.context(ReceivedEvent("shelf:filing", "e1", "filing-1",
                                                                         1)).unit():
        raise ZeroDivisionError
    hear(runtime, 1)
    assert titles(runtime) == ["1"]


def test_duplicates_at_the_same_time_have_one_effect(runtime):
    def attempt(sequence: int) -> str:
        try:
            hear(runtime, sequence)
        except AlreadyReceived:
            return "before"
        except CaseError as error:
            return error.code
        return "effect"

    for sequence in (1, 2, 3):
        copies = [eventlet.spawn(attempt, sequence) for _ in range(8)]
        assert sorted(copy.wait() for copy in copies) == ["before"] * 7 + ["effect"]
    assert titles(runtime) == ["1", "2", "3"]


def test_a_shuffled_crowd_ends_in_order(runtime):
    """Every event three times, all at once; whoever comes too early tries again, as the entrypoint does."""
    def deliver(sequence: int) -> None:
        while True:
            try:
                return hear(runtime, sequence)
            except AlreadyReceived:
                return None
            except CaseError as error:
                if error.code != "events.out_of_order":
                    raise
                eventlet.sleep(0.01)

    crowd = [eventlet.spawn(deliver, sequence) for sequence in (5, 3, 1, 4, 2) * 3]
    for delivery in crowd:
        delivery.wait()
    assert titles(runtime) == ["1", "2", "3", "4", "5"]
    with runtime.database.reading() as session:
        assert session.scalars(select(subject_versions.c.sequence)).all() == [5]


def test_what_was_discarded_is_not_waited_for(runtime):
    hear(runtime, 1)
    for sequence in (2, 3):
        runtime.dead_letters.keep(
            consumer="shelf:filing", body=b"?", headers={}, reason_code="invalid", reason="", attempts=1,
            event_id=f"e{sequence}", subject="filing-1", sequence=sequence)
    refuse(runtime, CaseError, sequence=4)
    for letter in runtime.dead_letters.list().rows:
        runtime.dead_letters.discard(letter.letter_id, OTHER, "测试数据")
    refuse(runtime, CaseError, sequence=5)
    refuse(runtime, CaseError, sequence=2**60)
    hear(runtime, 4)
    hear(runtime, 5)
    assert titles(runtime) == ["1", "4", "5"]


@pytest.mark.parametrize("selective", [False, True])
@pytest.mark.parametrize("known", [0, 1])
def test_what_was_discarded_has_no_effect_when_its_source_sends_it_again(runtime, known, selective):
    for sequence in range(1, known + 1):
        hear(runtime, sequence, selective=selective)
    runtime.dead_letters.keep(
        consumer="shelf:filing", body=b"?", headers={}, reason_code="invalid", reason="", attempts=1,
        event_id=f"e{known + 1}", subject="filing-1", sequence=known + 1)
    runtime.dead_letters.discard(runtime.dead_letters.list().rows[0].letter_id, OTHER, "测试数据")
    refuse(runtime, AlreadyReceived, sequence=known + 1, selective=selective)
    hear(runtime, known + 2, selective=selective)


def test_who_hears_selectively_waits_for_nothing_and_goes_by_the_newest(runtime):
    hear(runtime, 3, selective=True)
    refuse(runtime, AlreadyReceived, sequence=3, selective=True)
    refuse(runtime, AlreadyReceived, sequence=3, selective=True, event_id="the same version by another id")
    hear(runtime, 7, selective=True)
    for older in (1, 2, 6):
        refuse(runtime, AlreadyReceived, sequence=older, selective=True)
    hear(runtime, 8, selective=True)
    assert titles(runtime) == ["3", "7", "8"]


@pytest.mark.parametrize("known", [1, 4])
def test_what_was_heard_as_a_whole_counts_for_who_hears_selectively_since(runtime, known):
    for sequence in range(1, known + 1):
        hear(runtime, sequence)
    refuse(runtime, AlreadyReceived, sequence=known, selective=True)
    refuse(runtime, AlreadyReceived, sequence=1, selective=True, event_id="another")
    hear(runtime, known + 5, selective=True)
    assert titles(runtime) == [*map(str, range(1, known + 1)), str(known + 5)]


def test_of_a_crowd_that_overtake_each_other_none_takes_effect_after_a_newer_one(runtime):
    taken: list[int] = []

    def deliver(sequence: int) -> None:
        trigger = ReceivedEvent("shelf:filing", f"e{sequence}", "filing-1", sequence, True)
        with suppress(AlreadyReceived), runtime.context(trigger).unit() as unit:
            taken.append(sequence)      # the subject is ours until the commit
            unit.commit()

    crowd = [eventlet.spawn(deliver, sequence) for sequence in (5, 3, 9, 4, 2) * 3]
    for delivery in crowd:
        delivery.wait()
    assert taken == sorted(set(taken))
    with runtime.database.reading() as session:
        assert session.scalars(select(subject_versions.c.sequence)).all() == [9] == taken[-1:]
