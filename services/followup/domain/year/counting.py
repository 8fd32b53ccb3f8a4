"""What a year's plan says and its report counts, drawn from the programmes themselves.

Counts below five are not told where persons could be told apart by them: a class in which few were visited.
The classes are told only where none of the table is small, so that none follows from the others; a whole that
is small is not told either. The planned are those of the plan, not the sum of what became of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.followup import (
    Counted,
    DutyKind,
    PersonClass,
    VisitKind,
    VisitState,
    YearFigure,
    YearVisit,
)
from services.followup.domain.programme import Programme

LEAST_TOLD: Final = 5
TOO_SMALL: Final = f"<{LEAST_TOLD}"
KINDS: Final[Mapping[DutyKind, VisitKind]] = {
    DutyKind.VISIT: VisitKind.FORMAL, DutyKind.CONTACT: VisitKind.CONTACT}
BECAME: Final[Mapping[VisitState, Counted]] = {
    VisitState.MADE: Counted.HELD, VisitState.DECLINED: Counted.DECLINED,
    VisitState.CANCELLED: Counted.PUT_OFF}


def drawn_up(programmes: Iterable[Programme], year: int, occasion: Occasion) -> tuple[YearVisit, ...]:
    """Who is due, by the day; of a programme that was over before, nothing."""
    lines = [
        YearVisit(programme_id=each.id, number=each.number, person_class=each.person_class,
                  kind=KINDS[duty.kind], on=duty.due_on, visitors=_visitors(each, duty.due_on.month, year))
        for each in programmes if not each.ended
        for duty in each.duties(occasion) if duty.kind in KINDS and duty.due_on.year == year]
    return tuple(sorted(lines, key=lambda line: (line.on, line.number)))


def _visitors(programme: Programme, month: int, year: int) -> tuple[str, ...]:
    """Those of a visit that is planned in that month; otherwise whoever holds it."""
    planned = (each for each in programme.visits if each.state is VisitState.PLANNED
               and (each.on.year, each.on.month) == (year, month))
    found = next(planned, None)
    if found is not None:
        return tuple(each.name for each in found.visitors)
    return (programme.assignee.name,) if programme.assignee else ()


def figures_of(plan: Iterable[YearVisit], programmes: Iterable[Programme],
               year: int) -> tuple[YearFigure, ...]:
    """What was planned, and what became of it."""
    counts = {each: Counter[PersonClass]() for each in Counted}
    counts[Counted.PLANNED].update(line.person_class for line in plan)
    for programme in programmes:
        for visit in programme.visits:
            if visit.on.year == year and visit.state in BECAME:
                counts[BECAME[visit.state]][programme.person_class] += 1
    by_class = not any(map(_small, (many for found in counts.values() for many in found.values())))
    return tuple(_told(code, found, by_class) for code, found in counts.items())


def _told(code: Counted, found: Counter[PersonClass], by_class: bool) -> YearFigure:
    whole = found.total()
    return YearFigure(
        code=code, shown=TOO_SMALL if _small(whole) else str(whole),
        of={each.value: str(found[each]) for each in PersonClass} if by_class else {})


def _small(number: int) -> bool:
    """That there is none is about nobody."""
    return 0 < number < LEAST_TOLD
