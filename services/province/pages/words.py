"""The hub's words."""

from flask import g, url_for
from flask_babel import lazy_gettext

from rongcuo.contracts.county.approvals import ApprovalKind
from rongcuo.contracts.province import ApprovalState, NodeState, NodeTrouble
from services.gateway.console.page.labels import Words

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
_TABS = (
    ("nodes", lazy_gettext("节点"), {"supervisor", "operator"}),
    ("figures", lazy_gettext("看板"), {"supervisor"}),
    ("consistency", lazy_gettext("尺度是否一致"), {"supervisor"}),
    ("returns", lazy_gettext("月报"), {"supervisor"}),
    ("approvals", lazy_gettext("下级请示"), {"supervisor", "lead"}),
    ("sheets", lazy_gettext("规则和日历"), {"supervisor", "operator", "lead"}))


def tabs() -> list[tuple[str, str, str]]:
    """The hub's pages for whoever is signed in: name, word and address."""
    own = set(g.person["roles"])
    return [(name, str(word), url_for("console.insight.of_nodes" if name == "figures"
                                      else f"console.province.{name}"))
            for name, word, roles in _TABS if roles & own]
