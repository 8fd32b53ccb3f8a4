"""The key folder: made once, rotated without losing what is on its way, and never open to others."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rongcuo.chassis.signing import KeyFolder
from rongcuo.contracts.errors import CaseError

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> KeyFolder:
    made = KeyFolder(tmp_path / "keys")
    made.make("filing", NOW)
    return made


def pems(folder: KeyFolder) -> list[Path]:
    return sorted((folder.folder / "private" / "filing").glob("*.pem"))


def refused(code: str):
    return pytest.raises(CaseError, match=code)


def test_the_private_key_is_its_owners_alone(folder: KeyFolder) -> None:
    (pem,) = pems(folder)
    assert (pem.stat().st_mode & 0o777, pem.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert folder.signer("filing")[0] == pem.stem


def test_a_second_start_keeps_the_key(folder: KeyFolder) -> None:
    before = folder.signer("filing")[0]
    folder.make("filing", NOW)
    assert (folder.signer("filing")[0], len(folder.accepted("filing"))) == (before, 1)


def test_a_rotation_leaves_one_private_key_and_both_public_ones(folder: KeyFolder) -> None:
    before = folder.signer("filing")[0]
    assert folder.rotate("filing", NOW) == before
    (pem,) = pems(folder)
    assert pem.stem != before
    assert [key.key_id for key in folder.accepted("filing")] == [before, pem.stem]


def test_another_reader_notices_a_rotation(folder: KeyFolder) -> None:
    reader = KeyFolder(folder.folder)
    before = reader.signer("filing")[0]
    folder.rotate("filing", NOW)
    assert reader.signer("filing")[0] != before


def test_a_retired_key_is_accepted_no_more(folder: KeyFolder) -> None:
    reader, before = KeyFolder(folder.folder), folder.rotate("filing", NOW)
    assert len(reader.accepted("filing")) == 2
    folder.retire("filing", before)
    assert [key.key_id for key in reader.accepted("filing")] == [folder.signer("filing")[0]]


def test_the_key_in_use_can_not_be_retired(folder: KeyFolder) -> None:
    with refused("keys.in_use"):
        folder.retire("filing", folder.signer("filing")[0])
    with refused("keys.unknown"):
        folder.retire("filing", "0" * 16)
    with refused("keys.unknown"):
        folder.rotate("review", NOW)


def test_a_lost_private_key_is_replaced_and_the_public_one_stays(folder: KeyFolder) -> None:
    pems(folder)[0].unlink()
    with refused("keys.unreadable"):
        folder.signer("filing")
    folder.make("filing", NOW)
    assert len(folder.accepted("filing")) == 2


def test_a_private_key_open_to_others_is_not_used(folder: KeyFolder) -> None:
    pems(folder)[0].chmod(0o640)
    with refused("keys.unreadable") as refusal:
        KeyFolder(folder.folder).signer("filing")
    assert "chmod go-rwx" in refusal.value.message


def test_a_folder_open_to_others_gets_no_key(folder: KeyFolder) -> None:
    (folder.folder / "private" / "filing").chmod(0o750)
    with refused("keys.unreadable"):
        folder.rotate("filing", NOW)


@pytest.mark.parametrize("content", ["", "{", "{}x", "[1]", '[{"public": "?"}]'])
def test_a_broken_list_is_said_to_be_one(folder: KeyFolder, content: str) -> None:
    (folder.folder / "public" / "filing.json").write_text(content)
    with refused("keys.unreadable"):
        folder.accepted("filing")


@pytest.mark.parametrize("name", ["../filing", "", "filing/..", "filing.json", "a" * 65, "\0"])
def test_a_name_that_is_no_service_has_no_keys(folder: KeyFolder, name: str) -> None:
    assert folder.accepted(name) == ()


def test_what_a_death_left_between_key_and_list_does_no_harm(folder: KeyFolder) -> None:
    before = folder.signer("filing")[0]
    stray = pems(folder)[0].with_name("f" * 16 + ".pem")
    stray.write_bytes(pems(folder)[0].read_bytes())
    assert folder.signer("filing")[0] == before
    folder.rotate("filing", NOW)
    assert not stray.exists()


def test_the_list_tells_ids_and_dates(folder: KeyFolder) -> None:
    (row,) = json.loads((folder.folder / "public" / "filing.json").read_text())
    assert (row["id"], row["since"]) == (folder.signer("filing")[0], NOW.isoformat())
    assert folder.services() == ["filing"]
