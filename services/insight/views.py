"""The figures of a place, for who may read them."""

from rongcuo.casework.counting.told import figures_of
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.insight import InsightFigures, InsightQuery
from services.insight import access
from services.insight.storage import InsightStorage


def figures(context: ExecutionContext[InsightStorage], query: InsightQuery) -> InsightFigures:
    """Of the year, and of each of its months."""
    place = query.place or access.widest(context.actor)
    access.require(context.actor, place)
    with context.reading() as store:
        return figures_of(store.figures, place, query.year)
