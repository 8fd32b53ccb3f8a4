"""The directory: whom to reach, as identity tells."""

from rongcuo.chassis.work import Desk
from rongcuo.contracts.identity import OfficerDismissed, OfficerEnrolled
from rongcuo.contracts.notify import MatterKind
from services.notify.domain import Matter, Occasion, Officer, about
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


def dismiss(desk: Desk[Notices], event: OfficerDismissed) -> None:
    """Somebody has left. What becomes of what they held, review tells."""
    with desk.unit() as unit:
        officer = unit.store.officers((event.officer_id,)).get(event.officer_id)
        if officer is not None:
            officer.dismiss()
            unit.store.put(officer)
        unit.note("notify.officer_dismissed", event.officer_id)
        unit.commit()


def _waiting(matter: Matter, officer: Officer) -> list[Occasion]:
    task, facts = matter.task, matter.known
    if task is None:
        return []
    name = "review_waiting" if facts.kind is MatterKind.FILING else "stage_begun"
    told = about(facts.number, facts.title, due=task.due_at)
    return [Occasion(f"{task.id}/waiting/{officer.id}", name, (officer.id,), told, facts.parties)]
