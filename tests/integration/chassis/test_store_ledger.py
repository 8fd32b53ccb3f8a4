"""The ledger: append-only by the database itself, numbered without gaps, and without personal data."""

import json
from hashlib import sha256

import eventlet
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger import commitment, read_lines
from tests.integration.chassis.shelf import READER, place

FORBIDDEN = (
    "UPDATE ledger SET body = '{}' WHERE line_id = 1",
    "UPDATE ledger SET leaf = 'x' WHERE line_id = 2",
    "UPDATE ledger SET salt = 'x', seq = 2 WHERE line_id = 2",
    "UPDATE ledger SET line_id = 99 WHERE line_id = 2",
    "UPDATE ledger SET seq = 5 WHERE line_id = 1",
    "UPDATE ledger SET seq = NULL WHERE line_id = 1",
    "UPDATE ledger SET seq = 2, body = '{}' WHERE line_id = 2",     # in the moment it is numbered
    "DELETE FROM ledger WHERE line_id = 2",
    "DELETE FROM ledger",
    "INSERT INTO ledger (body, leaf, salt, seq) VALUES ('{}', 'x', 'x', 9)",
)
FORBIDDEN_ON_ONE = {
    "postgresql": ("TRUNCATE ledger",),
    "sqlite": ("INSERT OR REPLACE INTO ledger (line_id, body, leaf, salt) VALUES (2, '{}', 'x', 'x')",
               "REPLACE INTO ledger (line_id, body, leaf, salt) VALUES (1, '{}', 'x', 'x')"),
}


def raw(runtime: ServiceRuntime) -> list[tuple]:
    with runtime.database.reading() as session:
        return [tuple(row) for row in session.execute(text("SELECT * FROM ledger ORDER BY line_id"))]


def execute(runtime: ServiceRuntime, statement: str) -> None:
    with runtime.database.writing() as session, session.begin():
        session.execute(text(statement))


def test_the_database_refuses_to_change_or_lose_a_line(runtime):
    place(runtime, "c1")
    runtime.ledger.number()
    place(runtime, "c2")
    before = raw(runtime)
    assert [line[1] for line in before] == [1, None]
    with runtime.database.reading() as session:
        dialect = session.get_bind().dialect.name
    for statement in (*FORBIDDEN, *FORBIDDEN_ON_ONE[dialect]):
        with pytest.raises(DBAPIError, match="append-only"):
            execute(runtime, statement)
        assert raw(runtime) == before, statement


def test_numbers_have_no_gaps_however_many_write_and_number(runtime):
    def write(writer: int) -> None:
        for number in range(10):
            place(runtime, f"c{writer}-{number}")

    writers = [eventlet.spawn(write, writer) for writer in range(6)]
    numberers = [eventlet.spawn(_number_until, runtime, lambda: all(writer.dead for writer in writers))
                 for _ in range(3)]
    for thread in (*writers, *numberers):
        thread.wait()
    assert sorted(line[1] for line in raw(runtime)) == list(range(1, 61))


def _number_until(runtime: ServiceRuntime, done) -> None:
    while not done():
        runtime.ledger.number()
        eventlet.sleep(0.002)
    runtime.ledger.number()


def test_a_rolled_back_line_leaves_no_gap(runtime):
    place(runtime, "c1")
    with runtime.database.writing() as session:
        session.execute(text("INSERT INTO ledger (body, leaf, salt) VALUES ('{}', 'x', 'x')"))
    place(runtime, "c2")
    runtime.ledger.number()
    assert [line[1] for line in raw(runtime)] == [1, 2]


def test_a_line_proves_its_payload_and_names_nobody(runtime):
    place(runtime, "c1", "论语")
    runtime.ledger.number()
    with runtime.database.reading() as session:
        line = read_lines(session)[0]
    told = json.loads(line.body)
    assert line.body == json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert line.leaf == sha256(b"\x00" + line.body.encode()).hexdigest()
    payload = runtime.outbox.take_batch()[0].body
    assert told["payload"] == commitment(line.salt, payload) != commitment("00" * 16, payload)
    assert (told["what"], told["actor"], told["role"]) == ("shelf.book_placed.v1", READER.officer_id, "filer")
    assert "论语" not in line.body
    assert READER.name not in line.body
    assert READER.unit not in line.body


def test_many_lines_are_numbered_in_batches(runtime, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.ledger.ledger.BATCH", 2)
    for number in range(5):
        place(runtime, f"c{number}")
    assert (runtime.ledger.number(), runtime.ledger.number()) == (5, 0)
    assert [line[1] for line in raw(runtime)] == [1, 2, 3, 4, 5]


def test_reading_in_portions(runtime):
    for number in range(5):
        place(runtime, f"c{number}")
    runtime.ledger.number()
    with runtime.database.reading() as session:
        portions = [[line.seq for line in read_lines(session, after, 2)] for after in (0, 2, 4, 5)]
    assert portions == [[1, 2], [3, 4], [5], []]
