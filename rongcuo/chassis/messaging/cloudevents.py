"""Events on the wire: CloudEvents 1.0 in AMQP binary mode, attributes in the headers, data in the body."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from rongcuo.chassis.call_context import safe_correlation_id
from rongcuo.chassis.messaging.message import BODY_LIMIT, OutboundMessage
from rongcuo.chassis.signing import Seals, statements
from rongcuo.chassis.signing.seals import refusal
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Envelope

HEADER = "cloudEvents:"
ATTRIBUTES = ("specversion", "id", "type", "source", "subject", "time", "sequence", "correlationid")
HEADERS = tuple(HEADER + name for name in ATTRIBUTES)
LONGEST_ATTRIBUTE = 128
LONGEST_ID = 64
LARGEST_SEQUENCE = 2**63 - 1


def sealed_event(headers: Mapping[str, Any], body: bytes, seals: Seals) -> OutboundMessage:
    """A message with these attributes, signed. Raises CaseError `keys.unreadable`."""
    sealed = seals.sealed(headers, partial(statements.event, attributes=HEADERS, body=body))
    return OutboundMessage(body, f"{headers[HEADER + 'source']}.events", headers[HEADER + "type"], sealed,
                    {"correlation_id": headers[HEADER + "correlationid"]}, message_id=headers[HEADER + "id"])


def require_source(headers: Mapping[str, Any], body: bytes, seals: Seals) -> None:
    """An event is signed by the service that it comes from. Raises CaseError `not_authentic`."""
    signer = seals.signer(headers, partial(statements.event, attributes=HEADERS, body=body))
    if signer != headers.get(HEADER + "source"):
        raise refusal(f"an event that {signer} may not tell")


def read_event(headers: Mapping[str, Any], body: bytes) -> Envelope:
    """The event of a message. Raises CaseError `malformed` or `too_large`.

    The data is JSON, whatever content type the message names: that is not signed, so nothing goes by it.
    """
    attributes = {name: _attribute(headers, name) for name in ATTRIBUTES}
    if attributes["specversion"] != "1.0":
        raise CaseError("malformed", "not a CloudEvents 1.0 message")
    if len(attributes["id"]) > LONGEST_ID or len(attributes["subject"]) > LONGEST_ID:
        raise CaseError("malformed", "an identifier is too long")
    return Envelope(attributes["id"], attributes["type"], attributes["source"], attributes["subject"],
                    _sequence(attributes["sequence"]), _moment(attributes["time"]),
                    safe_correlation_id(attributes["correlationid"]), _data(body))


def _attribute(headers: Mapping[str, Any], name: str) -> str:
    value = headers.get(HEADER + name)
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_ATTRIBUTE or not value.isprintable():
        raise CaseError("malformed", f"the attribute {name} is missing or can't be read")
    return value


def _sequence(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= LARGEST_SEQUENCE:
        raise CaseError("malformed", "the sequence is not a positive whole number")
    return int(text)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CaseError("malformed", "the time can't be read") from None
    if moment.tzinfo is None:
        raise CaseError("malformed", "the time has no zone")
    return moment


def _data(body: bytes) -> dict[str, Any]:
    if len(body) > BODY_LIMIT:
        raise CaseError("too_large")
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise CaseError("malformed", "the data is not JSON") from None
    if not isinstance(data, dict):
        raise CaseError("malformed", "the data is not an object")
    return data
