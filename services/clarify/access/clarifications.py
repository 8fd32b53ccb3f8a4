"""Who may do what with a clarification, and which of them they see: one table. Whoever it clears sees it
without its inside; for others of their unit it is not there."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify_procedures import ClarificationStart, ClarificationState
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.clarification import ClarificationVerb as Verb

OF_THE_PERSON = frozenset({Verb.GIVE_OPINION, Verb.OBJECT, Verb.WITHDRAW})
OF_THE_NEXT_LEVEL = frozenset({Verb.DIRECT, Verb.UPHOLD_REFUSAL})
STEERING = frozenset({Verb.SUSPEND, Verb.RESUME, Verb.EXTEND})
CLEARING = STEERING | {
    Verb.ASSIGN, Verb.RECUSE, Verb.LINK_REPORT, Verb.ASSESS, Verb.PLAN, Verb.ASK_OPINION, Verb.GIVE_OPINION,
    Verb.REQUEST_APPROVAL, Verb.PROPOSE_REFUSAL, Verb.OBJECT, Verb.RECORD_ACT, Verb.DROP_MODE, Verb.ASK_UNIT,
    Verb.ANSWER_UNIT, Verb.FINISH, Verb.ARCHIVE, Verb.VISIT, Verb.GIVE_FEEDBACK}

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, CLEARING),
    Role.LEAD: Rights(Scope.ORGAN, CLEARING | OF_THE_NEXT_LEVEL | {
        Verb.APPROVE, Verb.RETURN, Verb.REFUSE, Verb.HAND_UP}),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def is_told(case: Clarification) -> bool:
    """Whether the person has heard of it: they applied, or were asked, refused or cleared."""
    told = case.opinion_clock or case.approved_at or case.object_clock
    return case.start is ClarificationStart.APPLICATION or told is not None


def is_theirs(actor: Actor, case: Clarification) -> bool:
    """Whether it clears them, or the organisation for which they answer."""
    return bool(actor.officer_id) and actor.officer_id == case.concerned.officer_id


def sees_inside(actor: Actor, case: Clarification) -> bool:
    """Proposals, opinions of colleagues, what units answered: for whoever works on it, and is free."""
    organs = (case.organ_id, *((case.objection.organ_id,) if case.objection else ()))
    owned = [Ownership(organ_id, case.division_code) for organ_id in organs]
    free = case.bars(actor.officer_id, actor.units) is None
    scopes = [RIGHTS[role].scope for role in actor.roles if role in RIGHTS]
    return free and any(shows(scope, actor, each) for scope in scopes for each in owned)


def sees(actor: Actor, case: Clarification) -> bool:
    """Whether it is there for the actor at all."""
    return (is_theirs(actor, case) and is_told(case)) or sees_inside(actor, case)


def may(actor: Actor, verb: Verb, case: Clarification) -> bool:
    """Whether it is the person's own step, or the actor's post has the verb for it."""
    if is_theirs(actor, case):
        return verb in OF_THE_PERSON and sees(actor, case)
    if verb is Verb.HAND_UP and _draws_up(actor, case):
        return True
    has = any(verb in RIGHTS[role].verbs for role in actor.roles if role in RIGHTS)
    if not has or not sees_inside(actor, case):
        return False
    if actor.organ_id != (case.deciding_organ_id if verb in OF_THE_NEXT_LEVEL else case.organ_id):
        return False
    if verb is Verb.ASSIGN:
        return actor.has(Role.LEAD) or not case.holders
    return verb not in STEERING or actor.has(Role.LEAD) or actor.officer_id in case.holders


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


def require_sight(actor: Actor, case: Clarification) -> None:
    """Raises `not_found`."""
    if not sees(actor, case):
        raise CaseError("not_found", details={"case_id": case.id})


def _draws_up(actor: Actor, case: Clarification) -> bool:
    free = case.bars(actor.officer_id, actor.units) is None
    return free and case.state is not ClarificationState.OBJECTED and leads_above(actor, case.organ_id)
