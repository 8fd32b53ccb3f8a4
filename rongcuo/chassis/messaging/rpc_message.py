"""A call on the wire: nameko's own form (`{"args": [payload], "kwargs": {}}`), in signed headers."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from kombu.message import Message

from rongcuo.chassis.call_context import CallContext, read_context
from rongcuo.chassis.messaging.message import BODY_LIMIT, TRANSIENT, OutboundMessage, body_of
from rongcuo.chassis.messaging.topology import RPC
from rongcuo.chassis.signing import Seals
from rongcuo.chassis.signing.calls import Address, proof_of_call, sealed_answer
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import NODE


@dataclass(frozen=True, slots=True)
class RpcMessage:
    """A call whose sender is known and that could be read. `address.call_id` is the sender's own."""

    message: Message
    address: Address
    method: str
    payload: Mapping[str, Any]
    context: CallContext
    begun: float


def address_of(message: Message) -> Address:
    """Where a call came in, and where its answer goes."""
    properties = message.properties
    return Address(message.delivery_info["routing_key"], properties.get("correlation_id") or "",
                   properties.get("reply_to") or "")


def read_call(message: Message, timeout: float, seals: Seals) -> RpcMessage:
    """Raises CaseError `not_authentic` before anything is read, then `too_large` or `malformed`."""
    address, body = address_of(message), body_of(message)
    proof = proof_of_call(seals, message.headers, address, body)
    if len(body) > BODY_LIMIT:
        raise CaseError("too_large")
    method = address.routing_key.rpartition(".")[2]
    context = read_context(message.headers, timeout, proof.signer, proof.origin)
    if proof.signer.startswith(NODE) or address.routing_key.startswith(NODE):
        context = replace(context, deadline=time.time() + min(timeout, _lifetime(message)))
    return RpcMessage(message, address, method, _payload(body), context, time.monotonic())


def answer_to(message: Message, body: bytes, seals: Seals | None) -> OutboundMessage:
    """Signed by us, but not where the call was not: whoever forges gets no word from us to pass on."""
    address = address_of(message)
    headers = sealed_answer(seals, address, body) if seals else {}
    properties = {"correlation_id": address.call_id, "delivery_mode": TRANSIENT}
    return OutboundMessage(body, RPC.name, address.reply_to, headers, properties, mandatory=False)


def _lifetime(message: Message) -> float:
    """How long a call between nodes may wait and run: what the broker was told, counted from here. The
    deadline that it names is by its caller's clock, which need not be ours."""
    told = str(message.properties.get("expiration") or "")
    return int(told) / 1000 if told.isdecimal() else inf


def _payload(body: bytes) -> Mapping[str, Any]:
    try:
        wrapped = json.loads(body)
        (payload,), nothing = wrapped["args"], wrapped["kwargs"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise CaseError("malformed", "not a call that can be read") from None
    if nothing or not isinstance(payload, dict):
        raise CaseError("malformed", "a call takes exactly one object")
    return payload
