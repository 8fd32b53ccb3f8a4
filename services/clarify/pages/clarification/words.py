"""The words of a clearing's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import (
    ClarificationMode,
    ClarificationStart,
    ClarificationState,
    ConcernedKind,
    UnitAnswer,
)
from services.gateway.console.page.labels import WORK_TABS, Words

UNITS_GUIDE = lazy_gettext("单位怎样配合澄清")
BOARD: Words = {
    "organ": WORK_TABS["organ"], "mine": WORK_TABS["mine"], "objections": lazy_gettext("待答复异议"),
    "units": lazy_gettext("单位未落实"), "closed": WORK_TABS["closed"], "own": lazy_gettext("关于本人")}
EMPTY: Words = {
    "organ": lazy_gettext("没有在办的澄清。检举控告查明不实、要澄清的，或者本人申请的，会出现在这里。"),
    "mine": lazy_gettext("您手里没有澄清件。新分派给您的会出现在这里。"),
    "objections": lazy_gettext("没有等本机关答复的异议。下级不予澄清、本人有异议的，会出现在这里。"),
    "units": lazy_gettext("没有未落实的单位。请其配合澄清，到期没有落实或者不愿落实的，会出现在这里。"),
    "closed": lazy_gettext("还没有办结的澄清。"),
    "own": lazy_gettext("没有关于您本人或者您单位的澄清。受到不实反映、需要澄清的，可以在这里申请。")}
STATES: Words = {
    ClarificationState.ASSESSMENT: lazy_gettext("提出、评估"),
    ClarificationState.APPROVAL: lazy_gettext("报负责人审批"),
    ClarificationState.CARRYING_OUT: lazy_gettext("澄清实施"),
    ClarificationState.ARCHIVE: lazy_gettext("已澄清，待归档"),
    ClarificationState.VISIT: lazy_gettext("已澄清，待回访"),
    ClarificationState.FEEDBACK: lazy_gettext("已回访，待结果反馈"),
    ClarificationState.CLOSED: lazy_gettext("澄清已办结"),
    ClarificationState.REFUSED: lazy_gettext("不予澄清"),
    ClarificationState.OBJECTED: lazy_gettext("对不予澄清有异议，上级审查"),
    ClarificationState.WITHDRAWN: lazy_gettext("不再办理")}
STARTS: Words = {
    ClarificationStart.HANDLER: lazy_gettext("承办部门提出"),
    ClarificationStart.APPLICATION: lazy_gettext("本人或者单位申请")}
KINDS: Words = {
    ConcernedKind.PERSON: lazy_gettext("个人"), ConcernedKind.ORGANISATION: lazy_gettext("单位（组织）")}
MODES: Words = {
    ClarificationMode.WRITTEN: lazy_gettext("书面"), ClarificationMode.IN_PERSON: lazy_gettext("当面"),
    ClarificationMode.MEETING: lazy_gettext("会议"), ClarificationMode.CIRCULAR: lazy_gettext("通报")}
ANSWERS: Words = {
    UnitAnswer.OPEN: lazy_gettext("尚未答复"), UnitAnswer.DONE: lazy_gettext("已落实"),
    UnitAnswer.DECLINED: lazy_gettext("没有落实")}
TABS: Words = {
    "overview": lazy_gettext("概要"), "plan": lazy_gettext("方案和预览"), "acts": lazy_gettext("实施和回访"),
    "letters": lazy_gettext("文书"), "timeline": lazy_gettext("时间线")}
# Of the steps that only a clearing has; the others have theirs in the console.
VERBS: Words = {
    "open": lazy_gettext("已提出澄清"), "link_report": lazy_gettext("已关联检举控告"),
    "assess": lazy_gettext("已评估影响情形"), "plan": lazy_gettext("已制定澄清方案"),
    "ask_opinion": lazy_gettext("已征求本人意见"), "give_opinion": lazy_gettext("本人已提出意见"),
    "read": lazy_gettext("本人已看到"), "serve": lazy_gettext("已纸质送达本人"),
    "answer_visit": lazy_gettext("本人对回访记录提出意见"),
    "request_approval": lazy_gettext("已报负责人审批"), "propose_refusal": lazy_gettext("已建议不予澄清"),
    "decline": lazy_gettext("随检举控告办结，不予澄清"), "move_on": lazy_gettext("改由上一级机关答复异议"),
    "approve": lazy_gettext("负责人批准澄清"), "return": lazy_gettext("已退回重新评估"),
    "refuse": lazy_gettext("决定不予澄清"), "object": lazy_gettext("本人提出异议"),
    "direct": lazy_gettext("上级审查：应当澄清"), "uphold_refusal": lazy_gettext("上级审查：维持不予澄清"),
    "record_act": lazy_gettext("已实施"), "drop_mode": lazy_gettext("一种方式不再实施"),
    "ask_unit": lazy_gettext("已请单位配合"), "answer_unit": lazy_gettext("单位已答复"),
    "finish": lazy_gettext("实施完毕"), "archive": lazy_gettext("已归档"),
    "visit": lazy_gettext("已回访"), "give_feedback": lazy_gettext("已反馈结果，办结"),
    "withdraw": lazy_gettext("申请人已撤回"), "report_closed": lazy_gettext("检举控告已办结，结论确定"),
    "report_changed": lazy_gettext("检举控告的结论变了，不再办理")}
