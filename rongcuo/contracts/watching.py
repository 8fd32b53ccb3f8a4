"""The question of the watchdog, which every service that holds cases answers."""

from rongcuo.contracts.filing import OpenMatters, OpenMattersQuery
from rongcuo.contracts.operation import Query


def open_matters(service: str) -> Query[OpenMattersQuery, OpenMatters]:
    """Everything that is open there."""
    return Query(service, "open_matters", OpenMattersQuery, OpenMatters)
