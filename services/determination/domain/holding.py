"""In whose hands a determination is, and an appeal against it, in every state."""

from collections.abc import Mapping
from typing import Any, Final

from rongcuo.casework.holding import Holding, at_work, in_verification
from rongcuo.contracts.determination import AppealState, DeterminationState
from rongcuo.contracts.review import HeldBy


def _before_meeting(case: Any) -> HeldBy:
    """Once the minutes are signed it is no longer with the members: their turns are the meeting's own tasks,
    the case is its leads'."""
    if case.resolved:
        return HeldBy.DECISION
    if case.on_agenda:
        return HeldBy.MEETING
    return HeldBy.CONVENING if not case.unassessed else at_work(case)


def _concluded(case: Any) -> HeldBy:
    return HeldBy.APPEAL if case.open_appeal else HeldBy.NOBODY


CASE_HELD: Final[Mapping[DeterminationState, Holding]] = {
    DeterminationState.ACCEPTANCE: at_work,
    DeterminationState.VERIFICATION: in_verification,
    DeterminationState.MEETING: _before_meeting,
    DeterminationState.FEEDBACK: at_work,
    DeterminationState.RECORD_FILING: at_work,
    DeterminationState.CONCLUDED: _concluded,
    DeterminationState.REFUSED: HeldBy.NOBODY,
    DeterminationState.WITHDRAWN: HeldBy.NOBODY,
}
APPEAL_HELD: Final[Mapping[AppealState, Holding]] = {
    AppealState.LODGED: HeldBy.TEAM_FORMING,
    AppealState.REVIEWED: HeldBy.HANDLER,
    AppealState.DECIDED: HeldBy.NOBODY,
    AppealState.WITHDRAWN: HeldBy.NOBODY,
}
