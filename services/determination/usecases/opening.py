"""A case before it is opened: what was decided about the same person and time."""

from rongcuo.casework.presenters import gap_views
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.opening import OpeningGaps, OpeningQuery
from rongcuo.policy.gaps import Gap
from services.determination.domain.determination import Opening
from services.determination.ports import Cases
from services.determination.usecases.dossier import decided_nearby, occasion_today
from services.determination.usecases.subjects import subject_admitted


def opening(context: ExecutionContext[Cases], query: OpeningQuery) -> OpeningGaps:
    """For whoever may open it; they read the numbers of those cases, and nothing of what is in them, and
    it is noted that they did. Changes nothing."""
    subject = subject_admitted(context, query.initiation, query.subject)
    asked = Opening(initiation=query.initiation, subject=subject, act=query.act, title="", situation="",
                    grounds="")
    with context.reading() as store:
        found = decided_nearby(store, asked)
    if not subject.officer_id or subject.officer_id != context.actor.officer_id:
        for case in found:
            context.audit_read("review.decided_nearby_read", case.id)
    occasion = occasion_today(context)
    return OpeningGaps(missing=tuple(view for case in found for view in gap_views(
        (Gap.OPEN_DECIDED_NEARBY,), occasion, case.number)))
