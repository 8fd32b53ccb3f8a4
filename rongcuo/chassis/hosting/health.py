"""Health and metrics over HTTP, one small server per process. It tells what is known and never waits."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import eventlet
from eventlet import wsgi
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from rongcuo.chassis.hosting.http import IDLE, Protocol
from rongcuo.chassis.hosting.provider import ExecutionProvider
from rongcuo.chassis.hosting.troubles import troubles_of
from rongcuo.chassis.messaging.shared_publisher import SharedPublisher
from rongcuo.chassis.metrics import REGISTRY

Report = dict[str, Any]
FINE = ("running", "standby", "unrouted")   # relay states in which restarting the process would not help


def report_of(container: Any) -> Report:
    """What one service knows of itself. `not_authentic`: how many messages this process has refused because
    nobody who may send them had signed them."""
    context = next((one for one in container.dependencies if isinstance(one, ExecutionProvider)), None)
    consumers = [one for one in container.subextensions if hasattr(one, "connected")]
    begun = all(getattr(entrypoint, "begun", True) for entrypoint in container.entrypoints)
    report: Report = {"bus": all(one.connected for one in consumers), "begun": begun,
                      "not_authentic": sum(one.refusals.count for one in container.subextensions
                                           if isinstance(one, SharedPublisher) and hasattr(one, "refusals"))}
    for telling in container.dependencies:
        report |= telling.report() if hasattr(telling, "report") else {}
    return report if context is None else report | _report_of(context)


def _report_of(context: ExecutionProvider) -> Report:
    """Asked before it was set up, a service is starting."""
    if not hasattr(context, "relay"):
        return {"database": False, "relay": "starting"}
    figures = context.maintenance.figures
    return {"database": context.healthy(), "database_trouble": context.runtime.trouble,
            "bus_alarm": context.bus.publisher.blocked, "relay": context.relay.state,
            "outbox_waiting": figures.waiting, "outbox_oldest_seconds": round(figures.oldest_seconds, 1),
            "dead_letters": figures.dead_letters, "breakers": context.calls.breakers()}


def is_well(report: Report) -> bool:
    """Whether the service can work."""
    able = is_there(report) and report.get("database", True) and not (
        report.get("files_trouble") or report.get("bus_alarm"))
    return bool(able and report.get("relay", "running") in FINE)


def is_there(report: Report) -> bool:
    """Whether the service answers at all; perhaps it refuses part of what is asked of it."""
    return bool(report["bus"] and report["begun"])


def words_of(reports: Mapping[str, Report]) -> list[dict[str, str]]:
    """What can't be done now and why, each trouble once."""
    troubles = (trouble for name, report in reports.items() for trouble in troubles_of(name, report))
    return [{"part": trouble.part, "zh": trouble.zh, "en": trouble.en} for trouble in dict.fromkeys(troubles)]


def status_of(reports: Mapping[str, Report]) -> str:
    """`ok`; `limited` where all work but something beside it waits; `degraded` where one can't work."""
    if not reports or not all(map(is_well, reports.values())):
        return "degraded"
    return "limited" if words_of(reports) else "ok"


class HealthServer:
    """`reports` gives the report of every service of this process."""

    def __init__(self, host: str, port: int, reports: Callable[[], dict[str, Report]]) -> None:
        self._address = host, port
        self._reports = reports
        self._server: Any = None

    def start(self) -> None:
        """Raises OSError where the port is taken."""
        socket = eventlet.listen(self._address)
        self._server = eventlet.spawn(wsgi.server, socket, self.answer, log_output=False, keepalive=False,
                                      protocol=Protocol, socket_timeout=IDLE,
                                      debug=False)      # no traceback to whoever asks

    def stop(self) -> None:
        if self._server is not None:
            self._server.kill()

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The WSGI application."""
        match environ.get("PATH_INFO"):
            case "/health":
                return self._health(start_response)
            case "/metrics":
                start_response("200 OK", [("Content-Type", CONTENT_TYPE_LATEST)])
                return [generate_latest(REGISTRY)]
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"/health, /metrics\n"]

    def _health(self, start_response: Callable[..., Any]) -> Iterable[bytes]:
        services = self._reports()
        well = bool(services) and all(map(is_well, services.values()))
        status = "200 OK" if well else "503 Service Unavailable"
        start_response(status, [("Content-Type", "application/json")])
        report = {"status": status_of(services), "cannot": words_of(services), "services": services}
        return [json.dumps(report, ensure_ascii=False).encode()]
