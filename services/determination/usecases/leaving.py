"""A post has ended, or units became one: no case stays with who is gone, nor where nobody is left."""

from functools import cache

from rongcuo.casework.case import Case
from rongcuo.casework.leaving import settle_dismissal, settle_unit_names, stranded, way_up
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.officers import Officers
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from services.determination.domain.appeal import Appeal
from services.determination.domain.meeting import JointMeeting
from services.determination.ports import Cases
from services.determination.usecases.ballots import note_roll
from services.determination.usecases.handing_up import handed_up


def leave(context: ExecutionContext[Cases], event: OfficerDismissed) -> None:
    """A case about them has a subject without an account."""
    settle_dismissal(context, event, _settle)


def name(context: ExecutionContext[Cases], event: UnitNamed) -> None:
    """Of a unit whose people may hold cases, or sit in meetings and on panels."""
    settle_unit_names(context, event, _settle)


def _settle(context: ExecutionContext[Cases], organ_id: str, officers: Officers, gone: str) -> None:
    """Without anybody `gone`, nobody's cases are given back. Cases are locked before meetings and appeals."""
    with context.reading() as store:
        found = {*store.determinations.with_officer(gone),
                 *stranded(store.determinations.open_of(organ_id), officers)}
        about = store.determinations.about(gone)
        meetings = store.meetings.with_officer(gone)
        appeals = store.appeals.with_officer(gone)
    with context.unit() as unit:
        store = unit.store
        meeting_of, appeal_of = cache(store.meetings.get), cache(store.appeals.get)   # several cases, one
        cases = [store.determinations.get(each) for each in sorted(found.union(about))]
        beside: list[Aggregate] = []
        for case in cases:
            case.leave(gone, _occasion(context, case))
            case.heed_dismissal(gone, _occasion(context, case))
            is_heard = bool(case.open_appeal and appeal_of(case.open_appeal).heard)
            for _ in way_up(case, officers) if case.id in found and not is_heard else ():
                beside += handed_up(context, case, NOBODY_LEFT, _occasion(context, case), meeting_of,
                                    appeal_of)
        sat_on: list[JointMeeting | Appeal] = [*map(meeting_of, sorted(meetings)),
                                               *map(appeal_of, sorted(appeals))]
        for each in sat_on:
            each.leave(gone, _occasion(context, each))
            if isinstance(each, JointMeeting) and each.attendance.present:
                note_roll(unit, each)
        unit.commit(*{each.tag: each for each in (*cases, *beside, *sat_on) if each.happened}.values())


def _occasion(context: ExecutionContext[Cases], case: Case | JointMeeting) -> Occasion:
    return Occasion.at(context, case.pack_id, case.division_code)
