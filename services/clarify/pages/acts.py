"""What can be done to a report: each operation as a form, and what each party will learn of it."""

from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import operations
from rongcuo.contracts.clarify.false_accusation.operations import OPEN_FALSE_ACCUSATION
from rongcuo.contracts.readers import Reader
from services.clarify.pages import forms as read
from services.clarify.pages.course import worded
from services.clarify.pages.kinds import Titled
from services.gateway.console.case.actions import Act, always
from services.gateway.console.page.forms import led_by, reviewers, said

REPORTER, HERE, ABOVE = lazy_gettext("举报人"), lazy_gettext("本级机关"), lazy_gettext("上级机关")
LEADS, TEAM = lazy_gettext("负责人"), lazy_gettext("承办人和核实组")
REASON, REASONS = lazy_gettext("理由"), lazy_gettext("理由和依据")
LISTED = "console.clarify.reports"

_ACTS = (
    Act(verb="assign", command=operations.ASSIGN_REPORT, word=lazy_gettext("分派"),
        fields="report_assign", read=said("officer_id"), choices=read.handlers, typed=read.oneself,
        hint=lazy_gettext("与被反映的人同姓名、同单位的，系统会拦下。")),
    Act(verb="accept", command=operations.ACCEPT_REPORT, word=lazy_gettext("受理"), fields="none",
        hint=lazy_gettext("属于本机关管辖、有具体内容的，予以受理，开始研判怎么处置。"),
        told=((REPORTER, lazy_gettext("凭查询码看到“已受理”。")),)),
    Act(verb="refuse", command=operations.REFUSE_REPORT, word=lazy_gettext("不予受理"),
        fields="report_refuse", read=said("words", reason="remit"), choices=read.remits, adverse=always,
        rehearsed=False,
        label=lazy_gettext("写给举报人的话"), read_by=Reader.REPORTER, told=(
            (REPORTER, lazy_gettext("凭查询码看到“不予受理”、您写的话，以及可以向哪里提出。")),
            (HERE, lazy_gettext("这一件办结，以后不能再处置。")))),
    Act(verb="pass_up", command=operations.PASS_REPORT_UP, word=lazy_gettext("报上级"), adverse=always,
        rehearsed=False, read=said(reason="words"), label=REASON, read_by=Reader.ORGAN_ABOVE,
        hint=lazy_gettext("被反映的人属于上级管理的，报上级机关。"), told=(
            (ABOVE, lazy_gettext("收到全部内容，由其办理。")),
            (REPORTER, lazy_gettext("凭查询码看到“已转有权机关”。")),
            (HERE, lazy_gettext("只留下编号、日期和去向；内容、代称和各步写的理由都不再留存，不能找回。")))),
    Act(verb="confirm_reporter", command=operations.CONFIRM_REPORTER, word=lazy_gettext("核实确认实名"),
        fields="none",
        hint=lazy_gettext("在“举报人”一栏的往来中，本人说了是自己举报的，才确认；受理和结果都要告知。")),
    Act(verb="leave_anonymous", command=operations.CONFIRM_REPORTER,
        word=lazy_gettext("核实不了，按匿名办理"), read=read.unconfirmed, label=REASON, read_by=Reader.INSIDE,
        hint=lazy_gettext("写明怎样核实过、为什么核实不了。以后核实了，还可以确认。")),
    Act(verb="link", command=operations.LINK_REPORT, word=lazy_gettext("关联重复件、相关件"),
        fields="report_link", read=read.link, choices=read.others,
        hint=lazy_gettext("同一人反映同一件事的是重复件；各说了一半、或者说的是同一件事的是相关件。")),
    Act(verb="classify", command=operations.CLASSIFY_REPORT, word=lazy_gettext("标注问题类别"),
        fields="report_classify", read=read.classified, choices=read.categories, typed=read.as_classified,
        about=("allegation",)),
    Act(verb="judge_match", command=operations.JUDGE_MATCH, word=lazy_gettext("认定与报备的关系"),
        fields="report_judge", read=read.judged, choices=read.pairs, typed=read.chosen_pair, tab="match",
        about=("pair",), label=REASONS, read_by=Reader.INSIDE),
    Act(verb="dispose", command=operations.DISPOSE_REPORT, word=lazy_gettext("处置"), fields="report_dispose",
        read=read.disposed, choices=read.disposals, label=REASONS, read_by=Reader.ORGAN,
        told=((REPORTER, lazy_gettext("凭查询码看到“办理中”。")),)),
    Act(verb="form_team", command=operations.FORM_REPORT_TEAM, word=lazy_gettext("组成核实组"),
        fields="report_team", read=led_by, choices=reviewers),
    Act(verb="find", command=operations.RECORD_FINDINGS, word=lazy_gettext("记录核查结论"),
        fields="report_find", read=read.found, choices=read.outcomes, typed=read.as_found,
        read_by=Reader.INSIDE, told=((LEADS, lazy_gettext("收到核查结论，由没有参加核查的负责人审核。")),)),
    Act(verb="send_back", command=operations.RETURN_REPORT, word=lazy_gettext("退回补充核实"),
        read=said(reasons="words"), label=lazy_gettext("还缺什么"), read_by=Reader.INSIDE,
        told=((TEAM, lazy_gettext("收到您写的要求，核查重新计时。")),)),
    Act(verb="answer_clearing", command=operations.ANSWER_CLEARING, word=lazy_gettext("回答是否澄清"),
        fields="report_clearing", read=read.cleared, choices=read.grounds, typed=read.as_cleared,
        label=REASONS, read_by=Reader.INSIDE),
    Act(verb="close", command=operations.CLOSE_REPORT, word=lazy_gettext("审核办结"), fields="none",
        adverse=always, rehearsed=False,
        hint=lazy_gettext("每个问题都有结论，才能办结。办结后不能再核查。"), told=(
            (REPORTER, lazy_gettext("凭查询码看到“已办结”；实名的，接着由承办人反馈结果。")),
            (TEAM, lazy_gettext("看到已办结，可以写一案一议。")))),
    Act(verb="give_feedback", command=operations.GIVE_REPORTER_FEEDBACK, word=lazy_gettext("告知举报人"),
        read=read.feedback, adverse=always, rehearsed=False, label=lazy_gettext("告知的话"),
        read_by=Reader.REPORTER, hint=lazy_gettext("不写被反映人以外的人，不写怎么核查的。"), tab="reporter",
        told=((REPORTER, lazy_gettext("凭查询码看到这段话，看过会留下回执；不能收回。")),)),
    Act(verb="retrospect", command=operations.WRITE_RETROSPECTIVE, word=lazy_gettext("写一案一议"),
        fields="report_retrospect", read=said(*read.LEARNED), typed=read.as_learned),
    Act(verb="open_inquiry", command=OPEN_FALSE_ACCUSATION, word=lazy_gettext("拟提请启动诬告陷害核查"),
        fields="report_open_inquiry", read=read.inquiry, choices=read.managed, uploads=True,
        leaves="console.clarify.false_accusations"),
    Act(verb="recuse", command=operations.RECUSE_FROM_REPORT, word=lazy_gettext("回避"), fields="recusal",
        read=said("officer_id", "ground", "reason"), choices=read.involved, read_by=Reader.ORGAN,
        hint=lazy_gettext("回避以后，这件检举控告对此人不再显示，不能撤销。")),
    Act(verb="suspend", command=operations.SUSPEND_REPORT, word=lazy_gettext("暂停计时"),
        read=said(reason="words"), label=REASON, read_by=Reader.ORGAN),
    Act(verb="resume", command=operations.RESUME_REPORT, word=lazy_gettext("恢复计时"), fields="none"),
    Act(verb="extend", command=operations.EXTEND_REPORT, word=lazy_gettext("延长一次"),
        read=said(reason="words"), label=REASON, read_by=Reader.ORGAN),
    Act(verb="hand_up", command=operations.HAND_REPORT_UP, word=lazy_gettext("移送上级机关"), leaves=LISTED,
        read=said(reason="words"), label=REASON, read_by=Reader.ORGAN_ABOVE,
        hint=lazy_gettext("本机关没有可以办理的人时使用。内容一并移送，由上级机关继续办理，期限照常计算。"),
        told=((ABOVE, lazy_gettext("上级机关的负责人收到通知，另行分派。")),)),
)
REPORT = Titled(
    name=operations.REPORT.name, query=operations.REPORT, key="report_id", listed=LISTED, worded=worded,
    title=lazy_gettext("检举控告件"), acts={act.verb: act for act in _ACTS},
    adding=frozenset({"link", "recuse", "open_inquiry"}))
