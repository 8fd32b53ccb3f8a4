"""A meeting before it is convened: what is missing, on its cases and among its members."""

from collections.abc import Iterator

from rongcuo.casework.officers import officer_asked
from rongcuo.casework.presenters import gap_views
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.gaps import Convening, ConveningQuery, GapView
from rongcuo.contracts.identity import OfficerView
from services.determination.access import determinations, meetings
from services.determination.domain.determination import CONVENE, Determination
from services.determination.domain.meeting import missing_before_convening
from services.determination.ports import Cases
from services.determination.usecases.dossier import occasion_of, occasion_today


def convening(context: ExecutionContext[Cases], query: ConveningQuery) -> Convening:
    """For whoever may convene it, of cases that they see from within. Changes nothing."""
    meetings.require_convene(context.actor)
    members = [officer_asked(context, each,
                             "meeting.not_a_member") for each in dict.fromkeys(query.member_ids)]
    with context.reading() as store:
        cases = [store.determinations.read(case_id) for case_id in dict.fromkeys(query.case_ids)]
    for case in cases:
        meetings.require_own(context.actor, case)
        determinations.require_inside(context.actor, case)
    return Convening(missing=tuple(_missing(context, cases, members)))


def _missing(context: ExecutionContext[Cases], cases: list[Determination],
             members: list[OfficerView]) -> Iterator[GapView]:
    for case in cases:
        occasion = occasion_of(context, case)
        yield from gap_views(case.missing(CONVENE, occasion), occasion, case.title)
    if members:
        occasion = occasion_today(context)
        for gap, about in missing_before_convening(cases, members, occasion):
            yield from gap_views((gap,), occasion, about)
