"""Delivering: the intent is committed, then sent outside any unit of work, then the receipt is committed.

Many are in hand at once. One unit of work notes what has ended and claims what is to begin, and so on for as
long as anything is due. Where the provider is not reachable what is in hand comes to its end and nothing more
begins; the next tick sends one ahead to look.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import MailLink
from rongcuo.contracts.notify import DeliveryState, DeliveryView, SendAgain
from services.notify import access
from services.notify.domain.delivery import UNANSWERED, Delivery, Outgoing, Undelivered
from services.notify.domain.notifications import InBoth, Notification
from services.notify.ports import Channel, Conversations, Ended, Notices, Sent
from services.notify.views import delivery_view
from services.notify.wording import body_of, subject_of, words_of_digest

NO_ADDRESS = "no e-mail address is known of this recipient"
ANSWERS_LOST = "the provider's answer was lost each time"
Afresh = Callable[[], ExecutionContext[Notices] | None]


def deliver(context: ExecutionContext[Notices], afresh: Afresh, conversations: Conversations) -> int:
    """Send what is due, oldest first, until nothing is; how many were taken in hand. Each replica claims its
    own. `afresh`: the context as of now; None once the service stops: what is in hand comes to its end."""
    taken, begun = 0, 1
    while conversations.channel.name and (begun or conversations.going_on):
        conversations.give_way()
        as_of_now = afresh()
        context = as_of_now or context
        begun = _round(context, conversations, _room(conversations, ahead=not taken) if as_of_now else 0)
        taken += begun
        conversations.wait()
    conversations.channel.leave()
    return taken


def _room(conversations: Conversations, *, ahead: bool) -> int:
    if conversations.away:
        return int(ahead and not conversations.going_on)
    return conversations.free


def _round(context: ExecutionContext[Notices], conversations: Conversations, room: int) -> int:
    """How many have begun. Without an Outgoing there is nothing to send: it was put off, has failed, or is
    told no more."""
    ended = conversations.ended()
    if not ended and not room:
        return 0
    with context.unit() as unit:
        _note(context, unit, ended)
        claimed = unit.store.claim_deliveries(conversations.channel.name, context.now,
                                              context.now - UNANSWERED, room, conversations.held_up)
        inside = _inside(unit, claimed)
        told = still_told(context, unit, [*claimed, *inside])
        _lead_anew(context, told)
        known = _worded(unit, told)
        sent = [(delivery, outgoing) for delivery in claimed
                if (outgoing := _prepared(context, delivery, known.get(delivery.id)))]
        if ended or claimed:
            unit.commit(*claimed, *_following(claimed, inside))
    conversations.noted(ended)
    for delivery, outgoing in sent:
        conversations.begin(delivery, outgoing)
    return len(claimed)


def still_told(context: ExecutionContext[Notices], unit: UnitOfWork[Notices],
               deliveries: Sequence[Delivery]) -> list[Delivery]:
    """But for those of a matter that is kept from their recipient by now, which end here."""
    kept = unit.store.kept_from_recipients(deliveries) if deliveries else ()
    for each in deliveries:
        if each.id in kept:
            each.withhold(context.now)
    return [each for each in deliveries if each.id not in kept]


def _lead_anew(context: ExecutionContext[Notices], told: Sequence[Delivery]) -> None:
    """Where a mail's first notice is told no more, the next tells of the others."""
    here = {each.id for each in told}
    for first in {each.within for each in told} - here - {""}:
        others = [each for each in told if each.within == first]
        others[0].gather(others[1:], context.now)


def _worded(unit: UnitOfWork[Notices], told: Collection[Delivery]) -> Mapping[str, Outgoing]:
    """What is sent. The mail that tells of several notices names each; whoever has only one reads that."""
    known = dict(unit.store.outgoing(told))
    in_order = sorted(told, key=lambda each: (known[each.id].at, each.message_id))
    for first in [each for each in told if each.tells_of_others]:
        subjects = [known[each.id].subject for each in in_order if each.within == first.id]
        if len(subjects) > 1:
            subject, body = words_of_digest(subjects)
            known[first.id] = replace(known[first.id], subject=subject, body=body)
    return known


def _inside(unit: UnitOfWork[Notices], deliveries: Iterable[Delivery]) -> Sequence[Delivery]:
    """What the mails of these tell of beside themselves."""
    firsts = [each.id for each in deliveries if each.tells_of_others]
    return unit.store.told_within(firsts) if firsts else ()


def _following(deliveries: Iterable[Delivery], inside: Sequence[Delivery]) -> Sequence[Delivery]:
    """As the mail that tells of them."""
    firsts = {each.id: each for each in deliveries}
    for each in inside:
        if each.within in firsts:
            each.follow(firsts[each.within])
    return inside


def _prepared(context: ExecutionContext[Notices], delivery: Delivery,
              outgoing: Outgoing | None) -> Outgoing | None:
    if outgoing is None:
        return None
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


def _note(context: ExecutionContext[Notices], unit: UnitOfWork[Notices], ended: Iterable[Ended]) -> None:
    """A receipt counts whenever it comes; a failure does unless another worker has taken over meanwhile. One
    line in the ledger names all that have come so far together."""
    outcomes = {one.delivery.id: (one.delivery, one.outcome) for one in ended if one.outcome is not None}
    found = unit.store.deliveries(outcomes) if outcomes else {}
    for delivery in found.values():
        sent, outcome = outcomes[delivery.id]
        if isinstance(outcome, str):
            delivery.succeed(outcome, context.now)
        elif (delivery.state, delivery.attempts) == (DeliveryState.SENDING, sent.attempts):
            delivery.fail(outcome, context.now)
    noted = [*found.values(), *_following(found.values(), _inside(unit, found.values()))]
    unit.store.put(*noted)
    for state, those in groupby(sorted(noted, key=_state), _state):
        ids, attempts = zip(*((each.id, str(each.attempts)) for each in those), strict=True)
        unit.audit(f"notify.{state}", ids[0], deliveries=" ".join(ids), attempts=" ".join(attempts))


def _state(delivery: Delivery) -> DeliveryState:
    return delivery.state


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
