"""In whose hands a case is (在谁手里): a table of every state, which each kind of case has. Nobody keeps what
has left them."""

from collections.abc import Callable
from typing import Any, Final

from rongcuo.casework.people import LEAST_TEAM
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.review import HeldBy

Holding = HeldBy | Callable[[Any], HeldBy]
OF_THE_LEADS: Final = frozenset({
    HeldBy.TEAM_FORMING, HeldBy.CONVENING, HeldBy.MEETING, HeldBy.DECISION})


def held_by(case: Any) -> HeldBy:
    """Who has to act next; a clock that stands still changes nothing in that."""
    wanted = case.held[case.state]
    return wanted if isinstance(wanted, HeldBy) else wanted(case)


def next_to_act(case: Any) -> tuple[str, ...]:
    """Whose task it is, by that same table: officers, the leads' queue, or with none the organ's queue."""
    held = held_by(case)
    if held in OF_THE_LEADS:
        return (queue(case.organ_id, Role.LEAD),)
    return tuple(sorted(case.to_act)) if held is HeldBy.HANDLER else ()


def at_work(case: Any) -> HeldBy:
    """With whom it is assigned to; without anybody, it is to be assigned."""
    return HeldBy.HANDLER if case.assignee else HeldBy.ASSIGNMENT


def in_verification(case: Any) -> HeldBy:
    """With its team; without one, a team is to be formed."""
    return HeldBy.HANDLER if len(case.team) >= LEAST_TEAM else HeldBy.TEAM_FORMING
