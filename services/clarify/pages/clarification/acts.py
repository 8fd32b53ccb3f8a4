"""What can be done to a clearing: each operation as a form, and what each party will learn of it."""

from functools import partial

from flask_babel import lazy_gettext

from rongcuo.contracts.clarify.clarification import operations
from rongcuo.contracts.readers import Reader
from services.clarify.pages import forms as of_reports
from services.clarify.pages.clarification import forms as read
from services.clarify.pages.clarification.course import worded
from services.clarify.pages.kinds import Titled
from services.gateway.console.case.actions import Act, always
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Content, Form, said

PERSON, HEAD, HANDLER = lazy_gettext("本人"), lazy_gettext("负责人"), lazy_gettext("承办人")
ABOVE, UNIT = lazy_gettext("上级机关"), lazy_gettext("单位")
REASON, REASONS = lazy_gettext("理由"), lazy_gettext("理由和依据")
LISTED = "console.clarify.clarifications"
# A step that people decide, and that no letter shows better than its own words.
decided = partial(Act, adverse=always, rehearsed=False)


def answering(clear: bool) -> forms.Reader:
    """What the next level says to an objection."""
    def answer(form: Form, _: Answer) -> Content:
        return {"clear": clear, "reasons": forms.typed(form, "words")}
    return answer


_ACTS = (
    Act(verb="assign", command=operations.ASSIGN_CLARIFICATION, word=lazy_gettext("分派"),
        fields="report_assign", read=said("officer_id"), choices=of_reports.handlers,
        typed=of_reports.oneself,
        hint=lazy_gettext("与澄清对象同单位的，系统会拦下。承办过的人不能审批。")),
    Act(verb="link_report", command=operations.LINK_CLARIFICATION, word=lazy_gettext("关联已办结的检举控告"),
        fields="clarification/link", read=read.linked, choices=read.closed_reports),
    Act(verb="assess", command=operations.ASSESS_CLARIFICATION, word=lazy_gettext("评估，写明表述"),
        fields="clarification/assess", read=read.assessed, choices=read.to_word, typed=read.as_worded),
    Act(verb="plan", command=operations.PLAN_CLARIFICATION, word=lazy_gettext("制定方案"), tab="plan",
        fields="clarification/plan_form", read=read.planned, choices=read.planning, typed=read.as_planned),
    Act(verb="ask_opinion", command=operations.ASK_OPINION, word=lazy_gettext("征求本人意见"),
        fields="clarification/asked", choices=read.asking, told=(
            (PERSON, lazy_gettext("收到《拟澄清告知书》：拟说什么、对谁说，从看到之日起提出意见。")),)),
    Act(verb="give_opinion", command=operations.GIVE_OPINION, word=lazy_gettext("提出意见"),
        fields="clarification/opinion", read=read.opinion, choices=read.opining, uploads=True,
        told=((HANDLER, lazy_gettext("看到意见；和本人意愿不一致的，必须写明理由。")),)),
    Act(verb="request_approval", command=operations.REQUEST_APPROVAL, word=lazy_gettext("报负责人审批"),
        fields="clarification/approval", read=read.approval, read_by=Reader.INSIDE,
        told=((HEAD, lazy_gettext("收到方案、本人意见和审理意见，由没有承办过的负责人审批。")),)),
    decided(verb="approve", command=operations.APPROVE_CLARIFICATION, word=lazy_gettext("批准澄清"),
            fields="clarification/approve", read=said("note"), choices=read.asking, told=(
                (PERSON, lazy_gettext("收到通知：澄清已批准，在哪天以前实施。")),
                (HANDLER, lazy_gettext("按方案实施，逐项记录。")))),
    Act(verb="return", command=operations.RETURN_CLARIFICATION, word=lazy_gettext("退回重新评估"),
        read=said(reasons="words"), label=lazy_gettext("还缺什么"), read_by=Reader.INSIDE,
        told=((HANDLER, lazy_gettext("收到您写的要求，重新评估。")),)),
    Act(verb="propose_refusal", command=operations.PROPOSE_REFUSAL, word=lazy_gettext("建议不予澄清"),
        fields="clarification/refusal", read=said("ground", "reasons"), choices=read.refusals,
        read_by=Reader.INSIDE, told=((HEAD, lazy_gettext("收到建议，由其决定。")),)),
    decided(verb="refuse", command=operations.REFUSE_CLARIFICATION, word=lazy_gettext("不予澄清"),
            fields="clarification/refusal", read=said("ground", "reasons"), choices=read.refusals,
            typed=read.as_proposed, read_by=Reader.SUBJECT, told=(
                (PERSON, lazy_gettext("收到《不予澄清告知书》：理由，以及从看到之日起可以提出异议。")),)),
    Act(verb="object", command=operations.OBJECT_TO_NO_CLARIFICATION, word=lazy_gettext("提出异议"),
        fields="clarification/objection", read=read.objection, choices=read.by_themselves, uploads=True,
        told=((ABOVE, lazy_gettext("收到异议，由没有参与过的负责人审查并答复。")),)),
    decided(verb="direct", command=operations.ANSWER_OBJECTION, word=lazy_gettext("异议成立，应当澄清"),
            read=answering(True), label=REASONS, read_by=Reader.SUBJECT, told=(
                (PERSON, lazy_gettext("收到《澄清异议答复书》：应当澄清，由原机关办理。")),
                (HANDLER, lazy_gettext("重新评估，不能再次不予澄清。")))),
    decided(verb="uphold_refusal", command=operations.ANSWER_OBJECTION, word=lazy_gettext("维持不予澄清"),
            read=answering(False), label=REASONS, read_by=Reader.SUBJECT, told=(
                (PERSON, lazy_gettext("收到《澄清异议答复书》：维持不予澄清和理由；不能再提出异议。")),)),
    Act(verb="record_act", command=operations.RECORD_ACT, word=lazy_gettext("记录实施"), tab="acts",
        fields="clarification/act", read=read.acted, choices=read.acting, typed=read.as_planned_for,
        uploads=True),
    Act(verb="drop_mode", command=operations.DROP_MODE, word=lazy_gettext("一种方式不再实施"), tab="acts",
        fields="clarification/drop", read=said("mode", "reasons"), choices=read.droppable,
        read_by=Reader.SUBJECT, told=((PERSON, lazy_gettext("看到不再实施的方式和理由。")),)),
    Act(verb="ask_unit", command=operations.ASK_UNIT, word=lazy_gettext("请单位配合"), tab="acts",
        fields="clarification/unit", read=said("unit", "what", "until"), choices=read.guided,
        read_by=Reader.ADDRESSEE),
    Act(verb="answer_unit", command=operations.RECORD_UNIT_ANSWER, word=lazy_gettext("记录单位落实情况"),
        tab="acts", fields="clarification/unit_answer", read=read.unit_answer, choices=read.asked_units,
        typed=read.chosen_unit, about=("ask_id",), read_by=Reader.ORGAN),
    Act(verb="finish", command=operations.FINISH_CLEARING, word=lazy_gettext("实施完毕"), fields="none",
        hint=lazy_gettext("方案里的每种方式都已实施，或者写明了为什么不再实施。"),
        told=((PERSON, lazy_gettext("收到通知：已为其澄清，可以看到怎样实施的。")),)),
    Act(verb="archive", command=operations.ARCHIVE_CLARIFICATION, word=lazy_gettext("归档"), tab="acts",
        fields="clarification/archive", read=read.archived, typed=read.personnel_body),
    Act(verb="visit", command=operations.RECORD_VISIT, word=lazy_gettext("记录回访"), tab="acts",
        fields="clarification/visit", read=read.visited, typed=read.today, read_by=Reader.SUBJECT,
        told=((PERSON, lazy_gettext("看到您写的回访情况，可以更正。")),)),
    Act(verb="answer_visit", command=operations.ANSWER_CLEARING_VISIT,
        word=lazy_gettext("对回访记录提出意见"), tab="acts", fields="clarification/visit_answer",
        read=read.visit_answer, choices=read.by_themselves, uploads=True, read_by=Reader.CASEWORKERS, told=(
            (HANDLER, lazy_gettext("看到意见；本人说影响没有消除的，由负责人决定怎么办。")),)),
    Act(verb="read", command=operations.READ_CLARIFICATION, word=lazy_gettext("我已看到"), fields="none",
        hint=lazy_gettext("从现在起计算您提出意见、异议的期限；不点的，期限会更长，但不会没有尽头。")),
    Act(verb="serve", command=operations.SERVE_CLARIFICATION, word=lazy_gettext("登记纸质送达"),
        fields="clarification/serve", read=read.served, uploads=True, told=(
            (PERSON, lazy_gettext("由两个人用同一份送达回证各登记一次，期限从第二次登记之日起算。")),)),
    decided(verb="give_feedback", command=operations.GIVE_CLEARING_FEEDBACK,
            word=lazy_gettext("反馈结果，办结"), read=said(note="words"), label=lazy_gettext("结果"),
            read_by=Reader.SUBJECT, hint=lazy_gettext("影响消除得怎样，还有什么安排。"),
            told=((PERSON, lazy_gettext("看到您写的结果，这一件办结。")),)),
    decided(verb="withdraw", command=operations.WITHDRAW_CLARIFICATION, word=lazy_gettext("撤回申请"),
            fields="clarification/withdraw", read=read.withdrawn, choices=read.by_themselves, uploads=True,
            label=REASON, read_by=Reader.CASEWORKERS,
            told=((HANDLER, lazy_gettext("收到通知，不再办理；以后可以重新申请。")),)),
    Act(verb="recuse", command=operations.RECUSE_FROM_CLARIFICATION, word=lazy_gettext("回避"),
        fields="recusal", read=said("officer_id", "ground", "reason"), choices=of_reports.involved,
        read_by=Reader.ORGAN, hint=lazy_gettext("回避以后，这件澄清对此人不再显示，不能撤销。")),
    Act(verb="extend", command=operations.EXTEND_CLARIFICATION, word=lazy_gettext("延长一次"),
        read=said(reason="words"), label=REASON, read_by=Reader.SUBJECT,
        hint=lazy_gettext("需要几个部门商定的，可以延长一次。")),
    Act(verb="hand_up", command=operations.HAND_CLARIFICATION_UP, word=lazy_gettext("移送上级机关"),
        leaves=LISTED, read=said(reason="words"), label=REASON, read_by=Reader.ORGAN_ABOVE,
        hint=lazy_gettext("本机关没有可以办理的人时使用。由上级机关继续办理，期限照常计算。"),
        told=((ABOVE, lazy_gettext("上级机关的负责人收到通知，另行分派。")),)),
)
CLEARING = Titled(
    name=operations.CLARIFICATION.name, query=operations.CLARIFICATION, key="case_id", listed=LISTED,
    worded=worded, title=lazy_gettext("澄清正名"), acts={act.verb: act for act in _ACTS},
    adding=frozenset({"recuse", "ask_unit", "object"}))
