"""What happens to an appeal, and where that leads."""

from collections.abc import Mapping
from enum import StrEnum

from rongcuo.contracts.determination import AppealState as State


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
