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
        matter = unit.store.matter(matter_id)
        unheard_of = matter.facts is None
        notifications = domain.hear(matter, event, context.now)
        plan(context, matter)
        told = tell(context, unit.store, matter, notifications, channel, first=unheard_of)
        unit.audit("notify.heard", matter_id, event=event.type_name(), tasks=len(matter.tasks), told=told)
        unit.commit(matter)
