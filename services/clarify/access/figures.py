"""Who reads which figures: nobody but those who may open each report that is counted in them. Of false
accusations, whoever supervises the whole province, and what they may open are single ones."""

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import PROVINCE, is_at_or_below
from services.clarify.access.reports import overseen_from


def organ_counted(actor: Actor, asked: str) -> str:
    """The organ that was `asked` for, or the actor's own. Raises `forbidden`."""
    organ_id = asked or actor.organ_id
    works_there = actor.has(Role.REVIEWER, Role.LEAD) and organ_id == actor.organ_id
    above = actor.has(Role.SUPERVISOR) and is_at_or_below(overseen_from(organ_id), actor.division_code)
    if not (works_there or above):
        raise CaseError("forbidden", details={"organ_id": organ_id})
    return organ_id


def require_province(actor: Actor) -> None:
    """Raises `forbidden`."""
    if not (actor.has(Role.SUPERVISOR) and actor.division_code == PROVINCE):
        raise CaseError("forbidden")
