"""Delivering: the intent is committed, then sent outside any unit of work, then the receipt is committed.

One delivery at a time, and never more than a batch in one tick. Where the provider is not reachable the tick
ends at once, so that a frozen server costs one timeout and not twenty.
"""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import MailLink
from rongcuo.contracts.notify import DeliveryState, DeliveryView, SendAgain
from services.notify import access
from services.notify.domain.delivery import UNANSWERED, Delivery, Outgoing, Undelivered
from services.notify.domain.notifications import InBoth, Notification
from services.notify.ports import Channel, Notices, Sent
from services.notify.views import delivery_view
from services.notify.wording import body_of, subject_of

AT_ONCE = 20
NO_ADDRESS = "no e-mail address is known of this recipient"
ANSWERS_LOST = "the provider's answer was lost each time"


def deliver(context: ExecutionContext[Notices], channel: Channel) -> int:
    """Send what is due, oldest first; how many were taken in hand. Each replica claims its own."""
    if not channel.name:
        return 0
    for number in range(AT_ONCE):
        claimed = _claim(context, channel.name)
        if claimed is None:
            return number
        delivery, outgoing = claimed
        if outgoing is not None and not _send(context, channel, delivery, outgoing):
            return number + 1
    return AT_ONCE


def _claim(context: ExecutionContext[Notices], channel: str) -> tuple[Delivery, Outgoing | None] | None:
    """Commit the intent. Without an Outgoing there is nothing to send: it was put off, or has failed."""
    with context.unit() as unit:
        delivery = unit.store.claim_delivery(channel, context.now, context.now - UNANSWERED)
        if delivery is None:
            return None
        outgoing = _prepare(context, unit.store, delivery)
        unit.commit(delivery)
    return delivery, outgoing


def _prepare(context: ExecutionContext[Notices], store: Notices, delivery: Delivery) -> Outgoing | None:
    outgoing = store.outgoing(delivery)
    delivery.take_over()
    awake_at = context.rules.pack(outgoing.division_code,
                                  on=context.now.date()).quiet_hours.over_at(context.now)
    if delivery.used_up:
        delivery.fail(Undelivered(ANSWERS_LOST, final=True), context.now)
    elif awake_at > context.now:
        delivery.postpone(awake_at)
    else:
        delivery.begin(context.now)
        if outgoing.address:
            return outgoing
        delivery.fail(Undelivered(NO_ADDRESS), context.now)
    return None


def _send(context: ExecutionContext[Notices], channel: Channel, sent: Delivery, outgoing: Outgoing) -> bool:
    """Whether the provider can be reached. A receipt counts whenever it comes; a failure does unless another
    worker has taken over meanwhile."""
    outcome: str | Undelivered
    try:
        outcome = channel.send(outgoing)
    except Undelivered as problem:
        outcome = problem
    with context.unit() as unit:
        delivery = unit.store.delivery(sent.id)
        if isinstance(outcome, str):
            delivery.succeed(outcome, context.now)
        elif (delivery.state, delivery.attempts) == (DeliveryState.SENDING, sent.attempts):
            delivery.fail(outcome, context.now)
        unit.audit(f"notify.{delivery.state}", delivery.id, attempts=delivery.attempts)
        unit.commit(delivery)
    return isinstance(outcome, str) or not outcome.unreachable


def send_again(context: ExecutionContext[Notices], command: SendAgain) -> DeliveryView:
    """An operator gives a failed delivery another set of tries."""
    access.require_operator(context.actor)
    with context.unit() as unit:
        delivery = unit.store.delivery(command.delivery_id)
        delivery.send_again(context.now)
        unit.audit("notify.send_again", delivery.id)
        names = unit.store.officers((delivery.recipient_id,))
        told = delivery_view(Sent(delivery, ""), names, context.actor.officer_id)
        return unit.commit(delivery, answer=told)


def mail_link(context: ExecutionContext[Notices], mail: MailLink, channel: Channel, address: str) -> None:
    """Sent at once and kept nowhere, for whoever reads the link can set somebody's password. No quiet hours:
    somebody asked for it. Raises `notify.not_mailed`; identity tries again."""
    access.require_platform(context.actor)
    link = f"{address}/links/{mail.link}"
    notification = Notification("", f"link_{mail.purpose}", (mail.officer_id,), {
        "name": mail.name, "username": mail.username, "link": InBoth(link, link), "until": mail.expires_at})
    key = f"{mail.officer_id}.{int(context.now.timestamp())}"
    try:
        channel.send(Outgoing(key, mail.division_code, mail.name, mail.email, subject_of(notification),
                              body_of(notification), context.now))
    except Undelivered as problem:
        raise CaseError("notify.not_mailed", problem.reason) from None
