"""The words of a clarification (澄清正名)."""

from enum import StrEnum


class ClarificationState(StrEnum):
    """Where a clarification stands."""

    ASSESSMENT = "assessment"      # 提出、评估
    APPROVAL = "approval"          # 报负责人审批
    CARRYING_OUT = "carrying_out"  # 实施
    ARCHIVE = "archive"            # 归档
    VISIT = "visit"                # 待回访
    FEEDBACK = "feedback"          # 待结果反馈
    CLOSED = "closed"              # 办结
    REFUSED = "refused"            # 不予澄清
    OBJECTED = "objected"          # 异议，上级审查
    WITHDRAWN = "withdrawn"        # 申请人撤回


class ClarificationStart(StrEnum):
    """What made the organ ask whether to clear."""

    HANDLER = "handler"          # 承办部门建议
    APPLICATION = "application"  # 本人（单位）书面申请


class ClarificationMode(StrEnum):
    """How somebody is cleared. The last three go with the first, always."""

    WRITTEN = "written"      # 书面
    IN_PERSON = "in_person"  # 当面
    MEETING = "meeting"      # 会议
    CIRCULAR = "circular"    # 通报


class ClearingNotice(StrEnum):
    """What is put to the person, who has a time to answer it."""

    OPINION = "opinion"  # 拟澄清告知
    REFUSAL = "refusal"  # 不予澄清告知
    VISIT = "visit"      # 回访记录


class UnitAnswer(StrEnum):
    """What became of what a unit was asked to do."""

    OPEN = "open"          # 尚未答复
    DONE = "done"          # 已落实
    DECLINED = "declined"  # 没有落实
