"""Questions about joint meetings, answered from the rows that the asking actor may see."""

from typing import Any

from sqlalchemy import Row, select

from rongcuo.chassis import paging
from rongcuo.chassis.work import Desk
from rongcuo.contracts.determination import (
    MeetingLine,
    MeetingQuery,
    MeetingsPage,
    MeetingsQuery,
    MeetingState,
    MeetingView,
)
from services.review.access import meetings as access
from services.review.answers.meetings import view_of
from services.review.domain import Occasion
from services.review.storage import CaseStorage
from services.review.storage.meetings import m, visible_to
from services.review.views.searching import says

LINE = (m.id, m.number, m.title, m.organ_id, m.cases, m.state, m.meets_at)
LATEST_FIRST = (m.meets_at.desc(), m.id.desc())


def meeting(desk: Desk[CaseStorage], query: MeetingQuery) -> MeetingView:
    """With the actor's own sealed votes. Who reads it from outside its organ is written down before."""
    with desk.reading() as store:
        found = store.meetings.read(query.meeting_id)
        recused = store.determinations.recused_from(desk.actor.officer_id, found.agenda.case_ids)
    access.require_sight(desk.actor, found)
    if access.from_outside(desk.actor, found):
        desk.note_read("review.meeting_read", found.id)
    occasion = Occasion.at(desk, found.pack_id, found.division_code)
    return view_of(found, occasion, recused_from=recused, own_choice=True)


def page(desk: Desk[CaseStorage], query: MeetingsQuery) -> MeetingsPage:
    """Meetings of the actor's organ, and those they are a member of. Raises `invalid` for a wrong cursor."""
    wanted = select(*LINE).where(visible_to(desk.actor), *says(query.search, m.number, m.title))
    with desk.reading() as store:
        found = paging.page(store.session, wanted, LATEST_FIRST, query.cursor, query.limit)
    return MeetingsPage(lines=tuple(_line(row) for row in found.rows), next_cursor=found.cursor or "")


def _line(row: Row[Any]) -> MeetingLine:
    return MeetingLine(
        meeting_id=row.id, number=row.number, title=row.title, organ_id=row.organ_id, cases=row.cases,
        state=MeetingState(row.state), meets_at=row.meets_at)
