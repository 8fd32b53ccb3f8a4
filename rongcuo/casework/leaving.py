"""Nobody is left: a case goes up to the nearest organ that has somebody who may lead or decide it."""

from collections.abc import Iterable, Iterator

from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.officers import Officers
from rongcuo.casework.organ_above import NOBODY_LEFT, has_organ_above
from rongcuo.contracts.actor import Role
from rongcuo.contracts.identity import OfficerView

JUDGES = frozenset({Role.REVIEWER, Role.LEAD})


def go_up_if_nobody_is_left(case: Case, officers: tuple[OfficerView, ...], occasion: Occasion) -> bool:
    """After a recusal. There is none above the province: there the case waits for another officer."""
    if not needs_the_organ_above(case, officers):
        return False
    case.hand_up(NOBODY_LEFT, occasion)
    return True


def needs_the_organ_above(case: Case, officers: tuple[OfficerView, ...]) -> bool:
    """Whether nobody is left here, and there is an organ above."""
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
