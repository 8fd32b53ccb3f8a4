"""What travels beside a call, never in its body: who acts, the correlation id, and until when it matters."""

import json
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from math import isnan
from typing import Any
from uuid import uuid4

import structlog

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError

ACTOR, CORRELATION, DEADLINE = "nameko.actor", "nameko.correlation_id", "nameko.deadline"    # headers
EXPECTED = "nameko.expected"
_SAFE = re.compile(r"[A-Za-z0-9_.:-]{1,64}\Z")
_TAG = re.compile(r"[A-Za-z0-9_.:@-]{0,128}\Z")
NOBODY = Actor("", "", "", "")


def new_correlation_id() -> str:
    """For work that begins with us."""
    return uuid4().hex


def safe_correlation_id(given: object) -> str:
    """The id as given, or a fresh one where it could not stand in a log line or a column."""
    return given if isinstance(given, str) and _SAFE.match(given) else new_correlation_id()


@dataclass(frozen=True, slots=True)
class CallContext:
    """`deadline` is in seconds since 1970, by the system's clock. `signer`: the service that called.

    `expected`: the tag of what the caller has read and means to change; empty: whatever it has become.
    `origin`: the headers with which the gateway's word for the actor is passed on.
    """

    actor: Actor | None
    correlation_id: str
    deadline: float
    expected: str = ""
    signer: str = ""
    origin: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def remaining(self) -> float:
        """Seconds left; negative when the deadline has passed."""
        return self.deadline - time.time()

    def headers(self) -> dict[str, Any]:
        """For an outgoing call."""
        actor = {ACTOR: json.dumps(self.actor.to_dict(), ensure_ascii=False)} if self.actor else {}
        expected = {EXPECTED: self.expected} if self.expected else {}
        return {**self.origin, **actor, **expected, CORRELATION: self.correlation_id,
                DEADLINE: f"{self.deadline:.3f}"}

    def within(self, seconds: float) -> "CallContext":
        """The same, with at most these seconds left."""
        return replace(self, deadline=min(self.deadline, time.time() + seconds))


def read_context(headers: Mapping[str, Any], timeout: float, signer: str,
                 origin: Mapping[str, Any]) -> CallContext:
    """The context of a call whose signer is known; without deadline it gets the usual one.

    Raises CaseError `malformed`.
    """
    try:
        actor = Actor.from_dict(json.loads(headers[ACTOR])) if ACTOR in headers else None
        deadline = float(headers.get(DEADLINE, time.time() + timeout))
    except (TypeError, ValueError, KeyError, RecursionError):
        raise CaseError("malformed", "the call's context can't be read") from None
    if isnan(deadline):
        raise CaseError("malformed", "the call's deadline is no number")
    expected = headers.get(EXPECTED, "")
    if not isinstance(expected, str) or not _TAG.match(expected):
        raise CaseError("malformed", "the call's expectation can't be read")
    return CallContext(actor, safe_correlation_id(headers.get(CORRELATION)), deadline, expected,
                       signer, origin)


@contextmanager
def bound_in_logs(service: str, correlation_id: str, **facts: str) -> Iterator[None]:
    """Every log line of the block carries these."""
    with structlog.contextvars.bound_contextvars(service=service, correlation_id=correlation_id, **facts):
        yield
