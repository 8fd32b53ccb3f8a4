"""Who may do what with the finding of a false accusation, and which of them they see: one table.

Whoever the report is about, and everybody of their units, sees none of it, whatever their role; neither do
the recused. The organs that approve and that hear the complaint see it from the first request on.
"""

from collections.abc import Iterable, Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.access import reports
from services.clarify.access.reports import overseen_from
from services.clarify.domain import Report
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation import FalseAccusationVerb as Verb
from services.clarify.domain.false_accusation.transitions import DECIDED_ABOVE, HOLDING

OF_ABOVE = frozenset({
    Verb.APPROVE_BEGINNING, Verb.RETURN_BEGINNING, Verb.REFUSE_BEGINNING, Verb.APPROVE_FINDING,
    Verb.RETURN_FINDING, Verb.REFUSE_FINDING, Verb.UPHOLD, Verb.SET_ASIDE})
STEERING = frozenset({Verb.EXTEND, Verb.COMPLAIN})     # of a lead, or of whoever holds it
INQUIRING = STEERING | {
    Verb.ASSIGN, Verb.RECUSE, Verb.REQUEST_BEGINNING, Verb.ADD_EVIDENCE, Verb.WEIGH, Verb.ASK_REPORTER,
    Verb.RECORD_HEARING, Verb.RECORD_UNHEARD, Verb.RECORD_CIRCUMSTANCES, Verb.RECORD_GAIN, Verb.SERVE_DRAFT,
    Verb.ANSWER_DRAFT, Verb.RECORD_SERVICE, Verb.CONFIRM_ENTRY, Verb.TAKE_DRAFT_BACK, Verb.REQUEST_FINDING,
    Verb.TAKE_EFFECT, Verb.RECORD_HANDLING, Verb.UNDO_GAIN, Verb.CONCLUDE, Verb.END_MISTAKEN,
    Verb.END_UNPROVEN}

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, INQUIRING),
    Role.LEAD: Rights(Scope.ORGAN, INQUIRING | OF_ABOVE | {Verb.HAND_UP}),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def asked_of(case: FalseAccusation) -> tuple[str, str]:
    """The organ that approves, once it was asked, and the one that hears complaints, once something was
    found; otherwise empty."""
    asked = case.state is not State.PREPARATION or bool(case.approvals)
    return case.approver_id if asked else "", case.complaint_organ_id if case.found_at else ""


def within(scope: Scope, actor: Actor, case: FalseAccusation) -> bool:
    """Whether a scope shows it to the actor."""
    open_to, division = not case.is_apart(actor), overseen_from(case.organ_id)
    organs = filter(None, (case.organ_id, *asked_of(case)))
    return any(shows(scope, actor, Ownership(organ_id, division), open_to) for organ_id in organs)


def sees(actor: Actor, case: FalseAccusation) -> bool:
    """Whether it is there for the actor at all."""
    return any(within(scope, actor, case) for scope in scopes(actor))


def may(actor: Actor, verb: Verb, case: FalseAccusation) -> bool:
    """Whether the actor's post has the verb for it, in the organ that has to act."""
    if verb is Verb.HAND_UP and _draws_up(actor, case):
        return True
    if not sees(actor, case) or not any(verb in each.verbs for each in of_roles(RIGHTS, actor)):
        return False
    if actor.organ_id not in _acting_organs(verb, case):
        return False
    if verb in OF_ABOVE or actor.organ_id != case.organ_id:
        return True
    if verb is Verb.ASSIGN:
        return actor.has(Role.LEAD) or not case.holders
    return verb not in STEERING or actor.has(Role.LEAD) or actor.officer_id in case.holders


def _acting_organs(verb: Verb, case: FalseAccusation) -> frozenset[str]:
    """A complaint on paper is entered wherever it was handed in; a finding set aside also where nobody
    complains."""
    waits = case.state in DECIDED_ABOVE
    if verb is Verb.SET_ASIDE and case.state in HOLDING:
        return frozenset({case.complaint_organ_id})
    if verb in (Verb.COMPLAIN, Verb.CONFIRM_ENTRY):     # where nobody else is here, somebody above confirms
        return frozenset({case.organ_id, *asked_of(case)})
    if verb is Verb.RECUSE and waits:
        return frozenset({case.organ_id, case.deciding_organ_id})
    if verb in OF_ABOVE:
        return frozenset({case.deciding_organ_id}) if waits else frozenset()
    return frozenset({case.organ_id})


def handles(actor: Actor, case: FalseAccusation) -> bool:
    """Who has it in hand hears the reporter, through the vault."""
    holds = actor.officer_id in case.holders and actor.organ_id == case.organ_id
    return holds and not case.ended and sees(actor, case)


def reads_along(actor: Actor, case: FalseAccusation) -> bool:
    """Who decides it now reads what the reporter wrote, too: nobody's account of it is all that they have."""
    return case.state in DECIDED_ABOVE and sees(actor, case) and (
        actor.has(Role.LEAD) and actor.organ_id == case.deciding_organ_id)


def talks(actor: Actor, report: Report, inquiries: Iterable[FalseAccusation]) -> bool:
    """Who may talk with a reporter, through the vault: whoever handles the report, or inquires into it."""
    return reports.handles(actor, report) or any(handles(actor, each) for each in inquiries)


def is_listed_to(actor: Actor, case: FalseAccusation) -> bool:
    """Whether it is shown to them among others. Whoever only supervises opens one that they know of."""
    return any(within(scope, actor, case) for scope in scopes(actor) - {Scope.DIVISIONS_BELOW})


def reads_talk(actor: Actor, report: Report, case: FalseAccusation) -> bool:
    """Who may talk with the reporter, or decides it now and reads along."""
    return talks(actor, report, (case,)) or reads_along(actor, case)


def from_outside(actor: Actor, case: FalseAccusation) -> bool:
    """Whether an officer sees it only as a supervisor."""
    return not is_listed_to(actor, case)


def require_sight(actor: Actor, case: FalseAccusation) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, case):
        raise CaseError("not_found", details={"case_id": case.id})


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


def _draws_up(actor: Actor, case: FalseAccusation) -> bool:
    """A lead of the organ above, whom it does not concern."""
    return leads_above(actor, case.organ_id) and not case.is_apart(actor)
