"""What can be done to a determination."""

from flask import g, request
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.determination import operations
from rongcuo.contracts.filing.operations import PAGE
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.identity.operations import UNIT
from rongcuo.contracts.readers import Reader
from services.gateway.console.case.actions import Act, Kind, always
from services.gateway.console.determination import rules
from services.gateway.console.determination.overseen import cited, overseen
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, ask, view
from services.gateway.console.page.forms import Content, Form, judges, reviewers, said
from services.gateway.console.page.labels import EVIDENCE_KINDS, GROUNDS

SUBJECT, TEAM = lazy_gettext("当事人"), lazy_gettext("承办人和调查组")
LEAD, PERSONNEL = lazy_gettext("审查负责人"), lazy_gettext("组织人事部门")
REASON = lazy_gettext("理由")
NOBODY_HERE = "-"    # what a lead chooses who declines what is about nobody at work here
NEW_DATE = lazy_gettext("收到通知：计时的变化、理由和新的到期日。")


def _involved(case: Answer) -> Content:
    """Whom one may ask to step back: oneself, whoever holds the case, the team."""
    me = {"officer_id": g.person["officer_id"], "name": g.person["name"]}
    holder = {"officer_id": case["assignee_id"], "name": case["assignee_name"]}
    people = {each["officer_id"]: each for each in (holder, *case["team"], me) if each["officer_id"]}
    return {"officers": list(people.values()), "grounds": GROUNDS.items()}


def _handling(case: Answer) -> Content:
    """Whom the subject may choose, as far as they are told who is at work; others they name in words."""
    nobody = {"officer_id": "", "name": gettext("请选择，没有的在下面写姓名"), "unit": ""}
    return {"officers": [nobody, *_at_work(case).values()], "grounds": GROUNDS.items()}


def _at_work(case: Answer) -> dict[str, Content]:
    hearing = [each for appeal in case["appeals"] if appeal["state"] in ("lodged", "reviewed")
               for each in appeal["panel"]]
    handler = {"officer_id": case["assignee_id"], "name": case["assignee_name"]}
    posts = ((gettext("承办人"), [handler]), (gettext("调查组"), case["team"]), (gettext("复核组"), hearing))
    people = ({**each, "unit": post} for post, group in posts for each in group if each["officer_id"])
    return {each["officer_id"]: each for each in reversed([*people])}


def _application(form: Form, case: Answer) -> Content:
    """Somebody without an account has handed it in."""
    entered: Content = {} if case["subject"]["officer_id"] else {"attachments": forms.files()}
    about = _at_work(case).get(form.get("officer_id", ""), {})
    chosen = {name: about[name] for name in ("name", "officer_id") if about}
    return {**said("name", "ground", "reason")(form, case), **chosen, **entered}


def _asked(case: Answer) -> Content:
    """What waits for an answer, and everybody whom it can be about but oneself: who hears the appeal, from
    above too."""
    people: dict[str, Content | OfficerView] = {**_at_work(case), **judges()}
    others = [each for officer_id, each in people.items() if officer_id != g.person["officer_id"]]
    nobody = {"officer_id": "", "name": gettext("请选择"), "unit": ""}     # who is meant, is not preset
    none = {"officer_id": NOBODY_HERE, "name": gettext("不是办理本案的人"), "unit": ""}
    return {**_waiting(case), "officers": [nobody, *others, none]}


def _waiting(case: Answer) -> Content:
    return {"applications": [each for each in case["recusals_asked"]
                       if each["granted"] is None and each["withdrawn_at"] is None]}


def _answered(form: Form, _: Answer) -> Content:
    about = form.get("officer_id", "")
    return {"request_id": form.get("request_id", ""), "officer_id": "" if about == NOBODY_HERE else about,
            "granted": forms.yes_or_no(form, "granted", "yes"), "reason": forms.typed(form, "reason")}


def _filings(case: Answer) -> Content:
    """Of the subject's unit, under whichever of its names they were filed."""
    unit = view(UNIT, organ_id=case["organ_id"], name=case["subject"]["unit"])
    pages = (ask(PAGE, state="accepted", search=name, limit=30)
             for name in (unit.name, *unit.aliases, *unit.former_names))
    return {"filings": list({line["filing_id"]: line for page in pages for line in page["lines"]}.values())}


def _item(case: Answer) -> Content:
    wanted = request.values.get("evidence_id", "")
    return {"item": next((each for each in case["evidence"] if each["evidence_id"] == wanted), None)}


def _finding(case: Answer) -> Content:
    item = _item(case)["item"] or {}
    return {"evidence_id": item.get("evidence_id", ""), "finding": item.get("finding", "")}


def _evidence(form: Form, _: Answer) -> Content:
    return {"kind": form.get("kind", ""), "title": forms.typed(form, "title"),
            "about": forms.typed(form, "about"), "obtained_on": form.get("obtained_on") or None,
            "attachments": forms.files()}


def _appeal(form: Form, case: Answer) -> Content:
    """Somebody without an account has handed it in; with one, it is now."""
    entered: Content = {} if case["subject"]["officer_id"] else {
        "handed_in_on": form.get("handed_in_on") or None, "attachments": forms.files()}
    return {"grounds": forms.typed(form, "words"), **entered}


def _statement(form: Form, _: Answer) -> Content:
    return {"words": forms.typed(form, "words"), "attachments": forms.files()}


def _facts(case: Answer) -> Content:
    known = case["facts_material"] or {}
    return {name: known.get(name, "") for name in ("facts", "tolerance_opinion")}


def _terms(case: Answer) -> Content:
    return {"pack": rules.judged_by(case), "sets": rules.assessed(case), "unseen": rules.unseen(case),
            "forms": rules.forms_left(case), "hits": rules.hits(case)}


def _report(form: Form, case: Answer) -> Content:
    ended = forms.terms(form) if rules.hits(case) else None
    return {"report": forms.typed(form, "report"), "terms": ended}


def _correction(form: Form, case: Answer) -> Content:
    return {**forms.decision(form, case), "why": forms.typed(form, "why")}


_ACTS = (
    Act(verb="assign", command=operations.ASSIGN_DETERMINATION, word=lazy_gettext("分派"), fields="officer",
        read=said("officer_id"), choices=reviewers, typed=lambda _: {"officer_id": g.person["officer_id"]},
        hint=lazy_gettext("与事项有利害关系的人不能承办，系统会拦下。")),
    Act(verb="accept", command=operations.ACCEPT_DETERMINATION, word=lazy_gettext("受理"),
        read=said(opinion="words"), label=lazy_gettext("意见"), wanted=False,
        hint=lazy_gettext("可以不填。")),
    Act(verb="refuse", command=operations.REFUSE_DETERMINATION, word=lazy_gettext("不予受理"), adverse=always,
        read=said(reasons="words"), label=REASON, read_by=Reader.SUBJECT,
        told=(
            (SUBJECT, lazy_gettext("收到《不予受理决定书》和您写的理由。")),
            (LEAD, lazy_gettext("看到案件已办结。")))),
    Act(verb="form_team", command=operations.FORM_DETERMINATION_TEAM, word=lazy_gettext("组成调查组"),
        fields="team", read=forms.led_by, choices=reviewers,
        told=((TEAM, lazy_gettext("收到任务和到期日。")),)),
    Act(verb="link_filing", command=operations.LINK_FILING, word=lazy_gettext("关联报备"), fields="filing",
        read=said("filing_id"), choices=_filings, tab="evidence"),
    Act(verb="add_evidence", command=operations.ADD_EVIDENCE, word=lazy_gettext("添加证据"),
        fields="evidence", read=_evidence, typed=cited, tab="evidence", uploads=True,
        choices=lambda case: {"kinds": EVIDENCE_KINDS.items(), "overseen": overseen(case)}),
    Act(verb="record_finding", command=operations.RECORD_FINDING, word=lazy_gettext("记录查明情况"),
        fields="finding", read=said("evidence_id", "finding"), choices=_item,
        typed=_finding, about=("evidence_id",), tab="evidence"),
    Act(verb="record_statement", command=operations.RECORD_STATEMENT, word=lazy_gettext("陈述和申辩"),
        fields="statement", read=_statement, label=lazy_gettext("当事人的话"), uploads=True,
        hint=lazy_gettext("用当事人自己的话写。它会进入案卷，参加认定的人都会看到。")),
    Act(verb="write_facts_material", command=operations.WRITE_FACTS_MATERIAL,
        word=lazy_gettext("写事实见面材料"), fields="facts",
        read=said("facts", "tolerance_opinion"), typed=_facts, tab="evidence",
        told=((SUBJECT, lazy_gettext("看到事实见面材料和其中的容错处理意见。")),)),
    Act(verb="report", command=operations.REPORT_DETERMINATION, word=lazy_gettext("提交核查报告"),
        fields="report", read=_report, choices=_terms, adverse=lambda case: bool(rules.hits(case)), told=(
            (LEAD, lazy_gettext("收到核查报告。")),
            (SUBJECT, lazy_gettext("负面清单有一项属实的，收到《不予容错决定书》，可以提出申诉。")))),
    Act(verb="return", command=operations.RETURN_DETERMINATION, word=lazy_gettext("退回补充核查"),
        read=said(reasons="words"), label=lazy_gettext("还缺什么"), read_by=Reader.INSIDE,
        told=((TEAM, lazy_gettext("收到您写的要求，核查重新计时。")),)),
    Act(verb="make", command=operations.MAKE_DETERMINATION, word=lazy_gettext("作出认定"), fields="decision",
        read=forms.decision, choices=_terms, adverse=always, uploads=True,
        typed=lambda case: {"outcome": case["resolved"], "cited": rules.assessed(case)}, told=(
            (SUBJECT, lazy_gettext("收到认定决定书：结果、理由、要求，以及提出申诉的期限。")),
            (TEAM, lazy_gettext("看到决定。")))),
    Act(verb="give_feedback", command=operations.GIVE_FEEDBACK, word=lazy_gettext("记录反馈"),
        fields="feedback", read=said("note", "answer"),
        told=((SUBJECT, lazy_gettext("收到反馈函。")),)),
    Act(verb="file_for_record", command=operations.FILE_FOR_RECORD, word=lazy_gettext("备案"),
        fields="record", read=said("body", "note"),
        told=((PERSONNEL, lazy_gettext("收到函告，写明结果和使用方式。")),)),
    Act(verb="withdraw", command=operations.WITHDRAW_DETERMINATION, word=lazy_gettext("撤回申请"),
        adverse=always, read=said(reason="words"), label=REASON, read_by=Reader.CASEWORKERS, told=(
            (TEAM, lazy_gettext("收到通知，案件终止。")),
            (SUBJECT, lazy_gettext("不再有认定结果；以后可以重新申请。")))),
    Act(verb="recuse", command=operations.RECUSE_FROM_DETERMINATION, word=lazy_gettext("回避"),
        fields="recusal", read=said("officer_id", "ground", "reason"), choices=_involved,
        read_by=Reader.ORGAN, hint=lazy_gettext("回避后此人不再参与本案，不能撤销。")),
    Act(verb="ask_recusal", command=operations.ASK_FOR_RECUSAL, word=lazy_gettext("申请回避"),
        fields="recusal_application", read=_application, choices=_handling,
        read_by=Reader.CASEWORKERS, uploads=True,
        hint=lazy_gettext("认为有人不应当参加办理的，可以申请其回避。由此人以外的负责人答复，答复前不作决定。"),
        told=((LEAD, lazy_gettext("收到您的申请和理由，作出答复。")),)),
    Act(verb="answer_recusal", command=operations.ANSWER_RECUSAL, word=lazy_gettext("答复回避申请"),
        fields="recusal_answer", read=_answered, choices=_asked, read_by=Reader.SUBJECT,
        hint=lazy_gettext("申请的是您本人的，由其他负责人答复；本机关没有的，请移送上级机关。准许后不能撤销。"),
        told=((SUBJECT, lazy_gettext("收到答复和理由。")),)),
    Act(verb="withdraw_recusal", command=operations.WITHDRAW_RECUSAL, word=lazy_gettext("撤回回避申请"),
        fields="recusal_withdrawal", read=said("request_id"), choices=_waiting,
        hint=lazy_gettext("还没有答复的可以撤回；以后需要的，可以再次申请。")),
    Act(verb="suspend", command=operations.SUSPEND_DETERMINATION, word=lazy_gettext("暂停计时"),
        adverse=always, read=said(reason="words"), label=REASON, read_by=Reader.SUBJECT,
        told=((SUBJECT, NEW_DATE),)),
    Act(verb="resume", command=operations.RESUME_DETERMINATION, word=lazy_gettext("恢复计时"), fields="none",
        told=((SUBJECT, NEW_DATE),)),
    Act(verb="extend", command=operations.EXTEND_DETERMINATION, word=lazy_gettext("延长一次"), adverse=always,
        read=said(reason="words"), label=REASON, read_by=Reader.SUBJECT, told=((SUBJECT, NEW_DATE),)),
    Act(verb="hand_up", command=operations.HAND_DETERMINATION_UP, word=lazy_gettext("移送上级机关"),
        leaves="console.work_list", read=said(reason="words"), label=REASON, read_by=Reader.ORGAN_ABOVE,
        hint=lazy_gettext("本机关已没有可以办理的人员，或者须由上级机关再次撤销决定时使用。由上级机关继续办理，期限照常计算。"),
        told=((LEAD, lazy_gettext("上级机关的负责人收到通知，另行分派。")),)),
    Act(verb="correct", command=operations.CORRECT_DETERMINATION, word=lazy_gettext("更正决定"),
        fields="correction", read=_correction, typed=rules.as_it_stands, adverse=always, uploads=True,
        choices=lambda case: {**_terms(case), "outcomes": rules.as_decided(case)}, told=(
            (SUBJECT, lazy_gettext("收到更正后的决定书；原决定书标为“已被替代”。")),)),
    Act(verb="revoke", command=operations.REVOKE_DETERMINATION, word=lazy_gettext("撤销决定"), adverse=always,
        read=said(reasons="words"), label=REASON, read_by=Reader.SUBJECT, told=(
            (SUBJECT, lazy_gettext("收到撤销决定书：理由和可以做什么；原决定书不再有效。")),
            (TEAM, lazy_gettext("案件回到核查。")))),
    Act(verb="lodge_appeal", command=operations.LODGE_APPEAL, word=lazy_gettext("提出申诉"), fields="appeal",
        read=_appeal, uploads=True, label=lazy_gettext("为什么不服"), read_by=Reader.PANEL,
        hint=lazy_gettext("由没有参与原认定的人复核，结果不会比现在更重。"),
        told=((LEAD, lazy_gettext("收到您的申请，组成复核组。")),)),
)
CASE = Kind(
    name="determination", query=operations.DETERMINATION, key="case_id", listed="console.determinations",
    acts={act.verb: act for act in _ACTS}, adding=frozenset({
        "link_filing", "add_evidence", "record_statement", "recuse", "lodge_appeal", "ask_recusal"}))
INLINE = frozenset({"assign", "accept", "form_team", "resume", "give_feedback", "file_for_record"})
