"""The dashboard's figures, of all nodes together."""

from rongcuo.casework.counting.told import figures_of
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.insight import InsightFigures, InsightQuery
from rongcuo.contracts.operation import NODE
from rongcuo.policy.divisions import beginning
from services.province import access
from services.province.storage import ProvinceStorage


def figures(context: ExecutionContext[ProvinceStorage], query: InsightQuery) -> InsightFigures:
    """For supervisors, of what is at or below their division."""
    place = query.place or access.widest(context.actor)
    access.require_above(context.actor, place)
    with context.reading() as store:
        return figures_of(store.figures, place, query.year)


def figures_below(context: ExecutionContext[ProvinceStorage], query: InsightQuery) -> InsightFigures:
    """For a prefecture that is a node: of its own area and counties. Raises `forbidden`."""
    own = beginning(context.caller.removeprefix(NODE)) or ""
    place = query.place or own
    if not own or not place.startswith(own):
        raise CaseError("forbidden", details={"place": place})
    with context.reading() as store:
        store.node(context.caller.removeprefix(NODE)).require_taken_in()
        return figures_of(store.figures, place, query.year)
