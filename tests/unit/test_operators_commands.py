"""What an operator reads in the night is said in words, also where there is nothing to tell."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rongcuo.commands import health
from rongcuo.commands.deadletters import command as deadletters
from services import NAMES

WELL = {"bus": True, "begun": True, "database": True, "relay": "running"}


def run(monkeypatch: pytest.MonkeyPatch, **changed: dict[str, Any]) -> tuple[int, str]:
    reports = dict.fromkeys(NAMES, WELL) | changed
    monkeypatch.setattr(health, "_asked", lambda _: reports)
    told = CliRunner().invoke(health.command)
    return told.exit_code, told.output


def test_health_ends_with_a_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    code, told = run(monkeypatch)
    assert (code, told.splitlines()[-1]) == (0, "都正常 · All is well")


def test_health_says_in_words_what_cannot_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    code, told = run(monkeypatch, filing=WELL | {"database": False})
    words = told.splitlines()[len(NAMES):]
    assert code == 1
    assert words[-1] == "有服务不能工作 · Something can't work"
    assert words[0].startswith("filing 的数据库没有应答")


def test_a_list_without_dead_letters_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RONGCUO_DATA_DIR", str(tmp_path))
    told = CliRunner().invoke(deadletters, ["list"])
    assert told.exit_code == 1
    assert "没有平台的数据" in told.output
