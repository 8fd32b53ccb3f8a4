"""A meeting before it is convened: what is missing, on its cases and among its members."""

from collections.abc import Iterator

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.gaps import Convening, ConveningQuery, GapView
from rongcuo.contracts.identity import OfficerView
from services.review.access import determinations, meetings
from services.review.answers.gaps import gap_views
from services.review.domain import Occasion
from services.review.domain.determination import CONVENE, Determination
from services.review.domain.meeting.convening import among_members
from services.review.ports import Cases
from services.review.usecases.asking import officer_asked
from services.review.usecases.dossier import occasion_of


def convening(desk: ExecutionContext[Cases], query: ConveningQuery) -> Convening:
    """For whoever may convene it, of cases that they see from within. Changes nothing."""
    meetings.require_convene(desk.actor)
    members = [officer_asked(desk, each, "meeting.not_a_member") for each in dict.fromkeys(query.member_ids)]
    with desk.reading() as store:
        cases = [store.determinations.read(case_id) for case_id in dict.fromkeys(query.case_ids)]
    for case in cases:
        meetings.require_own(desk.actor, case)
        determinations.require_inside(desk.actor, case)
    return Convening(missing=tuple(_missing(desk, cases, members)))


def _missing(desk: ExecutionContext[Cases], cases: list[Determination],
             members: list[OfficerView]) -> Iterator[GapView]:
    for case in cases:
        occasion = occasion_of(desk, case)
        yield from gap_views(case.missing(CONVENE, occasion), occasion, case.title)
    if members:
        code = desk.actor.division_code
        occasion = Occasion.at(desk, desk.rules.pack(code, on=desk.now.date()).id, code)
        for gap, about in among_members(cases, members, occasion):
            yield from gap_views((gap,), occasion, about)
