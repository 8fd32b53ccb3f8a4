"""What its codes are called."""

from typing import Final

from flask_babel import lazy_gettext

from services.gateway.console.page.labels import Words

KINDS: Final[Words] = {
    "false_accusation_begin": lazy_gettext("启动诬告陷害调查"),
    "false_accusation_find": lazy_gettext("认定诬告陷害"),
    "tracing": lazy_gettext("追查匿名举报人"),
    "extension": lazy_gettext("延长办理期限")}
STATES: Final[Words] = {
    "asked": lazy_gettext("等待报送"), "sent": lazy_gettext("已报送，等待答复"),
    "given": lazy_gettext("同意"), "refused": lazy_gettext("不同意"),
    "expired": lazy_gettext("到期没有答复，视为不同意"), "withdrawn": lazy_gettext("已撤回")}
TROUBLES: Final[Words] = {
    "behind": lazy_gettext("本地是从备份恢复的，上级已有的比本地多。"),
    "superseded": lazy_gettext("上级已经在和更新的一份数据交换：可能有另一套恢复出来的平台也在运行。"),
    "gap": lazy_gettext("上级是从备份恢复的，缺少本地已经报送过的一段。"),
    "hub_behind": lazy_gettext("上级是从备份恢复的，少了已经下发过的一段。"),
    "hub_superseded": lazy_gettext("上级发来的是较早的一份数据：可能是恢复之前的那套还在运行。"),
    "hub_gap": lazy_gettext("本地缺少上级已经下发过的一段。")}
LEDGERS: Final[Words] = {
    "shorter": lazy_gettext("比见证过的短"), "rewritten": lazy_gettext("和见证过的不一样")}
TO_DO: Final[Words] = {
    "behind": lazy_gettext("请运行人员和上级商定以后，在服务器上运行 rongcuo node resume。"),
    "superseded": lazy_gettext("请运行人员先停掉旧的一套，再运行 rongcuo node resume。"),
    "gap": lazy_gettext("请运行人员和上级商定以后，在服务器上运行 rongcuo node resume。"),
    "hub_behind": lazy_gettext("请上级的运行人员处理；本地照常办理。"),
    "hub_superseded": lazy_gettext("请上级的运行人员处理；本地照常办理。"),
    "hub_gap": lazy_gettext("请运行人员和上级商定以后，在服务器上运行 rongcuo node resume。")}
ENTRIES: Final[Words] = {
    "sheet": lazy_gettext("规则、日历"), "witness": lazy_gettext("账本见证"),
    "witnessed": lazy_gettext("本地账本的见证"), "approval_asked": lazy_gettext("下级的请求"),
    "approval_answered": lazy_gettext("答复"), "approval_withdrawn": lazy_gettext("撤回的请求"),
    "return_refused": lazy_gettext("退回的月报")}
