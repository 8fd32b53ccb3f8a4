"""What can be done to a filing under review; what its filer will feel is looked at twice."""

from flask import request
from flask_babel import lazy_gettext

from rongcuo.contracts.review import operations
from services.gateway.console.case.actions import Act, always
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Content, Form, said, ticked, typed, yes_or_no

FILER, LEAD = lazy_gettext("报备人"), lazy_gettext("本单位负责人")


def _is_refuted(_: Answer) -> bool:
    return yes_or_no(request.form, "confirmed") is False


def _verified(form: Form, _: Answer) -> Content:
    return {"findings": typed(form, "findings"), "confirmed": yes_or_no(form, "confirmed")}


def _accepted(form: Form, _: Answer) -> Content:
    watch = form.getlist("watch")
    return {"opinion": typed(form, "words"), **({"watch": watch} if watch else {})}


def _declined(form: Form, _: Answer) -> Content:
    of_class = form.get("no_file_class", "")
    return {"reasons": typed(form, "words"), **({"no_file_class": of_class} if of_class else {})}


_ACTS = (
    Act(verb="assign", command=operations.ASSIGN, word=lazy_gettext("分派"), read=said("officer_id")),
    Act(verb="recuse", command=operations.RECUSE, word=lazy_gettext("回避"),
        read=said("officer_id", "ground", "reason")),
    Act(verb="form_team", command=operations.FORM_TEAM, word=lazy_gettext("组成调查组"),
        read=ticked("officer_ids")),
    Act(verb="accept", command=operations.ACCEPT, word=lazy_gettext("予以受理"), read=_accepted),
    Act(verb="resume", command=operations.RESUME, word=lazy_gettext("恢复计时")),
    Act(verb="hand_up", command=operations.HAND_UP, word=lazy_gettext("移送上级机关"), read=said("reason"),
        leaves="console.work_list"),
    Act(verb="decline", command=operations.DECLINE, word=lazy_gettext("不予受理"), adverse=always,
        read=_declined, label=lazy_gettext("理由"), told=(
            (FILER, lazy_gettext("收到《不予受理决定书》和您写的理由，可以提出异议，也可以据此重新报备。")),
            (LEAD, lazy_gettext("看到审查已办结。")))),
    Act(verb="take_up", command=operations.TAKE_UP, word=lazy_gettext("异议成立，重新审查"), adverse=always,
        read=said(reasons="words"), label=lazy_gettext("理由"), told=(
            (FILER, lazy_gettext("收到《异议审查决定书》和新的审查期限；原《不予受理决定书》不再有效。")),
            (LEAD, lazy_gettext("收到待办：由没有参与原决定的人员重新审查。")))),
    Act(verb="uphold_refusal", command=operations.UPHOLD_REFUSAL, word=lazy_gettext("维持不予受理"),
        adverse=always, read=said(reasons="words"), label=lazy_gettext("理由"), told=(
            (FILER, lazy_gettext("收到《异议审查决定书》和您写的理由；仍可以据此重新报备。")),)),
    Act(verb="request_supplement", command=operations.REQUEST_SUPPLEMENT, word=lazy_gettext("退回补正"),
        adverse=always, read=said(needed="words"), label=lazy_gettext("要补什么"), told=(
            (FILER, lazy_gettext("收到《补正通知书》和期限；补正以前，审查计时暂停。")),)),
    Act(verb="suspend", command=operations.SUSPEND, word=lazy_gettext("暂停计时"), adverse=always,
        read=said("reason"), reason_at="suspend-reason", told=((
            FILER, lazy_gettext("收到通知：审查计时已暂停；登录后看到您写的理由。恢复以前，到期日不走。")),)),
    Act(verb="extend", command=operations.EXTEND, word=lazy_gettext("延长一次"), adverse=always,
        read=said("reason"), reason_at="extend-reason", told=((
            FILER, lazy_gettext("收到通知：审查期限延长了，要多等一些日子；看到新的到期日和您写的理由。")),)),
    Act(verb="report_verification", command=operations.REPORT_VERIFICATION,
        word=lazy_gettext("核查不属实，不予受理"), adverse=_is_refuted, read=_verified,
        label=lazy_gettext("核查情况"), told=(
            (FILER, lazy_gettext("收到《不予受理决定书》，核查情况就是理由；可以据此重新报备。")),
            (LEAD, lazy_gettext("看到审查已办结。")))),
)
ACTS = {act.verb: act for act in _ACTS}
