"""Who may do what in the later life of a filing, and which of them they see: one table."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import Meddling
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import name_key
from services.filing.domain.oversight import DECISIONS, OF_THE_FILER, Oversight
from services.filing.domain.oversight import OversightVerb as Verb
from services.filing.domain.oversight.facts import is_disputed

AT_WORK = frozenset({Verb.CHECK, Verb.REPORT_DEVIATION, Verb.GUIDE, Verb.ANSWER_DISPUTE,
                     Verb.REGISTER_MEDDLING, Verb.EVALUATE, Verb.RECORD_OUTCOME, Verb.RETROSPECT})

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.FILER: Rights(Scope.OWN_UNIT, OF_THE_FILER),
    Role.REVIEWER: Rights(Scope.ORGAN, AT_WORK),
    Role.LEAD: Rights(Scope.ORGAN, AT_WORK | {Verb.PLAN, Verb.CLOSE}),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def within(scope: Scope, actor: Actor, matter: Oversight) -> bool:
    """Whether a scope shows it to the actor."""
    owned = Ownership(matter.organ_id, matter.division_code, matter.filer_id, unit_key(matter.unit),
                      matter.first_organ_id)
    return shows(scope, actor, owned, open_to=actor.officer_id not in matter.apart)


def may(actor: Actor, verb: Verb, matter: Oversight) -> bool:
    """Whether a role of the actor has the verb, for this one."""
    rights = of_roles(RIGHTS, actor)
    return any(verb in each.verbs and within(each.scope, actor, matter) for each in rights)


def allowed(actor: Actor, matter: Oversight) -> tuple[str, ...]:
    """The verbs that the actor may use now."""
    return tuple(verb.value for verb in Verb if matter.can(verb) and may(actor, verb, matter)
                 and _fits(actor, verb, matter))


def _fits(actor: Actor, verb: Verb, matter: Oversight) -> bool:
    if verb in DECISIONS and matter.has_part(actor.officer_id, actor.units):
        return False
    if verb is Verb.CHECK:
        return bool(matter.looks_at(actor.officer_id))
    if verb is Verb.DISPUTE and actor.officer_id != matter.filer_id:
        return False
    if verb is Verb.ANSWER_DISPUTE:
        return any(map(is_disputed, matter.deviations))
    return verb not in (Verb.GUIDE, Verb.DISPUTE, Verb.CORRECT) or bool(matter.deviations)


def require_sight(actor: Actor, matter: Oversight) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not any(within(scope, actor, matter) for scope in scopes(actor)):
        raise CaseError("not_found", details={"oversight_id": matter.id})


def require(actor: Actor, verb: Verb, matter: Oversight) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    require_sight(actor, matter)
    if not may(actor, verb, matter):
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": matter.organ_id})


def from_outside(actor: Actor, matter: Oversight) -> bool:
    """Whether an officer sees it neither as of its unit nor as of its organ: a supervisor does."""
    inside = scopes(actor) - {Scope.DIVISIONS_BELOW}
    return not any(within(scope, actor, matter) for scope in inside)


def reads_meddling(actor: Actor, said: Meddling, matter: Oversight) -> bool:
    """Whoever wrote it, and the organ's caseworkers without a part; nobody else who is named in it, or may
    be."""
    if actor.officer_id == said.by_id:
        return True
    named = actor.officer_id == said.leader_id or _may_be(actor, said.leader_name)
    at_work = actor.has(Role.REVIEWER, Role.LEAD) and within(Scope.ORGAN, actor, matter)
    return at_work and not named and not matter.has_part(actor.officer_id, actor.units)


def _may_be(actor: Actor, named: str) -> bool:
    """By the whole name, or by the surname alone, as in 严书记: whoever has it is not told either."""
    own, other = name_key(actor.name), name_key(named)
    return own == other or own[:1] in other
