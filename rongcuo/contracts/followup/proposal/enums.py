"""The words of a proposal (建议书)."""

from enum import StrEnum


class ProposalKind(StrEnum):
    """To whom an organ proposes something, and by which of its two rights."""

    DISCIPLINE = "discipline"    # 纪律检查建议, to a party organisation
    SUPERVISION = "supervision"  # 监察建议, to a unit under supervision
    JOINT = "joint"              # 纪检监察建议, both at once


class ProposalState(StrEnum):
    """Where a proposal stands."""

    DRAFT = "draft"                    # 拟稿
    REVIEWED = "reviewed"              # 已审核
    APPROVED = "approved"              # 主要负责人已批准
    DELIVERED = "delivered"            # 已送达
    ACKNOWLEDGED = "acknowledged"      # 已认领
    PLANNED = "planned"                # 整改中
    REPLIED = "replied"                # 已回复
    EVALUATED = "evaluated"            # 已评估
    RETURNED = "returned"              # 退回重改
    REFERRED = "referred"              # 报其上级
    CLOSED = "closed"                  # 已销号, to be looked back at
    ONCE_LOOKED_BACK = "once_looked_back"  # 第一次回头看之后
    LOOKED_BACK = "looked_back"        # 回头看完成
    RECURRED = "recurred"              # 问题复发
    WITHDRAWN = "withdrawn"            # 撤回


class SignedBy(StrEnum):
    """How somebody of the addressee signed for a letter (签收)."""

    PAPER = "paper"      # 纸质签收
    ACCOUNT = "account"  # 本平台账号签收


class Aspect(StrEnum):
    """What a rectification is evaluated on."""

    RESPONSIBILITY = "responsibility"    # 责任落实
    IMPLEMENTATION = "implementation"    # 整改实施
    RULES = "rules"                      # 制度建设
    GENERALISATION = "generalisation"    # 举一反三
    EFFECT = "effect"                    # 实效


class ProposalMark(StrEnum):
    """How a rectification did in one aspect, and on the whole. Of the unit's work, never of a person."""

    PASSED = "passed"  # 合格
    BASIC = "basic"    # 基本合格
    FAILED = "failed"  # 不合格
