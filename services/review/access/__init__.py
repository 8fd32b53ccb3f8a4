"""Who may do what with the review of a filing, and which of them they see: one table."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.unit_names import unit_key
from services.review.domain import ReviewCase, Verb

STEERING = frozenset({Verb.SUSPEND, Verb.RESUME, Verb.EXTEND})
REVIEWING = STEERING | {
    Verb.ASSIGN, Verb.RECUSE, Verb.ACCEPT, Verb.REQUEST_SUPPLEMENT, Verb.DECLINE, Verb.REPORT_VERIFICATION,
    Verb.TAKE_UP, Verb.UPHOLD}

RIGHTS: Mapping[Role, Rights[Verb]] = {   # verbs within the role's own organ
    Role.FILER: Rights(Scope.OWN_UNIT),
    Role.REVIEWER: Rights(Scope.ORGAN, REVIEWING),
    Role.LEAD: Rights(Scope.ORGAN, REVIEWING | {Verb.FORM_TEAM, Verb.HAND_UP}),
    Role.MEMBER: Rights(Scope.NONE),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.REGISTRAR: Rights(Scope.NONE),
    Role.OPERATOR: Rights(Scope.NONE),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def within(scope: Scope, actor: Actor, case: ReviewCase) -> bool:
    """Whether a scope shows this case to the actor."""
    owned = Ownership(
        case.organ_id, case.division_code, case.filer_id, unit_key(case.unit), case.first_organ_id)
    return shows(scope, actor, owned, open_to=actor.officer_id not in case.recused)


def sees(actor: Actor, case: ReviewCase, among: frozenset[Scope]) -> bool:
    """Whether one of these scopes shows the case."""
    return any(within(scope, actor, case) for scope in among)


def sees_inside(actor: Actor, case: ReviewCase) -> bool:
    """Opinions before the decision, grounds of recusals: not for the filer's side, nor any other party."""
    inside = scopes(actor) - {Scope.NONE, Scope.OWN_UNIT}
    return bool(inside) and not case.bars(actor)


def may(actor: Actor, verb: Verb, case: ReviewCase) -> bool:
    """Whether the actor's post has the verb for this case. A lead steers every case of the organ; a reviewer
    only what they hold, and takes only what nobody holds."""
    if verb is Verb.HAND_UP and leads_above(actor, case.organ_id):
        return True
    if case.organ_id != actor.organ_id or not any(verb in each.verbs for each in of_roles(RIGHTS, actor)):
        return False
    if verb is Verb.HAND_UP and actor.officer_id in case.recused:
        return False
    if verb is Verb.ASSIGN:
        return actor.has(Role.LEAD) or not case.holders
    return verb not in STEERING or actor.has(Role.LEAD) or actor.officer_id in case.holders


def require_sight(actor: Actor, case: ReviewCase) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, case, scopes(actor)):
        raise CaseError("not_found", details={"case_id": case.id})


def from_outside(actor: Actor, case: ReviewCase) -> bool:
    """Whether an officer sees the case neither as of its unit nor as of its organ: a supervisor does."""
    inside = scopes(actor) - {Scope.DIVISIONS_BELOW}
    return not sees(actor, case, inside)


def require(actor: Actor, verb: Verb, case: ReviewCase) -> None:
    """Raises `not_found` where the actor does not see the case, `forbidden` where the verb is not theirs,
    `review.already_assigned` where a reviewer would take what a colleague holds."""
    if verb is Verb.HAND_UP and leads_above(actor, case.organ_id):
        return
    require_sight(actor, case)
    if may(actor, verb, case):
        return
    taken = verb is Verb.ASSIGN and bool(case.holders) and actor.has(Role.REVIEWER)
    raise CaseError("review.already_assigned" if taken else "forbidden",
                    details={"verb": verb.value, "organ_id": case.organ_id})


def require_about(actor: Actor, verb: Verb, case: ReviewCase, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, case)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": case.organ_id})
