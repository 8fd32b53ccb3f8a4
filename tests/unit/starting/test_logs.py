"""The log of a process stays bounded however long it runs, and keeps what was printed past it."""

import subprocess
import sys
from pathlib import Path

from deploy.mailbox import ROOT

TALKATIVE = """
import sys
from pathlib import Path
import structlog
from rongcuo.chassis import structured_logging as logs
logs.LARGEST, logs.KEPT = 2_000, 2
logs.set_up(file=Path(sys.argv[1]))
print("past the log", file=sys.stderr, flush=True)
for number in range(200):
    structlog.get_logger().info("said", number=number)
"""


def test_a_log_is_followed_by_a_fresh_one_and_few_are_kept(tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = subprocess.run([sys.executable, "-c", TALKATIVE, log], cwd=ROOT, capture_output=True, text=True,
                          check=True)
    assert done.stderr == ""
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["log", "log.1", "log.2"]
    assert all(file.stat().st_size <= 2_000 for file in files)
    assert '"number": 199' in log.read_text("utf-8")
