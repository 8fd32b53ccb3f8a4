"""Who may do what with programmes, and which ones they see: one table."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.followup.domain.programme import Programme, Verb

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, frozenset({Verb.OPEN})),
    Role.LEAD: Rights(Scope.ORGAN, frozenset({Verb.OPEN})),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def require(actor: Actor, verb: Verb, programme: Programme | None = None) -> None:
    """Raises `not_found` where no role of the actor shows this programme, `forbidden` where
    none that does has the verb."""
    rights = list(of_roles(RIGHTS, actor))
    if programme is not None:
        owned = Ownership(programme.organ_id, programme.division_code)
        rights = [each for each in rights if shows(each.scope, actor, owned)]
        if not rights:
            raise CaseError("not_found")
    if not any(verb in each.verbs for each in rights):
        raise CaseError("forbidden", details={"verb": verb.value})
