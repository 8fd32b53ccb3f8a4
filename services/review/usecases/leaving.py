"""A post has ended, or units became one: no case stays with who is gone, nor where nobody is left."""

from rongcuo.casework.leaving import JUDGES, stranded, way_up
from rongcuo.casework.officers import Officers, officer_asked, officers_upwards
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from services.review.domain import Occasion
from services.review.ports import Cases


def leave(context: ExecutionContext[Cases], event: OfficerDismissed) -> None:
    """What they held waits to be given to others. Where they were the last who could lead or decide it, the
    nearest organ above that has anybody takes it over."""
    gone = officer_asked(context, event.officer_id)
    officers = officers_upwards(context, gone.organ_id) if JUDGES & set(gone.roles) else {}
    _settle(context, gone.organ_id, officers, gone.officer_id)


def name(context: ExecutionContext[Cases], event: UnitNamed) -> None:
    """A unit has more names: its people take no part in more cases than before. What nobody is left for,
    the nearest organ above that has anybody takes over. A name that changes nothing is taken note of too, for
    what is told of the unit next waits for it."""
    officers = officers_upwards(context, event.organ_id) if event.aliases or event.former_names else {}
    here = officers.get(event.organ_id, ())
    if any(JUDGES & set(each.roles) for each in here):    # who had none waits for some
        _settle(context, event.organ_id, officers)
    else:
        with context.unit() as unit:
            unit.commit()


def _settle(context: ExecutionContext[Cases], organ_id: str, officers: Officers, gone: str = "") -> None:
    """Without anybody `gone`, nobody's cases are given back."""
    with context.reading() as store:
        found = {*store.with_officer(gone), *stranded(store.open_of(organ_id), officers)}
    with context.unit() as unit:
        cases = [unit.store.get(each) for each in sorted(found)]
        for case in cases:
            occasion = Occasion.at(context, case.pack_id, case.division_code)
            case.leave(gone, occasion)
            for _ in way_up(case, officers):
                case.hand_up(NOBODY_LEFT, occasion)
        unit.commit(*(each for each in cases if each.happened))
