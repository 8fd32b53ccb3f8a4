"""Who sees which tasks, messages and deliveries."""

from collections.abc import Mapping
from types import MappingProxyType

from rongcuo.casework.access import Scope, of_roles
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.notify.domain.directory import queues_of

SCOPES: Mapping[Role, Scope] = MappingProxyType({   # of matters: what is to be done, and who was told what
    Role.FILER: Scope.OWN_UNIT,
    Role.REVIEWER: Scope.ORGAN,
    Role.LEAD: Scope.ORGAN,
    Role.MEMBER: Scope.NONE,
    Role.SUPERVISOR: Scope.DIVISIONS_BELOW,
    Role.REGISTRAR: Scope.NONE,
    Role.OPERATOR: Scope.NONE,
    Role.SYSTEM: Scope.ALL,
})
OPERATES = (Role.OPERATOR, Role.SYSTEM)


def scopes(actor: Actor) -> frozenset[Scope]:
    """What the actor's roles let them see, together."""
    return frozenset(of_roles(SCOPES, actor))


def held_by(actor: Actor) -> tuple[str, ...]:
    """Whose tasks are the actor's: their own, and those in their organ's queues."""
    return (actor.officer_id, *queues_of(actor.organ_id, actor.roles))


def sees_all_told(actor: Actor) -> bool:
    """Whether the actor sees what every party was told; a filer sees only what reached themselves."""
    return bool(scopes(actor) & {Scope.ORGAN, Scope.DIVISIONS_BELOW, Scope.ALL})


def require_operator(actor: Actor) -> None:
    """Deliveries and the watchdog are the operators' work. Raises `forbidden`."""
    if not actor.has(*OPERATES):
        raise CaseError("forbidden")


def require_platform(actor: Actor) -> None:
    """What only another service may ask. Raises `forbidden`."""
    if not actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
