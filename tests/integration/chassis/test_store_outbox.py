"""The outbox: nothing is passed over, nothing is sent by two relays, nothing unsettled is forgotten."""

from datetime import timedelta

import eventlet
from sqlalchemy import text

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Command
from tests.integration.chassis.shelf import READER, Book, place


def mark(runtime: ServiceRuntime, *seqs: int, settled: bool = True) -> None:
    ids = [event.event_id for event in runtime.outbox.take_batch() if event.seq in seqs]
    assert len(ids) == len(seqs)
    runtime.outbox.mark_sent(ids, settled)


def waiting(runtime: ServiceRuntime) -> list[int]:
    return [event.seq for event in runtime.outbox.take_batch()]


def taken_at_last(lock) -> bool:
    """A server frees the lock of a connection that ended when it has seen the end, not at once."""
    with eventlet.Timeout(20):
        while not lock.take():
            eventlet.sleep(0.02)
    return True


def test_batches_come_in_order_and_once_sent_are_gone(runtime):
    for number in range(5):
        place(runtime, f"c{number}")
    assert [event.seq for event in runtime.outbox.take_batch(3)] == [1, 2, 3]
    mark(runtime, 1, 2, 3)
    assert waiting(runtime) == [4, 5]
    assert runtime.outbox.backlog() == 2
    runtime.outbox.mark_sent([])
    assert runtime.outbox.backlog() == 2


def test_what_is_on_its_way_is_left_out(runtime):
    for number in range(4):
        place(runtime, f"c{number}")
    events = runtime.outbox.take_batch()
    but = [events[0].event_id, events[2].event_id]
    assert [event.seq for event in runtime.outbox.take_batch(but=but)] == [2, 4]
    assert [event.seq for event in runtime.outbox.take_batch(1, but=but)] == [2]
    assert (runtime.outbox.is_behind(3), runtime.outbox.is_behind(4)) == (True, False)


def test_what_happened_a_moment_ago_is_left_to_its_process(runtime, monkeypatch):
    now = runtime.time.now()
    for number, seconds in enumerate((-3600, -3, 0, 3600)):     # the last: the clock was put back since
        moment = now + timedelta(seconds=seconds)
        monkeypatch.setattr(runtime.time, "now", lambda moment=moment: moment)
        place(runtime, f"c{number}")
    monkeypatch.setattr(runtime.time, "now", lambda: now)
    late = runtime.outbox.take_batch(moment=timedelta(seconds=2))
    assert [event.seq for event in late] == [1, 2, 4]


def test_an_earlier_number_that_commits_later_is_not_passed_over(on_postgres):
    slow = on_postgres.context(Command("slow", "d"), READER)
    with slow.unit() as unit:
        book = Book(id="slow")
        book.place("slow")
        unit._save(book)
        unit.store.titles()                             # the row has number 1 and is not committed
        place(on_postgres, "quick")
        assert waiting(on_postgres) == [2]
        mark(on_postgres, 2)
        unit.commit()
    assert waiting(on_postgres) == [1]


def test_a_bus_that_forgot_is_told_again_what_was_not_settled(runtime):
    ids = [place(runtime, f"c{number}") for number in range(4)]
    assert len(ids) == 4
    events = runtime.outbox.take_batch()
    mark(runtime, *(event.seq for event in events), settled=False)
    runtime.outbox.settle_through(events[1].seq)
    assert waiting(runtime) == []
    assert runtime.outbox.unsettle() == 2
    assert waiting(runtime) == [events[2].seq, events[3].seq]
    mark(runtime, events[2].seq, events[3].seq)
    assert runtime.outbox.unsettle() == 0


def test_after_a_lost_broker_disk_all_is_sent_again(runtime, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.outbox.store.PORTION", 2)
    for number in range(5):
        place(runtime, f"c{number}")
    mark(runtime, 1, 2, 3, 5)
    assert runtime.outbox.send_all_again() == 4
    assert waiting(runtime) == [1, 2, 3, 4, 5]
    assert runtime.outbox.send_all_again() == 0


def test_what_is_not_settled_is_sent_again(runtime):
    for number in range(3):
        place(runtime, f"c{number}")
    mark(runtime, 1)
    mark(runtime, 2, settled=False)
    assert runtime.outbox.unsettle() == 1
    assert waiting(runtime) == [2, 3]


def test_one_relay_per_database(config: Config, runtime):
    another = open_database("shelf", config)
    ours, theirs = runtime.outbox.relay_lock(), another.relay_lock()
    assert (ours.take(), theirs.take(), ours.take()) == (True, False, True)
    ours.release()
    ours.release()
    assert taken_at_last(theirs)
    theirs.release()
    another.close()


def test_a_relay_that_lost_its_connection_knows_it(on_postgres):
    ours, theirs = on_postgres.outbox.relay_lock(), on_postgres.outbox.relay_lock()
    assert ours.take()
    with on_postgres.database.writing() as session:
        session.execute(text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"))
    assert not ours.take()
    assert taken_at_last(theirs)
    assert not ours.take()
    theirs.release()
