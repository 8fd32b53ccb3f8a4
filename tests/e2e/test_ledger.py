"""A receipt, downloaded as people do, verified by a stranger's program without the platform."""

import json
import subprocess
import sys
from pathlib import Path

from deploy.mailbox import ROOT
from scenarios.platform import Answer, Person, awaited
from services.identity import demonstration
from tests.e2e.platform import Platform
from tests.e2e.steps import content_of, submitted

VERIFIER = ROOT / "tools" / "verify_ledger.py"


def verified(file: Path, *options: str) -> tuple[int, str]:
    """By a Python that sees nothing of the project and of what is installed."""
    run = subprocess.run([sys.executable, "-I", "-S", str(VERIFIER), str(file), *options], cwd=file.parent,
                         capture_output=True, text=True, timeout=60, check=False)
    return run.returncode, run.stdout + run.stderr


def test_a_downloaded_receipt_and_an_export_verify_offline(platform: Platform, tmp_path: Path) -> None:
    filer = Person(platform.http, "songming.filer", demonstration.password())
    given = submitted(filer, content_of(platform, "530127", "杨桥集镇路灯先行安装"))
    address = f"/filings/{given['filing_id']}/receipt"

    def proved() -> Answer | None:
        found = filer.get(address)
        return found if found["proof"] else None

    receipt = awaited(proved, "a receipt with its proof")
    keys = platform.command_line("ledger", "keys", "list").stdout.split()
    (key,) = (word for word in keys if word.startswith("rongcuo.local/filing+"))
    file, witness = tmp_path / "receipt.json", tmp_path / "witness"
    downloaded = filer.get(address, download=True)
    file.write_text(json.dumps(downloaded), "utf-8")
    witness.write_text(downloaded["proof"]["checkpoint"], "utf-8")
    status, words = verified(file, "--key", key, "--witness", str(witness))
    assert (status, given["number"] in words, receipt["digest"] in words) == (0, True, True), words

    forged = tmp_path / "forged.json"
    forged.write_text(file.read_text("utf-8").replace(given["number"], given["number"][:-1] + "9"), "utf-8")
    assert verified(forged, "--key", key)[0] == 1

    export = tmp_path / "filing.jsonl"
    made = platform.command_line("ledger", "export", "--service", "filing", "--to", str(export))
    assert made.returncode == 0, made.stderr
    status, words = verified(export, "--key", key, "--witness", str(witness))
    assert status == 0, words
    cut = tmp_path / "cut.jsonl"
    cut.write_text("".join(line for line in export.read_text("utf-8").splitlines(keepends=True)
                           if given["filing_id"] not in line), "utf-8")
    assert verified(cut, "--key", key)[0] == 1
    assert platform.command_line("ledger", "verify", str(export)).returncode == 0
