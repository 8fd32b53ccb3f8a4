"""Who sees which tasks, messages and deliveries."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.notify.domain import queues_of


class Scope(StrEnum):
    """Of which matters one sees what is to be done, and what each party has been told."""

    NONE = "none"
    OWN_UNIT = "own_unit"
    ORGAN = "organ"
    DIVISIONS_BELOW = "divisions_below"
    ALL = "all"


SCOPES: Mapping[Role, Scope] = MappingProxyType({
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
    return frozenset(SCOPES[role] for role in actor.roles)


def below(division_code: str) -> str:
    """The prefix shared by a division and all below it: `53`, `5301`, or the county's own code."""
    for zeros, length in (("0000", 2), ("00", 4)):
        if division_code.endswith(zeros):
            return division_code[:length]
    return division_code


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
