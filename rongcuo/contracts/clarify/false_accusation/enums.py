"""The words of a false accusation's finding (诬告陷害认定)."""

from enum import StrEnum


class FalseAccusationState(StrEnum):
    """Where the finding of a false accusation stands."""

    PREPARATION = "preparation"            # 拟提请启动
    BEGIN_APPROVAL = "begin_approval"      # 报上级批准启动: the first gate
    INQUIRY = "inquiry"                    # 核查
    DRAFT = "draft"                        # 拟认定意见征求意见
    FINDING_APPROVAL = "finding_approval"  # 报上级批准认定: the second gate
    FOUND = "found"                        # 已认定，申诉期内，不生效
    COMPLAINT = "complaint"                # 申诉复查
    UPHELD = "upheld"                      # 复查维持
    EFFECTIVE = "effective"                # 生效，处理和纠正
    CONCLUDED = "concluded"                # 办结
    NOT_BEGUN = "not_begun"                # 不予启动
    MISTAKEN = "mistaken"                  # 错告，只作解释说明
    UNPROVEN = "unproven"                  # 不予认定
    SET_ASIDE = "set_aside"                # 认定撤销


class Gate(StrEnum):
    """What the prefecture, or the province, approves."""

    BEGIN = "begin"  # 启动核查
    FIND = "find"    # 认定


class Answer(StrEnum):
    """What the approving organ says to a request."""

    APPROVED = "approved"  # 批准
    RETURNED = "returned"  # 退回
    REFUSED = "refused"    # 不予批准


class Element(StrEnum):
    """What a false accusation is made of: both are needed (检举控告规则 art. 39)."""

    FABRICATION = "fabrication"  # 捏造事实、伪造材料
    INTENT = "intent"            # 主观故意


class Factor(StrEnum):
    """The five factors by which both are weighed (五个方面)."""

    SOURCE = "source"      # 问题来源
    CONTENT = "content"    # 内容特点
    WAY = "way"            # 举报方式
    MOMENT = "moment"      # 举报时机
    RELATION = "relation"  # 举报人与被举报人的关系


class Bearing(StrEnum):
    """What a factor speaks for, as far as an element goes."""

    PROVES = "proves"      # 支持认定
    DENIES = "denies"      # 不支持认定
    UNCLEAR = "unclear"    # 尚不清楚


class Unheard(StrEnum):
    """Why a reporter could not be heard."""

    NO_ANSWER = "no_answer"      # 逾期未回复
    DECLINED = "declined"        # 本人不愿说明
    NOT_REACHED = "not_reached"  # 无法联系
    OTHER = "other"              # 其他


class Entered(StrEnum):
    """What an officer enters for the reporter, from a paper or the dialogue (代录)."""

    HEARING = "hearing"            # 说明的来源和依据
    DECLINED = "declined"          # 不愿说明
    DRAFT_ANSWER = "draft_answer"  # 对拟认定意见的意见
    SERVICE = "service"            # 送达
    COMPLAINT = "complaint"        # 申诉


class Address(StrEnum):
    """What is put to the reporter, through the vault."""

    ASKED = "asked"                        # 请说明来源和依据
    DRAFT = "draft"                        # 拟认定意见，可以提出意见
    FOUND = "found"                        # 认定结论，可以申诉
    RAISED = "raised"                      # 原认定不生效，改由上级机关审查
    EFFECTIVE = "effective"                # 认定生效
    TAKEN_DOWN = "taken_down"              # 书面材料中所说的，记录成这样
    COMPLAINT_ANSWERED = "complaint_answered"  # 申诉复查结论
    EXPLAINED = "explained"                # 错告的解释说明
    CLOSED = "closed"                      # 不予启动、不予认定，或认定撤销


class HandlingKind(StrEnum):
    """What is done about somebody who has accused falsely."""

    DISCIPLINE = "discipline"  # 党纪、政务处分
    TRANSFER = "transfer"      # 移送有关单位
    JUDICIAL = "judicial"      # 移送司法机关
    NONE = "none"              # 不予处理
