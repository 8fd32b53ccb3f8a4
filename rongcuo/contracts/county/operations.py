"""What a node can be told and asked: by the hub, over the line, under the node's own name."""

from dataclasses import dataclass, replace
from types import NoneType
from typing import Final, TypeVar

from rongcuo.contracts.operation import NODE, Command, Operation, Query
from rongcuo.contracts.province.line import NodeReport

Asked = TypeVar("Asked", bound=Operation)   # type: ignore[type-arg]


@dataclass(frozen=True, kw_only=True)
class StatusQuery:
    """How the node is, as it sees itself."""


@dataclass(frozen=True, kw_only=True)
class Wake:
    """There is something for the node: it may ask at once."""


STATUS: Final = Query("county", "status", StatusQuery, NodeReport)
WAKE: Final = Command("county", "wake", Wake, NoneType, signed_in=False, by="province")


def at_node(operation: Asked, division_code: str) -> Asked:
    """The same, asked of one node."""
    return replace(operation, service=f"{NODE}{division_code}")
