"""The words of an inquiry's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import (
    Address,
    Answer,
    Bearing,
    Element,
    Entered,
    Factor,
    FalseAccusationState,
    Gate,
    HandlingKind,
    Unheard,
)
from services.gateway.console.page.labels import WORK_TABS, Words

LISTS: Words = {
    "organ": lazy_gettext("在办"), "approval": lazy_gettext("等本机关批准"), "closed": WORK_TABS["closed"]}
EMPTY: Words = {
    "organ": lazy_gettext("没有在办的核查。检举控告整体涉嫌诬告陷害、拟提请启动的，会出现在这里。"),
    "approval": lazy_gettext("没有等本机关批准或者复查的。下级报请，或者举报人申诉的，会出现在这里。"),
    "closed": lazy_gettext("还没有办结的核查。")}
STATES: Words = {
    FalseAccusationState.PREPARATION: lazy_gettext("拟提请启动核查"),
    FalseAccusationState.BEGIN_APPROVAL: lazy_gettext("报上级批准启动"),
    FalseAccusationState.INQUIRY: lazy_gettext("核查中"),
    FalseAccusationState.DRAFT: lazy_gettext("拟认定意见，等举报人答复"),
    FalseAccusationState.FINDING_APPROVAL: lazy_gettext("报上级批准认定"),
    FalseAccusationState.FOUND: lazy_gettext("已认定，申诉期内不生效"),
    FalseAccusationState.COMPLAINT: lazy_gettext("申诉复查"),
    FalseAccusationState.UPHELD: lazy_gettext("复查维持"),
    FalseAccusationState.EFFECTIVE: lazy_gettext("生效，处理和纠正"),
    FalseAccusationState.CONCLUDED: lazy_gettext("已认定，处理办结"),
    FalseAccusationState.NOT_BEGUN: lazy_gettext("不予启动"),
    FalseAccusationState.MISTAKEN: lazy_gettext("属于错告，已解释说明"),
    FalseAccusationState.UNPROVEN: lazy_gettext("不予认定"),
    FalseAccusationState.SET_ASIDE: lazy_gettext("认定已撤销")}
ELEMENTS: Words = {
    Element.FABRICATION: lazy_gettext("捏造事实、伪造材料"), Element.INTENT: lazy_gettext("主观故意")}
FACTORS: Words = {
    Factor.SOURCE: lazy_gettext("问题来源"), Factor.CONTENT: lazy_gettext("内容特点"),
    Factor.WAY: lazy_gettext("举报方式"), Factor.MOMENT: lazy_gettext("举报时机"),
    Factor.RELATION: lazy_gettext("举报人与被举报人的关系")}
BEARINGS: Words = {
    Bearing.PROVES: lazy_gettext("支持认定"), Bearing.DENIES: lazy_gettext("不支持认定"),
    Bearing.UNCLEAR: lazy_gettext("不清楚")}
UNHEARD: Words = {
    Unheard.NO_ANSWER: lazy_gettext("逾期未回复"), Unheard.DECLINED: lazy_gettext("本人不愿说明"),
    Unheard.NOT_REACHED: lazy_gettext("无法联系"), Unheard.OTHER: lazy_gettext("其他")}
ADDRESSES: Words = {
    Address.ASKED: lazy_gettext("请说明来源和依据"), Address.DRAFT: lazy_gettext("拟认定意见，可以提出意见"),
    Address.FOUND: lazy_gettext("认定结论，可以申诉"),
    Address.RAISED: lazy_gettext("改由上级机关审查，原认定不生效"),
    Address.EFFECTIVE: lazy_gettext("认定生效"),
    Address.TAKEN_DOWN: lazy_gettext("书面材料中所说的，记录成这样"),
    Address.COMPLAINT_ANSWERED: lazy_gettext("申诉复查结论"),
    Address.EXPLAINED: lazy_gettext("错告的解释说明"),
    Address.CLOSED: lazy_gettext("不予启动、不予认定或者认定撤销")}
ENTERED: Words = {
    Entered.HEARING: lazy_gettext("举报人的说明"), Entered.DECLINED: lazy_gettext("本人不愿说明"),
    Entered.DRAFT_ANSWER: lazy_gettext("对拟认定意见的意见"), Entered.SERVICE: lazy_gettext("送达举报人"),
    Entered.COMPLAINT: lazy_gettext("举报人的申诉")}
HANDLINGS: Words = {
    HandlingKind.DISCIPLINE: lazy_gettext("党纪、政务处分"),
    HandlingKind.TRANSFER: lazy_gettext("移送有关单位"),
    HandlingKind.JUDICIAL: lazy_gettext("移送司法机关"), HandlingKind.NONE: lazy_gettext("不予处理")}
GATES: Words = {Gate.BEGIN: lazy_gettext("启动核查"), Gate.FIND: lazy_gettext("认定诬告陷害")}
ANSWERS: Words = {
    Answer.APPROVED: lazy_gettext("批准"), Answer.RETURNED: lazy_gettext("退回"),
    Answer.REFUSED: lazy_gettext("不予批准")}
TABS: Words = {
    "overview": lazy_gettext("概要"), "proof": lazy_gettext("证据和评判"),
    "hearing": lazy_gettext("听取举报人"), "timeline": lazy_gettext("时间线")}
# Of the steps that only an inquiry has; the others have theirs in the console.
VERBS: Words = {
    "open": lazy_gettext("拟提请启动核查"), "request_beginning": lazy_gettext("已报请批准启动"),
    "approve_beginning": lazy_gettext("上级批准启动"), "return_beginning": lazy_gettext("上级退回启动报请"),
    "refuse_beginning": lazy_gettext("上级不予启动"), "add_evidence": lazy_gettext("已添加证据"),
    "weigh": lazy_gettext("已评判"), "ask_reporter": lazy_gettext("已请举报人说明"),
    "record_hearing": lazy_gettext("已记录举报人的说明"),
    "record_unheard": lazy_gettext("已记录无法听取的原因"),
    "record_circumstances": lazy_gettext("已记录从重、从轻情形"),
    "record_gain": lazy_gettext("已记录不当利益"),
    "serve_draft": lazy_gettext("已告知拟认定意见"), "answer_draft": lazy_gettext("已记录举报人的意见"),
    "record_service": lazy_gettext("已记录送达，等另一人确认"),
    "confirm_entry": lazy_gettext("已由另一人确认代录的内容"), "move_on": lazy_gettext("改由上一级机关决定"),
    "take_draft_back": lazy_gettext("已撤回拟认定意见"), "request_finding": lazy_gettext("已报请认定"),
    "approve_finding": lazy_gettext("上级批准认定"), "return_finding": lazy_gettext("上级退回认定报请"),
    "refuse_finding": lazy_gettext("上级不予认定"), "take_message": lazy_gettext("举报人写了话"),
    "take_receipt": lazy_gettext("举报人已读"), "raise": lazy_gettext("改由更上一级批准"),
    "complain": lazy_gettext("举报人申诉"),
    "uphold": lazy_gettext("复查维持认定"), "set_aside": lazy_gettext("复查撤销认定"),
    "take_effect": lazy_gettext("认定生效"), "record_handling": lazy_gettext("已记录处理"),
    "undo_gain": lazy_gettext("已纠正不当利益"), "conclude": lazy_gettext("处理办结"),
    "end_mistaken": lazy_gettext("属于错告，结束"), "end_unproven": lazy_gettext("不予认定，结束"),
    "heed_mistaken": lazy_gettext("检举控告改认定为错告，结束"),
    "heed_unproven": lazy_gettext("检举控告的结论变了，结束"),
    "word_late": lazy_gettext("上级的答复来得晚了，没有生效"),
    "word_missing": lazy_gettext("上级到期没有答复，已重新报请"),
    "word_without_effect": lazy_gettext("上级的答复不能生效，已重新报请")}
