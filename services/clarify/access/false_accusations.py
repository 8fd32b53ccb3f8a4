"""Who may do what with the finding of a false accusation, and which of them they see: one table.

Whoever the report is about, and everybody of their unit, sees none of it, whatever their role; neither do
the recused. The organs that approve and that hear the complaint see it from the first request on.
"""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify_procedures import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation import FalseAccusationVerb as Verb

OF_ABOVE = frozenset({
    Verb.APPROVE_BEGINNING, Verb.RETURN_BEGINNING, Verb.REFUSE_BEGINNING, Verb.APPROVE_FINDING,
    Verb.RETURN_FINDING, Verb.REFUSE_FINDING, Verb.UPHOLD, Verb.SET_ASIDE})
STEERING = frozenset({Verb.SUSPEND, Verb.RESUME, Verb.EXTEND})
INQUIRING = STEERING | {
    Verb.ASSIGN, Verb.RECUSE, Verb.REQUEST_BEGINNING, Verb.ADD_EVIDENCE, Verb.WEIGH, Verb.ASK_REPORTER,
    Verb.RECORD_HEARING, Verb.RECORD_UNHEARD, Verb.RECORD_CIRCUMSTANCES, Verb.RECORD_GAIN, Verb.SERVE_DRAFT,
    Verb.ANSWER_DRAFT, Verb.TAKE_DRAFT_BACK, Verb.REQUEST_FINDING, Verb.COMPLAIN, Verb.TAKE_EFFECT,
    Verb.RECORD_HANDLING, Verb.UNDO_GAIN, Verb.CONCLUDE, Verb.END_MISTAKEN, Verb.END_UNPROVEN}

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, INQUIRING),
    Role.LEAD: Rights(Scope.ORGAN, INQUIRING | OF_ABOVE | {Verb.HAND_UP}),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL, frozenset(Verb)),
}


def owners(case: FalseAccusation) -> tuple[Ownership[str], ...]:
    """Whose it is: that of the organ that inquires, and, once it was asked, of those that approve and that
    hear the complaint."""
    above = () if case.state is State.PREPARATION and not case.approvals else (
        case.approver_id, *((case.complaint_organ_id,) if case.complaint else ()))
    organs = dict.fromkeys((case.organ_id, *above))
    return tuple(Ownership(organ_id, case.division_code) for organ_id in organs)


def sees(actor: Actor, case: FalseAccusation) -> bool:
    """Whether it is there for the actor at all."""
    free = case.bars(actor.officer_id, actor.units) is None
    roles = [RIGHTS[role].scope for role in actor.roles if role in RIGHTS]
    return free and any(shows(scope, actor, owned) for scope in roles for owned in owners(case))


def may(actor: Actor, verb: Verb, case: FalseAccusation) -> bool:
    """Whether the actor's post has the verb for it, in the organ that has to act."""
    if case.bars(actor.officer_id, actor.units) is not None:
        return False
    if verb is Verb.HAND_UP and leads_above(actor, case.organ_id):
        return True
    if not any(verb in RIGHTS[role].verbs for role in actor.roles if role in RIGHTS) or not sees(actor, case):
        return False
    if actor.has(Role.SYSTEM):
        return True
    if actor.organ_id != (case.deciding_organ_id if verb in OF_ABOVE else case.organ_id):
        return False
    if verb is Verb.ASSIGN:
        return actor.has(Role.LEAD) or not case.holders
    return verb not in STEERING | {Verb.COMPLAIN} or actor.has(Role.LEAD) or actor.officer_id in case.holders


def require(actor: Actor, verb: Verb, case: FalseAccusation) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    if may(actor, verb, case):
        return
    require_sight(actor, case)
    raise CaseError("forbidden", details={"verb": verb.value, "organ_id": case.organ_id})


def require_about(actor: Actor, verb: Verb, case: FalseAccusation, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, case)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": case.organ_id})


def require_sight(actor: Actor, case: FalseAccusation) -> None:
    """Raises `not_found`."""
    if not sees(actor, case):
        raise CaseError("not_found", details={"case_id": case.id})
