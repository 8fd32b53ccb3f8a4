"""What the hub has witnessed of a county's ledger, as files for the verifier, against the county's export."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rongcuo.chassis.config import Config
from rongcuo.cli import main
from rongcuo.contracts.province import Up, Witness
from tests.integration.services.province_hub import SONGMING, Hub

ORIGIN = f"rongcuo.{SONGMING}/filing"
FILE = f"{SONGMING}/rongcuo.{SONGMING}-filing.txt"
Operate = Callable[..., Result]


@pytest.fixture
def hub(sqlite_config: Config, tmp_path: Path) -> Iterator[Hub]:
    opened = Hub(sqlite_config, tmp_path)
    yield opened
    opened.shop.stop()


def operating(folder: Path, **settings: str) -> Operate:
    environment = {"RONGCUO_DATA_DIR": str(folder), "RONGCUO_TIME_FILE": None,
                   **{f"RONGCUO_{name.upper()}": value for name, value in settings.items()}}
    return lambda *words: CliRunner(env=environment).invoke(main, [str(word) for word in words])


@pytest.fixture
def county(tmp_path: Path) -> Operate:
    """With a key, and a line in each ledger."""
    made = operating(tmp_path / "county", mode="production", node=SONGMING, ledger_name=f"rongcuo.{SONGMING}")
    assert made("ledger", "keys", "new").exit_code == 0
    return made


@pytest.fixture
def witnesses(hub: Hub, county: Operate, tmp_path: Path) -> Path:
    """The folder into which the hub's operator wrote what it has of the county."""
    note = county("ledger", "checkpoint", "--service", "filing").stdout
    keys = county("ledger", "keys", "list").stdout.split()
    node = hub.node(SONGMING)
    node.tell(Up.WITNESS, Witness(notes=(note,), keys=tuple(key for key in keys if key.startswith(ORIGIN))))
    node.exchange()
    at_hub = operating(tmp_path, mode="test", node="530000")
    told = at_hub("node", "witness", tmp_path / "kept")
    assert told.exit_code == 0, told.output
    return tmp_path / "kept"


def verified(county: Operate, folder: Path, witness: Path) -> tuple[int, str]:
    file = folder / "export.jsonl"
    assert county("ledger", "export", "--service", "filing", "--to", file).exit_code == 0
    told = county("ledger", "verify", file, "--witness", witness)
    return told.exit_code, told.output


def test_an_export_agrees_with_what_the_hub_has_witnessed(
        county: Operate, witnesses: Path, tmp_path: Path) -> None:
    assert county("ledger", "keys", "rotate").exit_code == 0      # a line more, which nobody has witnessed
    status, told = verified(county, tmp_path, witnesses / FILE)
    assert (status, "witnessed checkpoints: 1" in told) == (0, True), told


def test_a_ledger_that_was_rewritten_under_its_own_key_does_not(
        county: Operate, witnesses: Path, tmp_path: Path) -> None:
    (tmp_path / "county" / "filing.db").unlink()
    assert county("ledger", "keys", "announce").exit_code == 0
    status, told = verified(county, tmp_path, witnesses / FILE)
    assert (status, "witnessed checkpoint of 1 lines" in told) == (1, True), told


def test_a_place_that_has_witnessed_nothing_says_so(hub: Hub, tmp_path: Path) -> None:
    told = operating(tmp_path, mode="test", node="530000")("node", "witness", tmp_path / "kept")
    assert (told.exit_code, "no checkpoint is kept yet" in told.output) == (1, True)
    assert not (tmp_path / "kept").exists()
