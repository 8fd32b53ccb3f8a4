"""What notify needs from outside: where it keeps things, and how a message leaves the house."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import datetime
from typing import NamedTuple, Protocol

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.notify import DeliveryState, InboxQuery, TasksQuery
from services.notify.domain.delivery import Delivery, Outgoing, Undelivered
from services.notify.domain.digest import Digest
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


class Ended(NamedTuple):
    """A conversation with a provider that is over. Without an outcome it broke off, and nobody knows."""

    delivery: Delivery
    outcome: str | Undelivered | None


class Notices(Protocol):
    """Matters with their tasks, messages, deliveries, and the directory of officers."""

    def case(self, matter_id: str) -> TrackedCase:
        """Lock and fetch; one that was never heard of is new and empty."""

    def delivery(self, delivery_id: str) -> Delivery:
        """Lock and fetch; raises `not_found`."""

    def deliveries(self, ids: Iterable[str]) -> dict[str, Delivery]:
        """Lock and fetch several, by id."""

    def message(self, message_id: str, recipient: Actor) -> Message:
        """Lock and fetch a message of this recipient; raises `not_found`."""

    def drop_read(self, before: datetime, most: int) -> int:
        """Drop at most so many messages, with their deliveries, that were read before and are of matters
        without an open task; how many went."""

    def put(self, *aggregates: TrackedCase | Message | Delivery | Officer | Digest) -> None:
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

    def claim_deliveries(self, channel: str, now: datetime, unanswered_since: datetime, limit: int,
                         but: Collection[str]) -> Sequence[Delivery]:
        """Lock those to be tried next: handed over and unanswered since then, or due, the oldest first; `but`
        for those to these servers. What somebody else works on is passed over."""

    def outgoing(self, deliveries: Iterable[Delivery]) -> Mapping[str, Outgoing]:
        """What is sent, to the addresses known now, by the delivery's id."""

    def digest(self, officer_id: str) -> Digest:
        """Lock and fetch; of one who has never chosen it is new."""

    def wants_digest(self, officer_id: str) -> bool:
        """Whether they chose to be mailed once a day what is routine."""

    def claim_digests(self, now: datetime, limit: int) -> tuple[Digest, ...]:
        """Lock those for which it is time; those that somebody else gathers are passed over."""

    def for_the_digest(self, officer_id: str, limit: int) -> Sequence[Delivery]:
        """Lock what waits to be told to them together."""

    def kept_from_recipients(self, deliveries: Collection[Delivery]) -> Collection[str]:
        """By their ids, those of a matter of which their recipient hears nothing any more by now."""

    def told_within(self, first_ids: Iterable[str]) -> Sequence[Delivery]:
        """Lock what the mails of these deliveries tell of beside themselves."""

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

    def leave(self) -> None:
        """Nothing more is to be sent for now. Waits for nobody."""


class Conversations(Protocol):
    """Those with providers, which go on beside each other. What has ended is kept until it is noted."""

    @property
    def channel(self) -> Channel:
        """On which they are."""

    @property
    def away(self) -> bool:
        """Whether the provider could not be reached, the last time that one ended."""

    @property
    def going_on(self) -> bool:
        """Whether any is going on, or has ended and is not noted."""

    @property
    def free(self) -> int:
        """How many more may begin."""

    @property
    def held_up(self) -> Collection[str]:
        """Servers with which one is slow; no other begins with them meanwhile."""

    def begin(self, delivery: Delivery, outgoing: Outgoing) -> None:
        """One more; it goes on beside what comes next."""

    def ended(self) -> tuple[Ended, ...]:
        """What is to be noted."""

    def noted(self, ended: tuple[Ended, ...]) -> None:
        """These are kept no longer."""

    def wait(self) -> None:
        """Until there is something to be noted, or it is time to look what else is due."""

    def give_way(self) -> None:
        """To what is being heard, for a moment."""
