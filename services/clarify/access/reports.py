"""Who may do what with a report, and which of them they see: one table. For whoever is named in a report, for
everybody of their units, and for the recused, it is not there: in no view, count or search."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import ReportState
from rongcuo.contracts.errors import CaseError
from services.clarify.domain import Report, Verb

OF_A_HOLDER = frozenset({     # or of a lead
    Verb.RESUME, Verb.EXTEND, Verb.DISPOSE, Verb.ANSWER_CLEARING, Verb.GIVE_FEEDBACK,
    Verb.RETROSPECT, Verb.CONFIRM_REPORTER, Verb.LEAVE_ANONYMOUS, Verb.PASS_UP, Verb.REFUSE, Verb.ACCEPT})
AT_THE_DESK = frozenset({Verb.ASSIGN, Verb.RECUSE, Verb.LINK, Verb.CLASSIFY, Verb.PASS_UP})
REVIEWING = OF_A_HOLDER | AT_THE_DESK | {Verb.REGISTER, Verb.JUDGE_MATCH, Verb.FIND}

# Verbs within the role's own organ. A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, REVIEWING),
    Role.LEAD: Rights(Scope.ORGAN, REVIEWING | {
        Verb.FORM_TEAM, Verb.RETURN, Verb.CLOSE, Verb.HAND_UP, Verb.SUSPEND}),
    Role.INTAKE: Rights(Scope.NONE, frozenset({Verb.REGISTER})),     # and what lies `at_the_desk`
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def overseen_from(organ_id: str) -> str:
    """The division from which, and from above which, an organ's reports are supervised: what went up is no
    longer below where it came from."""
    return organ_id.partition(".")[0]


def within(scope: Scope, actor: Actor, report: Report) -> bool:
    """Whether a scope shows this report to the actor."""
    owned = Ownership(report.organ_id, overseen_from(report.organ_id))
    return shows(scope, actor, owned, open_to=report.seen_by_any and not report.is_apart(actor))


def at_the_desk(actor: Actor, report: Report) -> bool:
    """Whether whoever takes reports in has it before them: until it is accepted, refused or passed up."""
    here = actor.has(Role.INTAKE) and report.state is ReportState.RECEIVED
    return here and within(Scope.ORGAN, actor, report)


def sees(actor: Actor, report: Report) -> bool:
    """Whether the report is there for the actor at all."""
    return at_the_desk(actor, report) or any(within(scope, actor, report) for scope in scopes(actor))


def may(actor: Actor, verb: Verb, report: Report) -> bool:
    """Whether the actor's post has the verb for this report. A lead steers every report of the organ; a
    reviewer only what they hold, and takes only what nobody holds, which the desk gives to anybody."""
    if verb is Verb.HAND_UP and _draws_up(actor, report):
        return True
    if not sees(actor, report) or report.organ_id != actor.organ_id:
        return False
    desk = at_the_desk(actor, report) and verb in AT_THE_DESK
    if not (desk or any(verb in each.verbs for each in of_roles(RIGHTS, actor))):
        return False
    if verb is Verb.ASSIGN:
        return actor.has(Role.LEAD) or not report.holders
    holds = actor.has(Role.LEAD) or actor.officer_id in report.holders
    return desk or holds or verb not in OF_A_HOLDER


def handles(actor: Actor, report: Report) -> bool:
    """Who has it in hand, and the leads of its organ: they may talk with the reporter, through the vault."""
    holds = actor.officer_id in report.holders or actor.has(Role.LEAD)
    return holds and report.organ_id == actor.organ_id and sees(actor, report)


def require_handler(actor: Actor, report: Report) -> None:
    """Raises `not_found` where the actor does not see the report, `forbidden` where they do not handle it."""
    require_sight(actor, report)
    if not handles(actor, report):
        raise CaseError("forbidden", details={"organ_id": report.organ_id})


def from_outside(actor: Actor, report: Report) -> bool:
    """Whether an officer sees the report only as a supervisor."""
    inside = scopes(actor) - {Scope.DIVISIONS_BELOW}
    return not at_the_desk(actor, report) and not any(within(scope, actor, report) for scope in inside)


def require_sight(actor: Actor, report: Report) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, report):
        raise CaseError("not_found", details={"report_id": report.id})


def require(actor: Actor, verb: Verb, report: Report) -> None:
    """Raises `not_found` where the actor does not see the report, `forbidden` where the verb is not theirs,
    `review.already_assigned` where a reviewer would take what a colleague holds."""
    if verb is Verb.HAND_UP and _draws_up(actor, report):
        return
    require_sight(actor, report)
    if may(actor, verb, report):
        return
    taken = verb is Verb.ASSIGN and bool(report.holders) and actor.has(Role.REVIEWER)
    raise CaseError("review.already_assigned" if taken else "forbidden",
                    details={"verb": verb.value, "organ_id": report.organ_id})


def require_about(actor: Actor, verb: Verb, report: Report, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only; but for the desk,
    which gives what it took in to those who handle it."""
    require(actor, verb, report)
    gives = actor.has(Role.LEAD) or (verb is Verb.ASSIGN and at_the_desk(actor, report))
    if not gives and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": report.organ_id})


def require_registrar(actor: Actor) -> None:
    """Raises `forbidden` for all who register no reports."""
    if not any(Verb.REGISTER in each.verbs for each in of_roles(RIGHTS, actor)):
        raise CaseError("forbidden", details={"verb": Verb.REGISTER.value})


def _draws_up(actor: Actor, report: Report) -> bool:
    """A lead of the organ above, whom it does not concern."""
    return leads_above(actor, report.organ_id) and report.seen_by_any and not report.is_apart(actor)
