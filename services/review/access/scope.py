"""What a role reaches: rows of its unit, its organ, or the divisions below."""

from enum import StrEnum

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.review.domain.people import organ_above


class Scope(StrEnum):
    """Which rows a role sees; `storage` says the same in SQL."""

    NONE = "none"
    OWN_UNIT = "own_unit"                # of the officer themselves, or of their unit with the same organ
    ORGAN = "organ"                      # with the officer's organ
    DIVISIONS_BELOW = "divisions_below"  # at or below the officer's division
    ALL = "all"


WATCHERS = (Role.SYSTEM, Role.OPERATOR)  # may list the ids of open matters, without their content


def below(division_code: str) -> str:
    """What the codes at or below a division begin with: 530000 → 53, 530100 → 5301, 530127 → itself."""
    if division_code.endswith("0000"):
        return division_code[:2]
    return division_code.removesuffix("00")


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
