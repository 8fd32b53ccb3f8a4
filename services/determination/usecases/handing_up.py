"""A case goes to the organ above (移送上级机关): by hand, because a post has ended, or for want of a lead."""

from collections.abc import Callable
from functools import cache

import structlog

from rongcuo.casework import leaving
from rongcuo.casework.asking import Officers, officers_asked
from rongcuo.casework.leaving import settle_dismissal, settle_unit_names, stranded, way_up
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import NOBODY_LEFT, has_organ_above
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import DeterminationView, HandDeterminationUp
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.identity import OfficerDismissed, OfficerView, UnitNamed
from services.determination.domain.appeal import Appeal
from services.determination.domain.appeal.panel import lead_is_left
from services.determination.domain.determination import Determination, Verb
from services.determination.domain.determination.recusal_applications import (
    said_no_lead_is_left,
    say_no_lead_is_left,
)
from services.determination.domain.meeting import JointMeeting
from services.determination.ports import Cases
from services.determination.usecases.ballots import note_roll
from services.determination.usecases.dossier import appeals_of, committed, fetch, occasion_of

WITHOUT_A_LEAD = "本机关没有可以组成复核组或者答复回避申请的负责人，由上级机关办理"
log = structlog.get_logger(__name__)


def hand_up(context: ExecutionContext[Cases], command: HandDeterminationUp) -> DeterminationView:
    """A determination, with an open appeal. A meeting that has it on its agenda drops it."""
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.HAND_UP)
        store = unit.store
        for appeal in appeals_of(store, case):
            appeal.require_not_speaking(occasion_of(context, appeal))
        changed = handed_up(context, case, command.reason, occasion, store.meetings.get, store.appeals.get)
        return committed(unit, case, occasion, *changed)


def handed_up(context: ExecutionContext[Cases], case: Determination, reason: str, occasion: Occasion,
              meeting_of: Callable[[str], JointMeeting],
              appeal_of: Callable[[str], Appeal]) -> tuple[Aggregate, ...]:
    """Hand a case up; the meeting and the appeal that changed with it."""
    meetings = (meeting_of(case.on_agenda),) if case.on_agenda else ()
    appeals = (appeal_of(case.open_appeal),) if case.open_appeal else ()
    case.hand_up(reason, occasion)
    for meeting in meetings:
        meeting.drop(case.id, occasion_of(context, meeting))
        case.take_off_agenda(meeting.id, occasion)
    for appeal in appeals:
        appeal.follow_case(case, occasion_of(context, appeal))
    return (*meetings, *appeals)


def needs_the_organ_above(case: Determination, officers: tuple[OfficerView, ...], *appeals: Appeal) -> bool:
    """As of every case. While a panel hears an appeal against it, nobody else is needed, and nobody unmakes
    it by leaving."""
    return leaving.needs_the_organ_above(case, officers) and not any(each.heard for each in appeals)


def take_dismissal(context: ExecutionContext[Cases], event: OfficerDismissed) -> None:
    """A case about them has a subject without an account."""
    settle_dismissal(context, event, _settle)


def take_unit_names(context: ExecutionContext[Cases], event: UnitNamed) -> None:
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
            case.leave(gone, occasion_of(context, case))
            case.heed_dismissal(gone, occasion_of(context, case))
            is_heard = bool(case.open_appeal and appeal_of(case.open_appeal).heard)
            for _ in way_up(case, officers) if case.id in found and not is_heard else ():
                beside += handed_up(context, case, NOBODY_LEFT, occasion_of(context, case), meeting_of,
                                    appeal_of)
        sat_on: list[JointMeeting | Appeal] = [*map(meeting_of, sorted(meetings)),
                                               *map(appeal_of, sorted(appeals))]
        for each in sat_on:
            each.leave(gone, occasion_of(context, each))
            if isinstance(each, JointMeeting) and each.attendance.present:
                note_roll(unit, each)
        unit.commit(*{each.tag: each for each in (*cases, *beside, *sat_on) if each.happened}.values())


def find_leads(context: ExecutionContext[Cases]) -> None:
    """Where no lead is left who may name an appeal's panel, or answer whom the subject has asked to step
    back, one of the organ above does; and so where a case goes on after its appeal, and nobody is left.
    What goes wrong with one case stops no other."""
    with context.reading() as store:
        cases = store.determinations
        waiting = {*cases.with_recusal_asked(), *cases.after_appeal(), *store.appeals.without_panel()}
    officers_of = cache(lambda organ_id: officers_asked(context, organ_id))
    for case_id in sorted(waiting):
        try:
            _find_lead(context, case_id, officers_of)
        except Exception as error:  # noqa: BLE001
            log.error("no_lead_found", case=case_id, error=type(error).__name__)


def _find_lead(context: ExecutionContext[Cases], case_id: str,
               officers_of: Callable[[str], tuple[OfficerView, ...]]) -> None:
    """Unless something has happened to it meanwhile: then it is looked at next time."""
    with context.reading() as store:
        seen = store.determinations.read(case_id)
        appeal = store.appeals.read(seen.open_appeal) if seen.open_appeal else None
    officers = officers_of(seen.organ_id)
    if not _is_to_act_on(seen, appeal, officers):
        return
    with context.unit() as unit:
        case = unit.store.determinations.get(case_id)
        appeal = unit.store.appeals.get(case.open_appeal) if case.open_appeal else None
        if case.organ_id != seen.organ_id or not _is_to_act_on(case, appeal, officers):
            return
        occasion = occasion_of(context, case)
        if not has_organ_above(case.organ_id):
            say_no_lead_is_left(case, occasion)
            unit.commit(case)
            return
        unit.commit(case, *handed_up(context, case, WITHOUT_A_LEAD, occasion, unit.store.meetings.get,
                                     unit.store.appeals.get))


def _is_to_act_on(case: Determination, appeal: Appeal | None,
                  officers: tuple[OfficerView, ...]) -> bool:
    """Above the province is nobody: there it is said once, and the case waits for another lead."""
    case.speaking = appeal.speaking if appeal else frozenset()
    unheard = appeal is not None and not appeal.heard and not lead_is_left(officers, case)
    goes_on = not (appeal or case.ended) and bool(case.appealed)
    if not (unheard or case.lacks_an_answerer(officers) or (goes_on and case.lacks_judges(officers))):
        return False
    return has_organ_above(case.organ_id) or not said_no_lead_is_left(case)
