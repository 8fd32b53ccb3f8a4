"""Who draws up and approves an organ's year of return visits, and who reads it: one table. What stands in a
plan of a single programme is there for whoever sees that programme."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.followup.access.programmes import overseen_from
from services.followup.domain.year import VisitYear
from services.followup.domain.year import YearVerb as Verb

DRAWING_UP = frozenset({Verb.DRAW_UP, Verb.REPORT})

RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, DRAWING_UP),
    Role.LEAD: Rights(Scope.ORGAN, DRAWING_UP | {Verb.APPROVE, Verb.APPROVE_REPORT}),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def sees(actor: Actor, year: VisitYear) -> bool:
    """Whether it is there for the actor."""
    owned = Ownership(year.organ_id, overseen_from(year.organ_id))
    return any(shows(scope, actor, owned) for scope in scopes(actor))


def may(actor: Actor, verb: Verb, year: VisitYear) -> bool:
    """Whether a role of the actor has the verb, in the organ whose year it is."""
    return actor.organ_id == year.organ_id and any(verb in each.verbs for each in of_roles(RIGHTS, actor))


def require_sight(actor: Actor, year: VisitYear) -> None:
    """Raises `not_found`."""
    if not sees(actor, year):
        raise CaseError("not_found", details={"case_id": year.id})


def require(actor: Actor, verb: Verb, year: VisitYear) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    require_sight(actor, year)
    if not may(actor, verb, year):
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": year.organ_id})
