"""Who is to be told of what is heard of a filing: each event of a service once."""

from collections.abc import Iterator
from datetime import datetime

from rongcuo.contracts.events import Event
from services.notify.domain.directory import lead_queue, reviewer_queue
from services.notify.domain.message import Fact, Notification, about
from services.notify.domain.tracked_case import TrackedCase

Told = Iterator[Notification]


def notification(case: TrackedCase, event: Event, name: str, to: tuple[str, ...], but: tuple[str, ...] = (),
              **facts: Fact) -> Notification:
    """Each event of a service has its number in the matter, so hearing it again is the same notification."""
    key = f"{matter.id}/{event.source}/{matter.heard[event.source]}/{name}"
    return Notification(key, name, to, about(case.known.number, case.known.title, **facts), but)


def organ(case: TrackedCase) -> tuple[str, ...]:
    organ_id = case.known.organ_id
    return reviewer_queue(organ_id), lead_queue(organ_id)


def parties(case: TrackedCase) -> tuple[str, ...]:
    return (*case.known.parties, case.known.filer_id)


def others(case: TrackedCase) -> tuple[str, ...]:
    """Who has a part in the matter, but is not the filer: nothing of its review reaches them."""
    return tuple(party for party in case.known.parties if party != case.known.filer_id)


def due(case: TrackedCase) -> datetime:
    return case.reviewing.due_at
