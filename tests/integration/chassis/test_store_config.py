"""Settings that can't be are refused in a sentence; time is set only in tests and demonstrations."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import eventlet
import pytest

from rongcuo.chassis.config import Config, ConfigError, load_config
from rongcuo.chassis.time_source import SettableTime, TimeSource, time_source
from rongcuo.contracts.errors import CaseError

INSTANT = datetime.fromisoformat("2026-02-13T09:00:00+08:00")


def test_the_default_is_production_embedded_on_sqlite():
    config = load_config(None, {})
    assert (config.mode, config.bus_url, config.http_port) == ("production", "embedded://", 8000)
    assert config.url_of("filing") == f"sqlite:///{Path('var/data').absolute()}/filing.db"
    assert config.retry_delays == (1, 5, 30, 120, 600)


def test_the_environment_goes_before_the_file(tmp_path: Path):
    file = tmp_path / "rongcuo.yaml"
    file.write_text("http_port: 8001\nmode: demonstration\nretry_delays: [1, 2.5]\ndata_dir: 数据\n")
    environ = {"RONGCUO_HTTP_PORT": "8080", "PATH": "/bin"}
    config = load_config(file, environ)
    assert (config.http_port, config.mode, config.retry_delays) == (8080, "demonstration", (1, 2.5))
    assert config.data_dir == Path("数据")
    assert load_config(None, {**environ, "RONGCUO_CONFIG": str(file)}) == config
    assert load_config(None, {"RONGCUO_RETRY_DELAYS": "0.1,2"}).retry_delays == (0.1, 2)


@pytest.mark.parametrize(("text", "sentence"), [
    ("htp_port: 80", "there is no setting `htp_port`; did you mean `http_port`?"),
    ("xyzzy: 1", "there is no setting `xyzzy`; known are: mode"),
    ("http_port: eighty", "http_port: Not a valid integer"),
    ("http_port: 0", "http_port: Must be greater"),
    ("rpc_timeout: -1", "rpc_timeout: Must be greater"),
    ("retry_delays: soon", "retry_delays: Not a valid number"),
    ("mode: developer", "mode: Must be one of: production, demonstration, test"),
    ("crash: before_commit:filing:1", "only the mode test"),
    ("- a list", "lines of the form"),
    ("a: [", "can't be read"),
])
def test_a_faulty_file(tmp_path: Path, text: str, sentence: str):
    file = tmp_path / "rongcuo.yaml"
    file.write_text(text)
    with pytest.raises(ConfigError) as refused:
        load_config(file, {})
    assert sentence in str(refused.value)


def test_faults_of_the_environment_and_a_missing_file(tmp_path: Path):
    with pytest.raises(ConfigError, match=r"environment.*`htp_port`"):
        load_config(None, {"RONGCUO_HTP_PORT": "80"})
    with pytest.raises(ConfigError, match="can't be read"):
        load_config(tmp_path / "nowhere.yaml", {})
    (tmp_path / "latin.yaml").write_bytes(b"mode: \xff\xfe")
    with pytest.raises(ConfigError, match="can't be read"):
        load_config(tmp_path / "latin.yaml", {})


def test_the_time_can_not_be_set_in_production(tmp_path: Path):
    with pytest.raises(CaseError, match=r"time\.not_settable"):
        time_source(Config(time_file=tmp_path / "time"))
    for mode in ("production", "demonstration", "test"):
        with pytest.raises(CaseError, match=r"time\.not_settable"):
            time_source(Config(mode=mode)).set(INSTANT)
    assert isinstance(time_source(Config(mode="demonstration", time_file=tmp_path / "time")), SettableTime)


def test_a_time_that_was_set_goes_on_from_there_for_everyone(tmp_path: Path):
    mine, theirs = SettableTime(tmp_path / "demo" / "time"), SettableTime(tmp_path / "demo" / "time")
    assert abs(mine.now() - TimeSource().now()) < timedelta(minutes=1)
    mine.set(INSTANT)
    assert INSTANT <= theirs.now() < INSTANT + timedelta(minutes=1)
    first = theirs.now()
    while theirs.now() == first:
        eventlet.sleep(0)
    assert first < theirs.now()
    theirs.set(INSTANT - timedelta(days=400))           # backwards, and on at once
    assert mine.now() < INSTANT - timedelta(days=399)
    assert mine.now().utcoffset() == timedelta(hours=8)
    assert SettableTime(tmp_path / "demo" / "time").now() < INSTANT - timedelta(days=399)


def test_another_process_sees_the_time(tmp_path: Path):
    SettableTime(tmp_path / "time").set(INSTANT.astimezone(UTC))
    code = ("import sys; from pathlib import Path; from rongcuo.chassis.time_source import SettableTime; "
            "print(SettableTime(Path(sys.argv[1])).now().isoformat())")
    command = [sys.executable, "-W", "ignore", "-c", code, str(tmp_path / "time")]
    told = subprocess.run(command, env={**os.environ, "PYTHONPATH": "."}, text=True, check=True,
                          capture_output=True, timeout=60)
    assert told.stdout.startswith("2026-02-13T09:0")


def test_a_time_without_its_zone_is_refused(tmp_path: Path):
    with pytest.raises(CaseError, match="invalid"):
        SettableTime(tmp_path / "time").set(INSTANT.replace(tzinfo=None))
