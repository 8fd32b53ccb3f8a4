"""What notify needs from outside: where it keeps things, and how a message leaves the house."""

from collections.abc import Iterable, Set
from datetime import datetime
from typing import NamedTuple, Protocol

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.notify import DeliveryState, InboxQuery, TasksQuery
from services.notify.domain.delivery import Delivery, Outgoing
from services.notify.domain.directory import Officer
from services.notify.domain.notifications import Message
from services.notify.domain.task import Task
from services.notify.domain.tracked_case import TrackedCase
from services.notify.domain.watch import Watch


class Sent(NamedTuple):
    """A delivery, with the name of its words in `messages.yaml`, and its subject."""

    delivery: Delivery
    name: str
    subject: str = ""


class Notices(Protocol):
    """Matters with their tasks, messages, deliveries, and the directory of officers."""

    def case(self, matter_id: str) -> TrackedCase:
        """Lock and fetch; one that was never heard of is new and empty."""

    def delivery(self, delivery_id: str) -> Delivery:
        """Lock and fetch; raises `not_found`."""

    def message(self, message_id: str, recipient: Actor) -> Message:
        """Lock and fetch a message of this recipient; raises `not_found`."""

    def put(self, *aggregates: TrackedCase | Message | Delivery | Officer) -> None:
        """Insert or update, all of them together; the unit may be refused with `changed_meanwhile`."""

    def told(self, keys: Iterable[str]) -> set[tuple[str, str]]:
        """Pairs of a notification's key and somebody who has been told of it."""

    def officers(self, ids: Iterable[str]) -> dict[str, Officer]:
        """Those of these officers whom identity has told of, by id."""

    def reached_by(self, holders: Iterable[str]) -> tuple[Officer, ...]:
        """Of these officers and queues: whom identity has told of, in the queues the active ones alone."""

    def in_post(self, organ_id: str) -> tuple[Officer, ...]:
        """Whoever has a post in an organ; locked."""

    def organ_unasked(self) -> str:
        """An organ of which identity was not asked yet what units its officers are of; empty where of all."""

    def held_by(self, holder: str, limit: int) -> tuple[TrackedCase, ...]:
        """Matters whose open task this officer or queue holds, soonest deadline first, as they stand."""

    def claim_reminders(self, now: datetime, limit: int) -> tuple[TrackedCase, ...]:
        """Lock matters with a reminder due; those that somebody else works on are passed over."""

    def claim_delivery(self, channel: str, now: datetime, unanswered_since: datetime) -> Delivery | None:
        """Lock the next delivery to be tried: due, or handed over and unanswered since then."""

    def outgoing(self, delivery: Delivery) -> Outgoing:
        """What is sent, to the address known now."""

    def with_open_task(self, matter_ids: Iterable[str]) -> set[str]:
        """Which of these matters have an open task with an owner and a deadline."""

    def open_tasks(self) -> int:
        """How many tasks are open."""

    def watches(self) -> dict[str, Watch]:
        """How far the watchdog has looked, by service."""

    def gaps(self) -> frozenset[str]:
        """Matters that were open without a task at its last look."""

    def closed_since(self, at: datetime) -> frozenset[str]:
        """Matters of which a task was closed from this moment on."""

    def keep_watch(self, looked: Iterable[Watch], missing: Set[str]) -> None:
        """How far it has looked now, and all that is missing."""

    def seen(self, actor: Actor, matter_id: str) -> TrackedCase:
        """One that the actor may see; raises `not_found`."""

    def tasks_page(self, actor: Actor, query: TasksQuery) -> tuple[list[tuple[TrackedCase, Task]], str]:
        """The actor's own tasks, and those in their queues of matters that are not kept from them, as the
        query sorts them, and the next page's cursor."""

    def inbox_page(self, recipient: Actor, query: InboxQuery) -> tuple[list[Message], str]:
        """A person's messages, newest first, and the next page's cursor."""

    def unread(self, recipient: Actor) -> int:
        """How many messages a person has not read."""

    def deliveries_of(self, matter_id: str) -> list[Sent]:
        """What each party has been told of a matter, in its order, each with its subject."""

    def deliveries_in(self, state: DeliveryState, limit: int) -> list[Sent]:
        """Deliveries in a state, the latest first."""

    def delivery_counts(self) -> dict[str, int]:
        """How many deliveries are in each state."""


class Channel(Protocol):
    """A way out of the house, such as e-mail."""

    name: str

    def send(self, outgoing: Outgoing) -> str:
        """Hand it to the provider under the key that follows from the delivery's id; answers the provider's
        receipt. Raises Undelivered. Never takes longer than its timeout."""
