"""The words of a determination (容错认定): how it begins, where it stands, how it can end."""

from enum import StrEnum


class Initiation(StrEnum):
    """What made the organ ask whether a mistake can be tolerated."""

    APPLICATION = "application"        # 依申请: the subject asked for it
    OWN_INITIATIVE = "own_initiative"  # 主动容错: the organ itself
    CLUE = "clue"                      # 线索处置时同步研判


class DeterminationState(StrEnum):
    """Where a determination stands. Which of the open ones there are, and in which order, the pack's stages
    say."""

    ACCEPTANCE = "acceptance"        # 受理、初审
    VERIFICATION = "verification"    # 核查、评估
    MEETING = "meeting"              # 联席会议审定
    FEEDBACK = "feedback"            # 反馈
    RECORD_FILING = "record_filing"  # 备案
    CONCLUDED = "concluded"          # 办结
    REFUSED = "refused"              # 不予受理
    WITHDRAWN = "withdrawn"          # 申请人撤回


class Outcome(StrEnum):
    """How a determination can end. Mildest first, for the subject."""

    EXEMPT = "exempt"      # 免责
    MITIGATE = "mitigate"  # 减轻: below the range
    LIGHTEN = "lighten"    # 从轻: within the range
    DENIED = "denied"      # 不予容错


class NegativeAnswer(StrEnum):
    """Whether an item of the negative list applies."""

    CLEAR = "clear"        # 不涉及
    HIT = "hit"            # 涉及, with evidence: no tolerance, and no meeting
    DISPUTED = "disputed"  # 有争议: the meeting is asked


class Leaning(StrEnum):
    """What an answer to a criterion speaks for."""

    TOLERATE = "tolerate"  # 支持容错
    AGAINST = "against"    # 不支持容错
    UNCLEAR = "unclear"    # 尚不清楚


class EvidenceKind(StrEnum):
    """What kind of evidence an item is."""

    DOCUMENT = "document"    # 书证、文件
    TESTIMONY = "testimony"  # 谈话、证言
    SITE = "site"            # 实地查看
    RECORD = "record"        # 电子数据、台账
    OTHER = "other"          # 其他


class MeetingState(StrEnum):
    """Where a joint meeting (联席会议) stands."""

    CONVENED = "convened"      # 已召集
    IN_SESSION = "in_session"  # 会议中
    ADJOURNED = "adjourned"    # 休会
    MINUTES = "minutes"        # 纪要待会签
    SIGNED = "signed"          # 纪要已会签
    CANCELLED = "cancelled"    # 取消


class Question(StrEnum):
    """What an item of the agenda asks."""

    NEGATIVE_ITEM = "negative_item"  # does this item of the negative list apply?
    OUTCOME = "outcome"              # exempt, mitigate, lighten or denied?


class ItemState(StrEnum):
    """Where an item of the agenda stands."""

    WAITING = "waiting"      # 待议
    VOTING = "voting"        # 表决中
    REVEALED = "revealed"    # 已开票
    DROPPED = "dropped"      # 撤下: withdrawn, made pointless by a question before it, or too few may vote


ABSTAIN = "abstain"                              # 弃权
APPLIES, APPLIES_NOT = "applies", "applies_not"  # the choices of a negative-list question
NO_MAJORITY = "no_majority"                      # the result where no choice reached the pack's majority


class AppealState(StrEnum):
    """Where an appeal (申诉、复核) stands."""

    LODGED = "lodged"        # 已提出
    REVIEWED = "reviewed"    # 复核组审查中
    DECIDED = "decided"      # 已决定
    WITHDRAWN = "withdrawn"  # 已撤回


class DecisionStanding(StrEnum):
    """Whether a decision is the one that holds."""

    CURRENT = "current"        # 现行
    SUPERSEDED = "superseded"  # 已被更正、变更
    REVOKED = "revoked"        # 已撤销
