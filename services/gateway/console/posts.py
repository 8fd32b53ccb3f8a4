"""The words for posts, accounts and alarms."""

from flask_babel import lazy_gettext

from services.gateway.console.words import Words

ROLES: Words = {
    "filer": lazy_gettext("报备人"),
    "reviewer": lazy_gettext("初审人员"),
    "lead": lazy_gettext("审查负责人"),
    "member": lazy_gettext("联席会议成员"),
    "supervisor": lazy_gettext("上级监督"),
    "registrar": lazy_gettext("组织管理员"),
    "operator": lazy_gettext("运行人员"),
}
TAKES_TWO = frozenset({"lead", "member", "supervisor", "registrar", "operator"})
ACCOUNTS: Words = {
    "proposed": lazy_gettext("待确认"),
    "invited": lazy_gettext("待设密码"),
    "active": lazy_gettext("在岗"),
    "dismissed": lazy_gettext("已停用"),
}
ALARMS: Words = {
    "address": lazy_gettext("同一地址反复猜密码"),
    "account": lazy_gettext("同一账号从多处被猜密码"),
    "all": lazy_gettext("整个平台被大量猜密码"),
    "handed": lazy_gettext("用当面交给的链接重设了密码"),
    "units_merged": lazy_gettext("两个单位合并为一个"),
}
DONE: Words = {
    "confirm": lazy_gettext("已确认任命。"),
    "unlock": lazy_gettext("已解除等待，可以马上登录。"),
    "sign-out": lazy_gettext("已在所有地方退出登录。"),
    "dismiss": lazy_gettext("已停用，不能再登录。"),
    "add": lazy_gettext("已添加这个单位。"),
    "alias": lazy_gettext("已添加别名。"),
    "rename": lazy_gettext("已更名，原名称转为曾用名。"),
    "merge": lazy_gettext("已合并。"),
    "proposed": lazy_gettext("已提出，等待另一名组织管理员确认；确认之前什么都不变。"),
    "unit-confirm": lazy_gettext("已确认，现在生效。"),
    "unit-withdraw": lazy_gettext("已撤回，什么都没有变。"),
}
