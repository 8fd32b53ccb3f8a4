"""The same guarantees with ordinary threads, as the command line and the unit tests use them."""

import os
import subprocess
import sys

from rongcuo.chassis.config import Config


def test_twins_numbers_and_turns_hold_without_green_threads(config: Config):
    command = [sys.executable, "-W", "ignore", "-m", "tests.integration.chassis.plain_child",
               config.database_url, str(config.data_dir)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": "."}, capture_output=True, text=True,
                          check=False, timeout=60)
    assert done.stdout.splitlines()[-1:] == ["20 20 True True"], done.stdout + done.stderr
