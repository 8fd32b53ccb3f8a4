"""A post has ended, units became one, or a calendar is new: what is open is settled anew."""

from collections.abc import Callable
from functools import partial
from typing import Final

from rongcuo.casework import calendars
from rongcuo.casework.asking import Officers
from rongcuo.casework.case import Case
from rongcuo.casework.leaving import (
    Besides,
    nothing_besides,
    settle_dismissal,
    settle_unit_names,
    stranded,
    way_up,
)
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.ports import Dated
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from services.followup.ports import Kept
from services.followup.usecases import proposal_times
from services.followup.usecases.fetching import Context, occasion_of

GOING_UP: Final[tuple[Callable[[Kept], Dated[Case]], ...]] = (
    lambda store: store.programmes,
    lambda store: store.problems,
    lambda store: store.corrections)


def take_dismissal(context: Context, event: OfficerDismissed) -> None:
    """Of an officer who may hold something of ours."""
    settle_dismissal(context, event, _settle)


def take_unit_names(context: Context, event: UnitNamed) -> None:
    """Of a unit whose people may hold something of ours, or to which something was proposed."""
    named = partial(proposal_times.named, event=event)
    settle_unit_names(context, event, partial(_settle, besides=named), named)


def follow_calendars(context: Context) -> None:
    """A new calendar edition moves the dates of what is open."""
    calendars.follow_calendars(context, *GOING_UP, lambda store: store.proposals, lambda store: store.years)


def _settle(context: Context, organ_id: str, officers: Officers, gone: str,
            besides: Besides = nothing_besides) -> None:
    """Without anybody `gone`, nothing is given back. A proposal stays with its organ."""
    with context.reading() as store:
        found = [(of, each) for of in GOING_UP for each in _concerned(of(store), organ_id, gone, officers)]
    with context.unit() as unit:
        changed = []
        for of, case_id in found:
            case = of(unit.store).get(case_id)
            occasion = occasion_of(context, case)
            case.leave(gone, occasion)
            for _ in way_up(case, officers):
                case.hand_up(NOBODY_LEFT, occasion)
            changed += [case] if case.happened else []
        unit.commit(*changed, *proposal_times.left(context, unit.store, gone),
                    *besides(context, unit.store))


def _concerned(kept: Dated[Case], organ_id: str, gone: str, officers: Officers) -> list[str]:
    return sorted({*kept.with_officer(gone), *stranded(kept.open_of(organ_id), officers)})
