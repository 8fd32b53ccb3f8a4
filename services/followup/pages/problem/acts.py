"""What can be done to a problem: each operation as a form, and what each party will learn of it."""

from collections.abc import Iterable
from typing import Any

from flask_babel import LazyString, lazy_gettext

from rongcuo.contracts.followup.problem import operations
from rongcuo.contracts.operation import Command
from rongcuo.contracts.readers import Reader
from services.followup.pages.problem import forms as of
from services.followup.pages.problem.words import VERBS
from services.followup.pages.programme.asked import Asked, offering, reader
from services.gateway.console.case.actions import Act, Kind, always
from services.gateway.console.page.forms import said

LISTED = "console.followup.problems"
OWNER, LEADS, FILERS = lazy_gettext("责任人"), lazy_gettext("负责人"), lazy_gettext("以后的报备人")
ABOVE = lazy_gettext("上级机关")


def _asking(verb: str, command: Command[Any, Any], word: LazyString, fields: Iterable[Asked],
            files: str = "", **rest: Any) -> Act:
    """A form of the problem's own, by its fields; the organ reads what it is told."""
    known = tuple(fields)
    return Act(verb=verb, command=command, word=word, fields="programme/fields", uploads=bool(files),
               **{"read": reader(known, files=files), "choices": offering(known), "read_by": Reader.ORGAN,
                  **rest})


_ACTS = (
    _asking("describe", operations.DESCRIBE_PROBLEM, lazy_gettext("梳理问题"), of.DESCRIBE,
            typed=of.as_described,
            hint=lazy_gettext("写清楚是哪一种短板。只说制度、权力运行和监督，不评价任何人。")),
    _asking("dismiss", operations.DISMISS_PROBLEM, lazy_gettext("不列入问题清单"), of.REASONED,
            adverse=always, rehearsed=False),
    _asking("merge", operations.MERGE_PROBLEM, lazy_gettext("确认是同一个问题，归并"), of.MERGE,
            adverse=always, rehearsed=False, typed=of.most_likely,
            hint=lazy_gettext("系统只提示相像的，由您确认。归并以后，每次发生、措施和制度都并到那一个问题。")),
    _asking("plan_measure", operations.PLAN_MEASURE, lazy_gettext("定整改措施"), of.PLAN, tab="measures",
            typed=of.of_unit, told=((OWNER, lazy_gettext("收到通知：做什么、到哪天。")),)),
    _asking("report_measure", operations.REPORT_MEASURE, lazy_gettext("报整改情况"), of.REPORT,
            files="attachments", tab="measures",
            hint=lazy_gettext("附上能证明的材料；没有材料的，不能销账。"),
            told=((LEADS, lazy_gettext("收到通知，由责任人以外的人看过以后销账。")),)),
    _asking("close_measure", operations.CLOSE_MEASURE, lazy_gettext("销账"), of.CLOSE_MEASURE, tab="measures",
            hint=lazy_gettext("先看证明材料。责任人和提交材料的人不能自己销账。")),
    _asking("return_measure", operations.RETURN_MEASURE, lazy_gettext("退回重报"), of.RETURN, tab="measures",
            told=((OWNER, lazy_gettext("收到通知，看到您写的理由。")),)),
    _asking("enter_rule", operations.ENTER_RULE, lazy_gettext("登记制度规范"), of.RULE, tab="rules"),
    _asking("write_risk_point", operations.WRITE_RISK_POINT, lazy_gettext("写风险点"), of.RISK, tab="rules",
            typed=of.as_warned, read_by=Reader.FILER,
            told=((FILERS, lazy_gettext("选了同一情形的，填报备的时候就看到。")),)),
    _asking("close", operations.CLOSE_PROBLEM, lazy_gettext("销号"), of.CLOSE, adverse=always,
            rehearsed=False),
    _asking("recur", operations.NOTE_RECURRENCE, lazy_gettext("登记再次发生"), of.RECUR, typed=of.today,
            hint=lazy_gettext("已经销号的，重新打开。")),
    _asking("move_measure", operations.MOVE_MEASURE, lazy_gettext("改责任人、期限"), of.MOVE, tab="measures"),
    _asking("drop_measure", operations.DROP_MEASURE, lazy_gettext("取消措施"), of.DROP, tab="measures"),
    _asking("repeal_rule", operations.REPEAL_RULE, lazy_gettext("登记制度废止"), of.REPEAL, tab="rules",
            typed=of.today, adverse=always, rehearsed=False,
            hint=lazy_gettext("制度废止以后，这个问题重新打开，看要不要再补。")),
    _asking("withdraw_risk_point", operations.WITHDRAW_RISK_POINT, lazy_gettext("撤下风险点"), of.REASONED,
            tab="rules"),
    _asking("recuse", operations.RECUSE_FROM_PROBLEM, lazy_gettext("回避"), of.RECUSE,
            hint=lazy_gettext("回避以后，这一件对此人不再显示，不能撤销。")),
    Act(verb="hand_up", command=operations.HAND_PROBLEM_UP, word=lazy_gettext("移送上级机关"), leaves=LISTED,
        read=said(reason="words"), label=of.REASON, read_by=Reader.ORGAN_ABOVE,
        hint=lazy_gettext("本机关没有可以办理的人时使用。"),
        told=((ABOVE, lazy_gettext("上级机关的负责人收到通知。")),)),
)
PROBLEM = Kind(
    name=operations.PROBLEM.name, query=operations.PROBLEM, key="case_id", listed=LISTED, verbs=VERBS,
    acts={act.verb: act for act in _ACTS}, adding=frozenset({"recuse", "recur"}))
