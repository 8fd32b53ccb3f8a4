"""The nameko service `gateway`: hosts the Flask application on nameko's own web server."""

import os
import time
from pathlib import Path
from secrets import token_hex
from typing import Any

from nameko.extensions import DependencyProvider

from rongcuo.chassis.blobs import open_blobs
from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import DEMONSTRATION, TEST, Config
from rongcuo.chassis.hosting.examples import Examples
from rongcuo.chassis.hosting.health import is_there, is_well, report_of, words_of
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.chassis.time_source import time_source
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.operation import Operation
from rongcuo.policy.rules import Rules
from services import present
from services.gateway.app import Settings, create_app
from services.gateway.rpc import Answer
from services.gateway.server import FlaskServer

GRAMMAR = ("action", "answers", "deadline", "empty", "list", "long_text", "parts", "status")
SHARED_TEMPLATES = tuple(f"console/{name}.html" for name in (
    "base", "guide", "pieces", "problem", "refusal", *(f"grammar/{piece}" for piece in GRAMMAR)))


class RpcCaller:
    """The adapter of `calls.Caller`: the chassis' client, with its deadlines, bulkheads and breakers."""

    def __init__(self, client: RpcClient) -> None:
        self._client = client

    def call(self, operation: Operation[Any, Any], payload: Answer, actor: Actor | None,
             correlation_id: str, timeout: float, expected: str = "") -> Answer:
        context = CallContext(actor, correlation_id, time.time() + timeout, expected)
        return self._client.call(context, operation, payload)


class Site(DependencyProvider):  # type: ignore[misc]
    """Keeps the web server running beside the service's RPC client."""

    calls = RpcClient()
    server = FlaskServer()
    method_name = "site"

    def setup(self) -> None:
        config: Config = self.container.config["rongcuo"]
        self.server.app = create_app(RpcCaller(self.calls), Settings(
            rules=Rules(config.calendar_dir, config.contacts), now=time_source(config).now,
            health=self._health, present=present(config.uplink_url, is_hub=config.is_hub),
            cannot=lambda: words_of(self._reports()),
            serves=lambda: all(map(is_there, self._reports().values())),
            guided=config.mode == DEMONSTRATION, examples=lambda: Examples(config.data_dir).state,
            handed=lambda: Examples(config.data_dir).handed,
            demonstration=config.mode in {DEMONSTRATION, TEST}, secret_key=kept_key(config.data_dir),
            files=open_blobs(config), attachment_limit=config.attachment_limit,
            client_header=config.client_header, public_url=config.public_url,
            report_wait=config.report_wait, report_proof_bits=config.report_proof_bits,
            unproved_reports=config.unproved_reports, report_files=config.report_files,
            report_file_limit=config.report_file_limit, report_files_limit=config.report_files_limit))
        self.server.register_provider(self)

    def start(self) -> None:
        """Compiling a template takes up to 0.2 s, in which nobody is answered: what all pages are made of is
        compiled before the first one comes."""
        for shared in SHARED_TEMPLATES:
            self.server.app.jinja_env.get_template(shared)
        self.server.start()

    def stop(self) -> None:
        self.server.unregister_provider(self)

    def _health(self) -> dict[str, bool]:
        """Of the services of this process: all of them in the embedded mode."""
        return {name: is_well(report) for name, report in self._reports().items()}

    def _reports(self) -> dict[str, dict[str, Any]]:
        reports: dict[str, dict[str, Any]] = self.container.config.get("reports", self._own_report)()
        return reports

    def _own_report(self) -> dict[str, Any]:
        return {self.container.service_name: report_of(self.container)}


def kept_key(folder: Path) -> str:
    """The key that signs the console's session cookie, made at the first start: the same for every process
    that shares the folder, readable by the platform's user only."""
    file = folder / "gateway.key"
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".gateway.key.{os.getpid()}"
    fresh.touch(mode=0o600)
    fresh.write_text(token_hex(32))
    try:
        os.link(fresh, file)  # the first one wins, and nobody sees half a key
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return file.read_text()


class GatewayService:
    """The way in (网关): HTTP API and console."""

    name = "gateway"
    site = Site()

