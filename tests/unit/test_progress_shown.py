"""In a log each part has a first and a last line, however often it tells; on a terminal one line each."""

import sys

import pytest

from rongcuo.commands import _progress


def tell_two_parts() -> None:
    with _progress.shown() as tell:
        for done in range(1, 6):
            tell("filing", done, 5)
        tell("blobs", 1, 1)


def test_in_a_log(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_progress, "LONG", 10_000)
    tell_two_parts()
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["filing", "1", "/", "5"], ["filing", "5", "/", "5"], ["blobs", "1", "/", "1"]]


def test_on_a_terminal_a_part_is_written_over(capsys: pytest.CaptureFixture[str],
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    tell_two_parts()
    first, second, *rest = capsys.readouterr().out.split("\n")
    assert first.split("\r")[-1].split() == ["filing", "5", "/", "5"]
    assert second.strip().split() == ["blobs", "1", "/", "1"]
    assert rest == [""]
