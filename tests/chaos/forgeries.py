"""Well-formed calls of every method and events of every type, none of them its sender's."""

import random
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from inspect import getmembers, isfunction
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, seed, settings
from nameko.extensions import ENTRYPOINT_EXTENSIONS_ATTR

from rongcuo.chassis.call_context import ACTOR, CallContext
from rongcuo.chassis.entrypoints.rpc import CommandMethod, Method
from rongcuo.chassis.messaging.cloudevents import HEADER, HEADERS, sealed_event
from rongcuo.chassis.messaging.message import to_json
from rongcuo.chassis.messaging.topology import RPC
from rongcuo.chassis.signing import GATEWAY, KeyFolder, Seals
from rongcuo.chassis.signing.calls import ITSELF, Address, sealed_call
from rongcuo.chassis.signing.statements import KEY, SIGNATURE
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.events import EVENTS
from rongcuo.contracts.serialisation import dump
from services import WITH_DATABASE, service_class
from tests.contract.values import built

CHIEF = Actor("forged-officer", "伪造", "530127", "530127", "伪造单位", frozenset(Role) - {Role.SYSTEM})
MORNING = "2026-03-03T09:00:00+08:00"
FAR = 4_102_444_800.0      # a deadline that never passes


@dataclass(frozen=True)
class Message:
    """What is put on the bus, past every check of the broker's."""

    exchange: str
    routing_key: str
    headers: dict[str, Any]
    body: bytes
    properties: dict[str, str] = field(default_factory=dict)


Way = Callable[["Forger", Message], Message]


class Forger:
    """Knows how messages look, and has a key that is good for nothing: it is not the sender's."""

    def __init__(self, keys: KeyFolder, dice: random.Random) -> None:
        self._keys, self._dice = keys, dice
        self._number = 0

    def genuine(self, what: tuple[str, str], contents: Sequence[dict[str, Any]]) -> Message:
        """As its sender would have sent it."""
        self._number += 1
        kind, name = what
        content = self._dice.choice(contents)
        return self._event(name, content) if kind == "event" else self._call(name, content)

    def _event(self, type_name: str, content: dict[str, Any]) -> Message:
        source, mark = type_name.partition(".")[0], UUID(int=self._number).hex
        values = ("1.0", mark, type_name, source, f"forged-{mark}", MORNING, "1", "forged")
        sent = sealed_event(dict(zip(HEADERS, values, strict=True)), to_json(content),
                            Seals(self._keys, source))
        return Message(sent.exchange, sent.routing_key, dict(sent.headers), sent.body)

    def _call(self, name: str, content: dict[str, Any]) -> Message:
        if "command_id" in content:
            content = {**content, "command_id": f"forged-{self._number}"}
        body = to_json({"args": [content], "kwargs": {}})
        headers = sealed_call(Seals(self._keys, GATEWAY), CallContext(CHIEF, "forged", FAR).headers(),
                              Address(name, "", ""), body)
        return Message(RPC.name, name, headers, body)

    def signed_by(self, service: str, message: Message) -> Message:
        """The same with the signature of this service."""
        bare = _bare(message)
        seals = Seals(self._keys, service)
        if message.exchange == RPC.name:
            headers = sealed_call(seals, bare.headers, Address(message.routing_key, "", ""), message.body)
        else:
            headers = dict(sealed_event(bare.headers, message.body, seals).headers)
        return replace(message, headers=headers)


def unsigned(_forger: Forger, message: Message) -> Message:
    return _bare(message)


def by_another(forger: Forger, message: Message) -> Message:
    """notify calls nobody in an officer's name, and tells what none but itself may tell."""
    own = message.routing_key.startswith("notify.") and message.exchange != RPC.name
    return forger.signed_by("review" if own else "notify", message)


def as_the_platform(forger: Forger, message: Message) -> Message:
    """A service may ask as the platform itself; it commands nobody."""
    if message.routing_key not in COMMANDS:
        return by_another(forger, message)
    return forger.signed_by("notify", replace(message, headers={**message.headers, ACTOR: ITSELF}))


def under_a_false_name(forger: Forger, message: Message) -> Message:
    return replace(message, headers={**by_another(forger, message).headers, KEY: message.headers[KEY]})


def with_an_unknown_key(_forger: Forger, message: Message) -> Message:
    key = message.headers[KEY].partition("/")[0] + "/0123456789abcdef"
    return replace(message, headers={**message.headers, KEY: key})


def with_anothers_signature(forger: Forger, message: Message) -> Message:
    other = replace(message, body=message.body + b" ")
    signer = message.headers[KEY].partition("/")[0]
    signature = forger.signed_by(signer, other).headers[SIGNATURE]
    return replace(message, headers={**message.headers, SIGNATURE: signature})


def with_another_body(_forger: Forger, message: Message) -> Message:
    return replace(message, body=b" " + message.body)


def about_somebody_else(_forger: Forger, message: Message) -> Message:
    """Another actor of a call, another subject of an event."""
    name = ACTOR if ACTOR in message.headers else HEADER + "subject"
    other = message.headers[name].replace("forged-", "forged+")
    return replace(message, headers={**message.headers, name: other})


def elsewhere(_forger: Forger, message: Message) -> Message:
    """Another call's signature, or the type of another event."""
    if message.exchange == RPC.name:
        return replace(message, routing_key=f"{message.routing_key}_again")
    return replace(message, headers={**message.headers, HEADER + "sequence": "2"})


WAYS: tuple[Way, ...] = (unsigned, by_another, as_the_platform, under_a_false_name,
                         with_an_unknown_key, with_anothers_signature, with_another_body,
                         about_somebody_else, elsewhere)


def methods(services: Sequence[str] = WITH_DATABASE) -> Iterator[tuple[str, Method]]:
    """What can be called, by the name under which it is called; over a line under the node's name."""
    for service in services:
        serving = service_class(service)
        for each in filter(None, (serving, vars(serving).get("line"))):
            for name, function in getmembers(each, isfunction):
                for entry in getattr(function, ENTRYPOINT_EXTENSIONS_ATTR, ()):
                    if isinstance(entry, Method):
                        yield f"{service}.{name}", entry


COMMANDS = {name for name, method in methods() if isinstance(method, CommandMethod)}


def kinds(heard: Callable[[str], bool]) -> Iterator[tuple[tuple[str, str], type]]:
    """Every method that can be called, and every type of event that somebody hears."""
    for name, method in methods():
        yield ("call", name), method.operation.takes
    for type_name, contract in EVENTS.items():
        if heard(type_name.partition(".")[0]):
            yield ("event", type_name), contract


def contents(contract: type, count: int, number: int) -> list[dict[str, Any]]:
    """Some well-formed payloads of a contract."""
    found: list[dict[str, Any]] = []

    @seed(number)
    @settings(max_examples=count, database=None, deadline=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))
    @given(built(contract))
    def collect(one: Any) -> None:
        found.append(dump(one))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        collect()
    return found


def _bare(message: Message) -> Message:
    return replace(message, headers={name: value for name, value in message.headers.items()
                                     if name not in (KEY, SIGNATURE)})


