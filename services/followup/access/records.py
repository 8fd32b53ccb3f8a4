"""Who sees the record of a person, and who answers what they ask to be corrected: one rule. They themselves;
of others whoever supervises the cadres of their organ: its leads, and the supervisors of the divisions above.
Never a colleague, nor the person by another account. What stands in it is each service's own to say: what is
kept from the reader does not stand in it, and nothing tells them that there is more."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.apart import is_one_of
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from services.followup.domain.record import Correction
from services.followup.domain.record import CorrectionVerb as Verb

# A role that does not stand here sees nobody's record but their own.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.LEAD: Rights(Scope.ORGAN, frozenset({Verb.ANSWER})),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
}
ANSWERING: Mapping[Role, Rights[Verb]] = {Role.LEAD: RIGHTS[Role.LEAD], Role.SYSTEM: Rights(Scope.ALL)}


def is_theirs(actor: Actor, person_id: str) -> bool:
    """Whether it is the actor's own."""
    return bool(person_id) and actor.officer_id == person_id


def sees(actor: Actor, person: OfficerView) -> bool:
    """Whether the record is there for the actor."""
    if is_theirs(actor, person.officer_id):
        return True
    owned = Ownership(person.organ_id, person.division_code)
    return not is_one_of(actor, (person,)) and actor.units.isdisjoint(person.units) and any(
        shows(each.scope, actor, owned) for each in of_roles(RIGHTS, actor))


def require_sight(actor: Actor, person: OfficerView) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, person):
        raise CaseError("not_found", details={"person_id": person.officer_id})


def require_own(actor: Actor, person_id: str) -> None:
    """Raises `followup.not_the_person`: nobody speaks for them here."""
    if not is_theirs(actor, person_id):
        raise CaseError("followup.not_the_person")


def answering(actor: Actor) -> frozenset[Scope]:
    """The row scopes of requests for correction."""
    return frozenset(each.scope for each in of_roles(ANSWERING, actor))


def sees_correction(actor: Actor, case: Correction) -> bool:
    """The person's own, and those of the leads of the organ that has the fact."""
    open_to = not case.is_apart(actor)
    return is_theirs(actor, case.person_id) or any(
        shows(scope, actor, Ownership(case.organ_id, case.division_code), open_to)
        for scope in answering(actor))


def may_answer(actor: Actor, case: Correction) -> bool:
    """Whether it is for the actor to answer."""
    verbs = frozenset[Verb]().union(*(each.verbs for each in of_roles(ANSWERING, actor)))
    own = is_theirs(actor, case.person_id)
    return not own and Verb.ANSWER in verbs and sees_correction(actor, case)


def require_correction(actor: Actor, case: Correction) -> None:
    """Raises `not_found`."""
    if not sees_correction(actor, case):
        raise CaseError("not_found", details={"case_id": case.id})


def require_answering(actor: Actor, case: Correction) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where they don't answer it."""
    require_correction(actor, case)
    if not may_answer(actor, case):
        raise CaseError("forbidden", details={"verb": Verb.ANSWER.value, "organ_id": case.organ_id})
