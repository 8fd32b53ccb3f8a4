"""The rows of one session, written together with the commit; keys that are claimed before they have rows."""

import eventlet
import pytest
from eventlet.event import Event as Signal
from sqlalchemy import func, select

from rongcuo.chassis.database import write_behind
from rongcuo.chassis.database.statements import advisory_lock, insert_if_absent
from rongcuo.chassis.database.write_behind import WriteBehindRows
from tests.integration.chassis.shelf import books


def book(book_id, title, version=1):
    return {"id": book_id, "version": version, "title": title}


def titles(runtime):
    with runtime.database.reading() as session:
        return {row.id: row.title for row in session.execute(select(books))}


@pytest.fixture
def written(monkeypatch):
    """The rows of each insertion, in the order in which they were written."""
    seen = []
    for name in ("insert", "upsert"):
        one = getattr(write_behind, name)
        monkeypatch.setattr(write_behind, name, lambda session, table, *rows, one=one: seen.append(
            [row["id"] for row in rows]) or one(session, table, *rows))
    return seen


def test_what_is_new_and_what_has_changed_is_written_once_and_together(runtime, written):
    with runtime.database.writing() as session:
        insert_if_absent(session, books, book("b1", "论语"))
        insert_if_absent(session, books, book("b2", "孟子"))
        rows = WriteBehindRows(session, books)
        for known in (book("b1", "论语"), book("b2", "孟子")):
            rows.remember(books, known)
        for row in (book("b1", "论语"), book("b2", "庄子"), book("b3", "诗"), book("b4", "书"),
                    book("b3", "诗经")):
            rows.write(books, row)
        assert written == []
        session.commit()
    assert written == [["b3", "b4"], ["b2"]]
    assert titles(runtime) == {"b1": "论语", "b2": "庄子", "b3": "诗经", "b4": "书"}


def test_a_row_that_is_changed_back_and_one_that_is_removed_again_leave_nothing(runtime, written):
    with runtime.database.writing() as session:
        insert_if_absent(session, books, book("b1", "论语"))
        rows = WriteBehindRows(session, books)
        rows.remember(books, book("b1", "论语"))
        assert rows.write(books, book("b1", "孟子")) == book("b1", "论语")
        assert rows.write(books, book("b1", "论语")) == book("b1", "孟子")
        rows.write(books, book("b2", "庄子"))
        rows.remove(books, book("b2", "庄子"))
        session.commit()
    assert (written, titles(runtime)) == ([], {"b1": "论语"})


def test_a_stored_row_is_removed_and_may_come_again(runtime):
    with runtime.database.writing() as session:
        insert_if_absent(session, books, book("b1", "论语"))
        rows = WriteBehindRows(session, books)
        rows.remember(books, book("b1", "论语"))
        rows.remove(books, book("b1", "论语"))
        assert rows.session().scalar(select(func.count()).select_from(books)) == 0
        rows.write(books, book("b1", "孟子"))
        session.commit()
    assert titles(runtime) == {"b1": "孟子"}


def test_who_reads_sees_what_was_written(runtime):
    with runtime.database.writing() as session:
        rows = WriteBehindRows(session, books)
        rows.write(books, book("b1", "论语"))
        assert rows.session(books).scalars(select(books.c.title)).all() == ["论语"]
        rows.write(books, book("b1", "孟子"))
        session.commit()
    assert titles(runtime) == {"b1": "孟子"}


def test_what_is_not_committed_is_not_written(runtime):
    with runtime.database.writing() as session:
        WriteBehindRows(session, books).write(books, book("b1", "论语"))
    assert titles(runtime) == {}


def test_who_claims_a_key_without_a_row_second_sees_the_row_of_the_first(on_postgres):
    claimed, go_on = Signal(), Signal()

    def first():
        with on_postgres.database.writing() as session:
            advisory_lock(session, books, ["b2", "b1"])
            assert session.scalars(select(books.c.id)).all() == []
            claimed.send()
            go_on.wait()
            insert_if_absent(session, books, book("b1", "论语"))
            session.commit()

    def second():
        with on_postgres.database.writing() as session:
            advisory_lock(session, books, ["b1"])
            return session.scalars(select(books.c.title)).all()

    def other():
        with on_postgres.database.writing() as session:
            advisory_lock(session, books, ["b3"])
            return session.scalars(select(books.c.title)).all()

    one = eventlet.spawn(first)
    claimed.wait()
    two = eventlet.spawn(second)
    assert eventlet.spawn(other).wait() == []
    go_on.send()
    one.wait()
    assert two.wait() == ["论语"]
