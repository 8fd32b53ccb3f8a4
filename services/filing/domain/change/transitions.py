"""Which verb leads from which state to which: a change of a filing on one page."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.filing import ChangeState as State


class ChangeVerb(StrEnum):
    """What can be done with a change. The last two happen to it."""

    TAKE = "take_change"                # 承办
    STEP_BACK = "step_back"             # 回避
    APPROVE = "approve_change"          # 同意变更
    DECLINE = "decline_change"          # 不同意变更
    WITHDRAW = "withdraw_change"        # 撤回变更
    OBJECT = "object_to_change"         # 对不同意变更提出异议
    APPROVE_AFTER_ALL = "approve_after_all"    # 异议成立，同意变更
    UPHOLD = "uphold_change"            # 维持不同意变更
    LEAVE = "post_ended"                # 承办人离任
    LAPSE = "lapse_change"              # 报备失效或者不再适用


V = ChangeVerb
TABLE: Mapping[tuple[State, V], State] = {
    (State.OPEN, V.TAKE): State.OPEN,
    (State.OPEN, V.STEP_BACK): State.OPEN,
    (State.OPEN, V.LEAVE): State.OPEN,
    (State.OPEN, V.APPROVE): State.APPROVED,
    (State.OPEN, V.DECLINE): State.DECLINED,
    (State.OPEN, V.WITHDRAW): State.WITHDRAWN,
    (State.OPEN, V.LAPSE): State.LAPSED,

    (State.DECLINED, V.OBJECT): State.OBJECTED,
    (State.OBJECTED, V.APPROVE_AFTER_ALL): State.APPROVED,
    (State.OBJECTED, V.UPHOLD): State.DECLINED,
    (State.OBJECTED, V.WITHDRAW): State.WITHDRAWN,
    (State.OBJECTED, V.LAPSE): State.LAPSED,
}

TRANSITIONS: Final = Transitions(TABLE, "filing.change_not_allowed")

PENDING: Final = frozenset({State.OPEN, State.OBJECTED})      # at most one of a filing
OF_THE_FILER: Final = frozenset({V.WITHDRAW, V.OBJECT})
ANSWERS: Final = frozenset({V.APPROVE_AFTER_ALL, V.UPHOLD})   # to an objection
DECISIONS: Final = frozenset({V.TAKE, V.APPROVE, V.DECLINE}) | ANSWERS    # not for anyone with a part in it
