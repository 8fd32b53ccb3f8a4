"""A stock nameko system, as nameko's own documentation writes one, in which the same is filed: a gateway, the
service that writes it down and tells of it, and two that hear of it. Nothing of it is kept safe: what it
costs is the floor of `cpu_ms_per_filing`. One of the four in each process."""

import json
from typing import Any
from uuid import uuid4

import eventlet
from nameko.containers import ServiceContainer
from nameko.events import EventDispatcher, event_handler
from nameko.extensions import DependencyProvider
from nameko.rpc import RpcProxy, rpc
from nameko.web.handlers import http
from sqlalchemy import Column, Engine, MetaData, String, Table, Text, create_engine

ROWS = {name: Table(f"stock_{name}", MetaData(), Column("id", String(64), primary_key=True),
                    Column("body", Text, nullable=False)) for name in ("filing", "review", "notify")}


class _Rows(DependencyProvider):
    """The service's own table, which it makes."""

    def __init__(self, name: str) -> None:
        self._table = ROWS[name]
        self._engine: Engine | None = None

    def setup(self) -> None:
        self._engine = create_engine(self.container.config["database"])
        self._table.create(self._engine, checkfirst=True)

    def get_dependency(self, _worker: Any) -> Any:
        return self._add

    def _add(self, row_id: str, body: Any) -> None:
        assert self._engine is not None
        with self._engine.begin() as connection:
            connection.execute(self._table.insert(), {"id": row_id, "body": json.dumps(body)})


class Gateway:
    """Takes what is filed over HTTP."""

    name = "stock_gateway"
    filing = RpcProxy("stock_filing")

    @http("POST", "/api/v1/filings")
    def file(self, request: Any) -> tuple[int, str]:
        return 201, json.dumps(self.filing.submit(json.loads(request.get_data())["content"]))


class Filing:
    """Writes it down, and tells of it."""

    name = "stock_filing"
    add = _Rows("filing")
    tell = EventDispatcher()

    @rpc
    def submit(self, content: dict[str, Any]) -> dict[str, Any]:
        filing_id = uuid4().hex
        self.add(filing_id, content)
        self.tell("submitted", {"id": filing_id, "content": content})
        return {"id": filing_id}


class Review:
    """Hears of it."""

    name = "stock_review"
    add = _Rows("review")

    @event_handler("stock_filing", "submitted")
    def heard(self, told: dict[str, Any]) -> None:
        self.add(told["id"], told["content"])


class Notify:
    """Hears of it too."""

    name = "stock_notify"
    add = _Rows("notify")

    @event_handler("stock_filing", "submitted")
    def heard(self, told: dict[str, Any]) -> None:
        self.add(told["id"], told["content"])


PARTS = {each.name: each for each in (Review, Notify, Filing, Gateway)}      # the gateway last


def main(facts: dict[str, Any]) -> None:
    """Serve until the process is ended."""
    container = ServiceContainer(PARTS[facts["serves"]], {
        "AMQP_URI": facts["bus"], "database": facts["database"],
        "WEB_SERVER_ADDRESS": f"127.0.0.1:{facts['port']}"})
    container.start()
    print("ready", flush=True)
    while True:
        eventlet.sleep(60)
