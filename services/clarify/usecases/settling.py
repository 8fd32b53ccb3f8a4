"""A post has ended, units became one, or a calendar is new: what is open is settled anew."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from rongcuo.casework import calendars, suspensions
from rongcuo.casework.asking import Officers
from rongcuo.casework.case import Case, CaseVerb
from rongcuo.casework.leaving import settle_dismissal, settle_unit_names, stranded, way_up
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.ports import Dated
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from services.clarify.domain import Report
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.ports import Following, Kept
from services.clarify.usecases.accompanying import going_along
from services.clarify.usecases.fetching import occasion_of

Context = ExecutionContext[Kept]
KINDS: Final[tuple[Callable[[Kept], Dated[Any]], ...]] = (
    lambda store: store.reports, lambda store: store.false_accusations, lambda store: store.clarifications)
ASKED: Final[tuple[Callable[[Kept], Following[Any]], ...]] = (     # and others than the organ that has them
    lambda store: store.false_accusations, lambda store: store.clarifications)


def take_dismissal(context: Context, event: OfficerDismissed) -> None:
    """Of an officer who may hold cases."""
    settle_dismissal(context, event, _settle)


def take_unit_names(context: Context, event: UnitNamed) -> None:
    """Of a unit whose people may hold cases."""
    settle_unit_names(context, event, _settle)


def follow_calendars(context: Context) -> None:
    """A new calendar edition moves the dates of what is open."""
    calendars.follow_calendars(context, *KINDS)


def end_suspensions(context: Context) -> None:
    """A report stands still for as long as the pack allows, and no longer."""
    suspensions.end_suspensions(context, lambda store: store.reports)


def _settle(context: Context, organ_id: str, officers: Officers, gone: str) -> None:
    """Without anybody `gone`, nobody's cases are given back."""
    with context.reading() as store:
        found = [sorted({*kept(store).with_officer(gone), *stranded(kept(store).open_of(organ_id), officers)})
                 for kept in KINDS]
        for at, kept in enumerate(ASKED, 1):
            found[at] = sorted({*found[at], *kept(store).asked_of(organ_id)})
    with context.unit() as unit:
        cases: dict[str, Case] = {each: kept(unit.store).get(each)
                                  for kept, ids in zip(KINDS, found, strict=True) for each in ids}
        for case in tuple(cases.values()):
            _settle_one(context, case, officers, gone)
        for report in [each for each in cases.values() if isinstance(each, Report) and each.happened]:
            cases |= {each.id: each for each in going_along(context, unit.store, report, cases)}
        unit.commit(*(each for each in cases.values() if each.happened))


def _settle_one(context: Context, case: Case, officers: Officers, gone: str) -> None:
    occasion = occasion_of(context, case)
    case.leave(gone, occasion)
    if isinstance(case, Report) and not case.seen_by_any:     # finds its organ when it is opened
        return
    for _ in _ways_up(case, officers):
        case.hand_up(NOBODY_LEFT, occasion)
    if isinstance(case, FalseAccusation | Clarification):   # what nobody is left to decide, goes on
        case.move_on(officers, occasion)


def _ways_up(case: Case, officers: Officers) -> Iterator[None]:
    """What another organ has to answer first, waits where it is."""
    if case.transitions.allow(case.state, CaseVerb.HAND_UP):
        yield from way_up(case, officers)
