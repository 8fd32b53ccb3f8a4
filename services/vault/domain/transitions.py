"""Which verb leads an order to unseal from which state to which."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.vault import OrderState as State


class Verb(StrEnum):
    """What can be done about a reporter. `bring`, `talk` and `ask` begin no order's move."""

    BRING = "bring"        # 登记举报人
    TALK = "talk"          # 与举报人往来
    ASK = "ask"            # 申请启封
    CONSENT = "consent"    # 上级同意查明匿名举报人
    APPROVE = "approve"    # 保管人批准
    REFUSE = "refuse"      # 不同意
    END = "end"            # 结束查看
    LAPSE = "lapse"        # 逾期


WAITING = (State.ASKED, State.CONSENTED, State.ONCE_APPROVED)

TABLE: Mapping[tuple[State, Verb], State] = {
    (State.ASKED, Verb.CONSENT): State.CONSENTED,
    (State.ASKED, Verb.APPROVE): State.ONCE_APPROVED,
    (State.CONSENTED, Verb.APPROVE): State.ONCE_APPROVED,
    (State.ONCE_APPROVED, Verb.APPROVE): State.OPEN,
    (State.OPEN, Verb.END): State.ENDED,
    **{(state, Verb.REFUSE): State.REFUSED for state in WAITING},
    **{(state, Verb.LAPSE): State.LAPSED for state in WAITING},
}

TRANSITIONS: Final = Transitions(TABLE, "vault.move_not_allowed")
