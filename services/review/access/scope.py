"""What review's kinds of cases have in common: who steps in from above, and who watches."""

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.review.domain.people import organ_above

WATCHERS = (Role.SYSTEM, Role.OPERATOR)  # may list the ids of open matters, without their content


def leads_above(actor: Actor, organ_id: str) -> bool:
    """Whether a lead of the organ above may draw the organ's matters up (提级办理), whoever is left there."""
    try:
        return actor.has(Role.LEAD) and actor.organ_id == organ_above(organ_id)
    except CaseError:
        return False


def require_watcher(actor: Actor) -> None:
    """Raises `forbidden` for all but the watchdog and those who operate it."""
    if not actor.has(*WATCHERS):
        raise CaseError("forbidden")
