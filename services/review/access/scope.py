"""What review's kinds of cases have in common: who steps in from above."""

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.review.domain.people import organ_above


def leads_above(actor: Actor, organ_id: str) -> bool:
    """Whether a lead of the organ above may draw the organ's matters up (提级办理), whoever is left there."""
    try:
        return actor.has(Role.LEAD) and actor.organ_id == organ_above(organ_id)
    except CaseError:
        return False
