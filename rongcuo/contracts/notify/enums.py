"""What a task is about, and how far it or a delivery has come."""

from enum import StrEnum


class MatterKind(StrEnum):
    """What kind of matter a task or a message is about: which page shows it."""

    FILING = "filing"
    DETERMINATION = "determination"
    MEETING = "meeting"
    APPEAL = "appeal"
    REPORT = "report"  # 检举控告
    FALSE_ACCUSATION = "false_accusation"  # 诬告陷害认定
    CLARIFICATION = "clarification"        # 澄清正名
    OVERSIGHT = "oversight"        # 事中监督
    FILING_CHANGE = "filing_change"        # 变更备案
    PROGRAMME = "programme"                # 回访教育
    PROBLEM = "problem"                    # 问题清单
    PROPOSAL = "proposal"                  # 建议书
    CORRECTION = "correction"              # 申请更正
    VISIT_YEAR = "visit_year"              # 回访年度计划和报告
    FILING_CHECK = "filing_check"  # 报备核查
    UNSEALING = "unsealing"        # 启封申请
    APPROVAL = "approval"      # 请求批准: what an organ asks of the one above
    UNITS = "units"    # 单位名录: an organ's directory of units, by the organ's id


class TaskState(StrEnum):
    """A task is open until the stage that asked for it has passed."""

    OPEN = "open"
    CLOSED = "closed"


class DeliveryState(StrEnum):
    """How far one message to one recipient on one channel has come."""

    PENDING = "pending"      # waits for its time, a retry, or the end of quiet hours
    SENDING = "sending"      # handed to the provider; the answer is not known yet
    DELIVERED = "delivered"  # the provider took it; `receipt` is its answer
    FAILED = "failed"        # given up after the last retry; an operator can send it again
