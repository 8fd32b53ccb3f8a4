"""A stock nameko service, as nameko's own documentation writes one: the floor of every call."""

import json
from typing import Any

import eventlet
from nameko.containers import ServiceContainer
from nameko.rpc import rpc


class Echo:
    """Answers with what it was asked."""

    name = "bench_echo"

    @rpc
    def echo(self, payload: dict[str, Any]) -> dict[str, Any]:
        return payload


def main(facts: dict[str, Any]) -> None:
    """Serve until the process is ended."""
    container = ServiceContainer(Echo, {"AMQP_URI": facts["bus"]})
    container.start()
    print(json.dumps("ready"), flush=True)
    while True:
        eventlet.sleep(60)
