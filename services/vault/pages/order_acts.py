"""What can be done to an order to unseal, and how the console's forms know one."""

from flask import g
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.custody import Group
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.vault import operations
from services.gateway.console.case.actions import Act, Kind, always
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Content, Form, said, typed
from services.vault.pages.asking import sealing_keys
from services.vault.pages.at_the_door import to_node
from services.vault.pages.words import GROUPS

READER, CUSTODIANS = lazy_gettext("申请人"), lazy_gettext("两组保管人")


class Orders(Kind):
    """Orders have neither a title nor a history of their own: who did what stands in their parts."""

    def found(self, matter_id: str, *, gone: bool = False) -> Answer:
        order = super().found(matter_id, gone=gone)
        return {**order, "title": gettext("启封申请单"), "history": []}


def _keys(_: Answer) -> Content:
    """To be compared with what stands on the ceremony's record."""
    keys = sealing_keys(g.person["organ_id"])
    return {"key_lines": [(GROUPS[Group.A], keys.a), (GROUPS[Group.B], keys.b)]}


def _card(form: Form, _: Answer) -> Content:
    """Boxed before it goes anywhere."""
    return {"card": to_node(typed(form, "card"), sealing_keys())}


_ACTS = (
    Act(verb="approve", command=operations.APPROVE_UNSEALING, word=lazy_gettext("凭卡批准"),
        fields="unseal_card", read=_card, choices=_keys,
        hint=lazy_gettext("只输入您本人的卡。卡上的字一到系统就封好，不保存，也不进日志。"),
        told=((READER, lazy_gettext("另一组也批准后，看到申请的部分，几分钟内有效。")),)),
    Act(verb="consent", command=operations.CONSENT_TO_UNSEAL, word=lazy_gettext("同意查明"), fields="none",
        hint=lazy_gettext("匿名举报人须经上级同意才能查明。同意后，还须两组保管人各一人凭卡批准。"),
        told=((CUSTODIANS, lazy_gettext("可以在时段内批准，也可以不同意。")),)),
    Act(verb="refuse", command=operations.REFUSE_UNSEALING, word=lazy_gettext("不同意启封"), adverse=always,
        rehearsed=False, read=said(reason="words"), label=lazy_gettext("理由"), read_by=Reader.CASEWORKERS,
        told=((READER, lazy_gettext("看到不同意和您写的理由；这件申请结束，需要的可以另行申请。")),)),
    Act(verb="end", command=operations.END_UNSEALING, word=lazy_gettext("结束查看"), fields="none",
        hint=lazy_gettext("看完就结束，不必等到时间用完。结束后不能再看，需要的另行申请。")),
)
ORDER = Orders(name=operations.UNSEALING.name, query=operations.UNSEALING, key="order_id",
               listed="console.vault.unsealings", acts={act.verb: act for act in _ACTS})
