"""A stock nameko service, as nameko's own documentation writes one: the floor of every call."""

import json
import sys
from typing import Any

from deploy import green  # noqa: F401  (green threads, before anything else)

import eventlet  # noqa: I001
from nameko.containers import ServiceContainer
from nameko.rpc import rpc


class Echo:
    """Answers with what it was asked."""

    name = "bench_echo"

    @rpc
    def echo(self, payload: dict[str, Any]) -> dict[str, Any]:
        return payload


def main(bus_url: str) -> None:
    """Serve until the process is ended."""
    container = ServiceContainer(Echo, {"AMQP_URI": bus_url})
    container.start()
    print("ready", flush=True)
    while True:
        eventlet.sleep(60)


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
