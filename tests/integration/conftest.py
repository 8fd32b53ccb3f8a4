"""What all integration tests may ask for."""

from tests.integration.nodes import (
    config,
    heartbeat,
    postgres_config,
    postgres_database,
    postgres_node,
    sqlite_config,
)

__all__ = ["config", "heartbeat", "postgres_config", "postgres_database", "postgres_node", "sqlite_config"]
