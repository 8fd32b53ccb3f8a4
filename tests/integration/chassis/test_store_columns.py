"""Columns and pages mean the same on both databases."""

import base64
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_
from sqlalchemy import Column, Date, Integer, MetaData, String, Table, desc, insert, select, text
from sqlalchemy.exc import StatementError

from rongcuo.chassis.database import open_database
from rongcuo.chassis.database.pagination import _named, decode, encode, page
from rongcuo.chassis.database.types import Json, Moment, canonical
from rongcuo.contracts.errors import CaseError

METADATA = MetaData()
visits = Table("visits", METADATA, Column("id", Integer, primary_key=True), Column("at", Moment),
               Column("day", Date), Column("name", String(40)), Column("content", Json))
guests = Table("guests", METADATA, Column("id", Integer, primary_key=True), Column("at", Moment))
NOON = datetime.fromisoformat("2026-02-13T12:00:00+08:00")
KEYS = [desc(visits.c.at), visits.c.id]


@pytest.fixture
def database(config):
    opened = open_database("visits", config)
    with opened.alone() as session:
        METADATA.create_all(session.connection())
    yield opened
    opened.close()


def write(database, **row) -> None:
    with database.writing() as session, session.begin():
        session.execute(insert(visits).values(**row))


def test_a_moment_comes_back_as_the_same_moment_in_shanghai(database):
    long_ago = NOON.replace(year=2007, microsecond=1)
    for number, moment in enumerate((NOON, NOON.astimezone(UTC), long_ago, None)):
        write(database, id=number, at=moment)
    with database.reading() as session:
        read = session.scalars(select(visits.c.at).order_by(visits.c.id)).all()
    assert read == [NOON, NOON, long_ago, None]
    assert {moment.utcoffset() for moment in read if moment} == {timedelta(hours=8)}


def test_moments_compare_and_sort_in_the_database(database):
    moments = [NOON + timedelta(microseconds=1), NOON, NOON - timedelta(hours=9), NOON.astimezone(UTC)]
    for number, moment in enumerate(moments):
        write(database, id=number, at=moment)
    with database.reading() as session:
        assert session.scalars(select(visits.c.at).order_by(visits.c.at)).all() == sorted(moments)
        later = select(visits.c.id).where(visits.c.at >= NOON.astimezone(UTC)).order_by(visits.c.id)
        assert session.scalars(later).all() == [0, 1, 3]


def test_a_moment_without_zone_is_refused(database):
    with pytest.raises(StatementError, match="needs its zone"):
        write(database, id=1, at=NOON.replace(tzinfo=None))


def test_json_is_readable_and_canonical(database):
    value = {"二": [1, None, True, {"b": "", "a": "\u0000"}], "一": 1.5}
    write(database, id=1, content=value)
    write(database, id=2, content=dict(reversed(value.items())))
    write(database, id=3, content=None)
    with database.reading() as session:
        assert session.scalars(select(visits.c.content).order_by(visits.c.id)).all() == [value, value, None]
        raw = session.scalars(text("SELECT content FROM visits ORDER BY id")).all()
    assert raw[0] == raw[1] == canonical(value)
    assert "二" in raw[0]
    with pytest.raises(ValueError, match="Out of range"):
        canonical(float("nan"))


def test_pages_show_every_row_once_in_order(database):
    for number in range(25):
        write(database, id=number, at=NOON + timedelta(minutes=number // 4))
    seen, cursor = [], None
    with database.reading() as session:
        while True:
            part = page(session, select(visits), KEYS, cursor, 4)
            assert len(part.rows) <= 4
            seen += [row.id for row in part.rows]
            cursor = part.cursor
            if cursor is None:
                break
        assert seen == list(session.scalars(select(visits.c.id).order_by(*KEYS)))
        assert len(seen) == 25
        assert len(page(session, select(visits), KEYS, None, -5).rows) == 1
        assert len(page(session, select(visits), KEYS, None, 10**9).rows) == 25


def test_a_row_that_arrives_meanwhile_moves_no_page(database):
    for number in (1, 2, 3, 4):
        write(database, id=number, name=f"名{number}", day=date(2026, 2, number))
    keys = [visits.c.day, visits.c.name, visits.c.id]
    with database.reading() as session:
        first = page(session, select(visits), keys, None, 2)
    write(database, id=9, name="名0", day=date(2026, 1, 1))
    with database.reading() as session:
        rest = page(session, select(visits), keys, first.cursor, 2)
    assert [row.id for row in (*first.rows, *rest.rows)] == [1, 2, 3, 4]


NAMED = [visits.c.id, visits.c.name]


def cursor_of(value: object, keys: Sequence[Any] = KEYS) -> str:
    value = [_named(keys), *value] if isinstance(value, list) else value
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@pytest.mark.parametrize("cursor", [
    "garbage", "====", "é", "\0", "A" * 5000, "[" * 900, cursor_of({}), cursor_of([]), cursor_of([1]),
    cursor_of([1, 1]), cursor_of(["2026-02-13", 1]), cursor_of(["x", 1]), cursor_of([NOON.isoformat(), "1"]),
    cursor_of([NOON.isoformat(), True]), cursor_of([NOON.isoformat(), 2**63]),
    cursor_of([NOON.isoformat(), 1.5]),
    cursor_of(["0001-01-01T00:00:00+14:00", 1]), cursor_of([NOON.isoformat(), 1, 1]), cursor_of([None, None]),
    base64.urlsafe_b64encode(b"[" * 700).decode(),
    cursor_of([NOON.isoformat(), 1], [visits.c.day, visits.c.id]),
    cursor_of([NOON.isoformat(), 1], [desc(guests.c.at), guests.c.id]),
    cursor_of([NOON.isoformat(), 1], [visits.c.at, visits.c.id]),
])
def test_a_cursor_that_is_not_ours(database, cursor):
    with pytest.raises(CaseError) as refused, database.reading() as session:
        page(session, select(visits), KEYS, cursor, 4)
    assert refused.value.code == "invalid"


@pytest.mark.parametrize("name", ["\0", "\ud800"])
def test_a_cursor_with_text_no_database_can_hold(name):
    with pytest.raises(CaseError, match="invalid"):
        decode(cursor_of([name], [visits.c.name]), [visits.c.name])


@given(any_.one_of(any_.text(), any_.binary().map(lambda raw: base64.urlsafe_b64encode(raw).decode()),
                   any_.recursive(any_.none() | any_.booleans() | any_.integers() | any_.text(),
                                  lambda deeper: any_.lists(deeper, max_size=3)).map(
                                      lambda value: cursor_of(value, NAMED))))
@settings(max_examples=300)
def test_no_cursor_does_worse_than_be_refused(cursor):
    try:
        decoded = [type(value) for value in decode(cursor, NAMED)]
    except CaseError as error:
        decoded = error.code
    assert decoded in ("invalid", [int, str])


@given(any_.datetimes(timezones=any_.just(UTC)), any_.integers(-2**63 + 1, 2**63 - 1),
       any_.text(any_.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
@settings(max_examples=100)
def test_a_cursor_comes_back_as_it_went(at, number, name):
    keys = [visits.c.at, *NAMED]
    assert decode(encode([at, number, name], keys), keys) == [at, number, name]
