"""Who may do what with a problem, and which of them they see: one table. The caseworkers of its organ, but
for whom it is about; supervisors above read. Risk points, which name nobody, are for all who have a post."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.followup.access.programmes import overseen_from
from services.followup.domain.problem import FOLLOWING, Problem
from services.followup.domain.problem import ProblemVerb as Verb

OF_THE_LEADS = frozenset({Verb.HAND_UP, Verb.MOVE_MEASURE, Verb.DROP_MEASURE, Verb.CLOSE})
AT_WORK = frozenset(Verb) - FOLLOWING - OF_THE_LEADS

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, AT_WORK),
    Role.LEAD: Rights(Scope.ORGAN, AT_WORK | OF_THE_LEADS),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def sees(actor: Actor, problem: Problem) -> bool:
    """Whether it is there for the actor at all."""
    owned = Ownership(problem.organ_id, overseen_from(problem.organ_id))
    open_to = not problem.is_apart(actor)
    return any(shows(scope, actor, owned, open_to) for scope in scopes(actor))


def may(actor: Actor, verb: Verb, problem: Problem) -> bool:
    """Whether the actor's post has the verb for it."""
    if verb is Verb.HAND_UP and leads_above(actor, problem.organ_id):
        return not problem.is_apart(actor)
    has_it = any(verb in each.verbs for each in of_roles(RIGHTS, actor))
    return has_it and actor.organ_id == problem.organ_id and sees(actor, problem)


def from_outside(actor: Actor, problem: Problem) -> bool:
    """Whether an officer sees it only as a supervisor."""
    return actor.organ_id != problem.organ_id and not actor.has(Role.SYSTEM)


def require_sight(actor: Actor, problem: Problem) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, problem):
        raise CaseError("not_found", details={"case_id": problem.id})


def require(actor: Actor, verb: Verb, problem: Problem) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    if may(actor, verb, problem):
        return
    require_sight(actor, problem)
    raise CaseError("forbidden", details={"verb": verb.value, "organ_id": problem.organ_id})


def require_about(actor: Actor, verb: Verb, problem: Problem, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, problem)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": problem.organ_id})
