"""On what the figures were taken."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deploy.local.postgres import INSTALLED


def described() -> dict[str, Any]:
    """Processor, cores, versions, and how busy the machine was before we began."""
    return {"cpu": _processor(), "cores": os.cpu_count(), "memory_gb": _memory_gb(),
            "python": platform.python_version(), "kernel": platform.release(),
            "rabbitmq": _rabbitmq(), "postgresql": _postgresql(),
            "load_at_start": os.getloadavg()[0], "date": datetime.now(UTC).isoformat(timespec="seconds")}


def _processor() -> str:
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def _memory_gb() -> float:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)


def _rabbitmq() -> str:
    return max((path.name.partition("-")[2] for path in
                Path("/usr/lib/rabbitmq/lib").glob("rabbitmq_server-*")), default="")


def _postgresql() -> str:
    found = max(INSTALLED.glob("*/bin/postgres"), default=None)
    return subprocess.run([found, "--version"], capture_output=True, text=True,
                          check=False).stdout.strip() if found else ""
