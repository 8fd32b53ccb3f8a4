"""Which verb leads from which state to which: the whole life of a filing on one page."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.filing import FilingState as State


class Verb(StrEnum):
    """What can be done with a filing. `draft` begins one, and so moves none."""

    DRAFT = "draft"                            # 起草
    REVISE = "revise"                          # 修改草稿
    DISCARD = "discard"                        # 放弃草稿
    SUBMIT = "submit"                          # 报送
    SUPPLEMENT = "supplement"                  # 补正
    OBJECT = "object"                          # 对不予受理提出异议
    WITHDRAW = "withdraw"                      # 撤回
    WHITELIST = "whitelist"                    # 列入或移出白名单
    PROPOSE_CHANGE = "propose_change"        # 变更备案
    REQUEST_SUPPLEMENT = "request_supplement"  # 补正通知, decided by review
    ACCEPT = "accept"                          # 受理, decided by review
    DECLINE = "decline"                        # 不予受理, decided by review
    TAKE_UP = "take_up"                        # 异议成立, decided by review
    UPHOLD = "uphold_refusal"                  # 维持不予受理, decided by review
    CHANGE = "change"                          # 变更生效, by its own review
    EXPIRE = "expire"                          # 有效期满


TABLE: Mapping[tuple[State, Verb], State] = {
    (State.DRAFT, Verb.REVISE): State.DRAFT,
    (State.DRAFT, Verb.DISCARD): State.DISCARDED,
    (State.DRAFT, Verb.SUBMIT): State.SUBMITTED,

    (State.SUBMITTED, Verb.REQUEST_SUPPLEMENT): State.SUPPLEMENT_REQUESTED,
    (State.SUBMITTED, Verb.ACCEPT): State.ACCEPTED,
    (State.SUBMITTED, Verb.DECLINE): State.DECLINED,
    (State.SUBMITTED, Verb.WITHDRAW): State.WITHDRAWN,

    (State.SUPPLEMENT_REQUESTED, Verb.SUPPLEMENT): State.SUBMITTED,
    (State.SUPPLEMENT_REQUESTED, Verb.ACCEPT): State.ACCEPTED,
    (State.SUPPLEMENT_REQUESTED, Verb.DECLINE): State.DECLINED,
    (State.SUPPLEMENT_REQUESTED, Verb.WITHDRAW): State.WITHDRAWN,

    (State.DECLINED, Verb.OBJECT): State.OBJECTED,
    (State.OBJECTED, Verb.TAKE_UP): State.SUBMITTED,
    (State.OBJECTED, Verb.UPHOLD): State.DECLINED,
    (State.OBJECTED, Verb.WITHDRAW): State.WITHDRAWN,

    (State.ACCEPTED, Verb.WHITELIST): State.ACCEPTED,
    (State.ACCEPTED, Verb.PROPOSE_CHANGE): State.ACCEPTED,
    (State.ACCEPTED, Verb.CHANGE): State.ACCEPTED,
    (State.ACCEPTED, Verb.EXPIRE): State.EXPIRED,
}

TRANSITIONS: Final = Transitions(TABLE, "filing.move_not_allowed")

OPEN = frozenset({State.SUBMITTED, State.SUPPLEMENT_REQUESTED, State.OBJECTED})  # somebody has to act
ACTIVE = OPEN | {State.ACCEPTED}                                 # the same matter may not be filed again
REGISTERED = frozenset({State.ACCEPTED, State.EXPIRED})          # stands in the register (备案库)
NOT_ACCEPTED = frozenset({State.DECLINED, State.WITHDRAWN})           # received, and not accepted
RECEIVED = OPEN | REGISTERED | NOT_ACCEPTED                           # all but drafts, kept or not
DECISIONS = frozenset({Verb.WHITELIST})                          # not for anyone with a part in the matter
