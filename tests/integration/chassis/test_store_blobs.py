"""Files by key, in a folder and in an S3-compatible store: whole or not at all."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import eventlet
import pytest
from eventlet import patcher

from deploy.local import free_port
from rongcuo.chassis.blobs import CHUNK, Blobs, FilesystemBlobs, S3Blobs, open_blobs
from rongcuo.chassis.config import Config, ConfigError
from rongcuo.contracts.errors import CaseError

DAY = 24 * 3600.0
LARGE = os.urandom(CHUNK) * 40   # 10 MB: several parts


@pytest.fixture(scope="module")
def s3_address() -> Iterator[str]:
    """moto's server, as a process of its own: it knows no green threads."""
    import subprocess
    import sys
    port = free_port()
    command = [sys.executable, "-Wignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _await(port)
        yield address
    finally:
        server.kill()
        server.wait(10)


def _await(port: int) -> None:
    import socket
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        eventlet.sleep(0.1)
    raise TimeoutError("the S3 server did not start")


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    if request.param == "folder":
        return open_blobs(Config(mode="test", data_dir=tmp_path))
    return _bucket(request.getfixturevalue("s3_address"))


def _bucket(address: str) -> S3Blobs:
    import uuid
    name = f"b{uuid.uuid4().hex}"
    config = Config(mode="test", blob_store=f"s3://{name}?endpoint={address}", blob_key_id="id",
                    blob_key_secret="secret")
    made = open_blobs(config)
    assert isinstance(made, S3Blobs)
    made._client.create_bucket(Bucket=name)
    return made


def content(store: Blobs, key: str) -> bytes:
    return b"".join(store.read(key))


@pytest.mark.parametrize("written", [b"", b"x", "纪要".encode(), LARGE], ids=["none", "one", "few", "many"])
def test_what_is_written_can_be_read(store: Blobs, written: bytes) -> None:
    store.write("file-1", (written[start:start + CHUNK] for start in range(0, len(written), CHUNK)))
    assert content(store, "file-1") == written


def test_a_file_of_the_same_key_is_replaced_and_a_removed_one_is_gone(store: Blobs) -> None:
    store.write("file-1", [b"first"])
    store.write("file-1", [b"second"])
    assert content(store, "file-1") == b"second"
    store.remove("file-1")
    store.remove("file-1")
    with pytest.raises(CaseError) as caught:
        store.read("file-1")
    assert caught.value.code == "attachment.missing"


@pytest.mark.parametrize("many", [2, 60])
def test_where_the_chunks_break_off_nothing_is_kept(store: Blobs, many: int) -> None:
    def broken() -> Iterator[bytes]:
        for _ in range(many):
            yield LARGE[:CHUNK]
        raise CaseError("attachment.too_large")

    with pytest.raises(CaseError) as caught:
        store.write("file-1", broken())
    assert caught.value.code == "attachment.too_large"
    with pytest.raises(CaseError):
        store.read("file-1")
    assert list(store.older_than(-60)) == []


@pytest.mark.parametrize("key", [
    "", ".", "..", "../a", "a/b", "a\\b", ".hidden", "a\n", "a\0", "纪要", "a" * 121])
def test_a_key_that_could_be_a_path_is_none(store: Blobs, key: str) -> None:
    for act in (lambda: store.write(key, [b"x"]), lambda: store.read(key), lambda: store.remove(key)):
        with pytest.raises(CaseError) as caught:
            act()
        assert caught.value.code == "attachment.missing"


def test_all_keys_are_listed_and_nobody_who_writes_is_disturbed(store: Blobs) -> None:
    before = set(store.keys())

    def chunks() -> Iterator[bytes]:
        yield b"a"
        assert set(store.keys()) == before
        yield b"b"

    store.write("listed", chunks())
    assert set(store.keys()) == before | {"listed"}
    assert b"".join(store.read("listed")) == b"ab"


def test_only_what_is_old_is_listed(store: Blobs) -> None:
    store.write("file-1", [b"x"])
    assert list(store.older_than(DAY)) == []
    assert list(store.older_than(-60)) == ["file-1"]


def test_a_writer_that_died_leaves_nothing_for_long(tmp_path: Path) -> None:
    store = FilesystemBlobs(tmp_path)
    store.write("file-1", [b"x"])
    left = tmp_path / ".coming" / "half"
    left.write_bytes(b"half a file")
    os.utime(left, (time.time() - 2 * DAY,) * 2)
    assert list(store.older_than(DAY)) == []
    assert not left.exists()
    assert content(store, "file-1") == b"x"


def test_others_go_on_while_a_large_file_is_made_durable(
        tmp_path: Path, heartbeat: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    slow = patcher.original("time").sleep

    def durable(_handle: int) -> None:
        beats = heartbeat()
        while heartbeat() < beats + 10:     # for ever, unless the others go on
            slow(0.01)

    monkeypatch.setattr(os, "fsync", durable)
    FilesystemBlobs(tmp_path).write("file-1", [b"x"])


def test_a_store_that_does_not_answer_is_said_to_be_unavailable() -> None:
    config = Config(mode="test", blob_store=f"s3://b?endpoint=http://127.0.0.1:{free_port()}",
                    blob_key_id="id", blob_key_secret="secret")
    for act in (lambda s: s.write("a", [b"x"]), lambda s: s.read("a"), lambda s: list(s.older_than(1))):
        with pytest.raises(CaseError) as caught:
            act(open_blobs(config))
        assert caught.value.code == "attachment.store_unavailable"


@pytest.mark.parametrize("address", ["s3://", "s3://b/prefix", "s3://b?endpiont=x"])
def test_an_address_that_cannot_be_is_refused(address: str) -> None:
    with pytest.raises(ConfigError, match="blob_store"):
        open_blobs(Config(mode="test", blob_store=address))


def test_a_full_disk_is_said_to_be_unavailable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CaseError) as caught:
        FilesystemBlobs(tmp_path).write("file-1", [b"x"])
    assert caught.value.code == "attachment.store_unavailable"
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
