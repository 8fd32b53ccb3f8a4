"""From the command `rongcuo run` to the first page answered, embedded, in an empty folder."""

import os
import shutil
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

from bench.figures import Figure, Goal, beside
from bench.progress import progress
from bench.stage import FOLDER
from deploy.local import free_port
from deploy.local.background import wait_until
from deploy.mailbox import ROOT

TIMES = {"small": 3, "full": 10}
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
LIBRARIES = "import eventlet, flask, flask_smorest, kombu, marshmallow_dataclass, nameko.rpc, sqlalchemy.orm"


def measure(size: str) -> dict[str, Figure]:
    """`embedded_start_s`; its floor is Python importing the libraries that the platform stands on. The first
    start of all, in which Python compiles them and us, is not counted."""
    _start(FOLDER / "start")
    ours, floor = [], []
    for number in range(TIMES[size]):
        progress("embedded_start_s", number, TIMES[size])
        ours.append(_start(FOLDER / "start"))
        floor.append(_import())
    return {"embedded_start_s": beside(ours, floor, "s", Goal(limit=2, at_most=True))}


def _start(folder: Path) -> float:
    shutil.rmtree(folder, ignore_errors=True)
    port = free_port()
    environ = {**COMPILED, "RONGCUO_MODE": "demonstration", "RONGCUO_DATA_DIR": str(folder),
               "RONGCUO_HTTP_PORT": str(port), "RONGCUO_HEALTH_PORT_BASE": str(free_port()),
               "RONGCUO_DEMONSTRATION_DATA": "false"}
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "rongcuo", "run"], env=environ, cwd=ROOT,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not wait_until(lambda: answers(port), 60):
            raise TimeoutError("no page was answered")
        return time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def answers(port: int) -> bool:
    """Whether the platform shows its first page."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/sign-in")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _import() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-Wignore", "-c", LIBRARIES], check=True, cwd=ROOT, env=COMPILED)
    return time.perf_counter() - begun
