"""An event takes effect once, in the order of its subject's versions."""

import eventlet
import pytest
from sqlalchemy import select

from rongcuo.chassis.database.tables import heard
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import AlreadyReceived, ReceivedEvent
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import OTHER, Book


def hear(workshop: ServiceRuntime, sequence: int, event_id: str = "", consumer: str = "shelf:filing") -> None:
    occasion = ReceivedEvent(consumer, event_id or f"e{sequence}", "filing-1", sequence)
    with workshop.desk(occasion).unit() as unit:
        unit.commit(Book(id=f"{consumer} {sequence}", title=str(sequence)))


def titles(workshop: ServiceRuntime) -> list[str]:
    with workshop.desk(ReceivedEvent("", "", "", 1)).reading() as store:
        return store.titles()


def refuse(workshop: ServiceRuntime, error: type[Exception], **event) -> None:
    before = titles(workshop)
    with pytest.raises(error) as refusal:
        hear(workshop, **event)
    assert titles(workshop) == before
    if error is CaseError:
        assert refusal.value.code == "events.out_of_order"


def test_the_next_version_is_applied_and_all_else_is_not(workshop):
    refuse(workshop, CaseError, sequence=2)
    hear(workshop, 1)
    refuse(workshop, AlreadyReceived, sequence=1)
    refuse(workshop, AlreadyReceived, sequence=1, event_id="the same version by another id")
    refuse(workshop, CaseError, sequence=3)
    hear(workshop, 2)
    hear(workshop, 3)
    refuse(workshop, AlreadyReceived, sequence=2)
    assert titles(workshop) == ["1", "2", "3"]


def test_each_consumer_counts_for_itself(workshop):
    hear(workshop, 1, consumer="shelf:filing")
    hear(workshop, 1, consumer="shelf:review")
    refuse(workshop, CaseError, sequence=3, consumer="shelf:review")
    hear(workshop, 2, consumer="shelf:filing")


def test_an_event_without_meaning_still_advances_the_version(workshop):
    workshop.desk(ReceivedEvent("shelf:filing", "e1", "filing-1", 1)).hear()
    with pytest.raises(AlreadyReceived):
        workshop.desk(ReceivedEvent("shelf:filing", "e1", "filing-1", 1)).hear()
    hear(workshop, 2)
    assert titles(workshop) == ["2"]


def test_a_failed_effect_is_as_if_never_heard(workshop):
    with pytest.raises(ZeroDivisionError), workshop.desk(ReceivedEvent("shelf:filing", "e1", "filing-1",
                                                                       1)).unit():
        raise ZeroDivisionError
    hear(workshop, 1)
    assert titles(workshop) == ["1"]


def test_duplicates_at_the_same_time_have_one_effect(workshop):
    def attempt(sequence: int) -> str:
        try:
            hear(workshop, sequence)
        except AlreadyReceived:
            return "before"
        except CaseError as error:
            return error.code
        return "effect"

    for sequence in (1, 2, 3):
        copies = [eventlet.spawn(attempt, sequence) for _ in range(8)]
        assert sorted(copy.wait() for copy in copies) == ["before"] * 7 + ["effect"]
    assert titles(workshop) == ["1", "2", "3"]


def test_a_shuffled_crowd_ends_in_order(workshop):
    """Every event three times, all at once; whoever comes too early tries again, as the entrypoint does."""
    def deliver(sequence: int) -> None:
        while True:
            try:
                return hear(workshop, sequence)
            except AlreadyReceived:
                return None
            except CaseError as error:
                if error.code != "events.out_of_order":
                    raise
                eventlet.sleep(0.01)

    crowd = [eventlet.spawn(deliver, sequence) for sequence in (5, 3, 1, 4, 2) * 3]
    for delivery in crowd:
        delivery.wait()
    assert titles(workshop) == ["1", "2", "3", "4", "5"]
    with workshop.database.reading() as session:
        assert session.scalars(select(heard.c.sequence)).all() == [5]


def test_what_was_discarded_is_not_waited_for(workshop):
    hear(workshop, 1)
    for sequence in (2, 3):
        workshop.dead_letters.keep(
            consumer="shelf:filing", body=b"?", headers={}, reason_code="invalid", reason="", attempts=1,
            event_id=f"e{sequence}", subject="filing-1", sequence=sequence)
    refuse(workshop, CaseError, sequence=4)
    for letter in workshop.dead_letters.list().rows:
        workshop.dead_letters.discard(letter.letter_id, OTHER, "测试数据")
    refuse(workshop, CaseError, sequence=5)
    refuse(workshop, CaseError, sequence=2**60)
    hear(workshop, 4)
    hear(workshop, 5)
    assert titles(workshop) == ["1", "4", "5"]
