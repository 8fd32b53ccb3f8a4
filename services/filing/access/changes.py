"""Who may do what with a change of a filing, and which of them they see: one table."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.unit_names import unit_key
from services.filing.domain.change import ANSWERS, DECISIONS, OF_THE_FILER, FilingChange
from services.filing.domain.change import ChangeVerb as Verb

AT_WORK = frozenset({Verb.TAKE, Verb.STEP_BACK, Verb.APPROVE, Verb.DECLINE})
HELD = AT_WORK - {Verb.TAKE}     # of whoever took it

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.FILER: Rights(Scope.OWN_UNIT, OF_THE_FILER),
    Role.REVIEWER: Rights(Scope.ORGAN, AT_WORK),
    Role.LEAD: Rights(Scope.ORGAN, AT_WORK | ANSWERS),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def within(scope: Scope, actor: Actor, change: FilingChange) -> bool:
    """Whether a scope shows it to the actor."""
    owned = Ownership(change.organ_id, change.division_code, change.filer_id, unit_key(change.unit),
                      change.first_organ_id)
    return shows(scope, actor, owned, open_to=actor.officer_id not in change.apart)


def may(actor: Actor, verb: Verb, change: FilingChange) -> bool:
    """Whether a role of the actor has the verb, for this one."""
    rights = of_roles(RIGHTS, actor)
    return any(verb in each.verbs and within(each.scope, actor, change) for each in rights)


def allowed(actor: Actor, change: FilingChange) -> tuple[str, ...]:
    """The verbs that the actor may use now."""
    return tuple(verb.value for verb in Verb if change.can(verb) and may(actor, verb, change)
                 and _fits(actor, verb, change))


def _fits(actor: Actor, verb: Verb, change: FilingChange) -> bool:
    if verb in DECISIONS and change.has_part(actor.officer_id, actor.units):
        return False
    if verb is Verb.TAKE:
        return change.reviewer is None
    if verb in HELD:
        return change.reviewer is not None and change.reviewer.officer_id == actor.officer_id
    if verb is Verb.OBJECT:
        return not change.objected and change.objection_until is not None
    return verb not in ANSWERS or change.decided_by != actor.officer_id


def require_sight(actor: Actor, change: FilingChange) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not any(within(scope, actor, change) for scope in scopes(actor)):
        raise CaseError("not_found", details={"change_id": change.id})


def require(actor: Actor, verb: Verb, change: FilingChange) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    require_sight(actor, change)
    if not may(actor, verb, change):
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": change.organ_id})


def from_outside(actor: Actor, change: FilingChange) -> bool:
    """Whether an officer sees it neither as of its unit nor as of its organ: a supervisor does."""
    inside = scopes(actor) - {Scope.DIVISIONS_BELOW}
    return not any(within(scope, actor, change) for scope in inside)
