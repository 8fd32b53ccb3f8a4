"""Logs: one JSON line each, with service and correlation id. Never a body, never an error's own text."""

import json
import logging
import sys
from typing import Any

import structlog
from structlog.types import EventDict, WrappedLogger

from rongcuo.chassis.failure import where

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


def _in_chinese_too(event: dict[str, Any], **options: Any) -> str:
    return json.dumps(event, ensure_ascii=False, **options)


def set_up(level: str = "INFO") -> None:
    """For the whole process: our own lines and those of the libraries, to standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars, structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True), _without_text,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared,
                    structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(), cache_logger_on_first_use=False)
    handler = logging.StreamHandler()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.JSONRenderer(serializer=_in_chinese_too)]))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in TOO_TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
