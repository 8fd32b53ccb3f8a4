"""The local deployment on a full disk: a sentence that says what to do, and nothing that runs unseen."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deploy import up
from deploy.local.background import Background


def started(var: Path) -> str:
    outcome = CliRunner().invoke(up.main, ["start", "--var", str(var)])
    assert outcome.exit_code == 1
    assert isinstance(outcome.exception, SystemExit), "no traceback"
    return outcome.output.strip()


def test_a_disk_without_room_is_told_before_anything_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(2**30, 2**30, 3 * 2**20))
    told = started(tmp_path)
    assert "\n" not in told
    assert "只剩 3 MiB，至少要 64 MiB" in told
    assert "make room, or name another place with --var" in told


def full(*_args: object, **_rest: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_disk_that_fills_meanwhile_is_a_sentence_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(up.Deployment, "start", full)
    told = started(tmp_path)
    assert "\n" not in told
    assert f"磁盘已满，{tmp_path} 写不进去" in told


def test_a_program_whose_pid_can_not_be_kept_does_not_run_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = Background(tmp_path / "pid", tmp_path / "log")
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        program.launch([sys.executable, "-c", "import time; time.sleep(60)"], os.environ)
    assert program._child is not None
    assert program._child.wait(10) < 0
