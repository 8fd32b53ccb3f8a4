"""What can be done to a proposal: each operation as a form, and what each party will learn of it."""

from collections.abc import Iterable
from typing import Any

from flask_babel import LazyString, lazy_gettext

from rongcuo.contracts.followup.proposal import operations
from rongcuo.contracts.operation import Command
from rongcuo.contracts.readers import Reader
from services.followup.pages.programme.asked import Asked, offering, reader
from services.followup.pages.programme.forms import ASSIGN, RECUSE
from services.followup.pages.proposal import forms as of
from services.followup.pages.proposal.words import VERBS
from services.gateway.console.case.actions import Act, Kind, always

UNIT = lazy_gettext("主送单位")
LISTED = "console.followup.proposals"


def _asking(verb: str, command: Command[Any, Any], word: LazyString, fields: Iterable[Asked],
            files: str = "", **rest: Any) -> Act:
    """A form of the proposal's own, by its fields."""
    known = tuple(fields)
    return Act(verb=verb, command=command, word=word, fields="programme/fields", uploads=bool(files),
               **{"read": reader(known, files=files), "choices": offering(known), **rest})


_ACTS = (
    _asking("sign_for", operations.SIGN_FOR_PROPOSAL, lazy_gettext("签收建议书"), of.SIGN,
            files="attachments", read=of.signed, choices=of.signing, hint=of.PAPERS),
    _asking("acknowledge_proposal", operations.ACKNOWLEDGE_PROPOSAL, lazy_gettext("认领整改"), of.ACKNOWLEDGE,
            files="attachments", hint=of.PAPERS),
    Act(verb="plan_rectification", command=operations.PLAN_RECTIFICATION, word=lazy_gettext("报整改方案"),
        fields="proposal/measures", read=of.planned, choices=of.planning, typed=of.as_planned, uploads=True,
        tab="answers", hint=of.PAPERS),
    Act(verb="reply", command=operations.REPLY_TO_PROPOSAL, word=lazy_gettext("回复整改情况"),
        fields="proposal/reply", read=of.replied, choices=of.replying, uploads=True, tab="answers",
        read_by=Reader.CASEWORKERS, hint=of.PAPERS),
    _asking("review_proposal", operations.REVIEW_PROPOSAL, lazy_gettext("审核同意"), of.REVIEW,
            read_by=Reader.ORGAN, hint=lazy_gettext("起草、修改的人不能审核。")),
    Act(verb="approve_proposal", command=operations.APPROVE_PROPOSAL, word=lazy_gettext("批准并编号"),
        fields="none", hint=lazy_gettext("由主要负责人批准；起草、审核的人不能批准。")),
    Act(verb="deliver", command=operations.DELIVER_PROPOSAL, word=lazy_gettext("送达建议书"),
        fields="none",
        hint=lazy_gettext("从今天起计算认领、回复的日子。没有账号的单位，打印建议书送去，再登记签收。"),
        told=((UNIT, lazy_gettext("收到建议书，单位里有账号的人都能看到、能回复。")),)),
    Act(verb="evaluate_rectification", command=operations.EVALUATE_RECTIFICATION,
        word=lazy_gettext("评估整改"), fields="proposal/evaluate", read=of.evaluated, choices=of.evaluating,
        tab="answers", read_by=Reader.ADDRESSEE, hint=lazy_gettext("评估的是单位的整改，不评价个人。"),
        told=((UNIT, lazy_gettext("收到《整改评估意见书》。")),)),
    _asking("close_proposal", operations.CLOSE_PROPOSAL, lazy_gettext("销号"), of.CLOSE,
            read_by=Reader.ADDRESSEE, told=((UNIT, lazy_gettext("收到通知：已销号，以后回头看两次。")),)),
    _asking("return_rectification", operations.RETURN_RECTIFICATION, lazy_gettext("退回重改"), of.RETURN,
            adverse=always, rehearsed=False, read_by=Reader.ADDRESSEE,
            told=((UNIT, lazy_gettext("收到通知和新的期限。只退回一次。")),)),
    _asking("refer", operations.REFER_PROPOSAL, lazy_gettext("报其上级"), of.REFER, adverse=always,
            rehearsed=False, read_by=Reader.ADDRESSEE,
            told=((UNIT, lazy_gettext("收到通知：已报请其上级处理，看到理由。")),)),
    _asking("record_superior", operations.RECORD_SUPERIOR, lazy_gettext("登记其上级的处理"), of.SUPERIOR,
            files="attachments", read_by=Reader.ADDRESSEE),
    _asking("look_back", operations.LOOK_BACK_AT_PROPOSAL, lazy_gettext("登记回头看"), of.LOOK,
            files="attachments", read_by=Reader.ADDRESSEE,
            hint=lazy_gettext("问题没有反弹的，在这里登记；又出现的，登记问题复发。")),
    _asking("recur", operations.RECORD_RECURRENCE, lazy_gettext("登记问题复发"), of.RECUR, adverse=always,
            rehearsed=False, read_by=Reader.ADDRESSEE),
    _asking("remind", operations.REMIND_OF_PROPOSAL, lazy_gettext("催办"), of.REMIND,
            read_by=Reader.ADDRESSEE, hint=lazy_gettext("快到期、逾期的，系统会自动提醒；这里可以另外催办。"),
            told=((UNIT, lazy_gettext("收到《催办函》。")),)),
    _asking("extend_reply", operations.EXTEND_PROPOSAL, lazy_gettext("延长回复期限"), of.EXTEND,
            read_by=Reader.ADDRESSEE, hint=lazy_gettext("只能延长一次。"),
            told=((UNIT, lazy_gettext("收到通知：新的期限和理由。")),)),
    Act(verb="revise_proposal", command=operations.REVISE_PROPOSAL, word=lazy_gettext("修改建议书"),
        fields="programme/fields", read=of.worded, choices=offering(of.DRAFT), typed=of.as_worded,
        read_by=Reader.ADDRESSEE),
    _asking("send_back", operations.SEND_PROPOSAL_BACK, lazy_gettext("退回修改"), of.BACK,
            read_by=Reader.ORGAN),
    _asking("assign", operations.ASSIGN_PROPOSAL, lazy_gettext("分派"), ASSIGN,
            hint=lazy_gettext("与主送单位同单位的，系统会拦下。")),
    _asking("recuse", operations.RECUSE_FROM_PROPOSAL, lazy_gettext("回避"), RECUSE, read_by=Reader.ORGAN,
            hint=lazy_gettext("回避以后，这一件对此人不再显示，不能撤销。")),
    _asking("withdraw_proposal", operations.WITHDRAW_PROPOSAL, lazy_gettext("撤回建议书"), of.WITHDRAW,
            adverse=always, rehearsed=False, read_by=Reader.ADDRESSEE,
            told=((UNIT, lazy_gettext("已经送达的，收到通知和理由。")),)),
)
PROPOSAL = Kind(
    name=operations.PROPOSAL.name, query=operations.PROPOSAL, key="case_id", listed=LISTED, verbs=VERBS,
    acts={act.verb: act for act in _ACTS}, adding=frozenset({"recuse", "remind"}))
