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
from rongcuo.contracts.serialisation import dump
from tests.integration.chassis.shelf import READER, BookPlaced, place, shelf
from tests.integration.chassis.test_ledger_tampering import Witness, exported, filled
from tests.integration.chassis.test_store_ledger import execute, raw
from tools import verify_ledger as outside

DERIVED = ("ledger_nodes", "ledger_checkpoints")


def proved(runtime: ServiceRuntime, book_id: str):
    return runtime.context(Query(), READER).proof(book_id, BookPlaced)


def judged(proof: object, folder: Path, keys: list[str], *kept: Path) -> int:
    file = folder / "proof.json"
    file.write_text(json.dumps(dump(proof)), "utf-8")
    return outside.check(file, keys, kept)[0]


def test_a_line_is_proved_once_a_checkpoint_covers_it(runtime, tmp_path):
    first = place(runtime, "c1", "论语")
    assert proved(runtime, first) is None
    runtime.ledger.number()
    assert proved(runtime, first) is None
    note = runtime.ledger.seal()
    assert runtime.ledger.seal() == note
    proof = proved(runtime, first)
    assert (proof.seq, proof.tree_size, proof.checkpoint, proof.hashes) == (1, 1, note, ())
    assert json.loads(proof.payload) == {"title": "论语"}
    later = place(runtime, "c2")
    runtime.ledger.keep()
    witness = Witness(runtime, tmp_path)
    for book in (first, later):
        proof = proved(runtime, book)
        assert proof.tree_size == 2
        assert judged(proof, tmp_path, witness.keys) == 0
        for false in (replace(proof, seq=3 - proof.seq), replace(proof, body=proof.body.replace("1", "2")),
                      replace(proof, salt="00" * 16), replace(proof, payload='{"title":"孟子"}'),
                      replace(proof, tree_size=1), replace(proof, hashes=())):
            assert judged(false, tmp_path, witness.keys) == 1
    assert proved(runtime, "nobody") is None


def test_every_line_and_every_growth_is_proved(runtime, tmp_path):
    witness = Witness(filled(runtime), tmp_path)
    for seq in range(1, 24):
        proof = runtime.ledger.proof_of_line(seq)
        assert judged(proof, tmp_path, witness.keys, witness.kept[-1]) == 0
        assert judged(proof, tmp_path, witness.keys, witness.kept[0]) == 2
    for old, new in ((1, 5), (1, 23), (5, 12), (12, 13), (13, 23)):
        growth = runtime.ledger.growth(old, new)
        assert judged(growth, tmp_path, witness.keys, *kept_of(witness, old, new)) == 0
        assert judged(replace(growth, old=growth.new, new=growth.old), tmp_path, witness.keys) == 1
        assert judged(replace(growth, hashes=growth.hashes[1:]), tmp_path, witness.keys) == 1
    for old, new in ((5, 5), (5, 1), (0, 5), (2, 5)):
        with pytest.raises(CaseError):
            runtime.ledger.growth(old, new)


def kept_of(witness: Witness, *sizes: int) -> list[Path]:
    return [file for file in witness.kept if int(file.read_text("utf-8").split("\n")[1]) in sizes]


def test_the_database_refuses_to_change_tree_and_checkpoints(runtime):
    filled(runtime)
    for table in DERIVED:
        changes = ("DELETE FROM {0}", "UPDATE {0} SET {1} = 77", "INSERT INTO {0} SELECT * FROM {0}")
        for statement in (each.format(table, first_column(table)) for each in changes):
            with pytest.raises((DBAPIError, CaseError)):
                execute(runtime, statement)


def first_column(table: str) -> str:
    return "level" if table == "ledger_nodes" else "size"


def test_numbering_and_signing_by_many_at_once(runtime, tmp_path):
    def write(writer: int) -> None:
        for number in range(6):
            place(runtime, f"c{writer}-{number}")

    def keep() -> None:
        while not all(writer.dead for writer in writers):
            runtime.ledger.keep()
            eventlet.sleep(0.002)

    writers = [eventlet.spawn(write, writer) for writer in range(5)]
    for thread in [*writers, *(eventlet.spawn(keep) for _ in range(3))]:
        thread.wait()
    runtime.ledger.keep()
    assert sorted(line[1] for line in raw(runtime)) == list(range(1, 31))
    assert Witness(runtime, tmp_path).judges(exported(runtime)) == 0


def test_lines_numbered_before_there_was_a_tree_get_theirs(runtime, tmp_path):
    """A database of an earlier edition has numbered lines and empty tables beside them."""
    filled(runtime)
    forget(runtime, "ledger_nodes", "ledger_checkpoints", "ledger_subjects")
    runtime.ledger.keep()
    assert Witness(runtime, tmp_path).judges(exported(runtime)) == 0
    assert runtime.ledger.proof_of_line(7) is not None


def test_a_forged_tree_is_not_signed(runtime):
    filled(runtime)
    with unguarded(runtime, "ledger_nodes"):
        forged = "ab" * 32
        execute(runtime, f"UPDATE ledger_nodes SET hash = '{forged}' WHERE level = 4")  # noqa: S608
    place(runtime, "one more")
    runtime.ledger.number()
    with pytest.raises(CaseError, match=r"ledger\.inconsistent"):
        runtime.ledger.seal()
    runtime.ledger.keep()


def test_a_ledger_that_lost_its_end_is_not_signed(runtime):
    filled(runtime)
    with unguarded(runtime, "ledger"):
        execute(runtime, "DELETE FROM ledger WHERE seq > 20")
    with pytest.raises(CaseError, match=r"ledger\.inconsistent"):
        runtime.ledger.seal()


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
    runtime = shelf(replace(sqlite_config, mode=PRODUCTION))
    place(runtime, "c1")
    runtime.ledger.keep()
    assert (runtime.ledger.seal(), runtime.ledger.public_keys()) == (None, ())
    runtime.ledger.ring.make(runtime.time.now())
    assert runtime.ledger.seal().startswith("rongcuo.local/shelf\n1\n")
    runtime.stop()


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


def test_a_protected_read_is_a_line(runtime):
    context = runtime.context(Query(), READER)
    context.audit_read("shelf.read", "book-1", page=3)
    runtime.ledger.number()
    told = json.loads(raw(runtime)[0][2])
    assert (told["what"], told["subject"], told["actor"], told["role"], told["facts"]) == (
        "shelf.read", "book-1", READER.officer_id, "filer", {"page": 3})
    assert told["at"] == context.now.isoformat()


def test_a_read_that_can_not_be_written_down_is_refused(config: Config):
    runtime = shelf(replace(config, lock_timeout=0.2))
    with runtime.database.writing() as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("LOCK TABLE ledger IN EXCLUSIVE MODE"))
        with pytest.raises(CaseError, match="busy"):
            runtime.context(Query(), READER).audit_read("shelf.read", "book-1")
    assert raw(runtime) == []
    runtime.stop()


def test_inside_a_unit_a_read_is_noted_by_the_unit(runtime):
    context = runtime.context(Command("c1", "d"), READER)
    with context.unit(), pytest.raises(RuntimeError, match="unit"):
        context.audit_read("shelf.read", "book-1")


@contextmanager
def unguarded(runtime: ServiceRuntime, table: str):
    """Without the triggers of a table; on SQLite they stay away."""
    with runtime.database.reading() as session:
        postgres = session.get_bind().dialect.name == "postgresql"
        found = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
        triggers = [] if postgres else session.scalars(found, {"table": table}).all()
    for name in triggers:
        execute(runtime, f"DROP TRIGGER {name}")
    if postgres:
        execute(runtime, f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    if postgres:
        execute(runtime, f"ALTER TABLE {table} ENABLE TRIGGER USER")


def forget(runtime: ServiceRuntime, *tables: str) -> None:
    for table in tables:
        with unguarded(runtime, table):
            execute(runtime, f"DELETE FROM {table}")  # noqa: S608
