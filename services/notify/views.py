"""What notify answers."""

from collections.abc import Mapping
from dataclasses import replace

from rongcuo.casework.apart import known_by
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import notify as contract
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import midnight
from services import events_of
from services.notify import access
from services.notify.domain.directory import Officer
from services.notify.domain.notifications import Message
from services.notify.domain.task import Task
from services.notify.domain.tracked_case import TrackedCase
from services.notify.ports import Notices, Sent

Directory = Mapping[str, Officer]
BY_THE_DAY = frozenset().union(*(kind.steps_by_the_day for kind in events_of(CaseMoved)))


def tasks(context: ExecutionContext[Notices], query: contract.TasksQuery) -> contract.TasksPage:
    """The actor's own tasks and those in their organ's queues, but for matters that they have a part in.
    Raises `invalid` for a damaged cursor."""
    with context.reading() as store:
        found, next_cursor = store.tasks_page(context.actor, query)
        names = store.officers(holder for _, task in found for holder in task.holders)
    shown = tuple(_task_view(context, case, task, names) for case, task in found)
    return contract.TasksPage(tasks=shown, next_cursor=next_cursor)


def matter(context: ExecutionContext[Notices], query: contract.MatterTasksQuery) -> contract.MatterTasks:
    """What is to be done, and who has been told what; a filer sees of the latter what reached themselves. Who
    has a part in a determination, or is of its subject's unit, sees their own of it alone."""
    me = context.actor.officer_id
    with context.reading() as store:
        found = store.seen(context.actor, query.matter_id)
        inside = found.inside_for(context.actor)
        everything = inside and access.sees_all_told(context.actor)
        told = [sent for sent in store.deliveries_of(found.id)
                if everything or sent.delivery.recipient_id == me]
        tasks = [task for task in found.tasks if inside or me in task.holders]
        gone = me in found.recused or not found.reaches(me, known_by(context.actor))
        if not inside and (gone or not (told or tasks)):
            raise CaseError("not_found")
        holders = {holder for task in tasks for holder in task.holders}
        names = store.officers(holders | {sent.delivery.recipient_id for sent in told})
    return contract.MatterTasks(
        tasks=tuple(_task_view(context, found, task, names) for task in tasks),
        deliveries=tuple(delivery_view(sent, names, me) for sent in told))


def inbox(context: ExecutionContext[Notices], query: contract.InboxQuery) -> contract.InboxPage:
    """The actor's own messages, newest first. Raises `invalid` for a damaged cursor."""
    with context.reading() as store:
        found, next_cursor = store.inbox_page(context.actor, query)
        unread = store.unread(context.actor)
        daily = store.wants_digest(context.actor.officer_id)
    return contract.InboxPage(
        unread=unread, daily=daily, messages=tuple(map(message_view, found)), next_cursor=next_cursor)


def deliveries(context: ExecutionContext[Notices],
               query: contract.DeliveriesQuery) -> contract.DeliveriesPage:
    """For operators: what became of what was sent, without subject, text or matter. What is delivered has
    neither receipt nor tries. By the lack of any of it they would know from whom a matter is kept, whose mail
    never left."""
    access.require_operator(context.actor)
    with context.reading() as store:
        found = store.deliveries_in(query.state, query.limit)
        names = store.officers(sent.delivery.recipient_id for sent in found)
        counts = store.delivery_counts()
    return contract.DeliveriesPage(
        counts={state.value: counts.get(state.value, 0) for state in contract.DeliveryState},
        deliveries=tuple(_for_operators(delivery_view(sent, names, context.actor.officer_id))
                         for sent in found))


def message_view(message: Message) -> contract.MessageView:
    """A message as its recipient reads it."""
    return contract.MessageView(
        message_id=message.id, matter_id=message.matter_id, subject=message.subject, body=message.body,
        read=message.read_at is not None, matter_kind=message.matter_kind, at=message.at)


def delivery_view(sent: Sent, names: Directory, reader_id: str) -> contract.DeliveryView:
    """A delivery with its receipt. What follows at once upon a reporter's letter has, for others than whom it
    was sent to, neither moment nor receipt, which may hold one: the day."""
    delivery, next_at, delivered_at = sent.delivery, sent.delivery.next_at, sent.delivery.delivered_at
    receipt = delivery.receipt
    if sent.name in BY_THE_DAY and delivery.recipient_id != reader_id:
        next_at, delivered_at = next_at and midnight(next_at), delivered_at and midnight(delivered_at)
        receipt = "" if delivery.delivered_at else receipt
    return contract.DeliveryView(
        delivery_id=delivery.id, message_id=delivery.message_id, matter_id=delivery.matter_id,
        recipient_id=delivery.recipient_id, recipient=_name(delivery.recipient_id, names),
        channel=delivery.channel, subject=sent.subject,
        attempts=delivery.attempts, receipt=receipt, state=delivery.state, next_at=next_at,
        delivered_at=delivered_at)


def _for_operators(view: contract.DeliveryView) -> contract.DeliveryView:
    delivered = view.state is contract.DeliveryState.DELIVERED
    return replace(view, matter_id="", attempts=0 if delivered else view.attempts,
                   receipt="" if delivered else view.receipt)


def _task_view(context: ExecutionContext[Notices], case: TrackedCase, task: Task,
               names: Directory) -> contract.TaskView:
    return contract.TaskView(
        task_id=task.id, matter_id=case.id, kind=task.kind, title=case.known.title,
        number=case.known.number, owner_id=task.holders[0], owner=_owner(case, task, names),
        organ_id=case.known.organ_id, overdue=task.overdue(context.now), provisional=task.provisional,
        suspended=task.suspended, matter_kind=case.known.kind, state=task.state,
        due_at=None if task.suspended else task.due_at, opened_at=task.opened_at, closed_at=task.closed_at)


def _owner(case: TrackedCase, task: Task, names: Directory) -> str:
    if task.holders == (case.queue,):
        return "审查人员(待分派)"
    if task.holders == (case.leads,):
        return "审查负责人"
    return "、".join(_name(holder, names) for holder in task.holders)


def _name(officer_id: str, names: Directory) -> str:
    return names[officer_id].name if officer_id in names else officer_id
