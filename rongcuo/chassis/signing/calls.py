"""Who calls, and in whose name.

Whoever calls signs the call. Only the gateway signs people in, so only its signature makes an officer act: it
stands for the officer named in the call. A service that asks another one in the same officer's name passes
the gateway's signed statement on, and can do so until the deadline of the officer's own call. In its own name
a service acts as the platform itself.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rongcuo.chassis.call_context import ACTOR, CORRELATION, DEADLINE, EXPECTED
from rongcuo.chassis.signing import statements
from rongcuo.chassis.signing.seals import Seals, Statement, refusal
from rongcuo.chassis.signing.statements import CALL, KEY, ORIGIN, ORIGIN_KEY, ORIGIN_SIGNATURE, SIGNATURE
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.operation import GATEWAY

CARRIED = (ACTOR, CORRELATION, DEADLINE, ORIGIN, EXPECTED)
LEEWAY_S = 0.01      # what rounding may add to a deadline
ITSELF = json.dumps(SYSTEM.to_dict(), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a call goes, which one it is, and where its answer goes."""

    routing_key: str
    call_id: str
    reply_to: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Who signed a call, and the headers that prove its officer to the next service."""

    signer: str
    origin: Mapping[str, Any]


def sealed_call(seals: Seals, headers: Mapping[str, Any], address: Address, body: bytes) -> dict[str, Any]:
    """The headers of a call with our signature."""
    return seals.sealed(headers, _statement(address, body))


def proof_of_call(seals: Seals, headers: Mapping[str, Any], address: Address, body: bytes) -> Proof:
    """Raises CaseError `not_authentic`. The actor has not been read yet."""
    statement = _statement(address, body)
    signer = seals.signer(headers, statement)
    if signer == GATEWAY:
        return Proof(signer, {ORIGIN: statement(headers), ORIGIN_KEY: headers[KEY],
                              ORIGIN_SIGNATURE: headers[SIGNATURE]})
    if headers.get(ACTOR) not in (None, ITSELF):
        return Proof(signer, _passed_on(seals, headers))
    return Proof(signer, {})


def sealed_answer(seals: Seals, address: Address, body: bytes) -> dict[str, Any]:
    """The headers of an answer to that call."""
    return seals.sealed({}, _answer(address, body))


def signer_of_answer(seals: Seals, headers: Mapping[str, Any], address: Address, body: bytes) -> str:
    """Which service gave it. Raises CaseError `not_authentic`."""
    return seals.signer(headers, _answer(address, body))


def _statement(address: Address, body: bytes) -> Statement:
    where = address.routing_key, address.call_id, address.reply_to
    return lambda headers: statements.call(headers, CARRIED, where, body)


def _answer(address: Address, body: bytes) -> Statement:
    return lambda headers: statements.answer(headers, address.reply_to, address.call_id, body)


def _passed_on(seals: Seals, headers: Mapping[str, Any]) -> Mapping[str, Any]:
    """The gateway's own call, which named this officer and is not over."""
    origin = headers.get(ORIGIN)
    if not isinstance(origin, str):
        raise refusal("an officer whom the gateway did not name")
    signer = seals.signer_of(origin, headers.get(ORIGIN_KEY), headers.get(ORIGIN_SIGNATURE))
    kind, _, actor, _, deadline, *_ = json.loads(origin) if signer == GATEWAY else [""] * 5
    if (kind, actor) != (CALL, headers[ACTOR]):
        raise refusal("an officer whom the gateway did not name")
    if not _within(headers.get(DEADLINE), deadline):
        raise refusal("the officer's own call is over by then")
    return {name: headers[name] for name in (ORIGIN, ORIGIN_KEY, ORIGIN_SIGNATURE)}


def _within(deadline: Any, limit: Any) -> bool:
    try:
        return float(deadline) <= float(limit) + LEEWAY_S
    except (TypeError, ValueError):
        return False
