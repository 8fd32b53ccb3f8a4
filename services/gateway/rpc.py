"""Asking the services on behalf of one HTTP request, within the time it has left."""

import re
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol
from uuid import uuid4

from flask import Request, current_app, g

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Given, Operation
from rongcuo.contracts.serialisation import load

WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:@-]{0,63}\Z")
TAG = re.compile(r'"([A-Za-z0-9_.:@-]{1,128})"')
LEAST_TIME = 0.05  # seconds; with less left no call is begun

Answer = dict[str, Any]


class Caller(Protocol):
    """The RPC client. Payloads and answers are plain JSON objects in wire form."""

    def call(self, operation: Operation[Any, Any], payload: Answer, actor: Actor | None,
             correlation_id: str, timeout: float, expected: str = "") -> Answer:
        """Raises the service's CaseError, or `service_unavailable`, `answer_late`, `busy`, `unexpected`.

        `timeout` is in seconds. `expected`: the tag of the view that is to be changed; `changed_meanwhile`
        where it is no longer that.
        """


@dataclass(frozen=True, slots=True)
class Occasion:
    """One HTTP request: `correlation_id` marks everything it causes; `give_up` is a monotonic time."""

    correlation_id: str
    give_up: float

    def time_left(self) -> float:
        """Seconds. Raises `answer_late` when there are none."""
        left = self.give_up - monotonic()
        if left < LEAST_TIME:
            raise CaseError("answer_late")
        return left


def begin(request: Request, patience: float) -> None:
    """Mark the request; a well-formed X-Correlation-ID of the sender is kept."""
    given = request.headers.get("X-Correlation-ID", "")
    g.correlation_id = given if WELL_FORMED.match(given) else uuid4().hex
    g.occasion = Occasion(g.correlation_id, monotonic() + patience)


def begin_anew(patience: float) -> None:
    """The request has taken its time to arrive; what it asks for has its own."""
    g.occasion = Occasion(g.correlation_id, monotonic() + patience)


def occasion() -> Occasion:
    """The present request's."""
    here: Occasion = g.occasion
    return here


def ask(operation: Operation[Any, Any], payload: Answer, actor: Actor | None, expected: str = "") -> Answer:
    """Have the operation's service do or answer it; the view in wire form. `expected`: as in Caller. What is
    rare, no metric counts."""
    g.rare = g.get("rare", False) or operation.rare
    caller: Caller = current_app.extensions["caller"]
    here = occasion()
    return caller.call(operation, payload, actor, here.correlation_id, here.time_left(), expected)


def view(operation: Operation[Any, Given], payload: Answer, actor: Actor | None) -> Given:
    """The same, read as what the operation gives. What a newer service adds to it is left out."""
    return load(operation.gives, ask(operation, payload, actor), tolerant=True)


def command_id(request: Request) -> str:
    """The sender's Idempotency-Key, or a fresh one. Raises `invalid` where it is not well-formed."""
    given = request.headers.get("Idempotency-Key")
    if given is None:
        return uuid4().hex
    if not WELL_FORMED.match(given):
        sentence = "must be 1–64 letters, digits or _ . : @ -"
        raise CaseError("invalid", details={"fields": {"Idempotency-Key": [sentence]}})
    return given


def expected_tag(request: Request) -> str:
    """The tag in the sender's If-Match, without its quotes; empty where anything may be changed.

    Raises `invalid` for more than one tag, or one that no view of ours can have.
    """
    given = request.headers.get("If-Match", "*").strip()
    if given == "*":
        return ""
    tag = TAG.fullmatch(given)
    if tag is None:
        raise CaseError("invalid", details={"fields": {"If-Match": ["must be one ETag as it was given."]}})
    return tag[1]
