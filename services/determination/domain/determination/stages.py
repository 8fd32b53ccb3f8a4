"""How a determination walks through the stages of the pack that runs it."""

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.policy.clock import DeadlineClock
from services.determination.domain.determination.facts import Facts

FOLLOWS = (State.FEEDBACK, State.RECORD_FILING)   # on a decision


def go_on(case: Facts, verb: str, occasion: Occasion, note: str = "",
          past: frozenset[str] = frozenset()) -> None:
    """End the running stage; the pack's next one begins, but none of the phases that are `past`."""
    case.turn(verb, occasion, note, stop_clock(case, occasion))
    stages = occasion.pack.determination_stages
    here = next(place for place, stage in enumerate(stages) if stage.code == case.stage)
    following = (stage for stage in stages[here + 1:] if stage.phase not in past)
    case.begin(next(following, None), occasion)


def go_back(case: Facts, verb: str, occasion: Occasion, note: str) -> None:
    """To the first stage of verification, whose limit runs anew."""
    case.turn(verb, occasion, note, stop_clock(case, occasion))
    stages = occasion.pack.determination_stages
    case.begin(next(stage for stage in stages if stage.phase == State.VERIFICATION.value), occasion)


def follow_anew(case: Facts, occasion: Occasion) -> None:
    """What was done after the decision before this one, is to be done again for this one."""
    stages = occasion.pack.determination_stages
    first = next((stage for stage in stages if stage.phase in FOLLOWS), None)
    if first is not None and first.phase != case.state:
        stop_clock(case, occasion)
        case.begin(first, occasion)


def stop_clock(case: Facts, occasion: Occasion) -> DeadlineClock:
    """The running stage's clock, stopped; a late end is not forgotten."""
    if case.clock.stopped:
        return case.clock
    clock = case.clock.stop(occasion.now)
    case.late = case.late or occasion.is_late(clock)
    return clock
