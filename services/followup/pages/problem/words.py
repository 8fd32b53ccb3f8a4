"""The words of a problem's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.followup import MeasureState, Shared, WeakPoint
from rongcuo.contracts.followup import ProblemSourceKind as Kind
from rongcuo.contracts.followup import ProblemState as State
from services.gateway.console.page.labels import Words

TABS: Words = {
    "raised": lazy_gettext("待梳理"), "open": lazy_gettext("整改中"), "mine": lazy_gettext("我的措施"),
    "closed": lazy_gettext("已销号"), "other": lazy_gettext("归并和不列入")}
EMPTY: Words = {
    "raised": lazy_gettext("没有待梳理的。作出认定、完成澄清、一案一议、发现偏差以后，会自动出现在这里。"),
    "open": lazy_gettext("没有整改中的问题。"), "mine": lazy_gettext("没有由您负责的整改措施。"),
    "closed": lazy_gettext("还没有销号的问题。"), "other": lazy_gettext("没有归并或者不列入的。")}
STATES: Words = {
    State.RAISED: lazy_gettext("待梳理"), State.OPEN: lazy_gettext("整改中"),
    State.CLOSED: lazy_gettext("已销号"), State.MERGED: lazy_gettext("已归并"),
    State.DISMISSED: lazy_gettext("不列入问题清单")}
WEAK_POINTS: Words = {
    WeakPoint.RULE_MISSING: lazy_gettext("制度建设薄弱点"),
    WeakPoint.POWER_RISK: lazy_gettext("权力运行风险点"),
    WeakPoint.OVERSIGHT_GAP: lazy_gettext("管理监督空白点")}
SOURCES: Words = {
    Kind.DETERMINATION: lazy_gettext("容错认定"), Kind.CLARIFICATION: lazy_gettext("澄清正名"),
    Kind.RETROSPECTIVE: lazy_gettext("一案一议"), Kind.DEVIATION: lazy_gettext("事中监督的偏差"),
    Kind.PROPOSAL: lazy_gettext("纪检监察建议"), Kind.HAND: lazy_gettext("人工登记")}
BY_HAND: Words = {each: SOURCES[each] for each in (Kind.HAND, *(
    each for each in Kind if each is not Kind.HAND))}
MEASURES: Words = {
    MeasureState.OPEN: lazy_gettext("整改中"), MeasureState.REPORTED: lazy_gettext("已报，待销账"),
    MeasureState.CLOSED: lazy_gettext("已销账"), MeasureState.DROPPED: lazy_gettext("已取消")}
SHARED: Words = {
    Shared.SITUATION: lazy_gettext("适用情形"), Shared.WEAK_POINT: lazy_gettext("薄弱点"),
    Shared.UNIT: lazy_gettext("单位"), Shared.WORDS: lazy_gettext("说法")}
# Of the steps that only a problem has; the others have theirs in the console.
VERBS: Words = {
    "raise": lazy_gettext("自动提出，待梳理"), "enter": lazy_gettext("已登记"),
    "describe": lazy_gettext("已梳理"), "dismiss": lazy_gettext("不列入问题清单"),
    "merge": lazy_gettext("已归并到另一问题"), "absorb": lazy_gettext("另一问题归并到这里"),
    "plan_measure": lazy_gettext("已定整改措施"), "move_measure": lazy_gettext("措施的责任人或者期限有变"),
    "report_measure": lazy_gettext("已报整改情况"), "return_measure": lazy_gettext("整改情况已退回"),
    "close_measure": lazy_gettext("措施已销账"), "drop_measure": lazy_gettext("措施已取消"),
    "enter_rule": lazy_gettext("已登记制度"), "repeal_rule": lazy_gettext("制度已废止，问题重新打开"),
    "write_risk_point": lazy_gettext("已写风险点"), "withdraw_risk_point": lazy_gettext("风险点已撤下"),
    "recur": lazy_gettext("再次发生"), "close": lazy_gettext("问题已销号")}
TITLES: Words = {      # of what nobody has put in words yet, as the platform calls it
    "容错认定以后，看看有没有要补的短板": lazy_gettext("容错认定以后，看看有没有要补的短板"),
    "澄清正名以后，看看有没有要补的短板": lazy_gettext("澄清正名以后，看看有没有要补的短板"),
    "一案一议提出的短板，待梳理": lazy_gettext("一案一议提出的短板，待梳理"),
    "事中监督发现的偏差，待梳理": lazy_gettext("事中监督发现的偏差，待梳理"),
    "纪检监察建议提出的问题，待梳理": lazy_gettext("纪检监察建议提出的问题，待梳理"),
    "待梳理的问题": lazy_gettext("待梳理的问题")}
