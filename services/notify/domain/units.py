"""单位名录: what is told of an organ's directory of units, which is a matter without tasks."""

from collections.abc import Iterator

from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.identity import UnitChangeProposed
from rongcuo.contracts.notify import MatterKind
from rongcuo.policy.divisions import division, lineage
from services.notify.domain.notifications import Notification, counted, notification
from services.notify.domain.tracked_case import Facts, TrackedCase


def registrars_of(organ_id: str) -> Iterator[str]:
    """The posts of those who keep an organ's units, the nearest first."""
    above = reversed(lineage(organ_id.partition(".")[0]))
    return (queue(each, Role.REGISTRAR) for each in dict.fromkeys((organ_id, *above)))


def confirming(case: TrackedCase, event: UnitChangeProposed, post: str) -> list[Notification]:
    """Whoever is in that post is to confirm a change, but for whoever proposed it."""
    place = division(event.organ_id.partition(".")[0])
    case.facts = Facts("", place.name, event.organ_id, place.code, "", "", "", kind=MatterKind.UNITS)
    return counted(case, event, [notification(case, "unit_change_waiting", (post,), (event.proposed_by,))])
