"""The security log: who signed in or failed to, was held off or refused, and whose access changed.

One JSON line each to `security.log` in the data folder, beside the process's own log and longer kept than it;
a figure counts them. Never a secret, nor a name that was typed: it may be a password.
"""

import logging
from logging.handlers import WatchedFileHandler
from pathlib import Path

import structlog

from rongcuo.chassis.metrics import SECURITY

NAME = "security"
FILE = "security.log"
LOUD = frozenset({"spraying"})


class SecurityLog:
    """The lines of one service."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._log = structlog.get_logger(NAME)

    def told(self, what: str, **facts: str | int) -> None:
        """One line, now. Facts that say nothing are left out."""
        SECURITY.labels(self._service, what).inc()
        tell = self._log.warning if what in LOUD else self._log.info
        tell(what, service=self._service, **{name: fact for name, fact in facts.items() if fact != ""})


def open_file(folder: Path, formatter: logging.Formatter) -> None:
    """Write to the file in this folder, for the platform's user alone. A file that `logrotate` moved away is
    begun anew."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    file.touch(mode=0o600)
    handler = WatchedFileHandler(file, encoding="utf-8")
    handler.setFormatter(formatter)
    logger = logging.getLogger(NAME)
    for former in logger.handlers:
        former.close()
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
