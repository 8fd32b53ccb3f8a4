"""What the account of one service needs of the broker, and nothing else: RabbitMQ's regular expressions.

A service declares its own queues and exchanges, and the queues in which its events are heard, which it binds.
Who hears a source declares and reads its own queue there, and touches neither the source's exchange nor the
queues of others. On the exchange of calls it may bind nothing but its own name and its reply queues, whose
keys nobody can guess: no service can listen in on another's calls. That exchange is the broker's own: were it
ours, any account could delete it and make one that hands calls to everybody.

Three things RabbitMQ can't tell apart: who declares an exchange may delete it; who declares a queue that has
a dead-letter exchange may read it; and who may publish to the default exchange may put a message straight
into any queue. The first two concern only what the service itself speaks or listens to; against the third,
and all else, messages are signed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from re import escape

from rongcuo.chassis.messaging.topology import RPC, Subscription, events_queue

REPLY_KEY = "[0-9a-f]{32}"


@dataclass(frozen=True, slots=True)
class Rights:
    """`call_keys`: the routing keys under which it may bind a queue to `calls`, the exchange of calls;
    `sent_keys`: those under which it may publish there."""

    configure: str
    write: str
    read: str
    call_keys: str
    calls: str = RPC.name
    sent_keys: str = ".*"


def rights_of(service: str, subscriptions: Iterable[Subscription]) -> Rights:
    """Of one service among those who hear each other."""
    heard = [escape(events_queue(service, each.source, 1).name)
             for each in sorted(subscriptions) if each.consumer == service]
    name, calls = escape(service), escape(RPC.name)
    own = [rf"{name}\..*", f"rpc-{name}", rf"rpc\.reply-{name}-.*"]
    return Rights(_any([*own, *heard]), _any([*own, calls, r"amq\.default"]),
                  _any([*own, *heard, calls]), rf"^({name}\.\*|{REPLY_KEY})$")


def rights_of_node(name: str, callable_by_it: Iterable[str]) -> Rights:
    """Of another node's account at the hub: it takes its own calls and its answers, calls what is declared
    for nodes, and answers. It has no right to the default exchange, and reaches no queue by its name.

    `callable_by_it`: operations by their names, such as `province.exchange`.
    """
    calls, keys = escape(RPC.name), "|".join(map(escape, sorted(callable_by_it)))
    own = [f"rpc-{escape(name)}", rf"rpc\.reply-{escape(name)}-.*"]
    return Rights(_any(own), _any([*own, calls]), _any([*own, calls]),
                  rf"^({escape(name)}\.\*|{REPLY_KEY})$", sent_keys=rf"^({keys}|{REPLY_KEY})$")


def rights_together(services: Iterable[str], subscriptions: Iterable[Subscription]) -> Rights:
    """Of an account for services that one process serves: what each of them may do, and no more."""
    heard = tuple(subscriptions)
    each = [rights_of(service, heard) for service in services]
    configure, write, read, call_keys = ("|".join(getattr(rights, of) for rights in each)
                                         for of in ("configure", "write", "read", "call_keys"))
    return Rights(configure, write, read, call_keys)


def _any(names: Iterable[str]) -> str:
    return f"^({'|'.join(names)})$"
