"""What a person does with their inbox."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.notify import MarkRead, MessageView
from services.notify.ports import Notices
from services.notify.views import message_view


def mark_read(context: ExecutionContext[Notices], command: MarkRead) -> MessageView:
    """Mark one of the actor's own messages; anybody else's is `not_found`."""
    with context.unit() as unit:
        message = unit.store.message(command.message_id, context.actor.officer_id)
        message.mark_read(context.now)
        unit.audit("notify.message_read", message.id)
        return unit.commit(message, answer=message_view(message))
