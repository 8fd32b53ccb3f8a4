"""The words of the vault's pages: Chinese is the message itself; and who enters reports for others."""

from flask_babel import lazy_gettext

from rongcuo.contracts.actor import Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.sealed import FILES, Part
from rongcuo.contracts.vault import OrderState
from services.gateway.console.page.labels import Words

REGISTRARS = frozenset({Role.INTAKE, Role.REVIEWER, Role.LEAD})     # as access.py has it
STATES: Words = {
    OrderState.ASKED: lazy_gettext("待批"), OrderState.CONSENTED: lazy_gettext("上级已同意，待批"),
    OrderState.ONCE_APPROVED: lazy_gettext("一组已批，待另一组"), OrderState.OPEN: lazy_gettext("查看中"),
    OrderState.ENDED: lazy_gettext("查看已结束"), OrderState.REFUSED: lazy_gettext("不同意启封"),
    OrderState.LAPSED: lazy_gettext("逾期未批")}
FILE_NUMBERS = {part: number for number, part in enumerate(FILES, start=1)}
PARTS: Words = {
    Part.IDENTITY: lazy_gettext("身份"), Part.CONTACT: lazy_gettext("联系方式"),
    Part.WORDS: lazy_gettext("可能暴露身份的原文"),
    **{part: lazy_gettext("材料%(n)s 的原件", n=number) for part, number in FILE_NUMBERS.items()}}
FIELDS: Words = {
    "name": lazy_gettext("姓名"), "id_number": lazy_gettext("证件号码"), "phone": lazy_gettext("联系电话"),
    "email": lazy_gettext("邮箱"), "address": lazy_gettext("通信地址"), "text": lazy_gettext("原文"),
    "file_name": lazy_gettext("文件名")}
GROUPS: Words = {Group.A: lazy_gettext("甲组"), Group.B: lazy_gettext("乙组")}
