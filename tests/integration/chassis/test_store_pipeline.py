"""Statements that travel together to PostgreSQL: what is sent when, and what becomes of a refusal."""

import pytest
from sqlalchemy import func, select

from rongcuo.chassis.database.deferred import Pipeline, later
from rongcuo.chassis.database.statements import insert, insert_if_absent, upsert
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import books

ROW = {"id": "b1", "version": 1, "title": "百分之百 100% '引号'"}


def titles(runtime):
    with runtime.database.reading() as session:
        return session.scalars(select(books.c.title).order_by(books.c.id)).all()


@pytest.fixture
def sent(on_postgres, monkeypatch):
    """Every way to the server, as the bytes that went there."""
    ways = []
    one_way = Pipeline.with_held
    monkeypatch.setattr(Pipeline, "with_held",
                        lambda line, statement: ways.append(one_way(line, statement)) or ways[-1])
    return ways


def test_a_transaction_of_changes_is_one_way(on_postgres, sent):
    with on_postgres.database.writing() as session:
        insert(session, books, ROW, {**ROW, "id": "b2"})
        later(session, books.insert(), {**ROW, "id": "b3"})
        upsert(session, books, {"id": "b3", "title": "论语"})
        assert sent == []
        session.commit()
    (way,) = sent
    assert (way[:7], way[-8:]) == (b"BEGIN;\n", b";\nCOMMIT")
    assert titles(on_postgres) == [ROW["title"], ROW["title"], "论语"]


def test_what_was_held_goes_before_a_question(runtime):
    with runtime.database.writing() as session:
        insert(session, books, ROW)
        assert session.scalar(select(func.count()).select_from(books)) == 1
        assert not insert_if_absent(session, books, {**ROW, "title": "another"})
        session.commit()
    assert titles(runtime) == [ROW["title"]]


def test_what_is_not_committed_is_forgotten(runtime):
    with runtime.database.writing() as session:
        insert(session, books, ROW)
    with runtime.database.writing() as session:
        session.commit()
    assert titles(runtime) == []


def test_a_key_that_is_taken_is_refused_with_the_commit_and_leaves_the_connection_clean(runtime):
    def write(*rows):
        with runtime.database.writing() as session:
            insert(session, books, *rows)
            session.commit()

    write(ROW)
    with pytest.raises(CaseError, match="changed_meanwhile"):
        write({**ROW, "id": "b2"}, ROW)
    assert titles(runtime) == [ROW["title"]]


def test_without_a_transaction_nothing_is_held(runtime):
    with runtime.database.at_once() as session:
        insert(session, books, ROW)
    assert titles(runtime) == [ROW["title"]]


def test_a_reader_can_not_write(on_postgres):
    with pytest.raises(Exception, match="read-only"), on_postgres.database.reading() as session:
        session.execute(books.insert(), ROW)


def test_several_rows_of_a_later_change(runtime):
    with runtime.database.writing() as session:
        later(session, books.insert(), [{**ROW, "id": name} for name in "abc"])
        session.commit()
    assert len(titles(runtime)) == 3
