"""S6: whatever is changed in a witnessed ledger, the outside verifier sees it.

EDITS is small enough for every day; `LEDGER_EDITS=10000` in the environment makes it the full proof.
"""

import os
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger import tree_store
from rongcuo.chassis.ledger.export import export
from tests.integration.chassis.burglary import Burglar
from tests.integration.chassis.shelf import place
from tests.integration.chassis.tampering import EXPORT_EDITS
from tools import verify_ledger as outside

EDITS = int(os.environ.get("LEDGER_EDITS", "500"))
SEED = 20260506


def filled(runtime: ServiceRuntime) -> ServiceRuntime:
    """23 lines under 5 checkpoints."""
    for number in range(23):
        place(runtime, f"c{number}", f"书 {number}")
        if number in (0, 4, 11, 12, 22):
            runtime.ledger.keep()
    return runtime


def exported(runtime: ServiceRuntime) -> bytes:
    out = StringIO()
    export(runtime.ledger, out)
    return out.getvalue().encode()


class Witness:
    """Somebody outside: knows the public key and has kept every checkpoint."""

    def __init__(self, runtime: ServiceRuntime, folder: Path) -> None:
        self.keys = [key.vkey for key in runtime.ledger.public_keys()]
        with runtime.ledger.whole() as (checkpoints, _):
            notes = [note for _, note in checkpoints]
        self.kept = [folder / f"witness{number}" for number, _ in enumerate(notes)]
        for file, note in zip(self.kept, notes, strict=True):
            file.write_text(note, "utf-8")
        self._file = folder / "export"

    def judges(self, content: bytes) -> int:
        self._file.write_bytes(content)
        return outside.check(self._file, self.keys, self.kept)[0]


def test_every_edit_of_an_export_is_seen(on_sqlite: ServiceRuntime, tmp_path: Path) -> None:
    random, runtime = Random(SEED), filled(on_sqlite)
    honest, witness = exported(runtime), Witness(runtime, tmp_path)
    lines = honest.splitlines(keepends=True)
    assert (len(lines), witness.judges(honest)) == (1 + 23 + 5, 0)
    unseen, tried = [], 0
    while tried < EDITS // 2:
        act = random.choice(EXPORT_EDITS)
        edited = b"".join(act(random, lines))
        if edited != honest:
            tried += 1
            unseen += [act.__name__] if witness.judges(edited) != 1 else []
    assert unseen == []


def test_every_edit_of_the_database_is_seen(runtime: ServiceRuntime, tmp_path: Path) -> None:
    random, burglar = Random(SEED), Burglar(filled(runtime))
    honest, witness = exported(runtime), Witness(runtime, tmp_path)
    assert witness.judges(honest) == 0
    burglar.break_in()
    assert exported(runtime) == honest
    edits = (burglar.edit(random) for _ in range(EDITS // 4))
    seen = [(act, witness.judges(exported(runtime))) for act in edits]
    assert [act for act, verdict in seen if verdict != 1] == []
    assert {act for act, _ in seen} == {act.__name__ for act in Burglar.ACTS}


LEAVES_LINES = {"a_checkpoint", "a_checkpoint_written_on", "a_checkpoint_deleted", "a_leaf"}


def test_the_node_itself_tells_no_root_that_its_lines_do_not_have(runtime: ServiceRuntime) -> None:
    """So a rewritten ledger is seen by whoever holds its root against what was witnessed."""
    random, burglar = Random(SEED), Burglar(filled(runtime))
    witnessed = runtime.ledger.checkpoint(23)
    assert witnessed.root
    burglar.break_in()
    acts = [(burglar.edit(random), runtime.ledger.checkpoint(23)) for _ in range(60)]
    assert {act for act, told in acts if told.root == witnessed.root} <= LEAVES_LINES
    assert {act for act, _ in acts} - LEAVES_LINES


def test_of_a_long_ledger_another_portion_is_read_each_time(
        on_sqlite: ServiceRuntime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_store, "PORTION", 8)
    burglar = Burglar(filled(on_sqlite))
    with on_sqlite.database.reading() as session:
        assert len({tree_store.root_held(session, 23, turn) for turn in range(4)}) == 1
    burglar.break_in()
    with on_sqlite.database.writing() as session, session.begin():
        burglar.a_line_changed_at(session, 13)
    with on_sqlite.database.reading() as session:
        assert [bool(tree_store.root_held(session, 23, turn)) for turn in range(4)] == [
            True, False, True, True]
