"""Logs: one JSON line each, with service and correlation id. Never a body, never an error's own text."""

import logging
import os
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog
from structlog.types import EventDict, WrappedLogger

from rongcuo.chassis import security_log
from rongcuo.chassis.errors import where

LARGEST, KEPT = 10_000_000, 5    # bytes of a file; how many of those before it are kept

# They write message bodies, arguments and the texts of exceptions.
TOO_TALKATIVE = ("nameko", "kombu", "amqp", "eventlet.wsgi.server", "sqlalchemy", "werkzeug", "httpx")


def _without_text(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception as its class and its frames."""
    given = event.pop("exc_info", None)
    info = sys.exc_info() if given is True else given
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"], event["at"] = type(error).__name__, where(error.__traceback__)
    return event


def set_up(level: str = "INFO", file: Path | None = None, *, verbose: bool = False,
           security: Path | None = None) -> None:
    """For the whole process: our own lines and those of the libraries, to standard error or to a file; the
    security log to a file of its own in the folder `security`.

    A file takes what is printed past the logs, too, and is followed by a fresh one before it grows large;
    `verbose` shows its lines on standard error as well.
    """
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars, structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True), _without_text,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared,
                    structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(), cache_logger_on_first_use=False)
    formatter = structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.JSONRenderer(ensure_ascii=False)])
    root = logging.getLogger()
    root.handlers = list(_handlers(file, verbose))
    for handler in root.handlers:
        handler.setFormatter(formatter)
    logging.raiseExceptions = False   # a log that can't be written is told by health, not by a traceback each
    root.setLevel(level)
    if security is not None:
        security_log.open_file(security, formatter)
    for name in TOO_TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _handlers(file: Path | None, verbose: bool) -> Iterator[logging.Handler]:
    if file is None or verbose:
        yield logging.StreamHandler()
    if file is None:
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    rotating = RotatingFileHandler(file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    if not verbose:
        os.dup2(os.open(file, os.O_WRONLY | os.O_APPEND), sys.stderr.fileno())
    yield rotating
