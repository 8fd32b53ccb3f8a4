"""What happens to an appeal, where that leads, and in whose hands it is meanwhile."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.holding import Holding
from rongcuo.contracts.determination import AppealState as State
from rongcuo.contracts.review import HeldBy


class AppealVerb(StrEnum):
    """What happens to an appeal."""

    FORM_PANEL = "form_panel"
    DECIDE = "decide"           # say how; it turns once more than half of the panel say the same
    SIGN = "sign"               # 会签: hold a colleague's opinion
    WITHDRAW = "withdraw"
    HAND_UP = "hand_up"
    POST_ENDED = "post_ended"   # of somebody on the panel


MOVES: Mapping[tuple[State, AppealVerb], State] = {
    (State.LODGED, AppealVerb.FORM_PANEL): State.REVIEWED,
    (State.REVIEWED, AppealVerb.FORM_PANEL): State.REVIEWED,
    (State.REVIEWED, AppealVerb.DECIDE): State.DECIDED,
    (State.REVIEWED, AppealVerb.SIGN): State.DECIDED,
    (State.LODGED, AppealVerb.WITHDRAW): State.WITHDRAWN,
    (State.REVIEWED, AppealVerb.WITHDRAW): State.WITHDRAWN,
    (State.LODGED, AppealVerb.HAND_UP): State.LODGED,
    (State.REVIEWED, AppealVerb.HAND_UP): State.LODGED,
    (State.LODGED, AppealVerb.POST_ENDED): State.LODGED,
    (State.REVIEWED, AppealVerb.POST_ENDED): State.REVIEWED,    # lodged, where too few are left
}
OVER = frozenset({State.DECIDED, State.WITHDRAWN})
HELD: Final[Mapping[State, Holding]] = {
    State.LODGED: HeldBy.TEAM_FORMING,
    State.REVIEWED: HeldBy.HANDLER,
    State.DECIDED: HeldBy.NOBODY,
    State.WITHDRAWN: HeldBy.NOBODY,
}
