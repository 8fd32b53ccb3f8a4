"""What the other services tell is counted as insight counts it; what counts for everybody goes up at once."""

from rongcuo.casework.counting.matter import subject_of
from rongcuo.casework.counting.measures import KINDS
from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import OutcomeRecorded, OversightQuery
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT
from rongcuo.contracts.province.line import Up
from rongcuo.policy.calendar import ZONE
from services.county.domain import MatterGoingUp
from services.county.ports import Node


def count(context: ExecutionContext[Node], event: Event) -> None:
    """Of an event of the table."""
    with context.unit() as unit:
        going = unit.store.matter(subject_of(event))
        version, before = going.version, going.matter.counted
        going.hear(event)
        _keep(context, unit, going, version, before)


def count_outcomes(context: ExecutionContext[Node], event: OutcomeRecorded) -> None:
    """What stands of a matter now is asked for: one entry corrects another, and may overtake it."""
    stands = context.ask(OVERSIGHT, OversightQuery(oversight_id=event.standing.matter_id))
    amounts = {KINDS[each.kind]: each.amount for each in stands.totals}
    with context.unit() as unit:
        going = unit.store.matter(subject_of(event))
        version, before = going.version, going.matter.counted
        going.count_amounts(event, stands.organ_id, amounts, event.at.astimezone(ZONE).date())
        _keep(context, unit, going, version, before)


def _keep(context: ExecutionContext[Node], unit: UnitOfWork[Node], going: MatterGoingUp, version: int,
          before: tuple) -> None:    # type: ignore[type-arg]
    unit.store.put_matter(going, before)
    if going.version > version:
        unit.store.give(Up.MATTER, going.entry, now=context.now)
    unit.commit()
