"""The hub's words."""

from flask import g, url_for
from flask_babel import lazy_gettext

from rongcuo.contracts import determination, filing, followup, review
from rongcuo.contracts.county.approvals import ApprovalKind
from rongcuo.contracts.province import ApprovalState, NodeState, NodeTrouble, Up
from services.gateway.console.page.backend import pack_in_force
from services.gateway.console.page.labels import Words
from services.gateway.console.page.language import in_english

STATES: Words = {
    NodeState.CONNECTED: lazy_gettext("已连通"), NodeState.AWAY: lazy_gettext("断线"),
    NodeState.EXPECTED: lazy_gettext("还没有连过"), NodeState.REVOKED: lazy_gettext("已撤销登记")}
TROUBLES: Words = {
    NodeTrouble.SUPERSEDED: lazy_gettext("旧的一代还在上报，没有接收"),
    NodeTrouble.BEHIND: lazy_gettext("编号比已收到的少，可能恢复过备份；没有接收，等待允许继续"),
    NodeTrouble.GAP: lazy_gettext("中间缺了一段，没有接收"),
    NodeTrouble.HUB_BEHIND: lazy_gettext("它收到的比省级发出的还多，省级可能恢复过备份"),
    NodeTrouble.CLOCK: lazy_gettext("时钟相差五分钟以上"),
    NodeTrouble.SHORTER: lazy_gettext("账本比见证过的短"),
    NodeTrouble.REWRITTEN: lazy_gettext("账本与见证过的不一样"),
    NodeTrouble.ITS_OWN: lazy_gettext("节点自己报告有问题")}
KINDS: Words = {
    ApprovalKind.FALSE_ACCUSATION_BEGIN: lazy_gettext("诬告陷害：启动调查"),
    ApprovalKind.FALSE_ACCUSATION_FIND: lazy_gettext("诬告陷害：认定"),
    ApprovalKind.TRACING: lazy_gettext("追查匿名举报人"),
    ApprovalKind.EXTENSION: lazy_gettext("延长办理期限")}
APPROVALS: Words = {
    ApprovalState.ASKED: lazy_gettext("等待答复"), ApprovalState.GIVEN: lazy_gettext("同意"),
    ApprovalState.REFUSED: lazy_gettext("不同意"), ApprovalState.EXPIRED: lazy_gettext("过期，视为不同意"),
    ApprovalState.WITHDRAWN: lazy_gettext("已撤回")}
ENTRIES: Words = {
    Up.MATTER: lazy_gettext("事项"), Up.WITNESS: lazy_gettext("账本见证"), Up.RETURN: lazy_gettext("月报"),
    Up.APPROVAL_ASKED: lazy_gettext("请示"), Up.APPROVAL_WITHDRAWN: lazy_gettext("撤回的请示"),
    Up.APPROVAL_GIVEN: lazy_gettext("对请示的答复"), Up.PACK_TAKEN: lazy_gettext("规则、日历的采用")}
SOURCES: Words = {
    filing.FilingSubmitted.source: lazy_gettext("报备"), review.ReviewAccepted.source: lazy_gettext("审查"),
    determination.DeterminationOpened.source: lazy_gettext("认定"),
    followup.ProgrammeOpened.source: lazy_gettext("认定之后的跟进")}
_TABS = (
    ("nodes", lazy_gettext("节点"), {"supervisor", "operator"}),
    ("figures", lazy_gettext("看板"), {"supervisor"}),
    ("consistency", lazy_gettext("尺度是否一致"), {"supervisor"}),
    ("returns", lazy_gettext("月报"), {"supervisor"}),
    ("approvals", lazy_gettext("下级请示"), {"supervisor", "lead"}),
    ("sheets", lazy_gettext("规则和日历"), {"supervisor", "operator", "lead"}))


def situation_word(code: str) -> str:
    """As the pack in force calls it; the code of one that it does not have."""
    known = pack_in_force().situations.get(code)
    return code if known is None else known.name_en if in_english() else known.name


def tabs() -> list[tuple[str, str, str]]:
    """The hub's pages for whoever is signed in: name, word and address."""
    own = set(g.person["roles"])
    return [(name, str(word), url_for("console.insight.of_nodes" if name == "figures"
                                      else f"console.province.{name}"))
            for name, word, roles in _TABS if roles & own]
