"""What can be done to a joint meeting."""

from flask import g, request
from flask_babel import lazy_gettext

from rongcuo.contracts.determination import operations
from rongcuo.contracts.readers import Reader
from services.gateway.console.case.actions import Act, Kind, always
from services.gateway.console.page.backend import Answer, rules
from services.gateway.console.page.forms import Content, Form, judges, moment, said, ticked, typed
from services.gateway.console.page.labels import GROUNDS

MEMBERS, CASES = lazy_gettext("各位成员"), lazy_gettext("案件的当事人和承办人")
REASON = lazy_gettext("理由")


def _recusable(meeting: Answer) -> Content:
    """Members may step back themselves; the chair may order it for any of them."""
    me = g.person["officer_id"]
    people = [each for each in meeting["members"] if me in (each["officer_id"], meeting["chair_id"])]
    cases = {item["case_id"]: item["case_title"] for item in meeting["items"]}
    return {"officers": people, "cases": cases.items(), "grounds": GROUNDS.items()}


def _may_come(meeting: Answer) -> Content:
    there = {each["officer_id"] for each in meeting["members"]}
    return {"officers": [each for officer_id, each in judges().items() if officer_id not in there]}


def _until(form: Form, _: Answer) -> Content:
    return {"reason": typed(form, "reason"), "until": moment(form, "until")}


def _chair(form: Form, matter: Answer) -> Content:
    return {**_until(form, matter), "chair_id": form.get("chair_id", "")}


def _may_chair(meeting: Answer) -> Content:
    return {"officers": [each for each in meeting["members"]
                         if each["officer_id"] != meeting["chair_id"] and not each["left"]]}


def _item(_: Answer) -> Content:
    return {"item_id": request.values.get("item_id", "")}


_ACTS = (
    Act(verb="call_roll", command=operations.CALL_ROLL, word=lazy_gettext("点名开会"), fields="roll",
        read=ticked("present_ids")),
    Act(verb="open_vote", command=operations.OPEN_VOTE, word=lazy_gettext("开始表决"), fields="item",
        read=said("item_id"), typed=_item),
    Act(verb="cast_vote", command=operations.CAST_VOTE, word=lazy_gettext("密封投票"), fields="vote",
        read=said("item_id", "choice", "reason"), typed=_item,
        choices=lambda meeting: {"pack": rules().pack_by_id(meeting["pack_id"])}),
    Act(verb="reveal_votes", command=operations.REVEAL_VOTES, word=lazy_gettext("同时开票"), fields="item",
        read=said("item_id"), typed=_item),
    Act(verb="write_minutes", command=operations.WRITE_MINUTES, word=lazy_gettext("完成纪要，开始会签"),
        fields="minutes", read=said("minutes"),
        typed=lambda meeting: {"minutes": meeting["minutes"] or meeting["draft"]},
        told=((MEMBERS, lazy_gettext("收到纪要，按点名的顺序会签，主持人最后签。")),)),
    Act(verb="sign_minutes", command=operations.SIGN_MINUTES, word=lazy_gettext("会签纪要"), fields="none"),
    Act(verb="recuse_member", command=operations.RECUSE_MEMBER, word=lazy_gettext("成员回避"),
        fields="recusal", read=said("officer_id", "ground", "reason", "case_id"), choices=_recusable,
        read_by=Reader.MEMBERS,
        hint=lazy_gettext("回避的成员不参加这个案件的表决，表决的人数要求不因此减少；人不够的，由召集单位补请成员。")),
    Act(verb="call_substitutes", command=operations.CALL_SUBSTITUTES, word=lazy_gettext("补请成员"),
        fields="substitutes", read=ticked("member_ids"), choices=_may_come,
        hint=lazy_gettext("回避后有权表决的人不够时使用。补请的成员看得到案卷，重新点名以后参加表决。"),
        told=((lazy_gettext("补请的成员"), lazy_gettext("收到会议通知。")),)),
    Act(verb="adjourn", command=operations.ADJOURN_MEETING, word=lazy_gettext("休会"), fields="adjourn",
        read=_until, adverse=always, label=REASON, read_by=Reader.MEMBERS, told=(
            (MEMBERS, lazy_gettext("收到复会的时间和休会的理由；没有开票的表决作废，复会后重投。")),)),
    Act(verb="name_chair", command=operations.NAME_CHAIR, word=lazy_gettext("休会并另定主持人"),
        fields="chair", read=_chair, choices=_may_chair, adverse=always, label=REASON, read_by=Reader.MEMBERS,
        hint=lazy_gettext("主持人不能履职时使用。已开的票有效；没有开出的票永不公开，复会后重投。"), told=(
            (MEMBERS, lazy_gettext("收到复会的时间和休会的理由；没有开票的表决作废，复会后重投。")),)),
    Act(verb="cancel", command=operations.CANCEL_MEETING, word=lazy_gettext("取消会议"), adverse=always,
        read=said(reason="words"), label=REASON, read_by=Reader.MEMBERS, told=(
            (MEMBERS, lazy_gettext("收到取消的通知和理由。")),
            (CASES, lazy_gettext("案件仍等联席会议，期限照走。")))),
)
MEETING = Kind(
    name="meeting", query=operations.MEETING, key="meeting_id", listed="console.meetings",
    acts={act.verb: act for act in _ACTS}, adding=frozenset({
        "call_roll", "open_vote", "cast_vote", "reveal_votes", "sign_minutes", "recuse_member",
        "call_substitutes"}))
