"""What can be done to a programme: each operation as a form, and what each party will learn of it."""

from collections.abc import Iterable
from typing import Any

from flask_babel import LazyString, lazy_gettext

from rongcuo.contracts.followup.programme import operations
from rongcuo.contracts.operation import Command
from rongcuo.contracts.readers import Reader
from services.followup.pages.programme import forms as of
from services.followup.pages.programme.asked import Asked, offering, reader
from services.followup.pages.programme.words import VERBS
from services.gateway.console.case.actions import Act, Kind, always
from services.gateway.console.page.forms import said

PERSON, HANDLER, ABOVE = lazy_gettext("本人"), lazy_gettext("承办人"), lazy_gettext("上级机关")
LISTED = "console.followup.programmes"


def _asking(verb: str, command: Command[Any, Any], word: LazyString, fields: Iterable[Asked],
            files: str = "", **rest: Any) -> Act:
    """A form of the programme's own, by its fields."""
    known = tuple(fields)
    return Act(verb=verb, command=command, word=word, fields="programme/fields", uploads=bool(files),
               **{"read": reader(known, files=files), "choices": offering(known), **rest})


_ACTS = (
    _asking("assign", operations.ASSIGN_PROGRAMME, lazy_gettext("分派"), of.ASSIGN,
            hint=lazy_gettext("与本人同单位的，系统会拦下。")),
    Act(verb="read_card", command=operations.READ_CARE_CARD, word=lazy_gettext("已阅"), fields="none"),
    _asking("sign_step", operations.SIGN_STEP, lazy_gettext("签字，进入下一步"), of.SIGN_STEP,
            files="attachments",
            hint=lazy_gettext("本人登录签字，不用附件；替没有账号的人登记的，附上签字的扫描件或者照片。")),
    _asking("sign_plan", operations.SIGN_GROWTH_PLAN, lazy_gettext("签署成长方案"), of.SIGN_PLAN,
            files="attachments", tab="plan", choices=of.signing_plan),
    _asking("plan_visit", operations.PLAN_VISIT, lazy_gettext("安排回访"), of.PLAN_VISIT, tab="visits",
            typed=of.no_request,
            hint=lazy_gettext("至少两个人一起去，不在谈话室。一年的正式回访有上限，本人请求的除外。"),
            told=((PERSON, lazy_gettext("收到通知：哪天、由谁来，可以谢绝。")),)),
    _asking("record_visit", operations.RECORD_PROGRAMME_VISIT, lazy_gettext("记录回访"), of.RECORD_VISIT,
            tab="visits", read=of.visited, typed=of.this_visit,
            hint=lazy_gettext("与本人、单位负责人、同事的谈话分别记录；本人只看到与自己的谈话。")),
    _asking("decline_visit", operations.DECLINE_VISIT, lazy_gettext("谢绝回访"), of.DECLINE, tab="visits",
            files="attachments", hint=lazy_gettext("谢绝没有任何影响，到那天以前可以收回。")),
    _asking("accept_visit", operations.ACCEPT_VISIT, lazy_gettext("收回谢绝"), of.ACCEPT, tab="visits",
            files="attachments"),
    _asking("correct_talk", operations.CORRECT_TALK, lazy_gettext("更正谈话记录"), of.CORRECT, tab="visits",
            files="attachments", read_by=Reader.CASEWORKERS,
            hint=lazy_gettext("原来的记录不改，您的话并列保存。")),
    _asking("opt_out", operations.OPT_OUT, lazy_gettext("不再需要回访"), of.OPT_OUT, files="attachments",
            hint=lazy_gettext("澄清正名以后，是否继续由您决定。")),
    _asking("cancel_visit", operations.CANCEL_VISIT, lazy_gettext("取消安排"), of.CANCEL, tab="visits",
            read_by=Reader.SUBJECT),
    _asking("write_step", operations.WRITE_STEP, lazy_gettext("写本步骤记录"), (of.text("words", most=8000),),
            read_by=Reader.SUBJECT, told=((PERSON, lazy_gettext("收到通知，看过以后签字，也可以不签。")),)),
    _asking("go_on_unsigned", operations.GO_ON_UNSIGNED, lazy_gettext("本人不签字，写明后继续"),
            (of.text("reason", of.REASON, most=2000),), read_by=Reader.SUBJECT),
    _asking("name_mentor", operations.NAME_MENTOR, lazy_gettext("确定帮带责任人"), of.MENTOR, tab="plan"),
    Act(verb="write_plan", command=operations.WRITE_GROWTH_PLAN, word=lazy_gettext("写成长方案"),
        fields="programme/goals", read=of.grown, choices=of.growing, typed=of.as_grown, tab="plan",
        read_by=Reader.SUBJECT, told=((PERSON, lazy_gettext("收到通知，看过以后签字。")),)),
    _asking("record_milestone", operations.RECORD_MILESTONE, lazy_gettext("记录进展"), of.MILESTONE,
            files="milestone.attachments", tab="plan", read_by=Reader.SUBJECT),
    _asking("check_execution", operations.CHECK_EXECUTION, lazy_gettext("核对处分执行"), of.CHECK),
    _asking("gather", operations.GATHER_INFORMATION, lazy_gettext("采集期满前信息"), of.GATHER,
            read_by=Reader.INSIDE, choices=of.gathering),
    _asking("record_unit_evaluation", operations.RECORD_UNIT_EVALUATION, lazy_gettext("登记单位评价"),
            of.UNIT, files="attachments", read_by=Reader.SUBJECT,
            told=((PERSON, lazy_gettext("看到单位的评价，可以补充说明。")),)),
    _asking("evaluate", operations.EVALUATE_PROGRAMME, lazy_gettext("写评价意见"), of.EVALUATE,
            read_by=Reader.INSIDE, hint=lazy_gettext("评价的是帮扶，不是本人；本人看不到。")),
    _asking("complete", operations.COMPLETE_PROGRAMME, lazy_gettext("办结"), of.COMPLETE, adverse=always,
            rehearsed=False, read_by=Reader.SUBJECT,
            told=((PERSON, lazy_gettext("看到您写的话和建议，这一件办结。")),)),
    _asking("send_card", operations.SEND_CARE_CARD, lazy_gettext("发关爱提醒卡"), of.CARD,
            read_by=Reader.SUBJECT, told=((PERSON, lazy_gettext("收到《关爱提醒卡》，看过按“已阅”。")),)),
    _asking("request_visit", operations.REQUEST_VISIT, lazy_gettext("请求回访"),
            (of.text("words", lazy_gettext("想谈什么"), most=2000),), files="attachments", tab="visits",
            read_by=Reader.CASEWORKERS),
    _asking("remark", operations.ADD_REMARK, lazy_gettext("补充说明"), (of.text("words"),),
            read_by=Reader.CASEWORKERS),
    _asking("classify", operations.CLASSIFY_PERSON, lazy_gettext("确定类别"), of.CLASSIFY,
            read_by=Reader.INSIDE, hint=lazy_gettext("类别决定回访频次，不是对人的评价，本人看不到理由。")),
    _asking("escalate", operations.ESCALATE_PROGRAMME, lazy_gettext("报请上级支持"),
            (of.text("words", lazy_gettext("需要什么支持")),), read_by=Reader.ORGAN_ABOVE,
            told=((ABOVE, lazy_gettext("看到这一件和您写的话，由其负责人答复。")),)),
    _asking("answer_escalation", operations.ANSWER_ESCALATION, lazy_gettext("答复下级"),
            (of.text("answer", lazy_gettext("答复")),), read_by=Reader.INSIDE),
    _asking("extend_execution", operations.EXTEND_EXECUTION, lazy_gettext("批准延长执行期限"), of.EXTEND,
            read_by=Reader.ORGAN),
    _asking("change_period", operations.CHANGE_PERIOD, lazy_gettext("影响期有变化"), of.PERIOD,
            adverse=always, files="attachments", rehearsed=False, typed=of.today, read_by=Reader.SUBJECT,
            told=((PERSON, lazy_gettext("看到影响期的变化；处分撤销的，收到通知：不再回访。")),)),
    _asking("change_person", operations.CHANGE_PERSON, lazy_gettext("人员有变化"), of.PERSON, adverse=always,
            files="attachments", rehearsed=False, typed=of.today, read_by=Reader.INSIDE,
            told=((HANDLER, lazy_gettext("调到别的机关管理的，由那里的负责人另行分派。")),)),
    _asking("recuse", operations.RECUSE_FROM_PROGRAMME, lazy_gettext("回避"), of.RECUSE, read_by=Reader.ORGAN,
            hint=lazy_gettext("回避以后，这一件对此人不再显示，不能撤销。")),
    Act(verb="hand_up", command=operations.HAND_PROGRAMME_UP, word=lazy_gettext("移送上级机关"),
        leaves=LISTED,
        read=said(reason="words"), label=of.REASON, read_by=Reader.ORGAN_ABOVE,
        hint=lazy_gettext("本机关没有可以回访的人时使用。"),
        told=((ABOVE, lazy_gettext("上级机关的负责人收到通知，另行分派。")),)),
)
PROGRAMME = Kind(
    name=operations.PROGRAMME.name, query=operations.PROGRAMME, key="case_id", listed=LISTED, verbs=VERBS,
    acts={act.verb: act for act in _ACTS},
    adding=frozenset({"recuse", "remark", "request_visit", "correct_talk"}))
