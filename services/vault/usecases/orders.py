"""How an identity is opened: asked for, let be by two custodians of different groups, read for minutes."""

import json
from base64 import b64decode, b64encode
from hashlib import sha256

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.sealing import boxes
from rongcuo.sealing.errors import Mistyped
from rongcuo.sealing.paper import Card
from services.vault import access
from services.vault.domain import UnsealingOrder, Verb
from services.vault.ports import Strongroom, Vault
from services.vault.presenters import view_of
from services.vault.usecases.handling import handled
from services.vault.usecases.opening import Opened, opened
from services.vault.usecases.typed import typed

Context = ExecutionContext[Vault]
RANDOM = 8          # signs of an order's number: a row of numbers would show that one is kept from somebody
VIEW = "view"       # what a box with an identity is bound to, with the order


def ask(context: Context, command: contract.AskToUnseal) -> contract.OrderView:
    """Raises `not_found` for whoever does not handle the report, `vault.nothing_sealed`,
    `vault.window_impossible`."""
    access.require(context.actor, Verb.ASK)
    matter = handled(context, command.reporter_ref, context.actor.officer_id)
    with context.unit() as unit:
        reporter = unit.store.reporter(command.reporter_ref)
        number = f"{reporter.organ_id}-{context.now.year}-{context.new_id()[:RANDOM].upper()}"
        order = UnsealingOrder.ask(
            context.new_id(), number, command, reporter, context.actor, matter.organ_id, matter.named,
            context.now)
        ground = sha256(command.ground.encode()).hexdigest()
        unit.audit("unsealing_asked", order.id, number=number, parts=_parts(order), ground_sha256=ground)
        return unit.commit(order, answer=view_of(order))


def consent(context: Context, command: contract.ConsentToUnseal) -> contract.OrderView:
    """Raises `vault.consent_not_yours`, `vault.no_consent_needed`, `vault.outside_window`."""
    _looked_at(context, command.order_id, Verb.CONSENT)
    with context.unit() as unit:
        order = unit.store.order(command.order_id)
        access.require_order(context.actor, Verb.CONSENT, order)
        order.consent(context.actor, context.now)
        unit.audit("unsealing_consented", order.id, number=order.number)
        return unit.commit(order, answer=view_of(order))


def approve(context: Context, command: contract.ApproveUnsealing, room: Strongroom) -> contract.OrderView:
    """The first card passes its group's shares on; the second one opens.

    Raises `vault.card_mistyped`, `vault.card_refused`, `vault.second_person`, `vault.outside_window` …
    """
    before = _looked_at(context, command.order_id, Verb.APPROVE)
    card = _card(command.card, room)
    before.require_approval(context.actor, card.group, context.now)
    result = _opened(context, before, card, room)
    with context.unit() as unit:
        order = unit.store.order(command.order_id)
        if order.tag != before.tag:
            raise CaseError("changed_meanwhile")
        order.named = before.named
        order.approve(context.actor, card.group, result.key_id, result.passed, context.now, room.shown_for)
        minutes = int(room.shown_for.total_seconds() // 60) if order.open_until else 0
        unit.audit("unsealing_approved", order.id, number=order.number, group=card.group.value,
                   key_id=result.key_id, parts=_parts(order), minutes=minutes)
        if order.open_until is None:
            return unit.commit(order, answer=view_of(order))
        # Before the order is open, for the clock ends an open order of which nothing is shown.
        room.views.show(order.id, order.asked_by, result.content, order.open_until)
        try:
            return unit.commit(order, answer=view_of(order))
        except BaseException:     # whatever it was, such as the end of this process
            room.views.hide(order.id)
            raise


def refuse(context: Context, command: contract.RefuseUnsealing) -> contract.OrderView:
    """Raises `forbidden`."""
    _looked_at(context, command.order_id, Verb.REFUSE)
    with context.unit() as unit:
        order = unit.store.order(command.order_id)
        access.require_order(context.actor, Verb.REFUSE, order)
        order.refuse(context.actor, command.reason, context.now)
        unit.audit("unsealing_refused", order.id, number=order.number)
        return unit.commit(order, answer=view_of(order))


def end(context: Context, command: contract.EndUnsealing, room: Strongroom) -> contract.OrderView:
    """The reader is done. What is in memory goes first, whatever comes then."""
    with context.reading() as store:
        order = store.read_order(command.order_id)
    access.require_order(context.actor, Verb.END, order)
    if order.asked_by == context.actor.officer_id:
        room.views.hide(order.id)
    with context.unit() as unit:
        order = unit.store.order(command.order_id)
        order.end(context.actor, context.now)
        unit.audit("unsealing_ended", order.id, number=order.number, by="reader")
        return unit.commit(order, answer=view_of(order))


def identity(context: Context, query: contract.IdentityQuery, room: Strongroom) -> contract.BoxedIdentity:
    """For the reader alone, while they handle the report and the minutes run; a line before it is answered.

    Raises `not_found`, `vault.not_open`.
    """
    with context.reading() as store:
        order = store.read_order(query.order_id)
    until = order.require_reader(context.actor, context.now)
    handled(context, order.reporter_ref, context.actor.officer_id)
    shown = room.views.shown(order.id, context.actor.officer_id, context.now)
    left = int((until - context.now).total_seconds())
    context.audit_read("identity_read", order.id, number=order.number, parts=_parts(order), seconds_left=left)
    plain = json.dumps({part.value: dict(content) for part, content in shown.items()}, ensure_ascii=False)
    box = boxes.put(plain.encode(), b64decode(query.to), (VIEW, order.id), room.seals)
    return contract.BoxedIdentity(algorithm=room.seals.id, box=b64encode(box).decode(), open_until=until)


def run_out(context: Context, room: Strongroom) -> None:
    """Views end by the clock, whatever their orders say, or because a restart has left nothing of them;
    orders lapse."""
    room.views.run_out(context.now)
    with context.reading() as store:
        orders = store.unfinished_orders()
    for order in orders:
        if not order.run_out(context.now, still_shown=room.views.shows(order.id)):
            continue
        room.views.hide(order.id)
        with context.unit() as unit:
            order = unit.store.order(order.id)
            if order.run_out(context.now, still_shown=False):
                unit.audit("unsealing_ended", order.id, number=order.number, by=order.state.value)
                unit.commit(order)


def _looked_at(context: Context, order_id: str, verb: Verb) -> UnsealingOrder:
    """As it stands, with whom the report names by now: they are kept away before they learn of anything.
    Where the reader handles the report no longer, or another organ has it since, there is no order to go on
    with."""
    with context.reading() as store:
        order = store.read_order(order_id)
    access.require_order(context.actor, verb, order)
    matter = handled(context, order.reporter_ref, order.asked_by)
    if matter.organ_id != order.handled_by:
        raise CaseError("not_found")
    order.named |= matter.named
    return order


def _card(boxed: contract.ToNode, room: Strongroom) -> Card:
    try:
        return Card.read(typed(boxed, room))
    except Mistyped:
        raise CaseError("vault.card_mistyped") from None


def _opened(context: Context, order: UnsealingOrder, card: Card, room: Strongroom) -> Opened:
    """A card that opens nothing is a line, too."""
    with context.reading() as store:
        kept = store.parts_of(order.reporter_ref)
        keys = {key.key_id: key for group in Group for key in store.group_keys(order.organ_id, group)}
    try:
        return opened(order, kept, keys, card, context.actor.officer_id, room)
    except CaseError as refused:
        if refused.code == "vault.card_refused":
            context.audit_read("card_refused", order.id, number=order.number, group=card.group.value)
        raise


def _parts(order: UnsealingOrder) -> str:
    return ",".join(part.value for part in order.parts)


