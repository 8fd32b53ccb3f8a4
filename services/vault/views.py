"""Questions: the keys to seal to, the talk with a reporter, and orders that the asking actor may see."""

from base64 import b64encode
from itertools import chain

from sqlalchemy import select

from rongcuo.casework.asking import officers_upwards
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from services.vault import access, storage
from services.vault.domain import Verb
from services.vault.ports import Strongroom
from services.vault.presenters import dialogue_of, view_of
from services.vault.storage.orders import order_of, visible_to
from services.vault.storage.tables import orders
from services.vault.usecases.handling import also_named, handled, require_unnamed

Context = ExecutionContext[storage.VaultStorage]
NEWEST_FIRST = (orders.c.asked_at.desc(), orders.c.id.desc())


def sealing_keys(context: Context, query: contract.SealingKeysQuery,
                 room: Strongroom) -> contract.SealingKeys:
    """Public halves alone; everybody may have them."""
    key_id, pair = room.node.newest(context.now)
    with context.reading() as store:
        keys = {group: store.group_keys(query.organ_id, group)[-1:] for group in Group}
    a, b = (next((contract.PublicKey(key_id=key.key_id, algorithm=key.algorithm, public=key.public)
                  for key in keys[group]), None) for group in Group)
    node = contract.PublicKey(
        key_id=key_id, algorithm=room.seals.id, public=b64encode(pair.public).decode())
    return contract.SealingKeys(algorithm=room.seals.id, a=a, b=b, node=node)


def may_register(context: Context, query: contract.MayRegister) -> contract.Registering:
    """The vault alone says whose report this is."""
    with context.reading() as store:
        found = store.read_reporter_if_there(query.reporter_ref)
    return contract.Registering(may=found is not None and found.may_be_registered(
        context.actor, query.organ_id, query.pseudonym))


def dialogue(context: Context, query: contract.DialogueQuery) -> contract.Dialogue:
    """For whoever handles the report, or decides an inquiry into who made it. Raises `not_found` for anybody
    else; each look is a line."""
    access.require(context.actor, Verb.TALK)
    handled(context, query.reporter_ref, context.actor.officer_id, reading=True)
    with context.reading() as store:
        reporter, files = store.read_reporter(query.reporter_ref), store.files_of(query.reporter_ref)
    context.audit_read("dialogue_read", reporter.id)
    return dialogue_of(reporter, files, context.now)


def unsealing(context: Context, query: contract.OrderQuery) -> contract.OrderView:
    """Raises `not_found`, also for whoever is named in the report."""
    with context.reading() as store:
        order = store.read_order(query.order_id)
    access.require_order(context.actor, None, order)
    require_unnamed(context, order.reporter_ref, order.asked_by)
    return view_of(order, access.allowed(context.actor, order, context.now))


def order_hearers(context: Context, query: contract.OrderQuery) -> contract.OrderHearers:
    """For the platform itself, which tells them: of the officers of the organ and those above it."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        order = store.read_order(query.order_id)
    order.named |= also_named(context, order.reporter_ref, order.asked_by)
    known = chain.from_iterable(officers_upwards(context, order.organ_id).values())
    hearers = (each.officer_id for each in map(_as_actor, known)
               if order.is_for(each) and access.sees(each, order))
    return contract.OrderHearers(
        state=order.state, officers=tuple(hearers), keys_apart=tuple(sorted(order.named.keys)))


def _as_actor(officer: OfficerView) -> Actor:
    return Actor(officer.officer_id, officer.name, officer.organ_id, officer.division_code, officer.unit,
                 frozenset(officer.roles), officer.unit_names)


def unsealings(context: Context, query: contract.OrdersQuery) -> contract.OrdersPage:
    """What names the actor is not there, nor does a cursor tell of it."""
    wanted = select(orders).where(visible_to(context.actor))
    with context.reading() as store:
        found = pagination.page(store.session, wanted, NEWEST_FIRST, query.cursor, query.limit)
    lines = tuple(view_of(order_of(row._mapping)) for row in found.rows)
    return contract.OrdersPage(lines=lines, next_cursor=found.cursor or "")
