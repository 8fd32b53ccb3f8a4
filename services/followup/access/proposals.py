"""Who may do what with a proposal, and which of them they see: one table. The organ's people, the level above
to read, and from the delivery on whoever is of the addressee's unit; nobody else."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.followup.domain.proposal import Proposal, is_addressed_to
from services.followup.domain.proposal import ProposalVerb as Verb

OF_THE_ADDRESSEE = frozenset({Verb.SIGN_FOR, Verb.ACKNOWLEDGE, Verb.PLAN, Verb.REPLY})
OF_THE_LEADS = frozenset({
    Verb.ASSIGN, Verb.APPROVE, Verb.EXTEND, Verb.CLOSE, Verb.RETURN, Verb.REFER, Verb.WITHDRAW})
HANDLING = OF_THE_ADDRESSEE | {     # on paper, what the addressee does
    Verb.RECUSE, Verb.REVISE, Verb.REVIEW, Verb.SEND_BACK, Verb.DELIVER, Verb.REMIND, Verb.EVALUATE,
    Verb.RECORD_SUPERIOR, Verb.LOOK_BACK, Verb.RECUR}

# A role that does not stand here sees and may do nothing.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, HANDLING),
    Role.LEAD: Rights(Scope.ORGAN, HANDLING | OF_THE_LEADS),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.SYSTEM: Rights(Scope.ALL),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def sees_inside(actor: Actor, proposal: Proposal) -> bool:
    """Also before the delivery, and what the organ says within itself."""
    owned, open_to = Ownership(proposal.organ_id, proposal.division_code), not proposal.is_apart(actor)
    return any(shows(scope, actor, owned, open_to) for scope in scopes(actor))


def sees(actor: Actor, proposal: Proposal) -> bool:
    """Whether it is there for the actor at all."""
    return is_addressed_to(proposal, actor) or sees_inside(actor, proposal)


def may(actor: Actor, verb: Verb, proposal: Proposal) -> bool:
    """Whether it is the addressee's own step, or the actor's post has the verb for it."""
    if is_addressed_to(proposal, actor):
        return verb in OF_THE_ADDRESSEE
    return (actor.organ_id == proposal.organ_id and sees_inside(actor, proposal)
            and any(verb in each.verbs for each in of_roles(RIGHTS, actor)))


def from_outside(actor: Actor, proposal: Proposal) -> bool:
    """Whether an officer sees it only as a supervisor."""
    return (actor.organ_id != proposal.organ_id and not is_addressed_to(proposal, actor)
            and not actor.has(Role.SYSTEM))


def require_sight(actor: Actor, proposal: Proposal) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, proposal):
        raise CaseError("not_found", details={"case_id": proposal.id})


def require(actor: Actor, verb: Verb, proposal: Proposal) -> None:
    """Raises `not_found` where it is not there for the actor, `forbidden` where the verb is not theirs."""
    if may(actor, verb, proposal):
        return
    require_sight(actor, proposal)
    raise CaseError("forbidden", details={"verb": verb.value, "organ_id": proposal.organ_id})


def require_about(actor: Actor, verb: Verb, proposal: Proposal, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, proposal)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": proposal.organ_id})


def counts_exactly(actor: Actor, organ_id: str) -> bool:
    """Whether the organ's figures are told as they are: to those who work there."""
    return actor.has(Role.REVIEWER, Role.LEAD) and actor.organ_id == organ_id


def require_figures(actor: Actor) -> None:
    """Raises `forbidden` for whoever neither works on proposals nor supervises them."""
    if not actor.has(Role.REVIEWER, Role.LEAD, Role.SUPERVISOR):
        raise CaseError("forbidden")
