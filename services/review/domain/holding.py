"""In whose hands a matter is (在谁手里): one table of every state. Nobody keeps what has left them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.determination import AppealState, DeterminationState
from rongcuo.contracts.review import HeldBy, ReviewState
from services.review.domain.people import LEAST_TEAM


def held_by(matter: Any) -> HeldBy:
    """Who has to act next; a clock that stands still changes nothing in that."""
    wanted = HELD[matter.state]
    return wanted if isinstance(wanted, HeldBy) else wanted(matter)


def next_to_act(matter: Any) -> tuple[str, ...]:
    """Whose task it is, by that same table: officers, the leads' queue, or with none the organ's queue."""
    held = held_by(matter)
    if held in OF_THE_LEADS:
        return (queue(matter.organ_id, Role.LEAD),)
    return tuple(sorted(matter.to_act)) if held is HeldBy.HANDLER else ()


def _at_work(matter: Any) -> HeldBy:
    return HeldBy.HANDLER if matter.assignee else HeldBy.ASSIGNMENT


def _in_verification(matter: Any) -> HeldBy:
    return HeldBy.HANDLER if len(matter.team) >= LEAST_TEAM else HeldBy.TEAM_FORMING


def _before_meeting(case: Any) -> HeldBy:
    """Once the minutes are signed it is no longer with the members."""
    if case.resolved:
        return HeldBy.DECISION
    if case.on_agenda:
        return HeldBy.MEETING
    return HeldBy.CONVENING if not case.unassessed else _at_work(case)


def _concluded(case: Any) -> HeldBy:
    return HeldBy.APPEAL if case.open_appeal else HeldBy.NOBODY


# A case before its meeting is the leads' as well: the members' turns are the meeting's own tasks.
OF_THE_LEADS: Final = frozenset({
    HeldBy.TEAM_FORMING, HeldBy.CONVENING, HeldBy.MEETING, HeldBy.DECISION})
HELD: Final[Mapping[Any, HeldBy | Callable[[Any], HeldBy]]] = {
    ReviewState.PRELIMINARY_REVIEW: _at_work,
    ReviewState.AWAITING_SUPPLEMENT: HeldBy.FILER,
    ReviewState.VERIFICATION: _in_verification,   # and that of a determination, which is called the same
    ReviewState.ACCEPTED: HeldBy.NOBODY,     # the filer's own, in the register
    ReviewState.DECLINED: HeldBy.NOBODY,
    ReviewState.OBJECTED: _at_work,
    ReviewState.CLOSED: HeldBy.NOBODY,
    DeterminationState.ACCEPTANCE: _at_work,
    DeterminationState.MEETING: _before_meeting,
    DeterminationState.FEEDBACK: _at_work,
    DeterminationState.RECORD_FILING: _at_work,
    DeterminationState.CONCLUDED: _concluded,
    DeterminationState.REFUSED: HeldBy.NOBODY,
    DeterminationState.WITHDRAWN: HeldBy.NOBODY,   # and an appeal, which is called the same
    AppealState.LODGED: HeldBy.TEAM_FORMING,
    AppealState.REVIEWED: HeldBy.HANDLER,
    AppealState.DECIDED: HeldBy.NOBODY,
}
