"""What is told is counted: fetch, tell, commit. No event follows."""

from rongcuo.casework.counting.matter import subject_of
from rongcuo.casework.counting.measures import KINDS
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import OutcomeRecorded, OversightQuery
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT
from rongcuo.policy.calendar import ZONE
from services.insight.ports import Projections


def count(context: ExecutionContext[Projections], event: Event) -> None:
    """Of an event of the table."""
    with context.unit() as unit:
        matter = unit.store.get(subject_of(event))
        before = matter.counted
        matter.take(event)
        unit.store.put(matter, before)
        unit.commit()


def count_outcomes(context: ExecutionContext[Projections], event: OutcomeRecorded) -> None:
    """What stands of a matter now is asked for: one entry corrects another, and may overtake it."""
    stands = context.ask(OVERSIGHT, OversightQuery(oversight_id=event.standing.matter_id))
    with context.unit() as unit:
        matter = unit.store.get(subject_of(event))
        before = matter.counted
        matter.amounts(stands.organ_id, {KINDS[each.kind]: each.amount for each in stands.totals},
                       event.at.astimezone(ZONE).date())
        unit.store.put(matter, before)
        unit.commit()
