"""The figures of a run: told as they come, and written to var/chaos.json."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.chaos.processes import ROOT

PACKAGES = ("nameko", "kombu", "amqp", "eventlet", "SQLAlchemy", "psycopg2-binary")
EMPTY: dict[str, Any] = {
    "cases": 0, "kills": 0, "broker_kills": 0, "duplicates_injected": 0, "lost": 0, "doubled": 0,
    "unexplained_dead_letters": 0, "order_violations": 0, "crash_points": {}, "frozen": {}, "poison": {},
    "planted": {}, "r7": {}, "r8": {}, "r14": {}, "forged": {}, "s1": {}, "hostile": {}, "canary_hits": None,
    "vault_attack": {}, "rotation": {}, "guessing": {}, "line": {}, "seconds": {}}


class Figures:
    """`kept` are those of earlier parts of the same run: same seed, size and versions."""

    def __init__(self, seed: int, size: str, file: Path | None = None) -> None:
        self._file = file
        self._begun = time.monotonic()
        self.failures: list[str] = []
        about = {"seed": seed, "size": size, "versions": _versions()}
        known = json.loads(file.read_text()) if file and file.exists() else {}
        same = all(known.get(name) == value for name, value in about.items())
        self.all: dict[str, Any] = json.loads(json.dumps(EMPTY)) | (known if same else {}) | about

    def put(self, **found: Any) -> None:
        """Figures of a part; written at once."""
        self.all |= found
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(self.all, ensure_ascii=False, indent=1) + "\n")

    def tell(self, said: str) -> None:
        print(f"[{time.monotonic() - self._begun:6.1f} s] {said}", flush=True)

    def fail(self, why: str) -> None:
        """A promise was broken."""
        self.failures.append(why)
        self.tell(f"不符 BROKEN: {why}")

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """The part's title and duration."""
        self.tell(f"—— {name}")
        begun = time.monotonic()
        yield
        seconds = {**self.all["seconds"], name: round(time.monotonic() - begun, 1)}
        self.put(seconds=seconds)


def _versions() -> dict[str, str]:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True,
                            check=False).stdout.strip()
    packages = {name: version(name) for name in PACKAGES}
    return {"rongcuo": commit or "unknown", "python": sys.version.split()[0], **packages, **_servers()}


def _servers() -> dict[str, str]:
    rabbit = sorted(Path("/usr/lib/rabbitmq/lib").glob("rabbitmq_server-*"))
    postgres = sorted(Path("/usr/lib/postgresql").glob("*"))
    return {"rabbitmq": rabbit[-1].name.partition("-")[2] if rabbit else "none",
            "postgresql": postgres[-1].name if postgres else "none"}
