"""The field's words as people read them: Chinese is the message itself, English comes from the catalogue."""

from collections.abc import Mapping

from flask_babel import LazyString, lazy_gettext

Words = Mapping[str, LazyString]

STATES: Words = {
    "draft": lazy_gettext("草稿"),
    "submitted": lazy_gettext("审查中"),
    "supplement_requested": lazy_gettext("待补正"),
    "accepted": lazy_gettext("已受理"),
    "declined": lazy_gettext("不予受理"),
    "withdrawn": lazy_gettext("已撤回"),
    "expired": lazy_gettext("有效期满"),
    "preliminary_review": lazy_gettext("初审"),
    "awaiting_supplement": lazy_gettext("待补正"),
    "verification": lazy_gettext("核查"),
    "closed": lazy_gettext("已终止"),
}
VERBS: Words = {
    "draft": lazy_gettext("起草"),
    "revise": lazy_gettext("修改草稿"),
    "submit": lazy_gettext("已报送"),
    "supplement": lazy_gettext("已补正"),
    "withdraw": lazy_gettext("已撤回"),
    "accept": lazy_gettext("决定受理"),
    "decline": lazy_gettext("决定不予受理"),
    "expire": lazy_gettext("有效期满"),
    "register": lazy_gettext("入备案库"),
    "request_supplement": lazy_gettext("已退回补正"),
    "whitelist": lazy_gettext("已列入白名单"),
    "delist": lazy_gettext("已移出白名单"),
    "open": lazy_gettext("开始审查"),
    "assign": lazy_gettext("已分派"),
    "recuse": lazy_gettext("已回避"),
    "form_team": lazy_gettext("核查组已组成"),
    "verify": lazy_gettext("已转入核查"),
    "report_verification": lazy_gettext("核查报告已提交"),
    "refute": lazy_gettext("核查不属实"),
    "suspend": lazy_gettext("计时暂停"),
    "resume": lazy_gettext("计时恢复"),
    "extend": lazy_gettext("延长时限"),
    "close": lazy_gettext("终止审查"),
    "move_deadline": lazy_gettext("到期日变动"),
    "told": lazy_gettext("通知送达"),
    "ignore": lazy_gettext("记录在案"),
}
GROUNDS: Words = {
    "self": lazy_gettext("本人是当事人"),
    "relative": lazy_gettext("与当事人是近亲属"),
    "interest": lazy_gettext("有利害关系"),
    "other": lazy_gettext("其他可能影响公正的情形"),
}
CHANNELS: Words = {
    "inbox": lazy_gettext("站内通知"),
    "mail": lazy_gettext("邮件"),
    "email": lazy_gettext("邮件"),
    "console": lazy_gettext("控制台"),
}
DELIVERIES: Words = {
    "pending": lazy_gettext("待送"),
    "sending": lazy_gettext("发送中"),
    "delivered": lazy_gettext("已送达"),
    "failed": lazy_gettext("未送达"),
}
STEPS: tuple[LazyString, ...] = (
    lazy_gettext("事项"),
    lazy_gettext("依据与决策"),
    lazy_gettext("风险与措施"),
    lazy_gettext("期限与受益"),
    lazy_gettext("清单与声明"),
    lazy_gettext("核对报送"),
)
WORK_TABS: Words = {
    "due_today": lazy_gettext("今日到期"),
    "mine": lazy_gettext("我的"),
    "organ": lazy_gettext("本单位"),
    "unassigned": lazy_gettext("待分派"),
    "closed": lazy_gettext("已办结"),
}
EMPTY: Words = {
    "due_today": lazy_gettext("今天没有到期的案件。"),
    "mine": lazy_gettext("您手里没有待办案件。新分派给您的会出现在这里。"),
    "organ": lazy_gettext("本单位没有在办案件。收到报备后会自动出现在这里。"),
    "unassigned": lazy_gettext("没有待分派的案件。"),
    "closed": lazy_gettext("还没有办结的案件。"),
}


def word(words: Words, code: str) -> str:
    """The word for a code; a code without one is shown as it is."""
    return str(words.get(code, code))


