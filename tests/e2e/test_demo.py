"""`rongcuo demo --scenarios FOLDER`: scenarios unseen before are played and judged, each by itself."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deploy.mailbox import ROOT
from scenarios.files import FOLDER

pytestmark = pytest.mark.timeout(2_500)     # of all scenarios together, on a machine that is busy with others
VARIANTS = ROOT / "tests" / "unit" / "scenarios" / "variants"
PLAYED = ("act_after_validity.yaml", "appeal_to_milder.yaml", "few_at_the_meeting.yaml",
          "filing_declined.yaml", "several_cases.yaml", "no_such_place.yaml", "no_yaml.yaml",
          "false_throughout.yaml", "report_proved_true.yaml", "false_accusation.yaml", "refusal_stands.yaml",
          "report_false_throughout.yaml")
PASSED, FAILED, LATER = "passed", "failed", "later"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one run of the demo leaves in `var/demo.json`, with its exit status and what it told."""
    here = tmp_path_factory.mktemp("demo")
    folder = here / "scenarios"
    folder.mkdir()
    for name in ("songming_liu.yaml", "zhaotong_clarify.yaml"):
        shutil.copy(FOLDER / name, folder)
    for name in PLAYED:
        shutil.copy(VARIANTS / name, folder)
    command = [sys.executable, "-W", "ignore", "-m", "rongcuo", "demo", "--scenarios", str(folder)]
    run = subprocess.run(command, cwd=here, env={**os.environ, "PYTHONPATH": str(ROOT)},
                         capture_output=True, text=True, timeout=2_400, check=False)
    result = here / "var" / "demo.json"
    assert result.is_file(), run.stdout + run.stderr + _log(here)
    return {**json.loads(result.read_text("utf-8")), "status": run.returncode, "told": run.stdout}


def _log(here: Path) -> str:
    return (here / "var" / "demo" / "log").read_text("utf-8", errors="replace")[-3_000:]


def test_every_expectation_within_reach_holds(demo: dict[str, Any]) -> None:
    for name in ("songming_liu", "act_after_validity", "appeal_to_milder", "few_at_the_meeting",
                 "filing_declined"):
        assert set(demo["expectations"][name].values()) == {PASSED}, demo["told"]


@pytest.mark.parametrize("name", ["zhaotong_clarify", "report_proved_true", "false_accusation",
                                  "refusal_stands"])
def test_a_report_is_played_to_its_end(demo: dict[str, Any], name: str) -> None:
    assert set(demo["expectations"][name].values()) == {PASSED}, demo["told"]


def test_of_a_report_what_is_not_so_has_failed(demo: dict[str, Any]) -> None:
    assert set(demo["expectations"]["report_false_throughout"].values()) == {FAILED}, demo["told"]
    assert "report_false_throughout" not in demo["failures"], "it was played, and found to be otherwise"


def test_the_cases_of_one_file_are_judged_one_by_one(demo: dict[str, Any]) -> None:
    judged = demo["expectations"]["several_cases"]
    played = {key: verdict for key, verdict in judged.items() if not key.startswith("case 4")}
    assert {key for key, verdict in played.items() if verdict == FAILED} == {"played"}
    assert judged["case 4: determination"] == FAILED


def test_what_cannot_be_played_says_why_and_stops_nobody(demo: dict[str, Any]) -> None:
    assert set(demo["failures"]) == {"no_such_place", "no_yaml", "several_cases"}
    assert "policy.unknown_division" in demo["failures"]["no_such_place"][0]
    assert demo["scenarios"]["no_yaml"] == FAILED
    assert demo["status"] == 1


def test_what_is_not_so_has_failed_and_what_is_not_read_is_told(demo: dict[str, Any]) -> None:
    judged = demo["expectations"]["false_throughout"]
    assert judged.pop("moon_is_round") == LATER
    assert set(judged.values()) == {FAILED}, demo["told"]
    assert demo["unread"]["false_throughout"] == ["chosen.moon", "expect.moon_is_round"]


def test_the_figures_add_up(demo: dict[str, Any]) -> None:
    assert demo["determinations"] == {"opened": 10, "exempt": 2, "mitigate": 1, "lighten": 3, "denied": 4}
    assert demo["meetings"] == 8
    assert (demo["received"], demo["accepted"], demo["not_accepted"]) == (5, 4, 1)
    assert (demo["open_without_task"], demo["decided_without_letter"]) == (0, 0)
    assert demo["letters"] >= 4 + 9 + 7  # filings, decisions (one of them on appeal), minutes
