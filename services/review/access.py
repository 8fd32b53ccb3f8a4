"""Who may do what in review, and which cases they may see. One table each."""

from collections.abc import Mapping
from enum import StrEnum

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.review.domain import ReviewCase, Verb


class Scope(StrEnum):
    """Which rows a role sees."""

    OWN_UNIT = "own_unit"
    ORGAN = "organ"
    DIVISIONS_BELOW = "divisions_below"
    ALL = "all"


SEES: Mapping[Role, Scope] = {
    Role.FILER: Scope.OWN_UNIT,
    Role.REVIEWER: Scope.ORGAN,
    Role.LEAD: Scope.ORGAN,
    Role.SUPERVISOR: Scope.DIVISIONS_BELOW,
    Role.SYSTEM: Scope.ALL,
}

_REVIEWS = frozenset({Role.REVIEWER, Role.LEAD})

MAY: Mapping[Verb, frozenset[Role]] = {
    Verb.ASSIGN: _REVIEWS,  # a reviewer: an unassigned case, to themselves
    Verb.RECUSE: _REVIEWS,  # a reviewer: themselves
    Verb.ACCEPT: _REVIEWS,
    Verb.REQUEST_SUPPLEMENT: _REVIEWS,
    Verb.DECLINE: _REVIEWS,
    Verb.FORM_TEAM: frozenset({Role.LEAD}),
    Verb.REPORT_VERIFICATION: _REVIEWS,
    Verb.SUSPEND: _REVIEWS,  # a reviewer: a case they hold, as for the next two
    Verb.RESUME: _REVIEWS,
    Verb.EXTEND: _REVIEWS,
}

_HOLDERS_OWN = frozenset({Verb.SUSPEND, Verb.RESUME, Verb.EXTEND})
_COUNTS = frozenset({Role.OPERATOR, Role.SYSTEM})


def scopes(actor: Actor) -> frozenset[Scope]:
    """What the actor's roles let them see, together."""
    return frozenset(SEES[role] for role in actor.roles if role in SEES)


def below(division_code: str) -> str:
    """What all codes at or below a division begin with: 530000 → 53, 530100 → 5301, a county → itself."""
    if division_code.endswith("0000"):
        return division_code[:2]
    return division_code[:4] if division_code.endswith("00") else division_code


def sees(actor: Actor, case: ReviewCase) -> bool:
    """The same rule for one case as storage writes in SQL for many."""
    within = {
        Scope.OWN_UNIT: _own(actor, case),
        Scope.ORGAN: actor.organ_id == case.organ_id,
        Scope.DIVISIONS_BELOW: actor.division_code != "" and case.division_code.startswith(
            below(actor.division_code)),
        Scope.ALL: True,
    }
    return any(within[scope] for scope in scopes(actor))


def _own(actor: Actor, case: ReviewCase) -> bool:
    same_unit = actor.unit != "" and (actor.unit, actor.organ_id) == (case.unit, case.organ_id)
    return same_unit or actor.officer_id == case.filer_id


def sees_inside(actor: Actor, case: ReviewCase) -> bool:
    """Opinions before the decision, grounds of recusals: for those who work on it without a part in it."""
    inside = scopes(actor) - {Scope.OWN_UNIT}
    return bool(inside) and not case.has_part(actor.officer_id, actor.unit)


def may(actor: Actor, verb: Verb, case: ReviewCase) -> bool:
    """Whether the actor's post allows the verb on this case; what the case allows is its own affair."""
    if actor.organ_id != case.organ_id or not actor.has(*MAY[verb]):
        return False
    if actor.has(Role.LEAD):
        return True
    if verb is Verb.ASSIGN:
        return not case.holders
    return verb not in _HOLDERS_OWN or actor.officer_id in case.holders


def require(actor: Actor, verb: Verb, case: ReviewCase) -> None:
    """Raises `not_found` for a case the actor may not see, `forbidden` for a verb their post does not allow,
    and `review.already_assigned` for a reviewer who would take what a colleague holds."""
    if not sees(actor, case):
        raise CaseError("not_found")
    if may(actor, verb, case):
        return
    taken = verb is Verb.ASSIGN and bool(case.holders) and actor.has(Role.REVIEWER)
    raise CaseError("review.already_assigned" if taken else "forbidden", details={"verb": verb.value})


def require_over(actor: Actor, verb: Verb, case: ReviewCase, officer_id: str) -> None:
    """As `require`, where the verb is about an officer: without being the lead, only about oneself."""
    require(actor, verb, case)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value})


def require_count(actor: Actor) -> None:
    """Ids and states of open cases, without content: for the watchdog and the operator."""
    if not actor.has(*_COUNTS):
        raise CaseError("forbidden")
