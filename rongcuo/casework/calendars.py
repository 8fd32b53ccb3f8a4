"""A new calendar edition moves the dates of what is open, in small transactions."""

from collections.abc import Callable
from typing import Any, Final

from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.ports import Dated
from rongcuo.chassis.ports import ExecutionContext

BATCH: Final = 50  # cases whose dates move in one transaction
Choose = Callable[[Any], Dated[Case]]    # of all that a service keeps, that of one kind of case


def follow_calendars(context: ExecutionContext[Any], *kinds: Choose) -> None:
    """Move the dates of open cases to the newest calendar edition of their division."""
    with context.reading() as store:
        held = [(choose, *kept) for choose in kinds for kept in choose(store).editions()]
    for choose, division_code, edition in held:
        if context.rules.calendar(division_code).edition != edition:
            _follow_calendar(context, choose, division_code, edition)


def _follow_calendar(context: ExecutionContext[Any], choose: Choose, division_code: str,
                     edition: str) -> None:
    moved = BATCH
    while moved == BATCH:
        with context.unit() as unit:
            cases = choose(unit.store).claim(division_code, edition, BATCH)
            for case in cases:
                case.follow_calendar(Occasion.at(context, case.pack_id, case.division_code))
            unit.commit(*cases)
            moved = len(cases)
