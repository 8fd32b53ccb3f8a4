"""The nameko service `gateway`: hosts the Flask application on nameko's own web server."""

import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from eventlet import Timeout, wsgi
from flask import Flask
from nameko.extensions import DependencyProvider
from nameko.web.server import BindAddress, HttpOnlyProtocol, WebServer

from rongcuo.chassis.calls import Calls
from rongcuo.chassis.config import DEMONSTRATION, TEST, Config
from rongcuo.chassis.context import Context
from rongcuo.chassis.health import is_well, report_of
from rongcuo.chassis.time_source import time_source
from rongcuo.contracts.actor import Actor
from rongcuo.policy.rules import Rules
from services.gateway.app import Settings, create_app
from services.gateway.calls import Answer
from services.gateway.problems import too_late
from services.gateway.secret_key import kept_key

IDLE = 30.0  # seconds that a connection may say nothing
LATEST = 9.5  # seconds; the application gives up a little earlier by itself
LONGEST_ADDRESS = 8_192  # characters


class RpcCaller:
    """The adapter of `calls.Caller`: the chassis' client, with its deadlines, bulkheads and breakers."""

    def __init__(self, client: Calls) -> None:
        self._client = client

    def call(self, service: str, method: str, payload: Answer, actor: Actor | None,
             correlation_id: str, timeout: float) -> Answer:
        context = Context(actor, correlation_id, time.time() + timeout)
        answer: Answer = self._client.ask(context, service, method, payload, dict)
        return answer


class FlaskServer(WebServer):  # type: ignore[misc]
    """Serves a WSGI application instead of nameko's HTTP entrypoints."""

    app: Flask

    @property
    def bind_addr(self) -> BindAddress:
        config: Config = self.container.config["rongcuo"]
        return BindAddress(config.http_host, config.http_port)

    def get_wsgi_app(self) -> Any:
        return partial(in_time, self.app)

    def get_wsgi_server(self, sock: Any, wsgi_app: Any, **_: Any) -> wsgi.Server:
        """Writes no access log: addresses hold what people search for."""
        return wsgi.Server(sock, sock.getsockname(), wsgi_app, protocol=HttpOnlyProtocol, debug=False,
                           log_output=False, socket_timeout=IDLE, url_length_limit=LONGEST_ADDRESS)


class Site(DependencyProvider):  # type: ignore[misc]
    """Keeps the web server running beside the service's RPC client."""

    calls = Calls()
    server = FlaskServer()
    method_name = "site"

    def setup(self) -> None:
        config: Config = self.container.config["rongcuo"]
        self.server.app = create_app(RpcCaller(self.calls), Settings(
            rules=Rules(config.calendar_dir), now=time_source(config).now, health=self._health,
            demonstration=config.mode in {DEMONSTRATION, TEST}, secret_key=kept_key(config.data_dir)))
        self.server.register_provider(self)

    def start(self) -> None:
        self.server.start()

    def stop(self) -> None:
        self.server.unregister_provider(self)

    def _health(self) -> dict[str, bool]:
        """Of the services of this process: all of them in the embedded mode."""
        reports = self.container.config.get("reports", self._own_report)()
        return {name: is_well(report) for name, report in reports.items()}

    def _own_report(self) -> dict[str, Any]:
        return {self.container.service_name: report_of(self.container)}


class GatewayService:
    """The way in (网关): HTTP API and console."""

    name = "gateway"
    site = Site()


def in_time(app: Flask, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer within LATEST seconds whatever hangs, also a client that sends its body drop by drop."""
    try:
        with Timeout(LATEST):
            return app(environ, start_response)
    except Timeout:
        return too_late(app)(environ, start_response)
