"""What becomes of what somebody had in hand when they leave."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.identity import OfficerDismissed
from services.filing.ports import Filings
from services.filing.usecases import changes, oversights


def take_dismissal(context: ExecutionContext[Filings], event: OfficerDismissed) -> None:
    """Whoever left looks at nothing any more, and has no change to decide on."""
    with context.reading() as store:
        overseen = store.oversights.with_officer(event.officer_id)
        taken = store.changes.with_officer(event.officer_id)
    with context.unit() as unit:
        matters = [unit.store.oversights.get(each) for each in overseen]
        for matter in matters:
            matter.leave(event.officer_id, oversights.occasion_of(context, matter))
        waiting = [unit.store.changes.get(each) for each in taken]
        for change in waiting:
            change.leave(event.officer_id, changes.occasion_of(context, change))
        unit.commit(*(each for each in (*matters, *waiting) if each.happened))
