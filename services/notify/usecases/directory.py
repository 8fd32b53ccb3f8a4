"""The directory: whom to reach, as identity tells."""

from rongcuo.chassis.work import Desk
from rongcuo.contracts.identity import OfficerDismissed, OfficerEnrolled
from rongcuo.contracts.notify import MatterKind
from services.notify.domain import SUPPLEMENT, Matter, Occasion, Officer, about, lead_queue
from services.notify.ports import Notices
from services.notify.usecases.telling import tell

AT_ONCE = 50


def enrol(desk: Desk[Notices], event: OfficerEnrolled, channel: str) -> None:
    """Somebody has a post. What already waits in their queue they are told now, the soonest first."""
    officer = Officer(event.officer_id, event.name, event.organ_id, event.division_code, event.email,
                      event.roles)
    with desk.unit() as unit:
        unit.store.put(officer)
        for holder in officer.queues():
            for matter in unit.store.held_by(holder, AT_ONCE):
                tell(desk, unit.store, matter, _waiting(matter, officer), channel)
        unit.note("notify.officer_enrolled", officer.id)
        unit.commit()


def dismiss(desk: Desk[Notices], event: OfficerDismissed, channel: str) -> None:
    """Somebody has left. Who leads their organ is told what they held."""
    with desk.unit() as unit:
        officer = unit.store.officers((event.officer_id,)).get(event.officer_id)
        if officer is not None:
            officer.dismiss()
            unit.store.put(officer)
        for matter in unit.store.held_by(event.officer_id, AT_ONCE):
            tell(desk, unit.store, matter, _left(matter, event), channel)
        unit.note("notify.officer_dismissed", event.officer_id)
        unit.commit()


def _waiting(matter: Matter, officer: Officer) -> list[Occasion]:
    name = "review_waiting" if matter.known.kind is MatterKind.FILING else "stage_begun"
    return _about(matter, f"waiting/{officer.id}", name, officer.id)


def _left(matter: Matter, event: OfficerDismissed) -> list[Occasion]:
    """A supplement stays the filer's; nobody can be assigned to it."""
    if matter.task is None or matter.task.kind == SUPPLEMENT:
        return []
    return _about(matter, f"left/{event.officer_id}", "holder_left", lead_queue(event.organ_id))


def _about(matter: Matter, why: str, name: str, to: str) -> list[Occasion]:
    task, facts = matter.task, matter.known
    if task is None:
        return []
    told = about(facts.number, facts.title, due=task.due_at)
    return [Occasion(f"{task.id}/{why}", name, (to,), told, facts.parties)]
