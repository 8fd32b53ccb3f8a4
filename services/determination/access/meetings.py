"""Who sees a joint meeting, and who may call one. In it, membership and the chair decide: the domain asks."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.determination.domain.determination import Determination
from services.determination.domain.meeting import JointMeeting

SCOPES: Mapping[Role, Scope] = {
    Role.FILER: Scope.NONE,
    Role.REVIEWER: Scope.ORGAN,
    Role.LEAD: Scope.ORGAN,
    Role.MEMBER: Scope.NONE,      # but for the meetings they are members of
    Role.SUPERVISOR: Scope.DIVISIONS_BELOW,
    Role.REGISTRAR: Scope.NONE,
    Role.OPERATOR: Scope.NONE,
    Role.SYSTEM: Scope.ALL,
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(of_roles(SCOPES, actor))


def within(scope: Scope, actor: Actor, meeting: JointMeeting) -> bool:
    """Whether a scope shows this meeting to the actor."""
    return shows(scope, actor, Ownership(meeting.organ_id, meeting.division_code))


def sees(actor: Actor, meeting: JointMeeting, among: frozenset[Scope],
         recused_from: frozenset[str] = frozenset()) -> bool:
    """Members see their meeting while a case of it is theirs to hear, or they have to sign; others by their
    post, but nobody who has a part in a case on the agenda or is recused from one. `recused_from`: cases as
    they themselves know it."""
    kept = meeting.kept_from(actor) | recused_from
    if actor.officer_id in meeting.attendance.member_ids:
        return not kept >= set(meeting.agenda.case_ids) or actor.officer_id in meeting.signers
    return not kept and any(within(scope, actor, meeting) for scope in among)


def require_sight(actor: Actor, meeting: JointMeeting, recused_from: frozenset[str] = frozenset()) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, meeting, scopes(actor), recused_from):
        raise CaseError("not_found", details={"meeting_id": meeting.id})


def from_outside(actor: Actor, meeting: JointMeeting) -> bool:
    """Whether an officer sees the meeting neither as a member nor as of its organ: a supervisor does."""
    return not sees(actor, meeting, scopes(actor) - {Scope.DIVISIONS_BELOW})


def require_convene(actor: Actor) -> None:
    """Raises `forbidden` for all but leads."""
    if not actor.has(Role.LEAD):
        raise CaseError("forbidden", details={"verb": "convene_meeting"})


def require_own(actor: Actor, case: Determination) -> None:
    """Raises `not_found` for another organ's case, and for one that is closed to the actor."""
    if case.organ_id != actor.organ_id or case.is_apart(actor):
        raise CaseError("not_found", details={"case_id": case.id})
