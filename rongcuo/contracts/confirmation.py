"""Asking a service whether an event is truly its own, before something is signed that rests on it."""

from dataclasses import dataclass
from typing import Any

from rongcuo.contracts.fields import identifier, text
from rongcuo.contracts.operation import Query


@dataclass(frozen=True, kw_only=True)
class ConfirmEvent:
    """Did you tell this? `type_name`: of the newest version; `data`: the payload, as it was read."""

    data: dict[str, Any]
    event_id: str = identifier()
    type_name: str = text(128, 1)


@dataclass(frozen=True, kw_only=True)
class EventConfirmed:
    """`confirmed`: such an event, with this payload, stands in the service's own outbox."""

    confirmed: bool


def confirm_event(service: str) -> Query[ConfirmEvent, EventConfirmed]:
    """Asks a service whose events others act on."""
    return Query(service, "confirm_event", ConfirmEvent, EventConfirmed)
