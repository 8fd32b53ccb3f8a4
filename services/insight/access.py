"""Who reads whose figures: one's own organ, who reviews there or leads it; everything at or below the
division, who supervises it."""

from rongcuo.casework.counting import AREA, is_area
from rongcuo.casework.counting.places import division_of
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import beginning, is_at_or_below


def widest(actor: Actor) -> str:
    """The place that an actor reads where none is named. Raises `forbidden`."""
    if actor.has(Role.SUPERVISOR) and len(area := beginning(actor.division_code) or "") in (2, AREA):
        return area
    if actor.has(Role.SUPERVISOR, Role.REVIEWER, Role.LEAD):
        return actor.organ_id
    raise CaseError("forbidden")


def require(actor: Actor, place: str) -> None:
    """Raises `forbidden`."""
    own = actor.has(Role.REVIEWER, Role.LEAD) and not is_area(place) and place == actor.organ_id
    below = actor.has(Role.SUPERVISOR) and is_at_or_below(division_of(place), actor.division_code)
    if not own and not below:
        raise CaseError("forbidden", details={"place": place})
