"""Who may do what with reporters and with orders to unseal, and which orders they see: one table.

Whether an officer handles a report, and who is named in it, is clarify's to say: use cases ask it each time.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from datetime import datetime
from functools import partial

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.transitions import holds
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from services.vault.domain import UnsealingOrder, Verb

# Of orders they see their own.
HANDLERS = Rights(Scope.NONE, frozenset({Verb.BRING, Verb.TALK, Verb.ASK, Verb.END}))
# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.INTAKE: Rights(Scope.NONE, frozenset({Verb.BRING})),
    Role.REVIEWER: HANDLERS,
    Role.LEAD: Rights(Scope.NONE, HANDLERS.verbs | {Verb.CONSENT, Verb.REFUSE}),   # and where they consent
    Role.CUSTODIAN_A: Rights(Scope.ORGAN, frozenset({Verb.APPROVE, Verb.REFUSE})),
    Role.CUSTODIAN_B: Rights(Scope.ORGAN, frozenset({Verb.APPROVE, Verb.REFUSE})),
    Role.AUDITOR: Rights(Scope.DIVISIONS_BELOW),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def may(actor: Actor, verb: Verb) -> bool:
    """Whether the actor's post has the verb."""
    return any(verb in each.verbs for each in of_roles(RIGHTS, actor))


def require(actor: Actor, verb: Verb) -> None:
    """Raises `forbidden`."""
    if not may(actor, verb):
        raise CaseError("forbidden", details={"verb": verb.value})


def allowed(actor: Actor, order: UnsealingOrder, now: datetime) -> tuple[str, ...]:
    """The verbs that the actor may use on this order now. The order itself says so, on a copy of it."""
    steps: Mapping[Verb, Iterable[Callable[[], None]]] = {
        Verb.CONSENT: (partial(deepcopy(order).consent, actor, now),),
        Verb.APPROVE: (partial(order.require_approval, actor, group, now) for group in Group),
        Verb.REFUSE: (partial(deepcopy(order).refuse, actor, "", now),),
        Verb.END: (partial(deepcopy(order).end, actor, now),)}
    return tuple(verb.value for verb, tried in steps.items()
                 if may(actor, verb) and any(holds(step) for step in tried))


def sees(actor: Actor, order: UnsealingOrder) -> bool:
    """Whoever is named never does; who asked and who consents do, and the others by their scope."""
    owned = Ownership(order.organ_id, order.division_code, order.asked_by)
    by_post = any(shows(scope, actor, owned) for scope in scopes(actor))
    consenting = order.needs_consent and order.consents(actor)
    return not order.named.bars(actor) and (order.asked_by == actor.officer_id or consenting or by_post)


def require_order(actor: Actor, verb: Verb | None, order: UnsealingOrder) -> None:
    """Raises `not_found` where the actor sees no such order, `forbidden` where they have not the verb."""
    if not sees(actor, order):
        raise CaseError("not_found")
    if verb is not None:
        require(actor, verb)
