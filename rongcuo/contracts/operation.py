"""An operation: what a service can be told to do or asked, declared once for everybody who reads of it.

    SUBMIT = Command("filing", "submit", SubmitFiling, Receipt, zh="报送草稿,得到回执", en="Submit a draft …")

It stands among its contracts (`rongcuo.contracts.filing.operations`). The service has a method of that name
that carries it out; a route of the API, an action of the console and whoever asks by RPC name SUBMIT, and
take from it what is taken and given, and in which words it is told.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

GATEWAY = "gateway"     # who signs people in, and says in whose name a call is made
BELOW = "county"        # a node's own end of its line
HUB = "province"        # where the lines of all nodes end
NODE = "county-"        # what other nodes are called on the hub's bus begins so; their division follows
Taken = TypeVar("Taken")
Given = TypeVar("Given")


@dataclass(frozen=True)
class Operation(Generic[Taken, Given]):
    """`method` is the one of the service that serves it. `gives`: NoneType where there is nothing to answer.

    `zh`, `en`: what it does, in the API's document; empty where no address leads to it. `rare`: there are so
    few that how often it is called would say whose matter it is: no metric counts it. `of_nodes`: another
    node may call it, and nobody else; whatever is not, no node may.
    """

    service: str
    method: str
    takes: type[Taken]
    gives: type[Given]
    zh: str = field(default="", kw_only=True)
    en: str = field(default="", kw_only=True)
    rare: bool = field(default=False, kw_only=True)
    of_nodes: bool = field(default=False, kw_only=True)

    @property
    def name(self) -> str:
        """As calls are routed and told of, such as `filing.submit`."""
        return f"{self.service}.{self.method}"


@dataclass(frozen=True)
class Command(Operation[Taken, Given]):
    """Changes something, once for its `command_id`. `by`: the service that alone may call it. One that is not
    `signed_in` may be carried out for nobody in particular; one that is not `kept` says itself what of it is
    new, by numbers, and leaves no answer behind."""

    signed_in: bool = field(default=True, kw_only=True)
    kept: bool = field(default=True, kw_only=True)
    by: str = field(default=GATEWAY, kw_only=True)


@dataclass(frozen=True)
class Query(Operation[Taken, Given]):
    """Only reads."""
