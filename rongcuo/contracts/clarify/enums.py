"""The words of a report (检举控告): how it came, where it stands, what was done and found."""

from enum import StrEnum


class Channel(StrEnum):
    """How a report came in."""

    LETTER = "letter"            # 来信
    VISIT = "visit"              # 来访
    PHONE = "phone"              # 来电
    WEB = "web"                  # 网络
    TRANSFERRED = "transferred"  # 转交


class Origin(StrEnum):
    """Who gave it to the organ."""

    OWN_LEVEL = "own_level"    # 本级受理
    FORWARDED = "forwarded"    # 上级转办
    ASSIGNED = "assigned"      # 上级交办
    SUPERVISED = "supervised"  # 上级督办


class ReporterKind(StrEnum):
    """Real-name takes an own name, a contact, and the commission's confirmation; everything else is
    anonymous."""

    REAL_NAME = "real_name"  # 实名
    ANONYMOUS = "anonymous"  # 匿名


class PersonLevel(StrEnum):
    """What level whoever is reported is of, as the levels above count them."""

    BUREAU = "bureau"          # 厅局级及以上
    COUNTY = "county"          # 县处级
    TOWNSHIP = "township"      # 乡科级
    STAFF = "staff"            # 一般干部
    RURAL = "rural"            # 农村人员
    ENTERPRISE = "enterprise"  # 企业人员
    OTHER = "other"            # 其他人员
    UNKNOWN = "unknown"        # 未标注


class ReportState(StrEnum):
    """Where a report stands."""

    REGISTERED = "registered"      # 登记中: whom to keep it from is being looked up; nobody sees it
    RECEIVED = "received"          # 待管辖审查
    ACCEPTED = "accepted"          # 已受理，待处置
    HANDLING = "handling"          # 谈话函询、初步核实中
    HELD = "held"                  # 暂存待查
    CONCLUDING = "concluding"      # 结论审核
    FEEDBACK = "feedback"          # 已办结，待反馈
    CLOSED = "closed"              # 已办结
    NOT_ACCEPTED = "not_accepted"  # 不予受理
    PASSED_UP = "passed_up"        # 已报上级，本级不留存


class NoRemit(StrEnum):
    """Why a report is not accepted (检举控告规则 art. 13)."""

    LITIGATION = "litigation"      # 诉讼、仲裁、行政复议
    OTHER_BODY = "other_body"      # 其他机关职责
    NO_SUBSTANCE = "no_substance"  # 无实质内容


class ReportDisposal(StrEnum):
    """The disposals of a report: the four of a clue, and an explanation that is believed."""

    INQUIRY = "inquiry"                  # 谈话函询
    VERIFY = "verify"                    # 初步核实
    HOLD = "hold"                        # 暂存待查
    CLOSE = "close"                      # 予以了结
    CLOSED_ON_REPLY = "closed_on_reply"  # 采信了结


class ReportOutcome(StrEnum):
    """What was found of an allegation, and of the whole report."""

    SUBSTANTIATED = "substantiated"              # 属实
    UNSUBSTANTIATED = "unsubstantiated"          # 不属实
    NOT_RESOLVED = "not_resolved"                # 查无实据但不能排除
    MISTAKEN = "mistaken"                        # 错告
    SUSPECTED_MALICIOUS = "suspected_malicious"  # 涉嫌诬告陷害, which nobody has found yet


class LinkKind(StrEnum):
    """What one report has to do with another."""

    REPEATS = "repeats"  # 重复
    RELATED = "related"  # 相关: each may hold half


class FeedbackStage(StrEnum):
    """The two feedbacks to a real-name reporter (二次反馈)."""

    ACCEPTANCE = "acceptance"  # 受理告知
    RESULT = "result"          # 结果反馈


class ReporterRequest(StrEnum):
    """What a reporter can ask for."""

    PROTECTION = "protection"  # 保护
    RECUSAL = "recusal"        # 申请承办人回避
    WITHDRAWAL = "withdrawal"  # 撤回: noted; it ends nothing


class ShieldVerdict(StrEnum):
    """What an earlier filing is to an allegation. None of them is an exemption."""

    COVERS = "covers"                            # 在报备范围之内
    OUTSIDE = "outside"                          # 同一事项，超出报备的方式、程序、期限
    FILED_AFTER_ACT = "filed_after_act"          # 报备晚于行为
    EXPIRED = "expired"                          # 行为时报备已失效
    EXCEEDED = "exceeded"                        # 超出所报备的范围实施
    PRIVATELY_MOTIVATED = "privately_motivated"  # 谋取私利
    UNRELATED = "unrelated"                      # 不是同一事项


class Outside(StrEnum):
    """In what an act lies outside a filing."""

    MATTER = "matter"        # 事项
    WAY = "way"              # 方式
    PROCEDURE = "procedure"  # 程序
    PERIOD = "period"        # 期限


class Likeness(StrEnum):
    """Why a filing is shown beside an allegation, and what speaks against it."""

    SAME_PERSON = "same_person"
    SAME_NAME = "same_name"
    SAME_UNIT = "same_unit"
    SAME_PLACE = "same_place"
    ALIKE_TEXT = "alike_text"
    ACT_WITHIN = "act_within"            # the days of the act touch those that were filed
    OTHER_UNIT = "other_unit"
    UNLIKE_TEXT = "unlike_text"
    ACT_UNDATED = "act_undated"
    FILED_AFTER_ACT = "filed_after_act"
    NOT_VALID_THEN = "not_valid_then"    # not accepted yet, or run out, in a part of the act
    OUTSIDE_PERIOD = "outside_period"
    CHANGED_THAT_DAY = "changed_that_day"    # on the day of the act: before or after, people judge
    VOIDED = "voided"                    # a determination found what the filing had kept back
