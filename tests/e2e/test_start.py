"""`make run` as somebody meets it: a short block and then nothing, a taken port, folders others can enter."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.background import wait_until
from rongcuo.chassis.starting import require_closed
from tests.e2e.starting import Running


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    tmp_path.chmod(0o755)
    yield tmp_path
    tmp_path.chmod(0o700)


def test_a_short_block_and_nothing_after_it(folder: Path) -> None:
    running = Running(folder)
    running.await_told("Ctrl-C")
    block = running.told()
    assert wait_until(lambda: any(line["event"] == "example" for line in running.logged()), 300)
    require_closed([folder / "var"])
    assert running.stop() == 0
    assert running.told() == block
    lines = block.strip().splitlines()
    assert len(lines) == 7
    assert f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}" in lines[0]
    assert "Sign in as songming.filer first" in lines[1]
    assert ["刘某" in lines[2], "赵清" in lines[3], "孙正" in lines[4]] == [True] * 3
    assert "var/data/log" in lines[5]
    assert not any(line.startswith(("{", "Traceback")) for line in lines)
    assert stat.S_IMODE(running.log.stat().st_mode) == 0o600
    assert running.logged()[-1]["event"] == "stopped"
    real = Running(folder, RONGCUO_MODE="production")
    assert real.process.wait(60) == 1
    assert "was made in the mode demonstration" in real.told(), "its accounts have a published password"
    (folder / "var" / "data" / "mode").unlink()
    real = Running(folder, RONGCUO_MODE="production")
    assert real.process.wait(60) == 1
    assert "was made in the mode demonstration" in real.told(), "each database knows it, too"


def test_verbose_shows_the_log_too(folder: Path) -> None:
    running = Running(folder, "--verbose", RONGCUO_MODE="test")
    running.await_told("Ctrl-C")
    running.stop()
    assert '"event": "stopped"' in running.told()
    assert running.logged()[-1]["event"] == "stopped"


def test_a_taken_port_is_a_sentence_and_another_is_offered(folder: Path, tmp_path: Path) -> None:
    first = Running(folder, RONGCUO_MODE="test")
    first.await_told("Ctrl-C")
    other = tmp_path / "other"
    other.mkdir()
    (tmp_path / "third").mkdir()
    second = Running(other, **{name: first.environ[name] for name in
                               ("RONGCUO_HTTP_PORT", "RONGCUO_HEALTH_PORT_BASE")})
    assert second.process.wait(60) == 1
    third = Running(tmp_path / "third", RONGCUO_DATA_DIR=str(folder / "var" / "data"))
    assert third.process.wait(60) == 1
    first.stop()
    assert f"is in use by process {first.process.pid}" in third.told()
    assert len(third.told().splitlines()) == 1
    sentence, command = second.told().splitlines()
    for name in ("RONGCUO_HTTP_PORT", "RONGCUO_HEALTH_PORT_BASE"):
        assert f"port {first.environ[name]} is taken" in sentence
        assert f"{name}=" in command
    assert command.endswith(" make run")


def test_a_data_folder_that_others_can_enter_is_refused_with_the_command(folder: Path) -> None:
    (folder / "var" / "data").mkdir(mode=0o755, parents=True)
    (folder / "var" / "data").chmod(0o755)
    running = Running(folder)
    assert running.process.wait(60) == 1
    assert running.told().splitlines()[1] == "  chmod -R go-rwx var/data"


def test_without_a_mode_strangers_are_not_let_in(folder: Path) -> None:
    running = Running(folder, RONGCUO_HTTP_HOST="0.0.0.0")  # noqa: S104
    assert running.process.wait(60) == 1
    assert "RONGCUO_MODE=demonstration" in running.told()
    assert len(running.told().splitlines()) == 1
