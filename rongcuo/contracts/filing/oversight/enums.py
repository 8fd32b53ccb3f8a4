"""The closed lists of the later life of a filing."""

from enum import StrEnum


class OversightState(StrEnum):
    """Where the later life of an accepted filing stands."""

    RUNNING = "running"        # 事中
    STOPPED = "stopped"        # 报备不再适用，监督停止
    EVALUATED = "evaluated"    # 事后已评估
    CLOSED = "closed"          # 已办结


class MatterPhase(StrEnum):
    """事前、事中、事后."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class ListColour(StrEnum):
    """A colour of the three-colour list (三色清单); of the matter, never of a person."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class ColourPreset(StrEnum):
    """By what a colour is found."""

    BY_PHASE = "by_phase"
    BY_RISK = "by_risk"
    BY_PROGRESS = "by_progress"


class ColourCause(StrEnum):
    """Which fact sets a colour."""

    NOT_BEGUN = "not_begun"                # 尚未开始
    UNDER_WAY = "under_way"                # 正在实施
    OVER = "over"                          # 实施结束或者有效期满
    NOTHING_OPEN = "nothing_open"          # 没有未纠正的偏差
    WATCHED = "watched"                    # 在白名单上，边办边指导
    DEVIATION_OPEN = "deviation_open"      # 偏差尚未纠正
    CORRECTION_LATE = "correction_late"    # 纠正逾期
    OUT_OF_BOUNDS = "out_of_bounds"        # 超出报备范围，尚未纠正
    ON_PLAN = "on_plan"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    NOT_STARTED = "not_started"            # 计划当月没有开工
    LONG_NOT_STARTED = "long_not_started"
    NOT_REPORTED = "not_reported"          # 没有进度报告


class Bound(StrEnum):
    """What was filed, and can be left: 行为、方式、期限."""

    ACT = "act"
    WAY = "way"
    PERIOD = "period"


class LapseCause(StrEnum):
    """Why a checkpoint is asked for no more."""

    VOIDED = "voided"      # 报备不再适用
    EXPIRED = "expired"    # 应在有效期满以后的


class Mark(StrEnum):
    """How a standard was met by the matter."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"


class Track(StrEnum):
    """What follows from an evaluation."""

    REGULAR = "regular"              # 常态化监督
    IMPROVEMENT = "improvement"      # 督查改进
    SECOND_LOOK = "second_look"      # 二次复评


class OutcomeKind(StrEnum):
    """What a matter brought about."""

    HOUSEHOLDS = "households"
    WAGES = "wages"
    INVESTMENT = "investment"
    JOBS = "jobs"


class OutcomeUnit(StrEnum):
    """In what an outcome is counted."""

    HOUSEHOLDS = "households"    # 户
    CNY = "cny"                  # 元
    JOBS = "jobs"                # 个


class OutcomeUse(StrEnum):
    """结果运用: to what a closed matter is put."""

    CASEBOOK = "casebook"            # 作为案例来源
    RULE_CHANGE = "rule_change"      # 推动制度完善
    RISK_POINTS = "risk_points"      # 提取风险点
    TRAINING = "training"            # 用于培训
    NONE = "none"                    # 仅存档
