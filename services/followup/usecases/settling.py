"""A post has ended, units became one, or a calendar is new: what is open is settled anew."""

from functools import partial

from rongcuo.casework import calendars
from rongcuo.casework.asking import Officers
from rongcuo.casework.leaving import (
    Besides,
    nothing_besides,
    settle_dismissal,
    settle_unit_names,
    stranded,
    way_up,
)
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from services.followup.usecases import proposal_times
from services.followup.usecases.fetching import Context, occasion_of


def take_dismissal(context: Context, event: OfficerDismissed) -> None:
    """Of an officer who may hold programmes."""
    settle_dismissal(context, event, _settle)


def take_unit_names(context: Context, event: UnitNamed) -> None:
    """Of a unit whose people may hold programmes, or to which something was proposed."""
    named = partial(proposal_times.named, event=event)
    settle_unit_names(context, event, partial(_settle, besides=named), named)


def follow_calendars(context: Context) -> None:
    """A new calendar edition moves the dates of what is open."""
    calendars.follow_calendars(context, lambda store: store.programmes, lambda store: store.proposals)


def _settle(context: Context, organ_id: str, officers: Officers, gone: str,
            besides: Besides = nothing_besides) -> None:
    """Without anybody `gone`, nothing is given back."""
    with context.reading() as store:
        kept = store.programmes
        found = sorted({*kept.with_officer(gone), *stranded(kept.open_of(organ_id), officers)})
    with context.unit() as unit:
        changed = []
        for case_id in found:
            programme = unit.store.programmes.get(case_id)
            occasion = occasion_of(context, programme)
            programme.leave(gone, occasion)
            for _ in way_up(programme, officers):
                programme.hand_up(NOBODY_LEFT, occasion)
            changed += [programme] if programme.happened else []
        unit.commit(*changed, *proposal_times.left(context, unit.store, gone),
                    *besides(context, unit.store))
