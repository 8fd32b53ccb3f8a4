"""Who may do what with a clarification, and which of them they see: one table. Whoever it clears sees it
without its inside, once they have heard of it; for others of their unit, and for whoever else the report is
about, it is not there."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import ClarificationStart, ClarificationState
from rongcuo.contracts.errors import CaseError
from services.clarify.access.reports import overseen_from
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.clarification import ClarificationVerb as Verb

OF_THE_PERSON = frozenset({
    Verb.GIVE_OPINION, Verb.OBJECT, Verb.WITHDRAW, Verb.READ, Verb.ANSWER_VISIT})
OF_THE_NEXT_LEVEL = frozenset({Verb.DIRECT, Verb.UPHOLD_REFUSAL})
STEERING = frozenset({Verb.EXTEND})     # of a lead, or of whoever holds it
CLEARING = STEERING | {
    Verb.ASSIGN, Verb.RECUSE, Verb.LINK_REPORT, Verb.ASSESS, Verb.PLAN, Verb.ASK_OPINION, Verb.GIVE_OPINION,
    Verb.REQUEST_APPROVAL, Verb.PROPOSE_REFUSAL, Verb.OBJECT, Verb.RECORD_ACT, Verb.ASK_UNIT,
    Verb.ANSWER_UNIT, Verb.FINISH, Verb.ARCHIVE, Verb.VISIT, Verb.SERVE, Verb.ANSWER_VISIT,
    Verb.GIVE_FEEDBACK}

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, CLEARING),
    Role.LEAD: Rights(Scope.ORGAN, CLEARING | OF_THE_NEXT_LEVEL | {
        Verb.APPROVE, Verb.RETURN, Verb.REFUSE, Verb.DROP_MODE, Verb.HAND_UP}),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def is_told(case: Clarification) -> bool:
    """Whether the person has heard of it: they applied, or were asked, refused or cleared."""
    told = case.opinion_clock or case.approved_at or case.object_clock
    return case.told or case.start is ClarificationStart.APPLICATION or told is not None


def is_theirs(actor: Actor, case: Clarification) -> bool:
    """Whether it clears them, or the organisation for which they answer."""
    return bool(actor.officer_id) and actor.officer_id == case.concerned.officer_id


def next_level_of(case: Clarification) -> str:
    """The organ that the person has turned to, the one that is to answer where there are two; empty where
    they have not."""
    said = case.complaint or case.objection
    return case.asked_organ_id or (said.organ_id if said else "")


def within(scope: Scope, actor: Actor, case: Clarification) -> bool:
    """Whether a scope shows its inside to the actor: for whoever works on it, and is free."""
    open_to, division = not case.is_apart(actor), overseen_from(case.organ_id)
    organs = filter(None, (case.organ_id, next_level_of(case)))
    return any(shows(scope, actor, Ownership(organ_id, division), open_to) for organ_id in organs)


def sees_inside(actor: Actor, case: Clarification) -> bool:
    """Proposals, opinions of colleagues, what units answered."""
    return any(within(scope, actor, case) for scope in scopes(actor))


def sees(actor: Actor, case: Clarification) -> bool:
    """Whether it is there for the actor at all."""
    return (is_theirs(actor, case) and is_told(case)) or sees_inside(actor, case)


def may(actor: Actor, verb: Verb, case: Clarification) -> bool:
    """Whether it is the person's own step, or the actor's post has the verb for it."""
    if is_theirs(actor, case):
        return verb in OF_THE_PERSON and sees(actor, case)
    if verb is Verb.HAND_UP and _draws_up(actor, case):
        return True
    if not sees_inside(actor, case) or not any(verb in each.verbs for each in of_roles(RIGHTS, actor)):
        return False
    if verb in OF_THE_NEXT_LEVEL:
        return actor.organ_id == case.asked_organ_id
    if verb is Verb.RECUSE and case.asked_organ_id == actor.organ_id:
        return True
    if actor.organ_id != case.organ_id:
        return False
    if verb is Verb.ASSIGN:
        return actor.has(Role.LEAD) or not case.holders
    return verb not in STEERING or actor.has(Role.LEAD) or actor.officer_id in case.holders


def from_outside(actor: Actor, case: Clarification) -> bool:
    """Whether an officer sees it only as a supervisor."""
    inside = any(within(scope, actor, case) for scope in scopes(actor) - {Scope.DIVISIONS_BELOW})
    return not inside and not is_theirs(actor, case)


def require_sight(actor: Actor, case: Clarification) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, case):
        raise CaseError("not_found", details={"case_id": case.id})


def require(actor: Actor, verb: Verb, case: Clarification) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    if may(actor, verb, case):
        return
    require_sight(actor, case)
    raise CaseError("forbidden", details={"verb": verb.value, "organ_id": case.organ_id})


def require_about(actor: Actor, verb: Verb, case: Clarification, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, case)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": case.organ_id})


def _draws_up(actor: Actor, case: Clarification) -> bool:
    """A lead of the organ above, whom it does not concern; not while they have to answer an objection."""
    free = leads_above(actor, case.organ_id) and not case.is_apart(actor)
    return free and case.state is not ClarificationState.OBJECTED
