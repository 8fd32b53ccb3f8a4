"""Who may do what with the check of a filing, and which of them they see: one table. For its filer, for
whoever the report names, by account or by name, for everybody of their units, and for the recused, there is
none."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.review.domain import CheckVerb, FilingCheck

CHECKING = frozenset({CheckVerb.ASSIGN, CheckVerb.RECUSE, CheckVerb.CONCLUDE})
# Verbs within the role's own organ. A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[CheckVerb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, CHECKING),
    Role.LEAD: Rights(Scope.ORGAN, CHECKING),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def overseen_from(organ_id: str) -> str:
    """The division from which, and from above which, it is supervised: as the report is."""
    return organ_id.partition(".")[0]


def within(scope: Scope, actor: Actor, check: FilingCheck) -> bool:
    """Whether a scope shows this check to the actor."""
    owned = Ownership(check.organ_id, overseen_from(check.organ_id))
    return shows(scope, actor, owned, open_to=not check.is_apart(actor))


def sees(actor: Actor, check: FilingCheck) -> bool:
    """Whether it is there for the actor at all."""
    return any(within(scope, actor, check) for scope in scopes(actor))


def from_outside(actor: Actor, check: FilingCheck) -> bool:
    """Whether an officer sees it only as a supervisor."""
    return not any(within(scope, actor, check) for scope in scopes(actor) - {Scope.DIVISIONS_BELOW})


def may(actor: Actor, verb: CheckVerb, check: FilingCheck) -> bool:
    """Whether the actor's post has the verb for it. A reviewer takes only what nobody holds."""
    if not sees(actor, check) or check.organ_id != actor.organ_id:
        return False
    if not any(verb in each.verbs for each in of_roles(RIGHTS, actor)):
        return False
    return verb is not CheckVerb.ASSIGN or actor.has(Role.LEAD) or not check.holders


def require_sight(actor: Actor, check: FilingCheck) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, check):
        raise CaseError("not_found", details={"check_id": check.id})


def require(actor: Actor, verb: CheckVerb, check: FilingCheck) -> None:
    """Raises `not_found` where the actor does not see it, `forbidden` where the verb is not theirs."""
    require_sight(actor, check)
    if not may(actor, verb, check):
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": check.organ_id})


def require_about(actor: Actor, verb: CheckVerb, check: FilingCheck, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, check)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": check.organ_id})
