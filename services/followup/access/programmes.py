"""Who may do what with a programme, and which of them they see: one table. Whoever holds it, the leads of the
organ, the level above and the person; nobody else, also of the same organ."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.followup.domain.programme import Programme, is_theirs
from services.followup.domain.programme import ProgrammeVerb as Verb

OF_THE_PERSON = frozenset({
    Verb.DECLINE_VISIT, Verb.ACCEPT_VISIT, Verb.CORRECT_TALK, Verb.REQUEST_VISIT, Verb.OPT_OUT,
    Verb.SIGN_STEP, Verb.SIGN_PLAN, Verb.REMARK, Verb.READ_CARD})
OF_THE_LEADS = frozenset({
    Verb.ASSIGN, Verb.HAND_UP, Verb.EXTEND_EXECUTION, Verb.CHANGE_PERIOD, Verb.CHANGE_PERSON})
ACCOMPANYING = frozenset({
    Verb.RECUSE, Verb.CLASSIFY, Verb.PLAN_VISIT, Verb.RECORD_VISIT, Verb.DECLINE_VISIT, Verb.ACCEPT_VISIT,
    Verb.CORRECT_TALK, Verb.OPT_OUT, Verb.CANCEL_VISIT, Verb.REQUEST_VISIT, Verb.WRITE_STEP, Verb.SIGN_STEP,
    Verb.GO_ON_UNSIGNED, Verb.NAME_MENTOR, Verb.WRITE_PLAN, Verb.SIGN_PLAN, Verb.RECORD_MILESTONE,
    Verb.CHECK_EXECUTION, Verb.GATHER, Verb.RECORD_UNIT_EVALUATION, Verb.EVALUATE, Verb.ESCALATE,
    Verb.COMPLETE, Verb.SEND_CARD})


# A role that does not stand here sees and may do nothing. A reviewer sees what they hold (`holds_it`).
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.NONE, ACCOMPANYING),
    Role.LEAD: Rights(Scope.ORGAN, ACCOMPANYING | OF_THE_LEADS | {Verb.ANSWER_ESCALATION}),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def overseen_from(organ_id: str) -> str:
    """The division from which, and from above which, an organ's programmes are supervised."""
    return organ_id.partition(".")[0]


def holds_it(actor: Actor, programme: Programme) -> bool:
    """Whether it is in their hands, in the organ that has it."""
    return actor.organ_id == programme.organ_id and actor.officer_id in programme.holders


def sees_inside(actor: Actor, programme: Programme) -> bool:
    """What was said in talks apart, what was gathered, how the help went."""
    open_to, division = not programme.is_apart(actor), overseen_from(programme.organ_id)
    organs = filter(None, (programme.organ_id, programme.asked_organ_id))
    return (open_to and holds_it(actor, programme)) or any(
        shows(scope, actor, Ownership(organ_id, division), open_to)
        for organ_id in organs for scope in scopes(actor))


def sees(actor: Actor, programme: Programme) -> bool:
    """Whether it is there for the actor at all."""
    return is_theirs(programme, actor.officer_id) or sees_inside(actor, programme)


def may(actor: Actor, verb: Verb, programme: Programme) -> bool:
    """Whether it is the person's own step, or the actor's post has the verb for it."""
    if is_theirs(programme, actor.officer_id):
        return verb in OF_THE_PERSON
    if verb is Verb.HAND_UP and leads_above(actor, programme.organ_id):
        return not programme.is_apart(actor)
    if not sees_inside(actor, programme) or not any(verb in each.verbs for each in of_roles(RIGHTS, actor)):
        return False
    if verb is Verb.ANSWER_ESCALATION:
        return actor.organ_id == programme.asked_organ_id
    return actor.organ_id == programme.organ_id


def from_outside(actor: Actor, programme: Programme) -> bool:
    """Whether an officer sees it only as a supervisor."""
    of_the_organ = actor.organ_id in (programme.organ_id, programme.asked_organ_id)
    return not of_the_organ and not is_theirs(programme, actor.officer_id) and not actor.has(Role.SYSTEM)


def require_sight(actor: Actor, programme: Programme) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, programme):
        raise CaseError("not_found", details={"case_id": programme.id})


def require(actor: Actor, verb: Verb, programme: Programme) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    if may(actor, verb, programme):
        return
    require_sight(actor, programme)
    raise CaseError("forbidden", details={"verb": verb.value, "organ_id": programme.organ_id})


def require_about(actor: Actor, verb: Verb, programme: Programme, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, programme)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": programme.organ_id})
