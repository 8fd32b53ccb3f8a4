"""What is sent and what comes, and how sending can fail."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import uuid4

from kombu.message import Message

BODY_LIMIT = 1_048_576   # bytes; larger things are attachments
JSON = "application/json"
PERSISTENT, TRANSIENT = 2, 1


class BusUnavailable(Exception):
    """The bus can't be reached, does not answer in time, or refused the message. It may have been sent."""


class Unroutable(Exception):
    """No queue takes the message; it was not sent."""


@dataclass(frozen=True, slots=True)
class OutboundMessage:
    """A message to publish. `mandatory`: a missing queue is an error. `properties` are AMQP's basic ones."""

    body: bytes
    exchange: str
    routing_key: str
    headers: Mapping[str, Any] = field(default_factory=dict)
    properties: Mapping[str, Any] = field(default_factory=dict)
    mandatory: bool = True
    message_id: str = field(default_factory=lambda: uuid4().hex)

    def prepared(self, channel: Any) -> Any:
        """The message as the channel's transport wants it."""
        properties = {"delivery_mode": PERSISTENT, "message_id": self.message_id, **self.properties}
        content_type = properties.pop("content_type", JSON)
        return channel.prepare_message(self.body, content_type=content_type, headers=self.headers,
                                       properties=properties)


def body_of(message: Message) -> bytes:
    """The body as it came."""
    body = message.body
    return body.encode("utf-8", "surrogatepass") if isinstance(body, str) else bytes(body)


def to_json(data: Any) -> bytes:
    """The body of a message. Raises TypeError or ValueError for what JSON has not."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def digest(data: Any) -> str:
    """SHA-256 of the canonical JSON of a payload, in hex."""
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
