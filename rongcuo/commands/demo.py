"""`rongcuo demo`: plays the scenarios through a running platform, its own or one that is given."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click
import httpx
import yaml

from rongcuo.chassis.config import DEMONSTRATION, PREFIX, Config
from rongcuo.chassis.time_source import SettableTime
from rongcuo.commands import _settings, vault
from rongcuo.policy.rules import Rules

FOLDER = Path("var/demo")
RESULT = Path("var/demo.json")
SETTINGS = "config.yaml"
DEPLOYED_TIME = Path("var/up/time")
START_WITHIN = 180.0  # seconds; it ends at once where the start is refused
STOP_WITHIN = 15.0


@click.command("demo")
@click.option("--against", help="address of a running platform in demonstration mode; default: start one")
@click.option("--time-file", type=click.Path(path_type=Path), default=DEPLOYED_TIME, show_default=True,
              help="with --against: the file by which that platform's clock is set")
@_settings.option
@click.option("--scenarios", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="folder with scenario files; default: those of the project")
def command(against: str | None, time_file: Path, config_file: Path | None, folder: Path | None) -> None:
    """走完演示案例并判定 · Play the scenarios and judge what they expect.

    With --against, the settings are that platform's: at its database the custodians' ceremonies are held.
    """
    from scenarios import demo  # the scenarios are read only for themselves
    RESULT.unlink(missing_ok=True)  # what is there at the end is of this run
    with _platform(against, time_file, config_file) as (address, clock, config):
        summary = _play(address, clock, config, folder)
    demo.report(summary, click.echo)
    demo.write(summary, RESULT)
    click.echo(f"\n结果 · Result: {RESULT}")
    sys.exit(0 if demo.all_within_reach_hold(summary) else 1)


def _play(address: str, clock: Path, config: Config, folder: Path | None) -> dict[str, Any]:
    from scenarios import demo, files, people, stage
    from services.identity import demonstration
    with httpx.Client(base_url=address, timeout=20) as http:
        here = stage.Stage(people.People(http, demonstration.password()), SettableTime(clock).set,
                           partial(vault.hold_ceremonies, config))
        return demo.play(here, files.read_scenarios(folder or files.FOLDER), Rules(), click.echo)


@contextmanager
def _platform(against: str | None, time_file: Path,
              config_file: Path | None) -> Iterator[tuple[str, Path, Config]]:
    """The address of a platform, the file of its clock, and its settings."""
    if against:
        yield against, time_file, _settings.settings(config_file)
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    port, clock = _free_port(), FOLDER / "time.json"
    running = _start(port, clock)
    try:
        _await_answer(f"http://127.0.0.1:{port}", running)
        yield f"http://127.0.0.1:{port}", clock, _settings.settings(FOLDER / SETTINGS)
    finally:
        running.terminate()
        running.wait(STOP_WITHIN)


def _start(port: int, clock: Path) -> subprocess.Popen[bytes]:
    settings = {"mode": DEMONSTRATION, "data_dir": str(FOLDER / "data"), "http_port": port,
                "health_port_base": _free_port(), "time_file": str(clock), "log_level": "WARNING",
                "log_file": str(FOLDER / "log"), "demonstration_data": False}
    file = FOLDER / SETTINGS
    file.write_text(yaml.safe_dump(settings), "utf-8")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    log = (FOLDER / "log").open("ab")   # what is printed; the platform logs into the same file
    return subprocess.Popen([sys.executable, "-m", "rongcuo", "run", "--config", str(file)],
                            stdout=log, stderr=log, env=environ)


def _await_answer(address: str, running: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + START_WITHIN
    with httpx.Client(base_url=address, timeout=2) as http:      # a client costs more than what it asks
        while time.monotonic() < give_up and running.poll() is None:
            try:
                if http.get("/health").is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
    raise click.ClickException(f"平台没有启动,见 {FOLDER / 'log'} · the platform did not start; see its log")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
