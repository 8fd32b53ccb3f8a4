"""Who may do what with a filing, and which filings they see: one table."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.unit_names import unit_key
from services.filing.domain import DECISIONS, RECEIVED, Filing, Verb

RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.FILER: Rights(Scope.OWN_UNIT, frozenset({Verb.DRAFT, Verb.REVISE, Verb.DISCARD, Verb.SUBMIT,
                                                  Verb.SUPPLEMENT, Verb.WITHDRAW, Verb.OBJECT,
                                                  Verb.PROPOSE_CHANGE})),
    Role.REVIEWER: Rights(Scope.ORGAN),
    Role.LEAD: Rights(Scope.ORGAN, frozenset({Verb.WHITELIST})),
    Role.MEMBER: Rights(Scope.NONE),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.REGISTRAR: Rights(Scope.NONE),
    Role.OPERATOR: Rights(Scope.NONE),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def within(scope: Scope, actor: Actor, filing: Filing) -> bool:
    """Whether a scope shows this filing to the actor."""
    owned = Ownership(filing.organ_id, filing.division_code, filing.filer_id, unit_key(filing.unit),
                      filing.first_organ_id)
    received = filing.state in RECEIVED     # a draft is seen by nobody outside its unit
    return shows(scope, actor, owned, open_to=received and actor.officer_id not in filing.recused)


def may(actor: Actor, verb: Verb, filing: Filing) -> bool:
    """Whether a role of the actor has the verb, for this filing. Nobody puts away what a colleague began."""
    if verb is Verb.DISCARD and filing.filer_id != actor.officer_id:
        return False
    rights = of_roles(RIGHTS, actor)
    return any(verb in each.verbs and within(each.scope, actor, filing) for each in rights)


def allowed(actor: Actor, filing: Filing) -> tuple[str, ...]:
    """The verbs that the actor may use now."""
    over = ({Verb.OBJECT} if filing.objected else set()) | (
        {Verb.WHITELIST, Verb.PROPOSE_CHANGE} if filing.voiding.by else set())
    return tuple(verb.value for verb in Verb if filing.can(verb) and may(actor, verb, filing)
                 and verb not in over and not _recused(actor, verb, filing))


def _recused(actor: Actor, verb: Verb, filing: Filing) -> bool:
    return verb in DECISIONS and filing.concerns(actor)


def require_sight(actor: Actor, filing: Filing) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not any(within(scope, actor, filing) for scope in scopes(actor)):
        raise CaseError("not_found", details={"filing_id": filing.id})


def sees_by_post(actor: Actor, filing: Filing) -> bool:
    """Whether an officer sees it otherwise than as of its unit."""
    return any(within(scope, actor, filing) for scope in scopes(actor) - {Scope.OWN_UNIT})


def from_outside(actor: Actor, filing: Filing) -> bool:
    """Whether an officer sees the filing neither as of its unit nor as of its organ: a supervisor does."""
    inside = scopes(actor) - {Scope.DIVISIONS_BELOW}
    return not any(within(scope, actor, filing) for scope in inside)


def require(actor: Actor, verb: Verb, filing: Filing) -> None:
    """Raises `not_found` where the actor does not see the filing, `forbidden` where the verb is not theirs,
    `filing.recused` where they would decide on a matter in which they have a part."""
    require_sight(actor, filing)
    if not may(actor, verb, filing):
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": filing.organ_id})
    if _recused(actor, verb, filing):
        raise CaseError("filing.recused", details={"officer_id": actor.officer_id})


def require_filer(actor: Actor) -> None:
    """Raises `forbidden` for an officer who may not begin a filing."""
    if not any(Verb.DRAFT in each.verbs for each in of_roles(RIGHTS, actor)):
        raise CaseError("forbidden", details={"verb": Verb.DRAFT.value})
