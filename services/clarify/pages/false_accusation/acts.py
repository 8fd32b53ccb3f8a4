"""What can be done to an inquiry: each operation as a form, and what each party will learn of it."""

from functools import partial

from flask_babel import lazy_gettext

from rongcuo.contracts.clarify.false_accusation import operations
from rongcuo.contracts.readers import Reader
from services.clarify.pages import forms as of_reports
from services.clarify.pages.false_accusation import forms as read
from services.clarify.pages.false_accusation.course import worded
from services.clarify.pages.kinds import Titled
from services.gateway.console.case.actions import Act, always
from services.gateway.console.page.forms import said

REPORTER, HANDLER = lazy_gettext("举报人"), lazy_gettext("承办人")
ABOVE, HERE = lazy_gettext("上级机关"), lazy_gettext("本级机关")
REASON, REASONS = lazy_gettext("理由"), lazy_gettext("理由和依据")
READS = lazy_gettext("凭查询码看到您写的话；不能收回。")
WORDS_FOR_REPORTER = lazy_gettext("举报人会逐字看到。只说事实和理由，不写被反映人以外的人。")
LISTED = "console.clarify.false_accusations"
# A step that people decide, and of which there is no letter but its own words.
decided = partial(Act, adverse=always, rehearsed=False)

_ACTS = (
    Act(verb="assign", command=operations.ASSIGN_FALSE_ACCUSATION, word=lazy_gettext("分派"),
        fields="report_assign", read=said("officer_id"), choices=of_reports.handlers,
        typed=of_reports.oneself, hint=lazy_gettext("承办过的人，以后不能批准，也不能复查申诉。")),
    decided(verb="request_beginning", command=operations.REQUEST_BEGINNING,
            word=lazy_gettext("报请批准启动核查"), read=said(grounds="words"), label=REASONS,
            read_by=Reader.ORGAN_ABOVE, hint=lazy_gettext("什么说明是捏造的、是故意的，为什么不是错告。"),
            told=((ABOVE, lazy_gettext("收到报请和这一件的全部内容，批准、退回或者不予启动。")),)),
    decided(verb="approve_beginning", command=operations.ANSWER_BEGINNING, word=lazy_gettext("批准启动核查"),
            read=read.answering(answer="approved"), label=REASONS, read_by=Reader.INSIDE,
            told=((HANDLER, lazy_gettext("收到批复，开始核查；举报人还没有被告知。")),)),
    Act(verb="return_beginning", command=operations.ANSWER_BEGINNING, word=lazy_gettext("退回补充"),
        read=read.answering(answer="returned"), label=lazy_gettext("还缺什么"), read_by=Reader.INSIDE,
        told=((HANDLER, lazy_gettext("收到您写的要求，补充后可以再报。")),)),
    decided(verb="refuse_beginning", command=operations.ANSWER_BEGINNING, word=lazy_gettext("不予启动"),
            read=read.answering(answer="refused"), label=REASONS, read_by=Reader.INSIDE,
            told=((HANDLER, lazy_gettext("收到批复，这一件结束；检举控告不是诬告陷害。")),)),
    Act(verb="add_evidence", command=operations.ADD_ACCUSATION_EVIDENCE, word=lazy_gettext("添加证据"),
        tab="proof", fields="false_accusation/evidence", read=read.evidence, uploads=True),
    Act(verb="weigh", command=operations.WEIGH_FACTOR, word=lazy_gettext("评判"), tab="proof",
        fields="false_accusation/weigh", read=read.weighed, choices=read.weighing, typed=read.as_weighed,
        about=("element", "factor"), read_by=Reader.INSIDE),
    decided(verb="ask_reporter", command=operations.ASK_REPORTER, word=lazy_gettext("请举报人说明"),
            tab="hearing", read=said(question="words"), label=lazy_gettext("请说明什么"),
            read_by=Reader.ADDRESSEE,
            hint=lazy_gettext("问清来源和依据，不问是谁。"),
            told=((REPORTER, lazy_gettext("凭查询码看到您的问题，以及在哪天以前答复；不能收回。")),)),
    Act(verb="record_hearing", command=operations.RECORD_REPORTER_HEARING,
        word=lazy_gettext("记录举报人的说明"), tab="hearing", fields="false_accusation/hearing_form",
        read=read.heard, uploads=True, of_reporter=True, read_by=Reader.INSIDE),
    Act(verb="record_unheard", command=operations.RECORD_REPORTER_UNHEARD,
        word=lazy_gettext("记录无法听取的原因"), tab="hearing", fields="false_accusation/unheard",
        read=read.unheard, choices=read.impossible, uploads=True, of_reporter=True,
        read_by=Reader.ORGAN_ABOVE),
    Act(verb="record_circumstances", command=operations.RECORD_CIRCUMSTANCES, tab="proof",
        word=lazy_gettext("记录从重、从轻情形"), fields="false_accusation/circumstances",
        read=read.recorded, choices=read.circumstances, typed=read.as_recorded, read_by=Reader.INSIDE),
    Act(verb="record_gain", command=operations.RECORD_GAIN, word=lazy_gettext("记录应当纠正的不当利益"),
        tab="proof", read=said(what="words"), label=lazy_gettext("因诬告得到了什么"), read_by=Reader.INSIDE,
        hint=lazy_gettext("职务、职级、荣誉、资格或者其他利益。认定生效以后纠正。")),
    decided(verb="serve_draft", command=operations.SERVE_DRAFT_FINDING, tab="hearing",
            word=lazy_gettext("告知拟认定意见"), fields="false_accusation/draft", read=read.drafted,
            choices=read.ways, typed=read.as_drafted, read_by=Reader.ADDRESSEE,
            told=((REPORTER, lazy_gettext("凭查询码看到全文，在规定的期限内提出意见。")),)),
    Act(verb="answer_draft", command=operations.RECORD_DRAFT_ANSWER, tab="hearing",
        word=lazy_gettext("记录举报人的意见"), fields="false_accusation/draft_answer",
        read=read.draft_answered, uploads=True, of_reporter=True, read_by=Reader.ORGAN_ABOVE),
    Act(verb="record_service", command=operations.RECORD_SERVICE, tab="hearing",
        word=lazy_gettext("记录送达举报人"), fields="false_accusation/service", read=read.served,
        typed=read.today("served_on"), uploads=True, of_reporter=True),
    Act(verb="confirm_entry", command=operations.CONFIRM_ENTRY, tab="hearing",
        word=lazy_gettext("核对并确认代录的内容"), fields="false_accusation/entry", read=read.confirmed,
        choices=read.entries, about=("number",)),
    Act(verb="take_draft_back", command=operations.TAKE_DRAFT_BACK, tab="hearing",
        word=lazy_gettext("撤回拟认定意见，继续核查"), read=said(reasons="words"), label=REASON,
        read_by=Reader.INSIDE, hint=lazy_gettext("以后要认定的，重新告知举报人。")),
    decided(verb="request_finding", command=operations.REQUEST_FINDING, word=lazy_gettext("报请认定"),
            fields="false_accusation/file", read=read.file, uploads=True, read_by=Reader.ORGAN_ABOVE,
            told=((ABOVE, lazy_gettext("收到全部材料：证据和评判、举报人的说明和意见、审理意见。")),)),
    decided(verb="approve_finding", command=operations.ANSWER_FINDING, word=lazy_gettext("批准认定"),
            read=read.answering(answer="approved"), label=REASONS, read_by=Reader.ADDRESSEE,
            hint=WORDS_FOR_REPORTER, told=(
                (REPORTER, lazy_gettext("凭查询码看到认定结论和您写的理由，可以申诉；申诉期满以前不生效。")),
                (HANDLER, lazy_gettext("收到批复；申诉期满或者复查维持以后，才能生效。")))),
    Act(verb="return_finding", command=operations.ANSWER_FINDING, word=lazy_gettext("退回补充核查"),
        read=read.answering(answer="returned"), label=lazy_gettext("还缺什么"), read_by=Reader.ADDRESSEE,
        told=((HANDLER, lazy_gettext("收到您写的要求，继续核查；拟认定意见作废。")),)),
    decided(verb="refuse_finding", command=operations.ANSWER_FINDING, word=lazy_gettext("不予认定"),
            read=read.answering(answer="refused"), label=REASONS, read_by=Reader.ADDRESSEE,
            hint=WORDS_FOR_REPORTER, told=((REPORTER, READS), (
                HANDLER, lazy_gettext("收到批复，这一件结束；检举控告不是诬告陷害。")))),
    Act(verb="complain", command=operations.LODGE_COMPLAINT, word=lazy_gettext("登记举报人的书面申诉"),
        tab="hearing", fields="false_accusation/complaint", read=read.complaint, uploads=True,
        of_reporter=True,
        typed=read.today("lodged_on"), read_by=Reader.ORGAN_ABOVE,
        told=((ABOVE, lazy_gettext("由再上一级、没有参与过的负责人复查；复查期间不生效。")),)),
    decided(verb="uphold", command=operations.ANSWER_COMPLAINT, word=lazy_gettext("维持认定"),
            read=read.answering(upheld=True), label=REASONS, read_by=Reader.ADDRESSEE,
            hint=WORDS_FOR_REPORTER, told=((REPORTER, READS),)),
    decided(verb="set_aside", command=operations.ANSWER_COMPLAINT, word=lazy_gettext("撤销认定"),
            read=read.answering(upheld=False), label=REASONS, read_by=Reader.ADDRESSEE,
            hint=WORDS_FOR_REPORTER, told=((REPORTER, READS), (
                HERE, lazy_gettext("认定撤销，这一件结束；检举控告不是诬告陷害。")))),
    decided(verb="take_effect", command=operations.PUT_INTO_EFFECT, word=lazy_gettext("认定生效"),
            fields="none", hint=lazy_gettext("申诉期已满，或者复查维持。生效以后处理、纠正。"),
            told=((HERE, lazy_gettext("可以记录处理情况，纠正不当利益。")),)),
    Act(verb="record_handling", command=operations.RECORD_HANDLING, word=lazy_gettext("记录处理情况"),
        tab="proof", fields="false_accusation/handling", read=read.handling, choices=read.ways,
        typed=read.today("on"), read_by=Reader.INSIDE),
    Act(verb="undo_gain", command=operations.UNDO_GAIN, word=lazy_gettext("记录不当利益的纠正"), tab="proof",
        fields="false_accusation/gain", read=read.undone, choices=read.gains, typed=read.chosen_gain,
        about=("gain_id",), read_by=Reader.INSIDE),
    decided(verb="conclude", command=operations.CONCLUDE_FALSE_ACCUSATION, word=lazy_gettext("办结"),
            fields="none", hint=lazy_gettext("已经处理，不当利益都已纠正。"),
            told=((HERE, lazy_gettext("这一件办结，不再变动。")),)),
    decided(verb="end_mistaken", command=operations.END_FALSE_ACCUSATION, read_by=Reader.ADDRESSEE,
            word=lazy_gettext("属于错告，解释说明后结束"), read=read.answering(mistaken=True),
            label=lazy_gettext("解释说明"), hint=WORDS_FOR_REPORTER,
            told=((REPORTER, lazy_gettext("凭查询码看到解释说明；只作解释，没有别的后果。")),)),
    decided(verb="end_unproven", command=operations.END_FALSE_ACCUSATION, read_by=Reader.ADDRESSEE,
            word=lazy_gettext("不能认定，结束"), read=read.answering(mistaken=False), label=REASONS,
            hint=WORDS_FOR_REPORTER, told=((REPORTER, READS),)),
    Act(verb="recuse", command=operations.RECUSE_FROM_FALSE_ACCUSATION, word=lazy_gettext("回避"),
        fields="recusal", read=said("officer_id", "ground", "reason"), choices=of_reports.involved,
        read_by=Reader.ORGAN, hint=lazy_gettext("回避以后，这件核查对此人不再显示，不能撤销。")),
    Act(verb="extend", command=operations.EXTEND_FALSE_ACCUSATION, word=lazy_gettext("延长一次"),
        read=said(reason="words"), label=REASON, read_by=Reader.INSIDE),
    Act(verb="hand_up", command=operations.HAND_FALSE_ACCUSATION_UP, word=lazy_gettext("移送上级机关"),
        leaves=LISTED, read=said(reason="words"), label=REASON, read_by=Reader.ORGAN_ABOVE,
        hint=lazy_gettext("本机关没有可以办理的人时使用。由上级机关继续办理，期限照常计算。"),
        told=((ABOVE, lazy_gettext("上级机关的负责人收到通知，另行分派。")),)),
)
INQUIRY = Titled(
    name=operations.FALSE_ACCUSATION.name, query=operations.FALSE_ACCUSATION, key="case_id", listed=LISTED,
    worded=worded, title=lazy_gettext("诬告陷害核查"), acts={act.verb: act for act in _ACTS},
    adding=frozenset({"recuse", "add_evidence", "record_gain", "record_handling"}))
