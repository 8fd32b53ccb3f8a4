"""Checkpoints and proofs on real databases, judged by the outside verifier."""

import json
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import eventlet
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from rongcuo.chassis.config import PRODUCTION, Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Command, Query
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.message import dump
from tests.integration.chassis.shelf import READER, BookPlaced, place, shelf
from tests.integration.chassis.test_ledger_tampering import Witness, exported, filled
from tests.integration.chassis.test_store_ledger import execute, raw
from tools import verify_ledger as outside

DERIVED = ("ledger_nodes", "ledger_checkpoints")


def proved(workshop: ServiceRuntime, book_id: str):
    return workshop.desk(Query(), READER).proof(book_id, BookPlaced)


def judged(proof: object, folder: Path, keys: list[str], *kept: Path) -> int:
    file = folder / "proof.json"
    file.write_text(json.dumps(dump(proof)), "utf-8")
    return outside.check(file, keys, kept)[0]


def test_a_line_is_proved_once_a_checkpoint_covers_it(workshop, tmp_path):
    first = place(workshop, "c1", "论语")
    assert proved(workshop, first) is None
    workshop.number_ledger()
    assert proved(workshop, first) is None
    note = workshop.ledger.seal()
    assert workshop.ledger.seal() == note
    proof = proved(workshop, first)
    assert (proof.seq, proof.tree_size, proof.checkpoint, proof.hashes) == (1, 1, note, ())
    assert json.loads(proof.payload) == {"title": "论语"}
    later = place(workshop, "c2")
    workshop.ledger.keep()
    witness = Witness(workshop, tmp_path)
    for book in (first, later):
        proof = proved(workshop, book)
        assert proof.tree_size == 2
        assert judged(proof, tmp_path, witness.keys) == 0
        for false in (replace(proof, seq=3 - proof.seq), replace(proof, body=proof.body.replace("1", "2")),
                      replace(proof, salt="00" * 16), replace(proof, payload='{"title":"孟子"}'),
                      replace(proof, tree_size=1), replace(proof, hashes=())):
            assert judged(false, tmp_path, witness.keys) == 1
    assert proved(workshop, "nobody") is None


def test_every_line_and_every_growth_is_proved(workshop, tmp_path):
    witness = Witness(filled(workshop), tmp_path)
    for seq in range(1, 24):
        proof = workshop.ledger.proof_of_line(seq)
        assert judged(proof, tmp_path, witness.keys, witness.kept[-1]) == 0
        assert judged(proof, tmp_path, witness.keys, witness.kept[0]) == 2
    for old, new in ((1, 5), (1, 23), (5, 12), (12, 13), (13, 23)):
        growth = workshop.ledger.growth(old, new)
        assert judged(growth, tmp_path, witness.keys, *kept_of(witness, old, new)) == 0
        assert judged(replace(growth, old=growth.new, new=growth.old), tmp_path, witness.keys) == 1
        assert judged(replace(growth, hashes=growth.hashes[1:]), tmp_path, witness.keys) == 1
    for old, new in ((5, 5), (5, 1), (0, 5), (2, 5)):
        with pytest.raises(CaseError):
            workshop.ledger.growth(old, new)


def kept_of(witness: Witness, *sizes: int) -> list[Path]:
    return [file for file in witness.kept if int(file.read_text("utf-8").split("\n")[1]) in sizes]


def test_the_database_refuses_to_change_tree_and_checkpoints(workshop):
    filled(workshop)
    for table in DERIVED:
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {first_column(table)} = 77",  # noqa: S608
                          f"INSERT INTO {table} SELECT * FROM {table}"):  # noqa: S608
            with pytest.raises((DBAPIError, CaseError)):
                execute(workshop, statement)


def first_column(table: str) -> str:
    return "level" if table == "ledger_nodes" else "size"


def test_numbering_and_signing_by_many_at_once(workshop, tmp_path):
    def write(writer: int) -> None:
        for number in range(6):
            place(workshop, f"c{writer}-{number}")

    def keep() -> None:
        while not all(writer.dead for writer in writers):
            workshop.ledger.keep()
            eventlet.sleep(0.002)

    writers = [eventlet.spawn(write, writer) for writer in range(5)]
    for thread in [*writers, *(eventlet.spawn(keep) for _ in range(3))]:
        thread.wait()
    workshop.ledger.keep()
    assert sorted(line[1] for line in raw(workshop)) == list(range(1, 31))
    assert Witness(workshop, tmp_path).judges(exported(workshop)) == 0


def test_lines_numbered_before_there_was_a_tree_get_theirs(workshop, tmp_path):
    """A database of an earlier edition has numbered lines and empty tables beside them."""
    filled(workshop)
    forget(workshop, "ledger_nodes", "ledger_checkpoints", "ledger_subjects")
    workshop.ledger.keep()
    assert Witness(workshop, tmp_path).judges(exported(workshop)) == 0
    assert workshop.ledger.proof_of_line(7) is not None


def test_a_forged_tree_is_not_signed(workshop):
    filled(workshop)
    with unguarded(workshop, "ledger_nodes"):
        forged = "ab" * 32
        execute(workshop, f"UPDATE ledger_nodes SET hash = '{forged}' WHERE level = 4")  # noqa: S608
    place(workshop, "one more")
    workshop.number_ledger()
    with pytest.raises(CaseError, match=r"ledger\.inconsistent"):
        workshop.ledger.seal()
    workshop.ledger.keep()


def test_a_ledger_that_lost_its_end_is_not_signed(workshop):
    filled(workshop)
    with unguarded(workshop, "ledger"):
        execute(workshop, "DELETE FROM ledger WHERE seq > 20")
    with pytest.raises(CaseError, match=r"ledger\.inconsistent"):
        workshop.ledger.seal()


def test_without_its_private_key_a_ledger_is_numbered_and_waits(on_sqlite):
    first = place(on_sqlite, "c1")
    on_sqlite.ledger.keep()
    (private,) = (on_sqlite.config.data_dir / "ledger").glob("*.pem")
    kept = private.read_bytes()
    private.unlink()
    second = place(on_sqlite, "c2")
    on_sqlite.ledger.keep()
    assert [line[1] for line in raw(on_sqlite)] == [1, 2]
    assert (proved(on_sqlite, first) is None, proved(on_sqlite, second) is None) == (False, True)
    private.write_bytes(kept)
    on_sqlite.ledger.keep()
    assert proved(on_sqlite, second).tree_size == 2


def test_a_broken_list_of_keys_keeps_the_ledger_unsigned_and_is_told(on_sqlite, logged):
    first = place(on_sqlite, "c1")
    on_sqlite.ledger.keep()
    (on_sqlite.config.data_dir / "ledger" / "keys.json").write_text("")
    place(on_sqlite, "c2")
    on_sqlite.ledger.keep()
    assert [line[1] for line in raw(on_sqlite)] == [1, 2]
    (told,) = (entry for entry in logged().splitlines() if "ledger_not_signed" in entry)
    assert "ledger.keys_unreadable" in told
    with pytest.raises(CaseError, match=r"ledger\.keys_unreadable"):
        proved(on_sqlite, first)


def test_production_signs_only_with_a_key_that_somebody_made(sqlite_config):
    workshop = shelf(replace(sqlite_config, mode=PRODUCTION))
    place(workshop, "c1")
    workshop.ledger.keep()
    assert (workshop.ledger.seal(), workshop.ledger.public_keys()) == (None, ())
    workshop.ledger.ring.make(workshop.time.now())
    assert workshop.ledger.seal().startswith("rongcuo.local/shelf\n1\n")
    workshop.stop()


def test_after_a_rotation_everything_still_verifies(on_sqlite, tmp_path):
    first = place(on_sqlite, "c1")
    on_sqlite.ledger.keep()
    on_sqlite.ledger.ring.rotate(on_sqlite.time.now())
    place(on_sqlite, "c2")
    on_sqlite.ledger.keep()
    witness = Witness(on_sqlite, tmp_path)
    witness.keys = witness.keys[:1]
    assert witness.judges(exported(on_sqlite)) == 0
    assert judged(proved(on_sqlite, first), tmp_path, witness.keys) == 0


def test_a_protected_read_is_a_line(workshop):
    desk = workshop.desk(Query(), READER)
    desk.note_read("shelf.read", "book-1", page=3)
    workshop.number_ledger()
    told = json.loads(raw(workshop)[0][2])
    assert (told["what"], told["subject"], told["actor"], told["role"], told["facts"]) == (
        "shelf.read", "book-1", READER.officer_id, "filer", {"page": 3})
    assert told["at"] == desk.now.isoformat()


def test_a_read_that_can_not_be_written_down_is_refused(config: Config):
    workshop = shelf(replace(config, lock_timeout=0.2))
    with workshop.database.writing() as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("LOCK TABLE ledger IN EXCLUSIVE MODE"))
        with pytest.raises(CaseError, match="busy"):
            workshop.desk(Query(), READER).note_read("shelf.read", "book-1")
    assert raw(workshop) == []
    workshop.stop()


def test_inside_a_unit_a_read_is_noted_by_the_unit(workshop):
    desk = workshop.desk(Command("c1", "d"), READER)
    with desk.unit(), pytest.raises(RuntimeError, match="unit"):
        desk.note_read("shelf.read", "book-1")


@contextmanager
def unguarded(workshop: ServiceRuntime, table: str):
    """Without the triggers of a table; on SQLite they stay away."""
    with workshop.database.reading() as session:
        postgres = session.get_bind().dialect.name == "postgresql"
        found = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
        triggers = [] if postgres else session.scalars(found, {"table": table}).all()
    for name in triggers:
        execute(workshop, f"DROP TRIGGER {name}")
    if postgres:
        execute(workshop, f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    if postgres:
        execute(workshop, f"ALTER TABLE {table} ENABLE TRIGGER USER")


def forget(workshop: ServiceRuntime, *tables: str) -> None:
    for table in tables:
        with unguarded(workshop, table):
            execute(workshop, f"DELETE FROM {table}")  # noqa: S608
