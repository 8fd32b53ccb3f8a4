"""The organ above: where a case goes whose own organ has nobody left for it (移送上级机关)."""

from collections.abc import Iterator
from contextlib import suppress

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.policy import divisions

NOBODY_LEFT = "本机关已没有可以办理的人员，自动移送上级机关"


def organ_above(organ_id: str) -> str:
    """Raises `review.no_organ_above`."""
    above = divisions.organ_above(organ_id)
    if not above:
        raise CaseError("review.no_organ_above", details={"organ_id": organ_id})
    return above


def has_organ_above(organ_id: str) -> bool:
    """Above the province there is none."""
    return bool(divisions.organ_above(organ_id))


def organs_above(organ_id: str) -> Iterator[str]:
    """All of them, the nearest first."""
    with suppress(CaseError):      # above the province there is none
        while True:
            organ_id = organ_above(organ_id)
            yield organ_id


def leads_above(actor: Actor, organ_id: str) -> bool:
    """Whether a lead of the organ above may draw the organ's cases up, whoever is left there."""
    return actor.has(Role.LEAD) and actor.organ_id == next(organs_above(organ_id), None)
