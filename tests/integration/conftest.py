"""What all integration tests may ask for."""

from tests.integration.nodes import (
    config,
    heartbeat,
    none_left_running,
    postgres_config,
    postgres_database,
    postgres_node,
    sqlite_config,
)

__all__ = ["config", "heartbeat", "none_left_running", "postgres_config", "postgres_database",
           "postgres_node", "sqlite_config"]
