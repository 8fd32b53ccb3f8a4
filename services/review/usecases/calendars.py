"""A new calendar edition moves the dates of what is open, in small transactions."""

from rongcuo.chassis.work import Desk
from services.review.domain import Occasion
from services.review.ports import Cases

BATCH = 50  # cases whose dates move in one transaction


def follow_calendars(desk: Desk[Cases]) -> None:
    """Move the dates of open cases to a new calendar edition, in small transactions."""
    with desk.reading() as store:
        held = store.editions()
    for division_code, edition in held:
        if desk.rules.calendar(division_code).edition != edition:
            _follow_calendar(desk, division_code, edition)


def _follow_calendar(desk: Desk[Cases], division_code: str, edition: str) -> None:
    moved = BATCH
    while moved == BATCH:
        with desk.unit() as unit:
            cases = unit.store.claim(division_code, edition, BATCH)
            for case in cases:
                case.follow_calendar(Occasion.at(desk, case.pack_id, case.division_code))
            unit.commit(*cases)
            moved = len(cases)
