"""Questions about joint meetings, answered from the rows that the asking actor may see."""

from typing import Any

from sqlalchemy import Row, select

from rongcuo.casework.lists import record_order
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import (
    BallotReceipt,
    BallotReceiptQuery,
    MeetingLine,
    MeetingQuery,
    MeetingsPage,
    MeetingsQuery,
    MeetingState,
    MeetingView,
)
from rongcuo.contracts.errors import CaseError
from services.determination.access import meetings as access
from services.determination.domain.meeting import COMMITTED, JointMeeting, Sealing
from services.determination.presenters.meetings import view_of
from services.determination.storage import CaseStorage
from services.determination.storage.meetings import m, visible_to

LINE = (m.id, m.number, m.title, m.organ_id, m.cases, m.state, m.meets_at, m.number_order)


def meeting(context: ExecutionContext[CaseStorage], query: MeetingQuery, sealing: Sealing) -> MeetingView:
    """With the actor's own sealed votes. Who reads it from outside its organ is written down before."""
    with context.reading() as store:
        found = store.meetings.read(query.meeting_id)
        recused = store.determinations.closed_to(context.actor, found.agenda.case_ids)
    access.require_sight(context.actor, found, recused)
    if access.from_outside(context.actor, found):
        context.audit_read("review.meeting_read", found.id)
    occasion = Occasion.at(context, found.pack_id, found.division_code)
    return view_of(found, occasion, recused_from=recused, own=_own(context.actor.officer_id, found, sealing))


def _own(member_id: str, meeting: JointMeeting, sealing: Sealing) -> dict[str, str]:
    """What somebody has voted under seal. The page is there also where the key is not."""
    try:
        cast = {item.id: meeting.ballot_of(member_id, item, sealing) for item in meeting.agenda.items}
    except CaseError:
        return {}
    return {item_id: ballot.choice for item_id, ballot in cast.items() if ballot}


def receipt(context: ExecutionContext[CaseStorage], query: BallotReceiptQuery,
            sealing: Sealing) -> BallotReceipt:
    """A member's own vote with what opens its commitment, for themselves alone. Raises `not_found`."""
    member_id = context.actor.officer_id
    with context.reading() as store:
        found = store.meetings.read(query.meeting_id)
    item = found.agenda.item(query.item_id)
    ballot = found.ballot_of(member_id, item, sealing)
    if ballot is None:
        raise CaseError("not_found")
    return BallotReceipt(
        meeting_id=found.id, number=found.number, item_id=item.id, round=item.round, member_id=member_id,
        choice=ballot.choice, reason=ballot.reason, salt=ballot.salt, commitment=ballot.commitment,
        proof=context.proof_of_audit(COMMITTED, found.id, item=item.id, member=member_id, round=item.round))


def page(context: ExecutionContext[CaseStorage], query: MeetingsQuery) -> MeetingsPage:
    """Meetings of the actor's organ, and those they are a member of. Raises `invalid` for a wrong cursor."""
    wanted = select(*LINE).where(visible_to(context.actor))
    order = record_order(query.sort, m.meets_at, m.number_order, m.id)
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(m.sought, query.search))
    return MeetingsPage(lines=tuple(_line(row) for row in found.rows), next_cursor=found.cursor or "")


def _line(row: Row[Any]) -> MeetingLine:
    return MeetingLine(
        meeting_id=row.id, number=row.number, title=row.title, organ_id=row.organ_id, cases=row.cases,
        state=MeetingState(row.state), meets_at=row.meets_at)
