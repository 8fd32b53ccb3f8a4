"""Which verb leads from which state to which: the later life of a filing on one page."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.filing import OversightState as State


class OversightVerb(StrEnum):
    """What can be done in the later life of a filing. The last five happen to it."""

    PLAN = "plan_checkpoints"               # 制定检查计划
    CHECK = "check"                         # 记录检查情况
    REPORT_PROGRESS = "report_progress"     # 报告进度
    REPORT_DEVIATION = "report_deviation"   # 报告偏差
    GUIDE = "guide"                         # 给予指导
    CORRECT = "correct"                     # 报告纠正情况
    DISPUTE = "dispute_deviation"           # 对偏差提出异议
    ANSWER_DISPUTE = "answer_dispute"       # 答复异议
    REGISTER_MEDDLING = "register_meddling"    # 登记打招呼
    EVALUATE = "evaluate"                   # 评估事项
    RECORD_OUTCOME = "record_outcome"       # 登记成效
    RETROSPECT = "hold_retrospective"       # 一案一议
    CLOSE = "close_oversight"               # 办结
    REQUIRE_PLAN = "require_plan"           # 列入白名单或者重点监控
    STOP = "stop_oversight"                 # 报备不再适用
    RESUME = "resume_oversight"             # 报备恢复适用
    FOLLOW_CHANGE = "follow_change"         # 报备变更
    LAPSE = "lapse"                         # 报备有效期满
    LEAVE = "post_ended"                    # 检查人离任


V = OversightVerb
AT_WORK: Final = (V.PLAN, V.CHECK, V.REPORT_PROGRESS, V.REPORT_DEVIATION, V.GUIDE, V.CORRECT,
                  V.DISPUTE, V.ANSWER_DISPUTE, V.REGISTER_MEDDLING, V.RECORD_OUTCOME, V.RETROSPECT,
                  V.REQUIRE_PLAN, V.FOLLOW_CHANGE, V.LAPSE, V.LEAVE)
WHILE_STOPPED: Final = (V.REPORT_DEVIATION, V.GUIDE, V.CORRECT, V.DISPUTE, V.ANSWER_DISPUTE,
                        V.REGISTER_MEDDLING, V.RECORD_OUTCOME, V.RETROSPECT, V.LAPSE, V.LEAVE)
AFTERWARDS: Final = (V.RECORD_OUTCOME, V.REGISTER_MEDDLING, V.RETROSPECT, V.FOLLOW_CHANGE, V.LAPSE, V.LEAVE)

TABLE: Mapping[tuple[State, V], State] = {
    **{(State.RUNNING, verb): State.RUNNING for verb in AT_WORK},
    (State.RUNNING, V.EVALUATE): State.EVALUATED,
    (State.RUNNING, V.STOP): State.STOPPED,

    **{(State.STOPPED, verb): State.STOPPED for verb in WHILE_STOPPED},
    (State.STOPPED, V.RESUME): State.RUNNING,
    (State.STOPPED, V.CLOSE): State.CLOSED,

    **{(State.EVALUATED, verb): State.EVALUATED for verb in AT_WORK},
    (State.EVALUATED, V.EVALUATE): State.EVALUATED,
    (State.EVALUATED, V.STOP): State.STOPPED,
    (State.EVALUATED, V.CLOSE): State.CLOSED,

    **{(State.CLOSED, verb): State.CLOSED for verb in AFTERWARDS},
    (State.CLOSED, V.RESUME): State.RUNNING,     # of what was closed while it was stopped
}

TRANSITIONS: Final = Transitions(TABLE, "filing.oversight_not_allowed")

OF_THE_FILER: Final = frozenset({V.REPORT_PROGRESS, V.REPORT_DEVIATION, V.CORRECT, V.DISPUTE,
                                 V.REGISTER_MEDDLING, V.RECORD_OUTCOME})
DECISIONS: Final = frozenset({V.PLAN, V.CHECK, V.GUIDE, V.ANSWER_DISPUTE, V.EVALUATE, V.RETROSPECT, V.CLOSE})
