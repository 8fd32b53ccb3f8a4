"""`rongcuo ledger` and `rongcuo deadletters` as an operator runs them: what is told, and where."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.dead_letters.store import DeadLetters
from rongcuo.chassis.ledger.signed_note import Checkpoint
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import time_source
from rongcuo.cli import main
from services import WITH_DATABASE, metadata

Operate = Callable[..., Result]


@pytest.fixture
def operate(tmp_path: Path) -> Operate:
    environment = {"RONGCUO_DATA_DIR": str(tmp_path), "RONGCUO_MODE": "production", "LOGNAME": "zhangsan",
                   "RONGCUO_LOCK_TIMEOUT": "0.2", "RONGCUO_TIME_FILE": None}
    return lambda *words: CliRunner(env=environment).invoke(main, words)


def lines(folder: Path, service: str) -> list[dict]:
    with sqlite3.connect(folder / f"{service}.db") as database:
        return [json.loads(body) for (body,) in database.execute("SELECT body FROM ledger ORDER BY line_id")]


def test_every_ledger_is_told_of_every_key_once_however_often_it_is_announced(operate, tmp_path):
    for act in ("new", "rotate", "announce", "rotate", "announce"):
        assert operate("ledger", "keys", act).exit_code == 0
    told = [[(line["what"], line["facts"]["key"]) for line in lines(tmp_path, name)]
            for name in WITH_DATABASE]
    assert [what for what, _ in told[0]] == ["ledger.key_made", "ledger.key_rotated", "ledger.key_rotated"]
    assert told == [told[0]] * len(WITH_DATABASE)


def test_one_busy_ledger_keeps_no_other_from_being_told_and_hears_it_later(operate, tmp_path):
    operate("ledger", "keys", "new")
    busy = sqlite3.connect(tmp_path / "review.db", isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    rotated = operate("ledger", "keys", "rotate")
    assert (rotated.exit_code, "review: 尚未写明密钥" in rotated.stderr) == (1, True)
    busy.execute("ROLLBACK")
    assert {name: len(lines(tmp_path, name)) for name in WITH_DATABASE} == {
        name: 1 if name == "review" else 2 for name in WITH_DATABASE}
    assert operate("ledger", "keys", "announce").exit_code == 0
    assert {len(lines(tmp_path, name)) for name in WITH_DATABASE} == {2}
    assert lines(tmp_path, "review")[1]["facts"] == lines(tmp_path, "filing")[1]["facts"]


def test_a_checkpoint_is_the_note_itself_and_a_lack_of_one_is_told_apart(operate):
    lacking = operate("ledger", "checkpoint", "--service", "filing")
    assert (lacking.exit_code, lacking.stdout, "nothing to sign" in lacking.stderr) == (1, "", True)
    operate("ledger", "keys", "new")
    shown = operate("ledger", "checkpoint", "--service", "filing")
    text, _, signatures = shown.stdout.partition("\n\n")
    assert (shown.exit_code, Checkpoint.read(text).size) == (0, 1)
    assert signatures.startswith("— rongcuo.local/filing ")
    assert signatures.count("\n") == 1, "a note ends with its last signature's line break"
    assert operate("ledger", "checkpoint").stdout.count("\n\n— ") == len(WITH_DATABASE)


def test_an_export_of_nothing_is_a_failure(operate, tmp_path):
    given = operate("ledger", "export", "--service", "filing", "--to", str(tmp_path / "export"))
    assert (given.exit_code, given.stdout, "nothing to sign" in given.stderr) == (1, "", True)


def test_a_broken_list_of_keys_is_told_on_stderr(operate, tmp_path):
    operate("ledger", "keys", "new")
    (tmp_path / "ledger" / "keys.json").write_text("")
    for act in ("new", "rotate", "announce", "list"):
        told = operate("ledger", "keys", act)
        assert (told.exit_code, told.stdout, "ledger.keys_unreadable" in told.stderr) == (1, "", True)


def test_no_line_names_the_account_of_whoever_operates(operate, tmp_path):
    config = Config(mode="test", data_dir=tmp_path)
    database = open_database("filing", config)
    ensure_tables(database, "filing", metadata("filing"), upgrade=False)
    DeadLetters(database, "filing", time_source(config)).keep(
        consumer="filing", body=b"{", headers={}, reason_code="malformed", reason="", attempts=1)
    database.close()
    assert operate("ledger", "keys", "new").exit_code == 0
    assert operate("deadletters", "discard", "1", "--service", "filing", "--reason", "误投").exit_code == 0
    assert [(line["what"], line["actor"]) for line in lines(tmp_path, "filing")] == [
        ("ledger.key_made", "operator"), ("dead_letter.discarded", "operator")]
