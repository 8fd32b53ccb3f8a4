"""A county restored from yesterday's backup, and one whose ledger somebody rewrote: both are seen on both
sides and said; the first goes on once two operators agreed."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.line_homes import WHOLE, Below, Province
from tests.chaos.line_people import NodeOffice
from tests.chaos.line_recount import LineTally, come_to_rest, figures
from tests.chaos.processes import ROOT, Nursery, until

BROUGHT = ("ledger", "keys", "sealing", "letters")      # keys, which no backup has
PATIENCE_S = 300.0      # of a hang
pytestmark = [pytest.mark.broker, pytest.mark.postgres]


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    nursery = Nursery()
    with Province(tmp_path, nursery, (WHOLE,)) as opened:
        yield opened
    nursery.close()


def at_rest(province: Province) -> bool:
    return come_to_rest(province.hub.books, {WHOLE: province.nodes[WHOLE].books}, PATIENCE_S)


def troubles(province: Province) -> tuple[str, str, str]:
    """What the hub sees, what the node says to it, and what the node has noted."""
    ((seen, says),) = province.hub.books.rows("province", "SELECT line_trouble, says FROM province_node")
    ((noted,),) = province.nodes[WHOLE].books.rows("county", "SELECT trouble FROM county_line")
    return seen, says, noted


def witnessed(province: Province) -> str:
    """The largest checkpoint that the hub keeps of filing's ledger."""
    return str(province.hub.books.rows(
        "province", "SELECT note FROM province_witness WHERE origin = ? ORDER BY size DESC, at DESC",
        [f"rongcuo.{WHOLE}/filing"])[0][0])


def verified(node: Below, note: str, folder: Path) -> int:
    """By the outside verifier, with what the hub keeps."""
    witness = folder / "witness"
    witness.write_text(note, "utf-8")
    export = folder / f"export-{len(list(folder.glob('export-*')))}"
    node.command_line("ledger", "export", "--service", "filing", "--to", str(export))
    return subprocess.run([sys.executable, str(ROOT / "tools" / "verify_ledger.py"), str(export), "--witness",
                           str(witness)], capture_output=True, check=False).returncode


def restored(node: Below, kept: Path) -> None:
    """On a machine on which only the keys are."""
    node.line.kill()
    data, lost = node.folder / "data", node.folder / "lost"
    data.rename(lost)
    data.mkdir(mode=0o700)
    for name in BROUGHT:
        if (lost / name).exists():
            shutil.copytree(lost / name, data / name)
    node.command_line("restore", str(kept))
    node.line.start()
    node.line.await_well(PATIENCE_S)


def rewrite(node: Below) -> None:
    """A line of filing's ledger, by somebody whom no trigger stops."""
    for (name,) in node.books.rows("filing", "SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        node.books.write("filing", f"DROP TRIGGER {name}")
    node.books.write("filing", "UPDATE ledger SET body = replace(body, '530181', '530182') WHERE seq = 1")


def test_a_county_restored_from_a_backup_goes_on_once_somebody_says_so(
        province: Province, tmp_path: Path) -> None:
    hub, node = province.hub, province.nodes[WHOLE]
    office = NodeOffice(node.address, WHOLE, random.Random("restored"))
    office.work(1)
    assert at_rest(province)
    node.command_line("backup", str(tmp_path / "kept"))
    office.work(2)
    assert at_rest(province)
    until(lambda: verified(node, witnessed(province), tmp_path) == 0, PATIENCE_S, "the hub's witness", 2)
    before = witnessed(province)

    restored(node, tmp_path / "kept")
    until(lambda: troubles(province)[::2] == ("behind", "behind"), PATIENCE_S, "the node being seen behind")
    assert "behind" in node.command_line("node", "status")
    after = NodeOffice(node.address, WHOLE, random.Random("after"))
    after.journeys += office.journeys[:2]       # so that titles go on
    assert after.work(1) == 0
    assert troubles(province)[::2] == ("behind", "behind")

    hub.command_line("node", "let-go-on", WHOLE)
    until(lambda: "superseded" in troubles(province)[2], PATIENCE_S, "the node hearing of it")
    node.command_line("node", "resume")
    assert at_rest(province)
    assert (troubles(province)[0], troubles(province)[2]) == ("", "")
    tally = LineTally()
    figures(hub.books, node.books, WHOLE, tally)
    assert (tally.lost, tally.doubled) == ([], [])
    assert verified(node, before, tmp_path) == 1, "what was lost shows against the hub's witness"


def test_a_rewritten_ledger_is_seen_by_the_next_exchange_and_said(province: Province, tmp_path: Path) -> None:
    node = province.nodes[WHOLE]
    NodeOffice(node.address, WHOLE, random.Random("rewritten")).work(1)
    assert at_rest(province)
    until(lambda: verified(node, witnessed(province), tmp_path) == 0, PATIENCE_S, "the hub's witness", 2)
    node.line.kill()
    rewrite(node)
    node.line.start()
    until(lambda: "filing: rewritten" in troubles(province)[1], PATIENCE_S, "the hub being told")
    assert node.books.rows("county", "SELECT problem FROM county_ledger_trouble WHERE problem <> ''") == [
        ("rewritten",)]
    assert verified(node, witnessed(province), tmp_path) == 1
