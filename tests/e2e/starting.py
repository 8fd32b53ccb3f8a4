"""`rongcuo run` as somebody types it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from deploy.local import free_port
from deploy.local.background import wait_until
from deploy.mailbox import ROOT
from tests.patience import ENVIRON


class Running:
    """`rongcuo run` in a folder of its own, started under a generous umask."""

    def __init__(self, folder: Path, *options: str, **environ: str) -> None:
        self.printed, self.log = folder / "printed", folder / "var" / "data" / "log"
        ports = {"RONGCUO_HTTP_PORT": str(free_port()), "RONGCUO_HEALTH_PORT_BASE": str(free_port())}
        self.environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **ENVIRON, **ports,
                        **environ}
        with self.printed.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "rongcuo", "run", *options], cwd=folder, env=self.environ, stdout=out,
                stderr=out, umask=0)

    def told(self) -> str:
        return self.printed.read_text("utf-8")

    def await_told(self, words: str) -> None:
        assert wait_until(lambda: words in self.told() or self.process.poll() is not None, 300), self.told()
        assert words in self.told()

    def logged(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)
