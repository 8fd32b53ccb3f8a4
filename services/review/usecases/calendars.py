"""A new calendar edition moves the dates of what is open, in small transactions."""

from collections.abc import Callable

from rongcuo.chassis.ports import ExecutionContext
from services.review.domain import Occasion
from services.review.domain.matter import Matter
from services.review.ports import Cases
from services.review.ports.seat import Dated

BATCH = 50  # matters whose dates move in one transaction
Choose = Callable[[Cases], Dated[Matter]]
KINDS: tuple[Choose, ...] = (lambda store: store, lambda store: store.determinations,
                             lambda store: store.appeals)


def follow_calendars(context: ExecutionContext[Cases]) -> None:
    """Move the dates of open cases, determinations and appeals to a new calendar edition."""
    with context.reading() as store:
        held = [(choose, *kept) for choose in KINDS for kept in choose(store).editions()]
    for choose, division_code, edition in held:
        if context.rules.calendar(division_code).edition != edition:
            _follow_calendar(context, choose, division_code, edition)


def _follow_calendar(context: ExecutionContext[Cases], choose: Choose, division_code: str,
                     edition: str) -> None:
    moved = BATCH
    while moved == BATCH:
        with context.unit() as unit:
            matters = choose(unit.store).claim(division_code, edition, BATCH)
            for matter in matters:
                matter.follow_calendar(Occasion.at(context, matter.pack_id, matter.division_code))
            unit.commit(*matters)
            moved = len(matters)
