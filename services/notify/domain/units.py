"""单位名录: what is told of an organ's directory of units, which is a matter without tasks."""

from collections.abc import Iterator

from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.identity import UnitChangeProposed
from rongcuo.contracts.notify import MatterKind
from rongcuo.policy.divisions import division, lineage
from services.notify.domain.message import Notification
from services.notify.domain.tracked_case import Facts, TrackedCase


def registrars_of(organ_id: str) -> Iterator[str]:
    """The posts of those who keep an organ's units, the nearest first."""
    above = reversed(lineage(organ_id.partition(".")[0]))
    return (queue(each, Role.REGISTRAR) for each in dict.fromkeys((organ_id, *above)))


def confirming(case: TrackedCase, event: UnitChangeProposed, post: str) -> Notification:
    """Whoever is in that post is to confirm a change, but for whoever proposed it."""
    place = division(event.organ_id.partition(".")[0])
    case.facts = Facts("", place.name, event.organ_id, place.code, "", "", "", kind=MatterKind.UNITS)
    case.heard[event.source] = case.heard.get(event.source, 0) + 1
    key = f"{matter.id}/{event.source}/{matter.heard[event.source]}/unit_change_waiting"
    return Notification(key, "unit_change_waiting", (post,), {"title": place.name}, (event.proposed_by,))
