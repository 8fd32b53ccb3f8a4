"""Questions about appeals. Who sees the case, sees the appeal."""

from rongcuo.chassis.work import Desk
from rongcuo.contracts.determination import AppealQuery, AppealView
from services.review.access import determinations as access
from services.review.answers.appeals import appeal_view
from services.review.domain import Occasion
from services.review.storage import CaseStorage


def appeal(desk: Desk[CaseStorage], query: AppealQuery) -> AppealView:
    """Who reads it only as a supervisor is written down before they get it."""
    with desk.reading() as store:
        found = store.appeals.read(query.appeal_id)
        case = store.determinations.read(found.case_id)
    access.require_sight(desk.actor, case)
    if access.from_outside(desk.actor, case):
        desk.note_read("review.appeal_read", found.id)
    return appeal_view(found, case, Occasion.at(desk, found.pack_id, found.division_code))
