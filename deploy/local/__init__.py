"""Private RabbitMQ and PostgreSQL nodes on 127.0.0.1, for `make up` and for tests.

    with PostgresNode(folder / "postgres", fast=True) as postgres, RabbitNode(folder / "rabbit") as rabbit:
        postgres.create_database("filing")
        connect(postgres.url("filing"), rabbit.url)
"""

from deploy.local.background import Background
from deploy.local.node import Node, NodeFailed, free_port, free_ports
from deploy.local.postgres import PostgresNode
from deploy.local.rabbit import RabbitNode

__all__ = ["Background", "Node", "NodeFailed", "PostgresNode", "RabbitNode", "free_port", "free_ports"]
