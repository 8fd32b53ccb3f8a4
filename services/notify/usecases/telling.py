"""Telling: an occasion becomes one inbox message for each recipient, and a delivery on each of their ways."""

from collections.abc import Iterable

from rongcuo.chassis.work import Desk
from rongcuo.contracts.actor import Role
from rongcuo.contracts.notify import DeliveryState
from services.notify.domain import INBOX, Delivery, Matter, Message, Occasion, Officer
from services.notify.ports import Notices
from services.notify.wording import body_of, subject_of


def tell(desk: Desk[Notices], store: Notices, matter: Matter, occasions: Iterable[Occasion],
         channel: str) -> int:
    """Write down what people are to hear, inside the open unit; nothing is sent here. How many messages."""
    return sum(_tell(desk, store, matter, occasion, channel) for occasion in occasions)


def _tell(desk: Desk[Notices], store: Notices, matter: Matter, occasion: Occasion, channel: str) -> int:
    recipients = _recipients(store, occasion)
    put: list[Message | Delivery] = []
    for recipient_id, officer in recipients.items():
        message = Message(desk.new_id(), occasion.key, recipient_id, matter.id, subject_of(occasion),
                          body_of(occasion), desk.now, matter_kind=matter.known.kind)
        put += [message, _in_the_inbox(desk, message)]
        if officer is None or officer.email:
            division_code = officer.division_code if officer else matter.known.division_code
            put.append(_on_its_way(desk, message, channel, division_code))
    store.put(*put)
    return len(recipients)


def _recipients(store: Notices, occasion: Occasion) -> dict[str, Officer | None]:
    """Who hears of it for the first time. None stands for one whom identity has not told of yet."""
    queues = [holder.split("/") for holder in occasion.to if "/" in holder]
    named = [holder for holder in occasion.to if "/" not in holder]
    known = store.officers(named)
    found: dict[str, Officer | None] = {officer_id: known.get(officer_id) for officer_id in named}
    for organ_id, role in queues:
        found.update({officer.id: officer for officer in store.on_post(organ_id, Role(role))})
    left_out = store.told(occasion.key) | set(occasion.but)
    return {officer_id: officer for officer_id, officer in found.items()
            if officer_id not in left_out and (officer is None or officer.active)}


def _in_the_inbox(desk: Desk[Notices], message: Message) -> Delivery:
    delivery = _delivery(desk, message, INBOX)
    delivery.succeed(message.id, desk.now)
    return delivery


def _on_its_way(desk: Desk[Notices], message: Message, channel: str, division_code: str) -> Delivery:
    """E-mail waits for the end of the quiet hours of the recipient's place; the inbox disturbs nobody."""
    quiet = desk.rules.pack(division_code, on=desk.now.date()).quiet_hours
    delivery = _delivery(desk, message, channel)
    delivery.postpone(quiet.over_at(desk.now))
    return delivery


def _delivery(desk: Desk[Notices], message: Message, channel: str) -> Delivery:
    return Delivery(desk.new_id(), message.id, message.matter_id, message.recipient_id, channel,
                    DeliveryState.PENDING)
