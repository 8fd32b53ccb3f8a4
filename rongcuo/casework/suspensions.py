"""What stands still runs on by itself after the longest time that the pack allows."""

from collections.abc import Callable
from typing import Any

from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.ports import Dated
from rongcuo.chassis.ports import ExecutionContext


def end_suspensions(context: ExecutionContext[Any], choose: Callable[[Any], Dated[Case]]) -> None:
    """Each in a transaction of its own; somebody else may have let it run on meanwhile."""
    with context.reading() as store:
        found = choose(store).standing_still()
    for case_id in found:
        with context.unit() as unit:
            case = choose(unit.store).get(case_id)
            occasion = Occasion.at(context, case.pack_id, case.division_code)
            if case.clock.suspended and case.stood_still_long(occasion):
                case.resume(occasion)
                unit.commit(case)
