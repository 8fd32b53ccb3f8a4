"""What the account of one service needs of the broker, and nothing else: RabbitMQ's regular expressions.

A service declares its own queues and exchanges, and the queues in which its events are heard; it listens to
the exchanges of those whose events it hears. On the exchange of calls it may bind nothing but its own name
and its reply queues, whose keys nobody can guess: no service can listen in on another's calls. That exchange
is the broker's own: were it ours, any account could delete it and make one that hands calls to everybody.

Three things RabbitMQ can't tell apart: who declares an exchange may delete it; who declares a queue that has
a dead-letter exchange may read it; and who may publish to the default exchange may put a message straight
into any queue. The first two concern what the service speaks or listens to anyway, though who hears a source
can so make the others deaf to it until it connects again; against the third, and all else, messages are
signed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from re import escape

from rongcuo.chassis.bus.topology import RPC, events_exchange, events_queue

REPLY_KEY = "[0-9a-f]{32}"


@dataclass(frozen=True, slots=True)
class Rights:
    """`call_keys`: the routing keys under which it may bind a queue to `calls`, the exchange of calls."""

    configure: str
    write: str
    read: str
    call_keys: str
    calls: str = RPC.name


def rights_of(service: str, subscriptions: Iterable[tuple[str, str]]) -> Rights:
    """`subscriptions` are pairs (consumer, source)."""
    sources = sorted(source for consumer, source in subscriptions if consumer == service)
    heard = [escape(events_queue(service, source, 1).name) for source in sources]
    theirs = [escape(events_exchange(source).name) for source in sources]
    name, calls = escape(service), escape(RPC.name)
    own = [rf"{name}\..*", f"rpc-{name}", rf"rpc\.reply-{name}-.*", *heard]
    return Rights(_any([*own, *theirs]), _any([*own, calls, r"amq\.default"]),
                  _any([*own, *theirs, calls]), rf"^({name}\.\*|{REPLY_KEY})$")


def _any(names: Iterable[str]) -> str:
    return f"^({'|'.join(names)})$"
