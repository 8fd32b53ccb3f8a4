"""A gateway without a web server: calls in whose name a test likes, as only the gateway may."""

from typing import Any

from nameko.extensions import DependencyProvider

from rongcuo.chassis.hosting.host import House
from rongcuo.chassis.hosting.provider import DeskProvider
from rongcuo.chassis.messaging.rpc_client import Calls
from rongcuo.chassis.signing import GATEWAY


class Client(DependencyProvider):
    """Keeps the RPC client in the container."""

    calls = Calls()


class FrontDoor:
    """One of the services of a house."""

    name = GATEWAY
    client = Client()


def calls_of(house: House, service: str = GATEWAY) -> Calls:
    """The RPC client of one of its services."""
    container = next(one for one in house.containers if one.service_name == service)
    client: Any = next(one for one in container.dependencies if isinstance(one, Client | DeskProvider))
    calls: Calls = client.calls
    return calls
