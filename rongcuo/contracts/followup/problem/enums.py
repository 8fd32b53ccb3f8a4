"""The words of a problem (问题清单)."""

from enum import StrEnum


class ProblemState(StrEnum):
    """Where a problem stands."""

    RAISED = "raised"        # 待梳理: something happened that may show one
    OPEN = "open"            # 整改中
    CLOSED = "closed"        # 已销号
    MERGED = "merged"        # 已归并: it is another one again
    DISMISSED = "dismissed"  # 不列入


class WeakPoint(StrEnum):
    """The three weak points of 以案促改."""

    RULE_MISSING = "rule_missing"      # 制度建设薄弱点
    POWER_RISK = "power_risk"          # 权力运行风险点
    OVERSIGHT_GAP = "oversight_gap"    # 管理监督空白点


class ProblemSourceKind(StrEnum):
    """From what a problem was seen."""

    DETERMINATION = "determination"    # 容错认定
    CLARIFICATION = "clarification"    # 澄清正名
    RETROSPECTIVE = "retrospective"    # 一案一议
    DEVIATION = "deviation"            # 事中监督发现的偏差
    PROPOSAL = "proposal"              # 纪检监察建议
    HAND = "hand"                      # 其他，人工登记


class MeasureState(StrEnum):
    """Where a measure stands."""

    OPEN = "open"            # 整改中
    REPORTED = "reported"    # 已报整改，待销账
    CLOSED = "closed"        # 已销账
    DROPPED = "dropped"      # 已取消


class Shared(StrEnum):
    """What two problems have in common: they may be one."""

    SITUATION = "situation"    # 适用情形
    WEAK_POINT = "weak_point"  # 薄弱点
    UNIT = "unit"              # 单位
    WORDS = "words"            # 说法
