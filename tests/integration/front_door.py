"""A gateway without a web server: calls in whose name a test likes, as only the gateway may."""

from typing import Any

from nameko.extensions import DependencyProvider

from rongcuo.chassis.hosting.host import ServiceHost
from rongcuo.chassis.hosting.provider import ExecutionProvider
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.chassis.signing import GATEWAY


class Client(DependencyProvider):
    """Keeps the RPC client in the container."""

    calls = RpcClient()


class FrontDoor:
    """One of the services of a host."""

    name = GATEWAY
    client = Client()


def provider_of(host: ServiceHost, service: str) -> ExecutionProvider:
    """The execution provider of one of its services."""
    return next(one for container in host.containers if container.service_name == service
                for one in container.dependencies if isinstance(one, ExecutionProvider))


def calls_of(host: ServiceHost, service: str = GATEWAY) -> RpcClient:
    """The RPC client of one of its services."""
    container = next(one for one in host.containers if one.service_name == service)
    client: Any = next(one for one in container.dependencies if isinstance(one, Client | ExecutionProvider))
    calls: RpcClient = client.calls
    return calls
