"""Who sees and does what at the hub."""

from rongcuo.casework.counting.places import division_of
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.county import OF_FALSE_ACCUSATIONS
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import ApprovalState
from rongcuo.policy.divisions import PROVINCE, beginning, is_at_or_below
from services.province.domain import Approval

AREA = 4     # digits of a prefecture


def widest(actor: Actor) -> str:
    """The place whose figures are shown where none is named. Raises `forbidden`."""
    place = beginning(actor.division_code) or ""
    if not actor.has(Role.SUPERVISOR) or len(place) > AREA:
        raise CaseError("forbidden")
    return place


def require_above(actor: Actor, place: str) -> None:
    """Supervisors of the division or one above it. Raises `forbidden`."""
    if not actor.has(Role.SUPERVISOR) or not is_at_or_below(division_of(place), actor.division_code):
        raise CaseError("forbidden", details={"place": place})


def require_watching(actor: Actor) -> str:
    """Which division's nodes the actor sees: the operator all, supervisors what is at or below theirs. Raises
    `forbidden`."""
    if actor.has(Role.OPERATOR):
        return PROVINCE
    if actor.has(Role.SUPERVISOR):
        return actor.division_code
    raise CaseError("forbidden")


def is_legislator(actor: Actor) -> bool:
    """Leads of the province's own organ."""
    return actor.has(Role.LEAD) and actor.organ_id == PROVINCE


def require_legislator(actor: Actor) -> None:
    """Raises `forbidden`."""
    if not is_legislator(actor):
        raise CaseError("forbidden")


def may_answer(actor: Actor, approval: Approval) -> bool:
    """Leads of the organ that was asked, where it has no node of its own."""
    return (actor.has(Role.LEAD) and actor.organ_id == approval.asked_of and not approval.at_node
            and approval.state is ApprovalState.ASKED)


def require_answering(actor: Actor, approval: Approval) -> None:
    """Raises `not_found`, `province.at_its_node`, `forbidden`."""
    asked, above = actor.organ_id == approval.asked_of, is_at_or_below(approval.node, actor.division_code)
    told = approval.kind not in OF_FALSE_ACCUSATIONS
    if not (asked or (actor.has(Role.SUPERVISOR) and above and told)):
        raise CaseError("not_found")
    if not (asked and actor.has(Role.LEAD)):
        raise CaseError("forbidden")
    if approval.at_node:
        raise CaseError("province.at_its_node")
