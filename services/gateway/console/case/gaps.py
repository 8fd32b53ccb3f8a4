"""What is missing before a step, in words, and what can be done first."""

from collections.abc import Mapping
from typing import Any

from flask import request
from flask_babel import LazyString, gettext, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Query
from services.gateway.console.page.backend import Answer, ask

FIELD = "acknowledged"
NOT_SHOWN = (
    lazy_gettext("事实见面材料（查明的事实，当事人还没有全部看到）"), lazy_gettext("写好材料，请当事人看过"))
NOT_HEARD = (lazy_gettext("当事人的陈述和申辩"), lazy_gettext("请当事人书面说明，或者当面听取后记入"))
IN_DOUBT = (lazy_gettext("对报备人所指利害关系的核实"), lazy_gettext("核实后办理回避，或者由负责人分派"))
VOID = (
    lazy_gettext("仍然适用的事前报备（关联的报备已经不再适用）"),
    lazy_gettext("核对那份报备还能不能作为依据"))
NEARBY = (
    lazy_gettext("对这件案件的核对（同一人、同一时期已经认定或者表决过）"),
    lazy_gettext("看看说的是不是同一行为；是同一行为的，在那件案件中办理"))
WORDS: Mapping[str, tuple[LazyString, LazyString]] = {
    "open.decided_nearby": NEARBY,
    "report.facts_not_shown": NOT_SHOWN, "convene.facts_not_shown": NOT_SHOWN,
    "make.facts_not_shown": NOT_SHOWN,
    "report.not_heard": NOT_HEARD, "convene.not_heard": NOT_HEARD, "make.not_heard": NOT_HEARD,
    "refuse.not_heard": NOT_HEARD, "give_feedback.not_heard": NOT_HEARD,
    "convene.filing_void": VOID, "make.filing_void": VOID,
    "report.no_evidence": (lazy_gettext("证据"), lazy_gettext("把证据和查明情况记入案卷")),
    "convene.no_report": (lazy_gettext("核查报告"), lazy_gettext("请调查组提交核查报告")),
    "convene.not_assessed": (lazy_gettext("评估（人数还不够）"), lazy_gettext("请评估人答完")),
    "convene.too_few_members": (lazy_gettext("足够的成员"), lazy_gettext("再请几位成员")),
    "convene.too_few_voters": (
        lazy_gettext("足够的有表决权的成员（回避以后）"), lazy_gettext("再请几位与案件无关的成员")),
    "convene.member_barred": (lazy_gettext("须回避的成员的一票"), lazy_gettext("换请一位与案件无关的成员")),
    "make.minutes_unsigned": (lazy_gettext("已经会签的会议纪要"), lazy_gettext("召开联席会议，请成员会签")),
    "make.voter_recused": (
        lazy_gettext("有效的表决（有表决人后来回避）"), lazy_gettext("退回，重新上会表决")),
    "give_feedback.no_account": (
        lazy_gettext("当事人的账号（当事人在系统里看不到决定）"),
        lazy_gettext("把决定书当面送达，写明怎样送达的")),
    "file_for_record.appeal_open": (lazy_gettext("申诉的复核结论"), lazy_gettext("等复核有了结论再备案")),
    "file_for_record.appeal_possible": (
        lazy_gettext("申诉期的届满（当事人还可以申诉）"), lazy_gettext("等申诉期过了再备案")),
    "file_for_record.not_told": (lazy_gettext("对当事人的反馈"), lazy_gettext("把决定告知当事人")),
    "accept.supplement_open": (lazy_gettext("报备人的补正"), lazy_gettext("等报备人补正")),
    "accept.named_not_looked_at": IN_DOUBT, "decline.named_not_looked_at": IN_DOUBT,
    "report_verification.named_not_looked_at": IN_DOUBT,
    "decline.supplement_open": (
        lazy_gettext("报备人的补正（到期没有补）"), lazy_gettext("与报备人联系，问清为什么没有补")),
    "decline.supplement_not_asked": (
        lazy_gettext("补正的机会（还没有请报备人补正过）"), lazy_gettext("退回补正，写明要补什么")),
}


def gap_word(gap: Answer) -> str:
    """What is missing, of whom or what, and what can be done first."""
    what, first = WORDS[gap["gap"]]
    said = gettext("缺少：%(what)s，可以先%(first)s。", what=what, first=first)
    return f"{gap['about']}{gettext('：')}{said}" if gap["about"] else said


def acknowledged_words(codes: str) -> str:
    """What was missing when a step was taken, from a history's codes."""
    return gettext("；").join(str(WORDS[code][0]) for code in codes.split() if code in WORDS)


def told_as(gap: Answer) -> str:
    """By what a form remembers that it has shown a gap."""
    return f"{gap['gap']}:{gap['about']}"


def before(matter: Answer, *steps: str) -> list[Answer]:
    """The gaps before these steps."""
    return [gap for gap in matter.get("missing", ()) if gap["step"] in steps]


def foreseen(query: Query[Any, Any], **asked: Any) -> list[Answer]:
    """The gaps before a step that begins something; a refusal is the step's own to say."""
    try:
        return list(ask(query, **asked)["missing"])
    except CaseError:
        return []


def are_news(gaps: list[Answer]) -> bool:
    """Whether something is said for the first time."""
    return bool({told_as(gap) for gap in gaps} - {*request.form.getlist("seen")})


def acknowledged(gaps: list[Answer]) -> dict[str, Any]:
    """That the person has ticked that they know: said only where something is missing."""
    return {FIELD: True} if gaps and request.form.get(FIELD) else {}
