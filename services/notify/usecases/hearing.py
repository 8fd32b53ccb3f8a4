"""An event of filing or review: its matter's tasks follow it, and whom it concerns is told."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.events import Event
from services.notify import domain
from services.notify.ports import Notices
from services.notify.usecases.notifications import tell
from services.notify.usecases.reminding import plan


def hear(context: ExecutionContext[Notices], matter_id: str, event: Event, channel: str) -> None:
    """Take an event in. `channel` is the way on which messages leave the house."""
    with context.unit() as unit:
        case = unit.store.case(matter_id)
        unheard_of = case.facts is None
        notifications = domain.hear(case, event, context.now)
        plan(context, case)
        told = tell(context, unit.store, case, notifications, channel, first=unheard_of)
        unit.audit("notify.heard", matter_id, event=event.type_name(), tasks=len(case.tasks), told=told)
        unit.commit(case)
