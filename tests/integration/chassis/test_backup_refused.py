"""A backup that is not what it should be, or a place that is not empty: refused, and nothing is changed."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rongcuo.chassis.backup import back_up, restore
from rongcuo.chassis.backup.targets import _is_empty
from rongcuo.chassis.blobs import open_blobs
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger.ledger import key_ring
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.backups import ALONE, PARTS, Node, code_of, opened, titles, untold
from tests.integration.chassis.shelf import ShelfStorage, place


def _flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def _flip_database(folder: Path) -> None:
    _flip(next(file for file in folder.glob("shelf.*")))


def _flip_blob(folder: Path) -> None:
    _flip(next((folder / "blobs").rglob("file-1")))


def _lose_blob(folder: Path) -> None:
    next((folder / "blobs").rglob("file-1")).unlink()


def _change_manifest(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"mode":"test"', '"mode":"demonstration"'))


def _spoil_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("{")


def _sign_otherwise(folder: Path) -> None:
    signature = folder / "manifest.sig"
    signed = signature.read_text()
    signature.write_text(signed[:-30] + ("A" if signed[-30] != "A" else "B") + signed[-29:])


def _spoil_keys(folder: Path) -> None:
    (folder / "ledger" / "keys.json").write_text("{")


@pytest.mark.parametrize("tamper", [_flip_database, _flip_blob, _lose_blob, _change_manifest, _spoil_manifest,
                                    _sign_otherwise, _spoil_keys])
def test_a_manipulated_backup_is_refused_and_nothing_changed(
        tamper: Callable[[Path], None], kept: Path, node: Node) -> None:
    tamper(kept)
    there = node("there")
    assert code_of(there, kept) == "backup.tampered"
    _untouched(there)


def _untouched(there: Config) -> None:
    assert _is_empty(there, "shelf")
    assert not list(open_blobs(there).keys())
    assert not (there.data_dir / "mode").exists()




def test_the_nodes_own_public_key_decides_where_there_is_one(kept: Path, node: Node) -> None:
    there = node("there")
    elsewhere = replace(there, data_dir=there.data_dir / "stranger", database_url=Config().database_url)
    stranger = opened(elsewhere)
    place(stranger, "x")
    stranger.ledger.keep()
    stranger.stop()
    shutil.copytree(there.data_dir / "stranger" / "ledger", key_ring(there).folder)
    assert code_of(there, kept) == "backup.tampered"


def test_without_a_signature_it_takes_a_word_of_the_operators(kept: Path, node: Node) -> None:
    (kept / "manifest.sig").unlink()
    there = node("there")
    assert code_of(there, kept) == "backup.unsigned"
    assert not there.data_dir.exists()
    restore(there, ALONE, kept, untold, unsigned=True)


@pytest.mark.parametrize(("changes", "code"), [
    ({"format": 2}, "backup.newer"), ({"format": "?"}, "backup.newer"),
    ({"mode": "production"}, "backup.other_mode")])
def test_what_it_is_not_for_is_refused(changes: dict[str, object], code: str, kept: Path, node: Node) -> None:
    manifest = kept / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), **changes}))
    (kept / "manifest.sig").unlink()
    assert code_of(node("there"), kept, unsigned=True) == code


def test_tables_of_a_later_edition_are_refused(kept: Path, node: Node) -> None:
    manifest = kept / "manifest.json"
    written = json.loads(manifest.read_text())
    written["databases"]["shelf"]["heads"] += ["chassis_9999"]
    manifest.write_text(json.dumps(written))
    (kept / "manifest.sig").unlink()
    assert code_of(node("there"), kept, unsigned=True) == "backup.newer"


def test_a_service_that_this_edition_does_not_have_is_refused(kept: Path, node: Node) -> None:
    with pytest.raises(CaseError, match=r"backup\.newer"):
        restore(node("there"), PARTS, kept, untold)


def test_the_other_kind_of_database_is_refused(kept: Path, node: Node) -> None:
    there = node("there")
    other = "sqlite:///{data_dir}/{service}.db" if there.database_url.startswith("postgresql") else \
        "postgresql://nobody@127.0.0.1:1/{service}"
    assert code_of(replace(there, database_url=other), kept) == "backup.other_database"


def test_a_folder_without_a_manifest_is_no_backup(kept: Path, node: Node) -> None:
    (kept / "manifest.json").unlink()
    assert code_of(node("there"), kept) == "backup.incomplete"


def test_nothing_is_written_over(kept: Path, stocked: ServiceRuntime[ShelfStorage], node: Node) -> None:
    assert code_of(stocked.config, kept) == "backup.not_empty"
    with pytest.raises(CaseError, match=r"backup\.not_empty"):
        back_up(stocked.config, ALONE, kept, untold)
    there = node("there")
    open_blobs(there).write("other", [b"x"])
    assert code_of(there, kept) == "backup.not_empty"
    assert titles(stocked) == ["论语"]


def test_what_breaks_off_leaves_nothing_behind(kept: Path, node: Node,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    there = node("there")
    with monkeypatch.context() as patched:
        patched.setattr("rongcuo.chassis.backup.restoring._settle", _no_room)
        with pytest.raises(CaseError, match="storage_unavailable"):
            restore(there, ALONE, kept, untold)
    assert _is_empty(there, "shelf")
    assert not list(open_blobs(there).keys())
    restore(there, ALONE, kept, untold)


def _no_room(*_: object) -> int:
    raise CaseError("storage_unavailable")


def test_a_backup_that_breaks_off_leaves_an_empty_folder(
        stocked: ServiceRuntime[ShelfStorage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(stocked, "a")
    monkeypatch.setattr("rongcuo.chassis.backup.manifest.write", _no_room)
    with pytest.raises(CaseError, match="storage_unavailable"):
        back_up(stocked.config, ALONE, tmp_path / "kept", untold)
    assert not list((tmp_path / "kept").iterdir())
