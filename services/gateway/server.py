"""The web server: nameko's own, hosting a Flask application within limits."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from eventlet import Timeout, wsgi
from flask import Flask
from nameko.web.server import BindAddress, HttpOnlyProtocol, WebServer

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting import http
from services.gateway.incoming import FILE_EXPECTED
from services.gateway.problems import without_request

LATEST = 9.5  # seconds; the application gives up a little earlier by itself
LONGEST_ADDRESS = 8_192  # characters
LATEST_FILE = 180.0  # seconds for a file to come in over a slow line, and to be looked into


class FlaskServer(WebServer):  # type: ignore[misc]
    """Serves `app` instead of nameko's HTTP entrypoints."""

    app: Flask

    @property
    def bind_addr(self) -> BindAddress:
        config: Config = self.container.config["rongcuo"]
        return BindAddress(config.http_host, config.http_port)

    def get_wsgi_app(self) -> Any:
        return partial(in_time, self.app)

    def get_wsgi_server(self, sock: Any, wsgi_app: Any, **_: Any) -> wsgi.Server:
        """Writes no access log: addresses hold what people search for."""
        server = wsgi.Server(sock, sock.getsockname(), wsgi_app, protocol=Protocol, debug=False,
                             log_output=False, socket_timeout=http.IDLE, url_length_limit=LONGEST_ADDRESS)
        server.refusal = without_request(self.app, "malformed")
        return server


class Protocol(http.Protocol, HttpOnlyProtocol):  # type: ignore[misc]
    """What is hardly HTTP gets a problem document too."""

    def send_error(self, *_: Any) -> None:
        refusal = self.server.refusal
        lines = [f"HTTP/1.1 {refusal.status}", *(f"{name}: {value}" for name, value in refusal.headers),
                 "Connection: close", "", ""]
        self.close_connection = True
        self.wfile.write("\r\n".join(lines).encode() + refusal.get_data())


def in_time(app: Flask, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer within LATEST seconds whatever hangs, also a client that sends its body drop by drop. Only a
    file may take longer, once the application expects one."""
    environ["wsgi.input_terminated"] = True  # eventlet ends it, also where it comes in chunks
    try:
        with Timeout(LATEST) as patience:
            environ[FILE_EXPECTED] = partial(_wait_for_file, patience)
            return app(environ, start_response)
    except Timeout:
        environ["eventlet.input"].leave()
        return without_request(app, "answer_late")(environ, start_response)


def _wait_for_file(patience: Timeout) -> None:
    patience.cancel()
    patience.seconds = LATEST_FILE
    patience.start()
