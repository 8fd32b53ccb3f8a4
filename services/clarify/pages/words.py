"""The words of a report's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import (
    Channel,
    Likeness,
    LinkKind,
    ManagedBy,
    Origin,
    Outside,
    PersonLevel,
    ReportDisposal,
    ReporterKind,
    ReporterRequest,
    ReportOutcome,
    ReportState,
    ShieldVerdict,
)
from rongcuo.contracts.review import FilingFault
from rongcuo.contracts.sealed import FILES, Part
from rongcuo.contracts.vault import ReporterStatus
from services.gateway.console.page.labels import Words

EMPTY: Words = {
    "organ": lazy_gettext("这里没有检举控告。与您本人或者本单位有关的，不在这里显示。"),
    "due_today": lazy_gettext("没有今天到期的检举控告，也没有逾期的。"),
    "mine": lazy_gettext("您手里没有检举控告。新分派给您的会出现在这里。"),
    "unassigned": lazy_gettext("没有待分派的检举控告。"), "closed": lazy_gettext("还没有办结的检举控告。")}
STATES: Words = {
    ReportState.RECEIVED: lazy_gettext("待管辖审查"), ReportState.ACCEPTED: lazy_gettext("已受理，待处置"),
    ReportState.HANDLING: lazy_gettext("核查中"), ReportState.HELD: lazy_gettext("暂存待查"),
    ReportState.CONCLUDING: lazy_gettext("结论审核"), ReportState.FEEDBACK: lazy_gettext("已办结，待反馈"),
    ReportState.CLOSED: lazy_gettext("已办结"), ReportState.NOT_ACCEPTED: lazy_gettext("未予受理"),
    ReportState.PASSED_UP: lazy_gettext("已报上级，本级不留存")}
CHANNELS: Words = {
    Channel.LETTER: lazy_gettext("来信"), Channel.VISIT: lazy_gettext("来访"),
    Channel.PHONE: lazy_gettext("来电"), Channel.WEB: lazy_gettext("网络"),
    Channel.TRANSFERRED: lazy_gettext("转交")}
ORIGINS: Words = {
    Origin.OWN_LEVEL: lazy_gettext("本级受理"), Origin.FORWARDED: lazy_gettext("上级转办"),
    Origin.ASSIGNED: lazy_gettext("上级交办"), Origin.SUPERVISED: lazy_gettext("上级督办")}
KINDS: Words = {
    ReporterKind.REAL_NAME: lazy_gettext("实名举报"), ReporterKind.ANONYMOUS: lazy_gettext("匿名举报")}
DISPOSALS: Words = {
    ReportDisposal.INQUIRY: lazy_gettext("谈话函询"), ReportDisposal.VERIFY: lazy_gettext("初步核实"),
    ReportDisposal.HOLD: lazy_gettext("暂存待查"), ReportDisposal.CLOSE: lazy_gettext("予以了结"),
    ReportDisposal.CLOSED_ON_REPLY: lazy_gettext("采信说明，予以了结")}
OUTCOMES: Words = {
    ReportOutcome.SUBSTANTIATED: lazy_gettext("属实"), ReportOutcome.UNSUBSTANTIATED: lazy_gettext("不属实"),
    ReportOutcome.NOT_RESOLVED: lazy_gettext("查无实据但不能排除"),
    ReportOutcome.MISTAKEN: lazy_gettext("错告"),
    ReportOutcome.SUSPECTED_MALICIOUS: lazy_gettext("涉嫌诬告陷害（尚未认定）")}
LINKS: Words = {LinkKind.REPEATS: lazy_gettext("重复件"), LinkKind.RELATED: lazy_gettext("相关件")}
VERDICTS: Words = {
    ShieldVerdict.COVERS: lazy_gettext("在报备范围之内"),
    ShieldVerdict.OUTSIDE: lazy_gettext("同一事项，超出报备范围"),
    ShieldVerdict.FILED_AFTER_ACT: lazy_gettext("报备晚于行为"),
    ShieldVerdict.EXPIRED: lazy_gettext("行为时报备已失效"),
    ShieldVerdict.EXCEEDED: lazy_gettext("没有照报备的做"),
    ShieldVerdict.PRIVATELY_MOTIVATED: lazy_gettext("谋取私利"),
    ShieldVerdict.UNRELATED: lazy_gettext("不是同一事项")}
OUTSIDE: Words = {
    Outside.MATTER: lazy_gettext("事项"), Outside.WAY: lazy_gettext("方式"),
    Outside.PROCEDURE: lazy_gettext("程序"), Outside.PERIOD: lazy_gettext("期限")}
LIKENESS: Words = {
    Likeness.SAME_PERSON: lazy_gettext("同一个人"), Likeness.SAME_NAME: lazy_gettext("姓名相同"),
    Likeness.SAME_UNIT: lazy_gettext("单位相同"), Likeness.SAME_PLACE: lazy_gettext("地点相同"),
    Likeness.ALIKE_TEXT: lazy_gettext("文字相近"),
    Likeness.ACT_WITHIN: lazy_gettext("行为时间与报备的时间相接"),
    Likeness.OTHER_UNIT: lazy_gettext("单位不同"), Likeness.UNLIKE_TEXT: lazy_gettext("文字不相近"),
    Likeness.ACT_UNDATED: lazy_gettext("行为的起止日期没有写全"),
    Likeness.FILED_AFTER_ACT: lazy_gettext("报备不早于行为"),
    Likeness.NOT_VALID_THEN: lazy_gettext("行为时报备还没有生效，或者已经失效"),
    Likeness.OUTSIDE_PERIOD: lazy_gettext("行为时间超出报备写明的时间"),
    Likeness.CHANGED_THAT_DAY: lazy_gettext("报备在行为当天变更，先后请核对"),
    Likeness.VOIDED: lazy_gettext("容错认定查明报备有隐瞒，报备不再适用")}
REQUESTS: Words = {
    ReporterRequest.PROTECTION: lazy_gettext("请求保护"),
    ReporterRequest.RECUSAL: lazy_gettext("申请回避"), ReporterRequest.WITHDRAWAL: lazy_gettext("撤回")}
TOLD: Words = {
    ReporterStatus.RECEIVED: lazy_gettext("已收到"), ReporterStatus.ACCEPTED: lazy_gettext("已受理"),
    ReporterStatus.PASSED_ON: lazy_gettext("已转有权机关"),
    ReporterStatus.NOT_ACCEPTED: lazy_gettext("不予受理"),
    ReporterStatus.BEING_HANDLED: lazy_gettext("办理中"), ReporterStatus.CLOSED: lazy_gettext("已办结")}
PARTS: Words = {
    Part.IDENTITY: lazy_gettext("身份"), Part.CONTACT: lazy_gettext("联系方式"),
    Part.WORDS: lazy_gettext("可能暴露身份的原文"),
    **{part: lazy_gettext("材料%(n)s 的原件", n=number) for number, part in enumerate(FILES, start=1)}}
FAULTS: Words = {
    FilingFault.UNTRUE: lazy_gettext("报备不实或者有隐瞒"),
    FilingFault.OTHERWISE: lazy_gettext("没有按报备的事项、方式、期限实施"),
    FilingFault.PROCEDURE: lazy_gettext("违反程序"), FilingFault.PRIVATE_GAIN: lazy_gettext("谋取私利")}
MANAGED: Words = {
    ManagedBy.COUNTY: lazy_gettext("县管及以下"), ManagedBy.PREFECTURE: lazy_gettext("市管"),
    ManagedBy.PROVINCE: lazy_gettext("省管")}
LEVELS: Words = {
    PersonLevel.BUREAU: lazy_gettext("厅局级及以上"), PersonLevel.COUNTY: lazy_gettext("县处级"),
    PersonLevel.TOWNSHIP: lazy_gettext("乡科级"), PersonLevel.STAFF: lazy_gettext("一般干部"),
    PersonLevel.RURAL: lazy_gettext("农村人员"), PersonLevel.ENTERPRISE: lazy_gettext("企业人员"),
    PersonLevel.OTHER: lazy_gettext("其他人员"), PersonLevel.UNKNOWN: lazy_gettext("还没有标注级别")}
WEAK_POINTS: Words = {
    "rule_gaps": lazy_gettext("制度建设薄弱点"), "power_risks": lazy_gettext("权力运行风险点"),
    "oversight_gaps": lazy_gettext("管理监督空白点")}
# Of the steps that only a report has; the others have theirs in the console.
VERBS: Words = {
    "register": lazy_gettext("已登记"), "open": lazy_gettext("已查明应回避的人，转管辖审查"),
    "accept": lazy_gettext("已受理"), "refuse": lazy_gettext("决定不予受理"),
    "pass_up": lazy_gettext("已报上级"), "confirm_reporter": lazy_gettext("已核实确认实名"),
    "leave_anonymous": lazy_gettext("核实不了实名，按匿名办理"),
    "link": lazy_gettext("已关联"), "classify": lazy_gettext("已标注问题类别"),
    "judge_match": lazy_gettext("已认定与报备的关系"), "form_team": lazy_gettext("核实组已组成"),
    "inquire": lazy_gettext("处置：谈话函询"), "verify": lazy_gettext("处置：初步核实"),
    "hold": lazy_gettext("处置：暂存待查"), "settle": lazy_gettext("处置：予以了结"),
    "find": lazy_gettext("已记录核查结论"), "send_back": lazy_gettext("已退回补充核实"),
    "answer_clearing": lazy_gettext("已回答是否澄清"), "close": lazy_gettext("已办结"),
    "await_feedback": lazy_gettext("已办结，待反馈"), "tell_acceptance": lazy_gettext("已告知举报人受理"),
    "tell_result": lazy_gettext("已向举报人反馈结果"), "retrospect": lazy_gettext("已写一案一议"),
    "take_message": lazy_gettext("举报人写了话"), "take_request": lazy_gettext("举报人提出请求"),
    "take_receipt": lazy_gettext("举报人已读"), "take_check": lazy_gettext("报备核查已有结果"),
    "heed_inquiry": lazy_gettext("核查认为不是诬告陷害，不再作为涉嫌诬告陷害")}
