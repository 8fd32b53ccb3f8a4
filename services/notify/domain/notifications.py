"""Who is to be told of what is heard of a filing: each event of a service once."""

from collections.abc import Iterator
from datetime import datetime

from rongcuo.contracts.events import Event
from services.notify.domain.directory import lead_queue, reviewer_queue
from services.notify.domain.message import Fact, Notification, about
from services.notify.domain.tracked_case import TrackedCase

Told = Iterator[Notification]


def notification(matter: TrackedCase, event: Event, name: str, to: tuple[str, ...], but: tuple[str, ...] = (),
              **facts: Fact) -> Notification:
    """Each event of a service has its number in the matter, so hearing it again is the same notification."""
    key = f"{matter.id}/{event.source}/{matter.heard[event.source]}/{name}"
    return Notification(key, name, to, about(matter.known.number, matter.known.title, **facts), but)


def organ(matter: TrackedCase) -> tuple[str, ...]:
    organ_id = matter.known.organ_id
    return reviewer_queue(organ_id), lead_queue(organ_id)


def parties(matter: TrackedCase) -> tuple[str, ...]:
    return (*matter.known.parties, matter.known.filer_id)


def others(matter: TrackedCase) -> tuple[str, ...]:
    """Who has a part in the matter, but is not the filer: nothing of its review reaches them."""
    return tuple(party for party in matter.known.parties if party != matter.known.filer_id)


def due(matter: TrackedCase) -> datetime:
    return matter.reviewing.due_at
