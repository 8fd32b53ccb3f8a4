"""A joint meeting, for somebody who sees it."""

from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.ports import ExecutionContext
from services.determination.access import meetings as access
from services.determination.domain.meeting import JointMeeting
from services.determination.ports import Cases


def meeting_fetched(context: ExecutionContext[Cases], store: Cases, meeting_id: str) -> tuple[JointMeeting,
                                                                                              Occasion]:
    """Locked, to be changed."""
    meeting = store.meetings.get(meeting_id)
    _require_sight(context, store, meeting)
    return meeting, occasion_of(context, meeting)


def meeting_seen(context: ExecutionContext[Cases], store: Cases, meeting_id: str) -> JointMeeting:
    """Not locked: for its agenda, whose cases stay as they were called, and are locked before it."""
    meeting = store.meetings.read(meeting_id)
    _require_sight(context, store, meeting)
    return meeting


def _require_sight(context: ExecutionContext[Cases], store: Cases, meeting: JointMeeting) -> None:
    """Raises `not_found`, also for whom its cases have barred."""
    recused = store.determinations.recused_from(context.actor.officer_id, meeting.agenda.case_ids)
    access.require_sight(context.actor, meeting, recused)


def occasion_of(context: ExecutionContext[Cases], meeting: JointMeeting) -> Occasion:
    """With the meeting's own pack."""
    return Occasion.at(context, meeting.pack_id, meeting.division_code)
