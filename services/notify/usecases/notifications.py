"""A notification becomes one inbox message for each recipient, and a delivery on each of their ways."""

from collections.abc import Iterable
from itertools import chain

from rongcuo.casework.apart import officer_keys
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.notify import DeliveryState, MarkRead, MessageView
from services.notify.domain.delivery import INBOX, Delivery
from services.notify.domain.directory import Officer, in_person, on_post
from services.notify.domain.notifications import OF_A_RECUSAL, Message, Notification
from services.notify.domain.tracked_case import TrackedCase
from services.notify.ports import Notices
from services.notify.views import message_view
from services.notify.wording import body_of, is_routine, subject_of


def tell(context: ExecutionContext[Notices], store: Notices, case: TrackedCase,
         notifications: Iterable[Notification], channel: str, *, first: bool = False) -> int:
    """Write down what people are to hear, inside the open unit; nothing is sent here. How many messages.

    `first`: nobody can have been told of this matter before.
    """
    due = list(notifications)
    if not due:
        return 0
    officers = store.reached_by({holder for notification in due for holder in notification.to})
    before = set() if first else store.told([notification.key for notification in due])
    written: list[list[Message | Delivery]] = []
    for notification in due:
        reached = _recipients(case, notification, officers, before)
        if not reached:
            continue
        before |= {(notification.key, recipient_id) for recipient_id in reached}
        words = subject_of(notification), body_of(notification)
        written += [_written(context, case, notification, words, *one, channel) for one in reached.items()]
    store.put(*chain.from_iterable(written))
    return len(written)


def _written(context: ExecutionContext[Notices], case: TrackedCase, notification: Notification,
             words: tuple[str, str],
             recipient_id: str, officer: Officer | None, channel: str) -> list[Message | Delivery]:
    """E-mail waits for the end of the quiet hours of the recipient's place; the inbox disturbs nobody."""
    message = Message(context.new_id(), notification.key, recipient_id, case.id, *words, context.now,
                      matter_kind=case.known.kind)
    inbox = _delivery(context, message, INBOX)
    inbox.succeed(message.id, context.now)
    if not channel or (officer and not officer.email):
        return [message, inbox]
    place = officer.division_code if officer else case.known.division_code
    outside = _delivery(context, message, channel)
    if officer and officer.daily and is_routine(notification.name):
        return [message, inbox, outside]    # it waits for their digest
    outside.postpone(context.rules.pack(place, on=context.now.date()).quiet_hours.over_at(context.now))
    return [message, inbox, outside]


def _recipients(case: TrackedCase, notification: Notification, officers: Iterable[Officer],
                before: set[tuple[str, str]]) -> dict[str, Officer | None]:
    """Who hears of it for the first time; of a queue nobody of the unit whose own the matter is. None stands
    for one whom identity has not told of yet."""
    named, posts = in_person(notification.to), on_post(notification.to)
    found: dict[str, Officer | None] = dict.fromkeys(sorted(named))
    found |= {officer.id: officer for officer in officers if officer.id in named or (
        officer.has_post(posts) and not officer.is_of(case.of_units))}
    return {officer_id: officer for officer_id, officer in found.items()
            if officer_id not in notification.but and (notification.key, officer_id) not in before
            and (officer is None or officer.active)
            and (notification.name in OF_A_RECUSAL
                 or case.reaches(officer_id, officer.keys if officer else officer_keys(officer_id)))}


def _delivery(context: ExecutionContext[Notices], message: Message, channel: str) -> Delivery:
    return Delivery(context.new_id(), message.id, message.matter_id, message.recipient_id, channel,
                    DeliveryState.PENDING)


def mark_read(context: ExecutionContext[Notices], command: MarkRead) -> MessageView:
    """Mark one of the actor's own messages; anybody else's is `not_found`."""
    with context.unit() as unit:
        message = unit.store.message(command.message_id, context.actor)
        message.mark_read(context.now)
        unit.audit("notify.message_read", message.id)
        return unit.commit(message, answer=message_view(message))
