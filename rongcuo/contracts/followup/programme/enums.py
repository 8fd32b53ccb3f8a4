"""The words of a programme (回访教育)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class ProgrammeState(StrEnum):
    """Where a programme stands: in one of its three steps, before its end, or over."""

    COUNSELLING = "counselling"  # 教育疏导
    ASSISTANCE = "assistance"    # 帮扶指导
    TRACKING = "tracking"        # 跟踪问效
    CONCLUDING = "concluding"    # 期满评价
    COMPLETED = "completed"      # 办结
    ENDED = "ended"              # 提前终止


class FollowUpStage(StrEnum):
    """The three steps (三步工作法)."""

    COUNSELLING = "counselling"  # 教育疏导
    ASSISTANCE = "assistance"    # 帮扶指导
    TRACKING = "tracking"        # 跟踪问效


class BasisKind(StrEnum):
    """After what somebody is visited."""

    SANCTION = "sanction"    # 处分
    TOLERANCE = "tolerance"  # 容错认定
    CLEARING = "clearing"    # 澄清正名


class SanctionKind(StrEnum):
    """By which rules somebody was sanctioned."""

    PARTY = "party"                    # 党纪处分
    ADMINISTRATIVE = "administrative"  # 政务处分


class SanctionDegree(StrEnum):
    """How heavy a sanction is, as far as whoever has it stays in a post."""

    WARNING = "warning"                  # 警告
    SERIOUS_WARNING = "serious_warning"  # 严重警告
    PARTY_POSTS = "party_posts"          # 撤销党内职务
    PROBATION = "probation"              # 留党察看
    DEMERIT = "demerit"                  # 记过
    SERIOUS_DEMERIT = "serious_demerit"  # 记大过
    DEMOTION = "demotion"                # 降级
    REMOVAL = "removal"                  # 撤职


DEGREES: Final[Mapping[SanctionKind, tuple[SanctionDegree, ...]]] = {
    SanctionKind.PARTY: (SanctionDegree.WARNING, SanctionDegree.SERIOUS_WARNING, SanctionDegree.PARTY_POSTS,
                         SanctionDegree.PROBATION),
    SanctionKind.ADMINISTRATIVE: (SanctionDegree.WARNING, SanctionDegree.DEMERIT,
                                  SanctionDegree.SERIOUS_DEMERIT, SanctionDegree.DEMOTION,
                                  SanctionDegree.REMOVAL)}
"""Which degrees each kind has."""


class PersonClass(StrEnum):
    """How closely somebody is accompanied: it sets the rhythm of visits, and is no mark on them."""

    KEY = "key"                  # 重点关注
    GENERAL = "general"          # 一般帮扶
    ENCOURAGING = "encouraging"  # 正向激励


class VisitKind(StrEnum):
    """A formal visit, of which there are few; or a contact in between."""

    FORMAL = "formal"    # 正式回访
    CONTACT = "contact"  # 随访


class VisitPlace(StrEnum):
    """Where one meets: never in a room in which cases are talked over."""

    OFFICE = "office"              # 办公室
    MEETING_ROOM = "meeting_room"  # 会议室
    WORKPLACE = "workplace"        # 本人工作的地方
    HOME = "home"                  # 本人家中
    TELEPHONE = "telephone"        # 电话


class VisitState(StrEnum):
    """What became of a planned visit."""

    PLANNED = "planned"      # 已安排
    MADE = "made"            # 已回访
    DECLINED = "declined"    # 本人谢绝, which is no failing
    CANCELLED = "cancelled"  # 取消


class TalkWith(StrEnum):
    """With whom one talks apart from the others."""

    PERSON = "person"        # 本人
    UNIT_HEAD = "unit_head"  # 单位负责人
    COLLEAGUE = "colleague"  # 同事


class GoalKind(StrEnum):
    """What a goal of the growth plan is about."""

    ABILITY = "ability"  # 能力
    POST = "post"        # 岗位
    CONDUCT = "conduct"  # 作风


class ExecutionItem(StrEnum):
    """What has to be done for a sanction to be carried out."""

    FILE = "file"  # 决定归入人事档案
    POST = "post"  # 职务、职级变更
    PAY = "pay"    # 工资变更


class Grade(StrEnum):
    """How the visits went. Of the help, not of the person, who never reads it."""

    GOOD = "good"  # 好
    FAIR = "fair"  # 一般
    POOR = "poor"  # 较差


class Recommendation(StrEnum):
    """What is recommended at the end."""

    RESTORE = "restore"    # 按期解除、恢复权利
    COMMEND = "commend"    # 推荐使用
    CONTINUE = "continue"  # 由单位继续帮扶
    NOTHING = "nothing"    # 没有建议


class PeriodChange(StrEnum):
    """What was decided about the effect period, elsewhere."""

    LIFTED = "lifted"          # 提前解除
    ADDED = "added"            # 又受处分，合并计算
    OVERTURNED = "overturned"  # 申诉后撤销


class PersonChange(StrEnum):
    """What happened to the person in mid-programme."""

    MOVED = "moved"      # 调动
    RETIRED = "retired"  # 退休
    LEFT = "left"        # 离职
    DIED = "died"        # 去世


class DutyKind(StrEnum):
    """What is due, by a day that follows from the effect period."""

    EXECUTION = "execution"    # 处分执行到位
    VISIT = "visit"            # 正式回访
    CONTACT = "contact"        # 随访
    GATHERING = "gathering"    # 期满前采集信息
    END_NOTICE = "end_notice"  # 期满前告知本人
    CONCLUSION = "conclusion"  # 期满评价、办结
