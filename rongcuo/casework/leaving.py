"""A post has ended, or units became one: what is settled anew. Where nobody is left, a case goes up to the
nearest organ that has somebody who may lead or decide it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rongcuo.casework.asking import Officers, officer_asked, officers_upwards
from rongcuo.casework.case import Case
from rongcuo.casework.organ_above import has_organ_above
from rongcuo.casework.people import JUDGES
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.identity import OfficerDismissed, OfficerView, UnitNamed

Context = ExecutionContext[Any]
Settle = Callable[[Context, str, Officers, str], None]
"""Settles what an officer who is gone had, or nobody's, and what nobody of an organ is left for."""


Besides = Callable[[Context, Any], Iterable[Aggregate]]
"""What changes besides in the same transaction, with what it keeps."""


def nothing_besides(_: Context, __: Any) -> Iterable[Aggregate]:
    """Nothing else follows."""
    return ()


def settle_dismissal(context: Context, event: OfficerDismissed, settle: Settle) -> None:
    """What they held waits to be given to others. Where they were the last who could lead or decide it, the
    nearest organ above that has anybody takes it over."""
    gone = officer_asked(context, event.officer_id)
    officers = officers_upwards(context, gone.organ_id) if JUDGES & set(gone.roles) else {}
    settle(context, gone.organ_id, officers, gone.officer_id)


def settle_unit_names(context: Context, event: UnitNamed, settle: Settle,
                      besides: Besides = nothing_besides) -> None:
    """A unit has more names: its people take no part in more cases than before. What nobody is left for,
    the nearest organ above that has anybody takes over. A name that changes nothing is taken note of too, for
    what is told of the unit next waits for it. `besides`: what follows where nothing is settled; otherwise
    `settle` sees to it."""
    officers = officers_upwards(context, event.organ_id) if event.aliases or event.former_names else {}
    here = officers.get(event.organ_id, ())
    if any(JUDGES & set(each.roles) for each in here):    # who had none waits for some
        settle(context, event.organ_id, officers, "")
    else:
        with context.unit() as unit:
            unit.commit(*besides(context, unit.store))


def needs_the_organ_above(case: Case, officers: tuple[OfficerView, ...]) -> bool:
    """Whether nobody is left here, and there is an organ above. There is none above the province: there the
    case waits for another officer."""
    return has_organ_above(case.organ_id) and case.lacks_judges(officers)


def stranded(cases: Iterable[Case], officers: Officers) -> Iterator[str]:
    """The ids of those for which nobody is left in their organ."""
    return (each.id for each in cases if _is_stranded(each, officers))


def way_up(case: Case, officers: Officers) -> Iterator[None]:
    """Once for each organ up to the nearest that has anybody. Whoever iterates hands the case up."""
    if _is_stranded(case, officers):
        yield
        while not case.judges_among(officers[case.organ_id]) and has_organ_above(case.organ_id):
            yield


def _is_stranded(case: Case, officers: Officers) -> bool:
    here = officers.get(case.organ_id)
    return here is not None and needs_the_organ_above(case, here)
