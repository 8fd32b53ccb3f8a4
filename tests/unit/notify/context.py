"""A context without database and broker: what notify keeps, in dictionaries."""

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMatter, OpenMatters, OpenMattersQuery
from rongcuo.contracts.identity import OfficersView, OfficerView
from rongcuo.contracts.identity.operations import OFFICERS
from rongcuo.contracts.notify import DeliveryState
from rongcuo.contracts.operation import Operation
from services.notify.domain.delivery import Delivery, Outgoing
from services.notify.domain.digest import Digest
from services.notify.domain.directory import Officer, in_person, on_post
from services.notify.domain.notifications import OF_A_RECUSAL, Message, name_of
from services.notify.domain.tracked_case import TrackedCase
from services.notify.domain.watch import Watch
from tests.unit.notify.scene import FILED_AT, RULES, heading


@dataclass
class FakeNotices:
    """Gives out copies, so that only what was put is kept."""

    matters: dict[str, TrackedCase] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    posted: dict[str, Delivery] = field(default_factory=dict)
    directory: dict[str, Officer] = field(default_factory=dict)
    digests: dict[str, Digest] = field(default_factory=dict)
    watched: dict[str, Watch] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()

    def put(self, *aggregates: TrackedCase | Message | Delivery | Officer | Digest) -> None:
        kept: dict[type, dict[str, Any]] = {TrackedCase: self.matters, Message: self.messages,
                                            Delivery: self.posted, Officer: self.directory,
                                            Digest: self.digests}
        for aggregate in aggregates:
            kept[type(aggregate)][aggregate.id] = deepcopy(aggregate)

    def case(self, matter_id: str) -> TrackedCase:
        return deepcopy(self.matters.get(matter_id) or TrackedCase(id=matter_id))

    def delivery(self, delivery_id: str) -> Delivery:
        return deepcopy(self.posted[delivery_id])

    def deliveries(self, ids: Iterable[str]) -> dict[str, Delivery]:
        return {one: self.delivery(one) for one in ids}

    def message(self, message_id: str, recipient: Actor) -> Message:
        message = self.messages.get(message_id)
        if message is None or message.recipient_id != recipient.officer_id:
            raise CaseError("not_found")
        return deepcopy(message)

    def told(self, keys: Iterable[str]) -> set[tuple[str, str]]:
        return {(message.occasion, message.recipient_id) for message in self.messages.values()
                if message.occasion in keys}

    def officers(self, ids: Iterable[str]) -> dict[str, Officer]:
        return {one: deepcopy(self.directory[one]) for one in ids if one in self.directory}

    def reached_by(self, holders: Iterable[str]) -> tuple[Officer, ...]:
        named, posts = in_person(holders), on_post(holders)
        return tuple(replace(officer, daily=self.wants_digest(officer.id))
                     for officer in self.directory.values()
                     if officer.id in named or officer.has_post(posts))

    def in_post(self, organ_id: str) -> tuple[Officer, ...]:
        return tuple(deepcopy(each) for each in self.directory.values()
                     if each.active and each.organ_id == organ_id)

    def organ_unasked(self) -> str:
        return next((each.organ_id for each in self.directory.values() if each.active and not each.asked), "")

    def held_by(self, holder: str, limit: int) -> tuple[TrackedCase, ...]:
        held = [case for case in self.matters.values() if case.task and holder in case.task.holders]
        return tuple(deepcopy(held[:limit]))

    def claim_reminders(self, now: datetime, limit: int) -> tuple[TrackedCase, ...]:
        due = [each for each in self.matters.values() if each.remind_at and each.remind_at <= now]
        return tuple(deepcopy(due[:limit]))

    def claim_deliveries(self, channel: str, now: datetime, unanswered_since: datetime, limit: int,
                         but: Collection[str]) -> list[Delivery]:
        waiting = [each for each in self.posted.values() if each.channel == channel
                   and (_due(each, now) or _lost(each, unanswered_since))
                   and self.outgoing([each])[each.id].server not in but]
        return deepcopy(waiting[:limit])

    def outgoing(self, deliveries: Iterable[Delivery]) -> dict[str, Outgoing]:
        return {each.id: self._outgoing(each) for each in deliveries}

    def _outgoing(self, delivery: Delivery) -> Outgoing:
        message, officer = self.messages[delivery.message_id], self.directory.get(delivery.recipient_id)
        case = self.matters[delivery.matter_id]
        place = officer.division_code if officer else case.known.division_code
        name, address = (officer.name, officer.email) if officer else ("", "")
        return Outgoing(delivery.id, place, name, address, message.subject, message.body, message.at)

    def digest(self, officer_id: str) -> Digest:
        return deepcopy(self.digests.get(officer_id) or Digest(officer_id))

    def wants_digest(self, officer_id: str) -> bool:
        return self.digest(officer_id).daily

    def claim_digests(self, now: datetime, limit: int) -> tuple[Digest, ...]:
        due = [each for each in self.digests.values() if each.due_at and each.due_at <= now]
        return tuple(deepcopy(due[:limit]))

    def for_the_digest(self, officer_id: str, limit: int) -> list[Delivery]:
        waiting = [each for each in self.posted.values() if each.recipient_id == officer_id
                   and each.state is DeliveryState.PENDING and not each.next_at and not each.within]
        return deepcopy(waiting[:limit])

    def kept_from_recipients(self, deliveries: Collection[Delivery]) -> set[str]:
        people = self.officers({each.recipient_id for each in deliveries})
        return {each.id for each in deliveries if (of := people.get(each.recipient_id))
                and name_of(self.messages[each.message_id].occasion) not in OF_A_RECUSAL
                and not self.matters[each.matter_id].reaches(of.id, of.keys)}

    def told_within(self, first_ids: Iterable[str]) -> list[Delivery]:
        return deepcopy([each for each in self.posted.values()
                         if each.within in first_ids and each.id not in first_ids])

    def with_open_task(self, matter_ids: Iterable[str]) -> set[str]:
        return {one for one in matter_ids if one in self.matters and self.matters[one].task}

    def open_tasks(self) -> int:
        return sum(1 for case in self.matters.values() if case.task)

    def watches(self) -> dict[str, Watch]:
        return dict(self.watched)

    def gaps(self) -> frozenset[str]:
        return self.missing

    def closed_since(self, at: datetime) -> frozenset[str]:
        return frozenset(case.id for case in self.matters.values() for task in case.tasks
                         if task.closed_at and task.closed_at >= at)

    def keep_watch(self, looked: Iterable[Watch], missing: Set[str]) -> None:
        self.watched |= {each.service: each for each in looked}
        self.missing = frozenset(missing)


def _asked_for(question: OpenMattersQuery, matter_id: str, since: datetime) -> bool:
    return (question.since or since) <= since <= (question.until or since) and matter_id in (
        question.matter_ids or (matter_id,))


def _written(entry: tuple[datetime, str]) -> str:
    return f"{entry[0].isoformat()} {entry[1]}"


def _due(delivery: Delivery, now: datetime) -> bool:
    waits = delivery.state is DeliveryState.PENDING
    return waits and delivery.next_at is not None and delivery.next_at <= now


def _lost(delivery: Delivery, unanswered_since: datetime) -> bool:
    return delivery.state is DeliveryState.SENDING and delivery.since is not None \
        and delivery.since <= unanswered_since


@dataclass
class FakeUnit:
    store: FakeNotices
    audits: list[str]

    def commit(self, *aggregates: Any, answer: Any = None) -> Any:
        for aggregate in aggregates:
            self.store.put(aggregate)
        return answer

    def audit(self, what: str, subject: str, **facts: str | int) -> None:
        self.audits.append(f"{what} {subject} {facts}")


NUMBERS = count(1)
Listing = Callable[[str], Iterable[tuple[str, datetime]]]


@dataclass
class FakeContext:
    """`open_matters` answers for whoever is asked, identity with `officers`; `inside` tells whether a unit is
    open."""

    actor: Actor = SYSTEM
    now: datetime = FILED_AT
    rules: Any = RULES
    store: FakeNotices = field(default_factory=FakeNotices)
    audits: list[str] = field(default_factory=list)
    open_matters: Listing = lambda _service: ()
    officers: tuple[OfficerView, ...] = ()
    inside: bool = False

    @contextmanager
    def unit(self) -> Iterator[FakeUnit]:
        assert not self.inside
        self.inside = True
        try:
            yield FakeUnit(self.store, self.audits)
        finally:
            self.inside = False

    @contextmanager
    def reading(self) -> Iterator[FakeNotices]:
        yield self.store

    def ask(self, operation: Operation[Any, Any], question: Any) -> Any:
        """Pages of two, so that paging is walked, those longest open first."""
        assert not self.inside
        if operation is OFFICERS:
            return OfficersView(officers=tuple(
                each for each in self.officers if each.organ_id == question.organ_id))
        assert operation.method == "open_matters"
        listed = sorted((since, one) for one, since in self.open_matters(operation.service)
                        if _asked_for(question, one, since))
        rest = [entry for entry in listed if not question.cursor or _written(entry) > question.cursor]
        shown = tuple(OpenMatter(matter_id=one, state="open", since=since) for since, one in rest[:2])
        return OpenMatters(matters=shown, next_cursor=_written(rest[1]) if len(rest) > 2 else "")

    def new_id(self) -> str:
        return f"id{next(NUMBERS):06}"

    def told(self, officer_id: str) -> list[str]:
        """The Chinese subjects of a person's messages, in order, without the number."""
        return [heading(message.subject) for message in self.store.messages.values()
                if message.recipient_id == officer_id]
