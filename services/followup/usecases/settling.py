"""A post has ended, units became one, or a calendar is new: what is open is settled anew."""

from rongcuo.casework import calendars
from rongcuo.casework.asking import Officers
from rongcuo.casework.leaving import settle_dismissal, settle_unit_names, stranded, way_up
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from services.followup.usecases.fetching import Context, occasion_of


def take_dismissal(context: Context, event: OfficerDismissed) -> None:
    """Of an officer who may hold programmes."""
    settle_dismissal(context, event, _settle)


def take_unit_names(context: Context, event: UnitNamed) -> None:
    """Of a unit whose people may hold programmes."""
    settle_unit_names(context, event, _settle)


def follow_calendars(context: Context) -> None:
    """A new calendar edition moves the dates of what is open."""
    calendars.follow_calendars(context, lambda store: store.programmes)


def _settle(context: Context, organ_id: str, officers: Officers, gone: str) -> None:
    """Without anybody `gone`, nobody's programmes are given back."""
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
        unit.commit(*changed)
