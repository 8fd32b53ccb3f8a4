"""What waits for a lead where none is left who may act: it goes up by itself, one case at a time."""

from collections.abc import Callable
from functools import cache

import structlog

from rongcuo.casework.officers import officers_asked
from rongcuo.casework.organ_above import has_organ_above
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.identity import OfficerView
from services.determination.domain.appeal import Appeal
from services.determination.domain.appeal.panel import lead_is_left
from services.determination.domain.determination import Determination
from services.determination.ports import Cases
from services.determination.usecases.dossier import occasion_of
from services.determination.usecases.handing_up import handed_up

WITHOUT_A_LEAD = "本机关没有可以组成复核组或者答复回避申请的负责人，由上级机关办理"

log = structlog.get_logger(__name__)
Officers = tuple[OfficerView, ...]


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
               officers_of: Callable[[str], Officers]) -> None:
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
            case.say_no_lead_is_left(occasion)
            unit.commit(case)
            return
        unit.commit(case, *handed_up(context, case, WITHOUT_A_LEAD, occasion, unit.store.meetings.get,
                                     unit.store.appeals.get))


def _is_to_act_on(case: Determination, appeal: Appeal | None, officers: Officers) -> bool:
    """Above the province is nobody: there it is said once, and the case waits for another lead."""
    case.speaking = appeal.speaking if appeal else frozenset()
    unheard = appeal is not None and not appeal.heard and not lead_is_left(officers, case)
    goes_on = not (appeal or case.ended) and bool(case.appealed)
    if not (unheard or case.lacks_an_answerer(officers) or (goes_on and case.lacks_judges(officers))):
        return False
    return has_organ_above(case.organ_id) or not case.said_no_lead_is_left
