"""Handing a case up to the organ above (移送上级机关)."""

from collections.abc import Callable

from rongcuo.casework import leaving
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import DeterminationView, HandDeterminationUp
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.identity import OfficerView
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination, Verb
from services.determination.domain.meeting import JointMeeting
from services.determination.ports import Cases
from services.determination.usecases.dossier import appeals_of, committed, fetch, occasion_of


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
        meeting.drop(case.id, Occasion.at(context, meeting.pack_id, meeting.division_code))
        case.take_off_agenda(meeting.id, occasion)
    for appeal in appeals:
        appeal.follow_case(case, occasion_of(context, appeal))
    return (*meetings, *appeals)


def needs_the_organ_above(case: Determination, officers: tuple[OfficerView, ...], *appeals: Appeal) -> bool:
    """As of every case. While a panel hears an appeal against it, nobody else is needed, and nobody unmakes
    it by leaving."""
    return leaving.needs_the_organ_above(case, officers) and not any(each.heard for each in appeals)
