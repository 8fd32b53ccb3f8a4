"""The words of a programme's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.followup import (
    BasisKind,
    DutyKind,
    ExecutionItem,
    GoalKind,
    Grade,
    PeriodChange,
    PersonChange,
    PersonClass,
    Recommendation,
    SanctionDegree,
    SanctionKind,
    TalkWith,
    VisitKind,
    VisitPlace,
    VisitState,
)
from rongcuo.contracts.followup import ProgrammeState as State
from services.gateway.console.page.labels import WORK_TABS, Words

TABS: Words = {
    "organ": WORK_TABS["organ"], "mine": WORK_TABS["mine"], "unassigned": WORK_TABS["unassigned"],
    "escalated": lazy_gettext("下级请求支持"), "closed": WORK_TABS["closed"], "own": lazy_gettext("关于本人")}
EMPTY: Words = {
    "organ": lazy_gettext("没有在办的回访教育。登记了处分、作出容错认定、完成澄清的，会自动出现在这里。"),
    "mine": lazy_gettext("您手里没有回访教育。新分派给您的会出现在这里。"),
    "unassigned": lazy_gettext("没有待分派的回访教育。"),
    "escalated": lazy_gettext("没有下级机关请求支持。"),
    "closed": lazy_gettext("还没有办结的回访教育。"),
    "own": lazy_gettext("没有关于您的回访教育。")}
STATES: Words = {
    State.COUNSELLING: lazy_gettext("教育疏导"), State.ASSISTANCE: lazy_gettext("帮扶指导"),
    State.TRACKING: lazy_gettext("跟踪问效"), State.CONCLUDING: lazy_gettext("期满评价"),
    State.COMPLETED: lazy_gettext("回访教育已办结"), State.ENDED: lazy_gettext("回访教育提前终止")}
BASES: Words = {
    BasisKind.SANCTION: lazy_gettext("处分"), BasisKind.TOLERANCE: lazy_gettext("容错认定"),
    BasisKind.CLEARING: lazy_gettext("澄清正名")}
SANCTIONS: Words = {
    SanctionKind.PARTY: lazy_gettext("党纪处分"), SanctionKind.ADMINISTRATIVE: lazy_gettext("政务处分")}
DEGREES: Words = {
    SanctionDegree.WARNING: lazy_gettext("警告"), SanctionDegree.SERIOUS_WARNING: lazy_gettext("严重警告"),
    SanctionDegree.PARTY_POSTS: lazy_gettext("撤销党内职务"),
    SanctionDegree.PROBATION: lazy_gettext("留党察看"),
    SanctionDegree.DEMERIT: lazy_gettext("记过"), SanctionDegree.SERIOUS_DEMERIT: lazy_gettext("记大过"),
    SanctionDegree.DEMOTION: lazy_gettext("降级"), SanctionDegree.REMOVAL: lazy_gettext("撤职")}
CLASSES: Words = {
    PersonClass.KEY: lazy_gettext("重点关注"), PersonClass.GENERAL: lazy_gettext("一般帮扶"),
    PersonClass.ENCOURAGING: lazy_gettext("正向激励")}
VISITS: Words = {VisitKind.FORMAL: lazy_gettext("正式回访"), VisitKind.CONTACT: lazy_gettext("随访")}
PLACES: Words = {
    VisitPlace.OFFICE: lazy_gettext("办公室"), VisitPlace.MEETING_ROOM: lazy_gettext("会议室"),
    VisitPlace.WORKPLACE: lazy_gettext("工作单位"), VisitPlace.HOME: lazy_gettext("本人家中"),
    VisitPlace.TELEPHONE: lazy_gettext("电话（只限随访）")}
VISIT_STATES: Words = {
    VisitState.PLANNED: lazy_gettext("已安排"), VisitState.MADE: lazy_gettext("已回访"),
    VisitState.DECLINED: lazy_gettext("本人谢绝"), VisitState.CANCELLED: lazy_gettext("已取消")}
TALKS: Words = {
    TalkWith.PERSON: lazy_gettext("与本人谈话"), TalkWith.UNIT_HEAD: lazy_gettext("与单位负责人谈话"),
    TalkWith.COLLEAGUE: lazy_gettext("与同事谈话")}
GOALS: Words = {
    GoalKind.ABILITY: lazy_gettext("能力"), GoalKind.POST: lazy_gettext("岗位"),
    GoalKind.CONDUCT: lazy_gettext("作风")}
ITEMS: Words = {
    ExecutionItem.FILE: lazy_gettext("决定归入人事档案"), ExecutionItem.POST: lazy_gettext("职务、职级变更"),
    ExecutionItem.PAY: lazy_gettext("工资变更")}
GRADES: Words = {
    Grade.GOOD: lazy_gettext("好"), Grade.FAIR: lazy_gettext("一般"), Grade.POOR: lazy_gettext("较差")}
RECOMMENDATIONS: Words = {
    Recommendation.RESTORE: lazy_gettext("按期解除、恢复权利"),
    Recommendation.COMMEND: lazy_gettext("推荐使用"), Recommendation.CONTINUE: lazy_gettext("由单位继续帮扶"),
    Recommendation.NOTHING: lazy_gettext("没有建议")}
PERIOD_CHANGES: Words = {
    PeriodChange.LIFTED: lazy_gettext("提前解除"), PeriodChange.ADDED: lazy_gettext("又受处分，合并计算"),
    PeriodChange.OVERTURNED: lazy_gettext("申诉后撤销")}
PERSON_CHANGES: Words = {
    PersonChange.MOVED: lazy_gettext("调动"), PersonChange.RETIRED: lazy_gettext("退休"),
    PersonChange.LEFT: lazy_gettext("离职"), PersonChange.DIED: lazy_gettext("去世")}
CHANGES: Words = {**PERIOD_CHANGES, **PERSON_CHANGES, "revoked": lazy_gettext("原决定不再有效"),
                  "own_wish": lazy_gettext("本人不再需要回访")}
DUTIES: Words = {
    DutyKind.EXECUTION: lazy_gettext("处分执行到位"), DutyKind.VISIT: lazy_gettext("正式回访"),
    DutyKind.CONTACT: lazy_gettext("随访"), DutyKind.GATHERING: lazy_gettext("期满前采集信息"),
    DutyKind.END_NOTICE: lazy_gettext("期满前告知本人"), DutyKind.CONCLUSION: lazy_gettext("评价、办结")}
# Of the steps that only a programme has; the others have theirs in the console.
VERBS: Words = {
    "open": lazy_gettext("回访教育已开始"), "classify": lazy_gettext("已确定类别"),
    "plan_visit": lazy_gettext("已安排回访"), "record_visit": lazy_gettext("已回访"),
    "accept_visit": lazy_gettext("本人收回谢绝"), "correct_talk": lazy_gettext("本人更正了谈话记录"),
    "opt_out": lazy_gettext("本人不再需要回访"),
    "decline_visit": lazy_gettext("本人谢绝回访"), "cancel_visit": lazy_gettext("已取消安排"),
    "request_visit": lazy_gettext("本人请求回访"), "write_step": lazy_gettext("已写本步骤记录"),
    "sign_step": lazy_gettext("本人已签字，进入下一步"),
    "go_on_unsigned": lazy_gettext("本人未签字，写明后继续"), "name_mentor": lazy_gettext("已确定帮带责任人"),
    "write_plan": lazy_gettext("已写成长方案"), "sign_plan": lazy_gettext("成长方案已签署"),
    "record_milestone": lazy_gettext("已记录进展"), "check_execution": lazy_gettext("已核对处分执行"),
    "extend_execution": lazy_gettext("已批准延长执行期限"), "gather": lazy_gettext("已采集信息"),
    "record_unit_evaluation": lazy_gettext("已登记单位评价"), "evaluate": lazy_gettext("已写评价意见"),
    "escalate": lazy_gettext("已报请上级支持"), "answer_escalation": lazy_gettext("上级已答复"),
    "change_period": lazy_gettext("影响期有变化"), "change_person": lazy_gettext("人员有变化"),
    "complete": lazy_gettext("回访教育已办结"), "remark": lazy_gettext("本人补充说明"),
    "send_card": lazy_gettext("已发出关爱提醒卡"), "read_card": lazy_gettext("关爱提醒卡已阅"),
    "end": lazy_gettext("回访教育提前终止"), "tell_end": lazy_gettext("已告知本人期限将满"),
    "tell_over": lazy_gettext("已告知本人期限已满"), "basis_changed": lazy_gettext("原决定有变化")}
