"""The real platform as processes, for tests that use it as people do: in one process, or deployed."""

import os
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from functools import cached_property
from pathlib import Path

import httpx
import yaml

from deploy.local import Node, free_port, free_ports
from deploy.mailbox import ROOT, Mailbox
from deploy.up import SETTINGS, Deployment
from rongcuo.chassis.config import load_config
from rongcuo.chassis.time_source import SettableTime
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.people import People
from services import NAMES
from services.identity import demonstration
from tests.patience import ENVIRON, OF_CALLS, OF_DATABASE

FIRST_DAY = datetime(2026, 3, 3, 9, 0, tzinfo=ZONE)
WORKING = time(9), time(15)
PROVINCE = "530000"
Environment = Mapping[str, str]


class Platform(ABC):
    """A running platform: its address, its clock, its mailbox, its command line and its processes."""

    name: str
    mailbox: Mailbox
    settings: Path

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calendars = folder / "calendars"
        self.calendars.mkdir(parents=True)
        self.http_port, self.health_port_base = free_port(), free_ports(len(NAMES))
        self.time = SettableTime(folder / "time")
        self.time.set(FIRST_DAY)

    @abstractmethod
    def start(self) -> None:
        """Start whatever does not run, and wait until it answers."""

    @abstractmethod
    def stop(self) -> None:
        """End every process, in order."""

    @abstractmethod
    def environment(self) -> Environment:
        """What its processes, and the command line, are told beside the settings file."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.http_port}"

    @cached_property
    def http(self) -> httpx.Client:
        return httpx.Client(base_url=self.address, timeout=90)

    def close(self) -> None:
        """End the connections to it."""
        self.http.close()

    @cached_property
    def people(self) -> People:
        return People(self.http, demonstration.password())

    def command_line(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`rongcuo …` as an operator types it."""
        command = [sys.executable, "-m", "rongcuo", "--config", str(self.settings), *arguments]
        return subprocess.run(command, env=self.environment(), cwd=ROOT, capture_output=True, text=True,
                              timeout=60, check=False)

    def in_office_hours(self) -> datetime:
        """The time, once it has gone on to the forenoon of a working day where it isn't within one."""
        calendar, now = Rules(self.calendars).calendar(PROVINCE), self.time.now()
        if WORKING[0] <= now.time() <= WORKING[1] and calendar.is_workday(now.date()):
            return now
        day = now.date() + timedelta(days=int(now.time() > WORKING[0]))
        while not calendar.is_workday(day):
            day += timedelta(days=1)
        self.time.set(datetime.combine(day, WORKING[0], ZONE))
        return self.time.now()

    def logs(self) -> str:
        """Everything its processes have written."""
        return "\n".join(file.read_text(errors="replace") for file in sorted(self.folder.rglob("log")))


class OneProcess(Node):
    """`rongcuo run`."""

    name = "rongcuo"

    def __init__(self, platform: "Embedded") -> None:
        super().__init__(platform.folder / "platform", platform.http_port)
        self._platform = platform

    def _launch(self) -> None:
        command = [sys.executable, "-m", "rongcuo", "run", "--config", str(self._platform.settings)]
        self._server.launch(command, self._platform.environment(), cwd=ROOT)

    def answers(self) -> bool:
        try:
            # No certificates are read for each look: that costs more than what is asked.
            return httpx.get(f"{self._platform.address}/health", timeout=2, verify=False).is_success  # noqa: S501
        except httpx.HTTPError:
            return False


class Embedded(Platform):
    """Everything in one process, with SQLite and the bus in memory."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.mailbox = Mailbox(folder / "mail")
        self.settings = folder / "rongcuo.yaml"
        self.process = OneProcess(self)

    def write_settings(self) -> None:
        """For the command line, which may be asked before anything is started."""
        self.settings.write_text(yaml.safe_dump(self._config()), "utf-8")

    def start(self) -> None:
        self.write_settings()
        self.mailbox.start()
        self.process.start()

    def stop(self) -> None:
        self.process.stop()
        self.mailbox.stop()

    def environment(self) -> Environment:
        return os.environ

    def _config(self) -> dict[str, object]:
        return {"mode": "test", "data_dir": str(self.folder / "data"), "calendar_dir": str(self.calendars),
                "time_file": str(self.folder / "time"), "smtp_url": self.mailbox.url,
                "http_port": self.http_port, "health_port_base": self.health_port_base,
                **OF_DATABASE, **OF_CALLS}


class Deployed(Platform):
    """RabbitMQ, PostgreSQL and one process per service, as `make up` starts them."""

    name = "deployed"
    settings = SETTINGS

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        environ = {
            **os.environ, **ENVIRON, "RONGCUO_MODE": "test", "RONGCUO_HTTP_PORT": str(self.http_port),
            "RONGCUO_HEALTH_PORT_BASE": str(self.health_port_base),
            "RONGCUO_CALENDAR_DIR": str(self.calendars), "RONGCUO_RETRY_DELAYS": "0.2,0.5,1"}
        self.deployment = Deployment(folder, load_config(SETTINGS, environ), environ)
        self.mailbox = self.deployment.mailbox

    def start(self) -> None:
        self.deployment.start()

    def stop(self) -> None:
        self.deployment.stop()

    def environment(self) -> Environment:
        return self.deployment.environment()
