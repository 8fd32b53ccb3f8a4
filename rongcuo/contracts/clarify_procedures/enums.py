"""The words of a false accusation's finding (诬告陷害认定) and of a clarification (澄清正名)."""

from enum import StrEnum


class ReportOutcome(StrEnum):
    """What came out of a report, or of one allegation of it."""

    SUBSTANTIATED = "substantiated"              # 属实
    UNSUBSTANTIATED = "unsubstantiated"          # 不属实
    NOT_RESOLVED = "not_resolved"                # 查无实据但不能排除: neither proved nor excluded
    MISTAKEN = "mistaken"                        # 错告
    SUSPECTED_MALICIOUS = "suspected_malicious"  # 涉嫌诬告陷害


class ConcernedKind(StrEnum):
    """Whom an allegation is about."""

    PERSON = "person"              # 个人
    ORGANISATION = "organisation"  # 组织、单位


class ManagedBy(StrEnum):
    """管理权限: which level manages somebody's post."""

    COUNTY = "county"          # 县管及以下
    PREFECTURE = "prefecture"  # 市管
    PROVINCE = "province"      # 省管


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


class Address(StrEnum):
    """What is put to the reporter, through the vault."""

    ASKED = "asked"                        # 请说明来源和依据
    DRAFT = "draft"                        # 拟认定意见，可以提出意见
    FOUND = "found"                        # 认定结论，可以申诉
    COMPLAINT_ANSWERED = "complaint_answered"  # 申诉复查结论
    EXPLAINED = "explained"                # 错告的解释说明
    CLOSED = "closed"                      # 不予启动、不予认定，或认定撤销


class HandlingKind(StrEnum):
    """What is done about somebody who has accused falsely."""

    DISCIPLINE = "discipline"  # 党纪、政务处分
    TRANSFER = "transfer"      # 移送有关单位
    JUDICIAL = "judicial"      # 移送司法机关
    NONE = "none"              # 不予处理


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


class UnitAnswer(StrEnum):
    """What became of what a unit was asked to do."""

    OPEN = "open"          # 尚未答复
    DONE = "done"          # 已落实
    DECLINED = "declined"  # 没有落实


class Measure(StrEnum):
    """What a figure counts. Different measures are never added together."""

    MATTERS = "matters"            # 件
    PERSONS = "persons"            # 人
    PERSON_TIMES = "person_times"  # 人次
    ITEM_TIMES = "item_times"      # 件次
    ORGANISATIONS = "organisations"  # 个（组织）
