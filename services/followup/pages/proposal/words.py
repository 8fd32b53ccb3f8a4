"""The words of a proposal's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.followup import Aspect, ProposalKind, ProposalMark, SignedBy
from rongcuo.contracts.followup import ProposalState as State
from services.gateway.console.page.labels import WORK_TABS, Words

TABS: Words = {
    "organ": WORK_TABS["organ"], "mine": WORK_TABS["mine"], "late": lazy_gettext("已逾期"),
    "closed": WORK_TABS["closed"], "addressed": lazy_gettext("发给本单位的")}
EMPTY: Words = {
    "organ": lazy_gettext("没有在办的建议书。发现需要单位整改的问题，可以起草一份。"),
    "mine": lazy_gettext("您手里没有建议书。"),
    "late": lazy_gettext("没有逾期的建议书。"),
    "closed": lazy_gettext("还没有办结的建议书。"),
    "addressed": lazy_gettext("没有发给您所在单位的建议书。")}
KINDS: Words = {
    ProposalKind.DISCIPLINE: lazy_gettext("纪律检查建议"), ProposalKind.SUPERVISION: lazy_gettext("监察建议"),
    ProposalKind.JOINT: lazy_gettext("纪检监察建议")}
STATES: Words = {
    State.DRAFT: lazy_gettext("拟稿，待审核"), State.REVIEWED: lazy_gettext("已审核，待批准"),
    State.APPROVED: lazy_gettext("已批准，待送达"), State.DELIVERED: lazy_gettext("已送达，待认领"),
    State.ACKNOWLEDGED: lazy_gettext("已认领，待报方案"), State.PLANNED: lazy_gettext("整改中"),
    State.REPLIED: lazy_gettext("已回复，待评估"), State.EVALUATED: lazy_gettext("已评估，待决定"),
    State.RETURNED: lazy_gettext("退回重改中"), State.REFERRED: lazy_gettext("已报其上级"),
    State.CLOSED: lazy_gettext("已销号，待回头看"), State.ONCE_LOOKED_BACK: lazy_gettext("待第二次回头看"),
    State.LOOKED_BACK: lazy_gettext("已销号，回头看完成"), State.RECURRED: lazy_gettext("问题复发"),
    State.WITHDRAWN: lazy_gettext("建议书已撤回")}
ASPECTS: Words = {
    Aspect.RESPONSIBILITY: lazy_gettext("责任落实"), Aspect.IMPLEMENTATION: lazy_gettext("整改实施"),
    Aspect.RULES: lazy_gettext("制度建设"), Aspect.GENERALISATION: lazy_gettext("举一反三"),
    Aspect.EFFECT: lazy_gettext("实效")}
MARKS: Words = {
    ProposalMark.PASSED: lazy_gettext("合格"), ProposalMark.BASIC: lazy_gettext("基本合格"),
    ProposalMark.FAILED: lazy_gettext("不合格")}
SIGNED: Words = {
    SignedBy.PAPER: lazy_gettext("纸质签收"), SignedBy.ACCOUNT: lazy_gettext("账号签收")}
WAY = (lazy_gettext("拟稿"), lazy_gettext("审批"), lazy_gettext("送达"), lazy_gettext("认领"),
       lazy_gettext("整改方案"), lazy_gettext("整改回复"), lazy_gettext("评估销号"), lazy_gettext("回头看"))
# Of the steps that only a proposal has; the others have theirs in the console.
VERBS: Words = {
    "draft_proposal": lazy_gettext("已起草建议书"), "revise_proposal": lazy_gettext("已修改建议书"),
    "review_proposal": lazy_gettext("已审核同意"), "send_back": lazy_gettext("已退回修改"),
    "approve_proposal": lazy_gettext("主要负责人已批准"), "deliver": lazy_gettext("建议书已送达"),
    "sign_for": lazy_gettext("已签收"), "acknowledge_proposal": lazy_gettext("已认领"),
    "plan_rectification": lazy_gettext("已报整改方案"), "reply": lazy_gettext("已回复整改情况"),
    "extend_reply": lazy_gettext("回复期限已延长"), "remind": lazy_gettext("已催办"),
    "evaluate_rectification": lazy_gettext("已评估整改"), "close_proposal": lazy_gettext("建议书已销号"),
    "return_rectification": lazy_gettext("已退回重改"), "refer": lazy_gettext("已报其上级"),
    "record_superior": lazy_gettext("其上级已处理，已销号"), "look_back": lazy_gettext("已回头看"),
    "recur": lazy_gettext("已登记问题复发"), "found_again": lazy_gettext("又有建议书提出同一问题"),
    "withdraw_proposal": lazy_gettext("建议书已撤回"), "addressee_named": lazy_gettext("单位名称有变化"),
    "tell_due": lazy_gettext("已提醒快到期"), "tell_overdue": lazy_gettext("已提醒逾期")}
