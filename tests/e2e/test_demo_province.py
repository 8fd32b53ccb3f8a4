"""`make demo-province` in its small form: a province and two counties, each a platform of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.mailbox import ROOT

pytestmark = [pytest.mark.broker, pytest.mark.timeout(1_500)]
# No county has a figure so small that the province may not tell it.
FUNNEL = {"id": "two_counties", "place": "530100", "given": {"received": 14, "accepted": 12},
          "expect": {"funnel": {"received": 14, "accepted": 12, "not_accepted": 2},
                     "every_filing_reviewed_within_one_working_day_or_flagged_late": True}}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one run leaves in `var/demo-province.json`, with its exit status and what it said."""
    here = tmp_path_factory.mktemp("province")
    (here / "scenarios").mkdir()
    (here / "scenarios" / "two_counties.yaml").write_text(yaml.safe_dump(FUNNEL), "utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "deploy.demo_province", "--scenarios", "scenarios",
               "--counties", "2"]
    run = subprocess.run(command, cwd=here, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True,
                         text=True, timeout=1_400, check=False)
    result = here / "var" / "demo-province.json"
    assert result.is_file(), run.stdout + run.stderr + _logs(here)
    return {**json.loads(result.read_text("utf-8")), "status": run.returncode, "said": run.stdout}


def _logs(here: Path) -> str:
    return "".join(log.read_text("utf-8", errors="replace")[-1_500:]
                   for log in (here / "var" / "demo-province").glob("*/platform.log"))


def test_the_province_shows_the_sum_of_its_counties(told: dict[str, Any]) -> None:
    assert told["province"] == {"received": "14", "accepted": "12", "not_accepted": "2"}, told["said"]
    counties = told["counties"]
    assert [sum(each[key] for each in counties.values()) for key in ("received", "accepted")] == [14, 12]
    assert [each["received"] for each in counties.values()] == [7, 7]
    assert (told["received"], told["accepted"], told["not_accepted"]) == (14, 12, 2)


def test_every_expectation_holds(told: dict[str, Any]) -> None:
    assert set(told["expectations"]["two_counties"].values()) == {"passed"}, told["said"]
    assert (told["status"], told["on_time"] + told["late"], told["open_without_task"]) == (0, 14, 0)


def test_the_result_has_the_shape_of_the_demo(told: dict[str, Any]) -> None:
    assert {"received", "accepted", "not_accepted", "on_time", "late", "notifications_delivered",
            "notifications_pending", "open_without_task", "watchdog_unreachable", "determinations", "letters",
            "meetings", "decided_without_letter", "failures", "instead", "unread", "scenarios",
            "expectations"} <= set(told)
