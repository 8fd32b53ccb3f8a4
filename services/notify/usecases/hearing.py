"""What the others tell: tasks follow it, and whom it concerns is told. Identity tells whom to reach."""

from rongcuo.casework.asking import officers_asked
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.identity import OfficerDismissed, OfficerEnrolled, UnitChangeProposed, UnitNamed
from rongcuo.contracts.notify import MatterKind
from rongcuo.contracts.unit_names import unit_keys
from rongcuo.contracts.vault import OrderQuery, UnsealingMoved
from rongcuo.contracts.vault.operations import ORDER_HEARERS
from services.notify.domain import on_filing_events
from services.notify.domain.directory import Officer, queues_of
from services.notify.domain.notifications import Notification, notification
from services.notify.domain.tracked_case import TrackedCase
from services.notify.domain.units import confirming, registrars_of
from services.notify.domain.unsealings import told_of_order
from services.notify.ports import Notices
from services.notify.usecases.notifications import tell
from services.notify.usecases.reminding import plan
from services.notify.usecases.watching import SILENT

AT_ONCE = 50


def hear(context: ExecutionContext[Notices], matter_id: str, event: Event, channel: str) -> None:
    """Take an event in. `channel` is the way on which messages leave the house."""
    with context.unit() as unit:
        case = unit.store.case(matter_id)
        unheard_of = case.facts is None
        notifications = on_filing_events.hear(case, event, context.now)
        plan(context, case)
        told = tell(context, unit.store, case, notifications, channel, first=unheard_of)
        unit.audit("notify.heard", matter_id, event=event.type_name(), tasks=len(case.tasks), told=told)
        unit.commit(case)


def enrol(context: ExecutionContext[Notices], event: OfficerEnrolled, channel: str) -> None:
    """Somebody has a post. What already waits in their queue they are told now, the soonest first."""
    officer = Officer(event.officer_id, event.name, event.organ_id, event.division_code, event.email,
                      event.roles, units=tuple(unit_keys(event.unit)))
    with context.unit() as unit:
        unit.store.put(officer)
        for holder in queues_of(officer.organ_id, officer.roles):
            for case in unit.store.held_by(holder, AT_ONCE):
                tell(context, unit.store, case, _waiting(case, officer), channel)
        unit.audit("notify.officer_enrolled", officer.id)
        unit.commit()


def name_unit(context: ExecutionContext[Notices], event: UnitNamed) -> None:
    """A unit has these names: its people are of it by each of them."""
    names = unit_keys(event.name, *event.aliases, *event.former_names)
    with context.unit() as unit:
        for officer in unit.store.in_post(event.organ_id) if len(names) > 1 else ():
            if officer.is_of(names):
                officer.learn(names)
                unit.store.put(officer)
        unit.audit("notify.unit_named", event.unit_id)
        unit.commit()


def ask_units(context: ExecutionContext[Notices]) -> None:
    """What else the units of those are called who were enrolled since, or before that was kept. Organ by
    organ; while identity is away, later."""
    while organ_id := _unasked(context):
        try:
            known = officers_asked(context, organ_id)
        except CaseError as error:
            if error.code not in SILENT:
                raise
            return
        units = {each.officer_id: each.units for each in known}
        with context.unit() as unit:
            for officer in unit.store.in_post(organ_id):
                if not officer.asked:
                    officer.learn(units.get(officer.id, ()))
                    officer.asked = True
                    unit.store.put(officer)
            unit.commit()


def _unasked(context: ExecutionContext[Notices]) -> str:
    with context.reading() as store:
        return store.organ_unasked()


def dismiss(context: ExecutionContext[Notices], event: OfficerDismissed) -> None:
    """Somebody has left. What becomes of what they held, review tells."""
    with context.unit() as unit:
        officer = unit.store.officers((event.officer_id,)).get(event.officer_id)
        if officer is not None:
            officer.dismiss()
            unit.store.put(officer)
        unit.audit("notify.officer_dismissed", event.officer_id)
        unit.commit()


def propose_unit_change(context: ExecutionContext[Notices], event: UnitChangeProposed, channel: str) -> None:
    """It waits for another registrar's word: those of the nearest place that has any are told."""
    with context.unit() as unit:
        case = unit.store.case(event.organ_id)
        near = next((post for post in registrars_of(event.organ_id)
                     if {each.id for each in unit.store.reached_by((post,))} - {event.proposed_by}), "")
        told = tell(context, unit.store, case, confirming(case, event, near), channel) if near else 0
        unit.audit("notify.unit_change_proposed", event.unit_id, told=told)
        unit.commit(*[case] if told else [])


def tell_of_order(context: ExecutionContext[Notices], event: UnsealingMoved, channel: str) -> None:
    """To whom, and who is named by now, is the vault's to say. What has moved on meanwhile is told by the
    event after this one."""
    told = context.ask(ORDER_HEARERS, OrderQuery(order_id=event.order_id))
    to = told.officers if told.state is event.state else ()
    with context.unit() as unit:
        case = unit.store.case(event.order_id)
        case.keep_apart((), told.keys_apart)
        many = tell(context, unit.store, case, told_of_order(case, event, to), channel)
        unit.audit("notify.unsealing_moved", event.order_id, told=many)
        unit.commit(case)


def _waiting(case: TrackedCase, officer: Officer) -> list[Notification]:
    if case.task is None or not case.apart.isdisjoint(officer.keys):
        return []
    name = "review_waiting" if case.known.kind is MatterKind.FILING else "stage_begun"
    return [notification(case, name, (officer.id,), case.known.parties,
                         f"{case.task.id}/waiting/{officer.id}", due=case.task.due_at)]
