"""What each form of a proposal asks, and how what has several parts is sent."""

from collections.abc import Mapping
from typing import Any

from flask import g, request
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.followup.problem.operations import PROBLEM, PROBLEMS
from services.followup.pages.choices import organs, people_of
from services.followup.pages.programme.asked import Asked, reader
from services.followup.pages.programme.forms import REASON, one, text
from services.followup.pages.proposal import words as said
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, ask, ask_if_visible, officer_name
from services.gateway.console.page.forms import Content, Form, typed

MOST_RULES = 3
PAPERS = lazy_gettext("本单位登录办理，可以不附材料；替没有账号的单位登记的，附上纸质材料的扫描件或者照片。")
LONGEST = 100     # problems of each list, in a choice


def contacts(proposal: Answer) -> Mapping[str, str]:
    """Who files in the organ that the unit belongs to, by unit; and whoever is named already."""
    to = proposal["content"]["addressee"] if proposal else {"organ_id": "", "contact_id": ""}
    known = people_of(to["organ_id"] or g.person["organ_id"], "filer")
    held = to["contact_id"]
    return known if not held or held in known else {held: officer_name(held), **known}


def problems(proposal: Answer) -> Mapping[str, str]:
    """Of the organ, those that are not over; and the one that it comes of."""
    known = {each["case_id"]: _called(each) for tab in ("open", "raised")
             for each in ask(PROBLEMS, tab=tab, limit=LONGEST).get("lines", ())
             if each["organ_id"] == g.person["organ_id"]}
    held = proposal["content"]["problem_id"] if proposal else request.args.get("problem", "")
    if held and held not in known:
        found = ask_if_visible(PROBLEM, case_id=held)
        known = {held: _called(found) if found else gettext("已经登记的问题"), **known}
    return known


def _called(problem: Answer) -> str:
    return f"{problem['number']} · {problem['title']}"


DRAFT = (
    one("kind", lazy_gettext("建议种类"), said.KINDS, at="content.kind"),
    Asked(name="title", word=lazy_gettext("标题"), at="content.title", most=160),
    Asked(name="unit", word=lazy_gettext("主送单位"), at="content.addressee.unit"),
    Asked(name="organ_id", word=lazy_gettext("单位归哪个机关（本机关的不选）"), kind="one", options=organs,
          at="content.addressee.organ_id", wanted=False),
    Asked(name="contact_id", kind="one", options=contacts, at="content.addressee.contact_id",
          word=lazy_gettext("单位联系人（没有账号的不选；归别的机关的，起草以后修改时选）"), wanted=False),
    text("found_by", lazy_gettext("问题来源"), most=2000, at="content.found_by"),
    text("problems", lazy_gettext("存在问题"), most=8000, at="content.problems"),
    text("causes", lazy_gettext("原因分析"), most=8000, at="content.causes"),
    text("suggestions", lazy_gettext("建议（一行一条）"), most=8000, at="content.suggestions"),
    Asked(name="copied_to", word=lazy_gettext("抄送（可以不填）"), at="content.copied_to", wanted=False),
    Asked(name="reply_days", word=lazy_gettext("几日以内回复（不填的按政策）"), kind="number", most=3,
          at="content.reply_days", wanted=False),
    Asked(name="problem_code", word=lazy_gettext("问题代码（可以不填，用来看是不是复发）"),
          at="content.problem_code", most=64, wanted=False),
    Asked(name="problem_id", word=lazy_gettext("对应的问题（可以不选）"), kind="one", options=problems,
          at="content.problem_id", wanted=False))
REVIEW = (text("opinion", lazy_gettext("审核意见")),)
BACK = (text("reason", REASON),)
SIGN = (Asked(name="name", word=lazy_gettext("签收人")),
        Asked(name="on", word=lazy_gettext("签收日期"), kind="date"))
ACKNOWLEDGE = (Asked(name="responsible", word=lazy_gettext("本单位谁负责整改")),)
EXTEND = (Asked(name="days", word=lazy_gettext("延长几日"), kind="number"),
          text("reason", REASON, most=2000))
REMIND = (text("words", most=2000),)
CLOSE = (text("words", lazy_gettext("销号意见")),)
RETURN = (text("words", lazy_gettext("还有哪些没到位")),)
REFER = (Asked(name="superior", word=lazy_gettext("报哪个上级")), text("words", REASON))
SUPERIOR = (text("words", lazy_gettext("其上级怎么处理的"), most=8000),)
LOOK = (text("words", lazy_gettext("回头看的情况"), most=8000),)
RECUR = (text("words", lazy_gettext("复发的情况"), most=8000),)
WITHDRAW = (text("reason", REASON),)
_WORDED = reader(DRAFT)


def worded(form: Form, matter: Answer) -> Content:
    """A letter: its suggestions a line each."""
    sent = _WORDED(form, matter)
    content = sent["content"]
    content["problem_id"] = content.get("problem_id") or ""
    content["addressee"] = {name: value or "" for name, value in content["addressee"].items()}
    lines = (each.strip() for each in typed(form, "suggestions").splitlines())
    content["suggestions"] = [each for each in lines if each]
    return sent


def as_worded(proposal: Answer) -> Content:
    """The wording before, to be written on."""
    held, to = proposal["content"], proposal["content"]["addressee"]
    same = ("title", "found_by", "problems", "causes", "copied_to", "problem_code")
    return {**{name: held[name] for name in same}, "kind": [held["kind"]], "unit": to["unit"],
            "organ_id": [to["organ_id"]], "contact_id": [to["contact_id"]],
            "problem_id": [held["problem_id"]],
            "suggestions": "\n".join(held["suggestions"]), "reply_days": str(held["reply_days"])}


def as_of_problem(problem: Answer) -> Content:
    """What is known of the problem that a letter is to be about."""
    told = problem["description"] or {"words": "", "cause": ""}
    return {"problem_id": problem["case_id"], "unit": problem["unit"], "problems": told["words"],
            "causes": told["cause"]}


def signing(proposal: Answer) -> Content:
    """Whoever signs in is known, and so is the day."""
    return {"fields": [] if proposal["to_us"] else [(each, each.offers(proposal)) for each in SIGN]}


def signed(form: Form, _: Answer) -> Content:
    return {"name": typed(form, "name"), "on": typed(form, "on") or None, "attachments": forms.files()}


def planning(proposal: Answer) -> Content:
    return {"suggestions": list(enumerate(proposal["content"]["suggestions"], start=1))}


def as_planned(proposal: Answer) -> Content:
    """The plan before, to be written on: of each suggestion the first measure."""
    if not proposal["plans"]:
        return {}
    held: Content = {}
    for measure in reversed(proposal["plans"][-1]["measures"]):
        held |= {f"{name}-{measure['suggestion']}": measure[name] for name in ("what", "owner", "until")}
    return held


def planned(form: Form, proposal: Answer) -> Content:
    """A measure for each suggestion of which something was written."""
    places = range(1, len(proposal["content"]["suggestions"]) + 1)
    measures = [{"suggestion": place, "what": typed(form, f"what-{place}"),
                 "owner": typed(form, f"owner-{place}"), "until": typed(form, f"until-{place}") or None}
                for place in places if typed(form, f"what-{place}")]
    return {"measures": measures, "attachments": forms.files()}


def replying(_: Answer) -> Content:
    return {"numbers": range(1, MOST_RULES + 1)}


def replied(form: Form, _: Answer) -> Content:
    """With the rules of which something was written."""
    rules = [{"title": typed(form, f"title-{place}"), "text": typed(form, f"text-{place}"),
              "on": typed(form, f"on-{place}") or None}
             for place in range(1, MOST_RULES + 1) if typed(form, f"title-{place}")]
    return {"words": typed(form, "words"), "rules": rules, "attachments": forms.files()}


def evaluating(_: Answer) -> Content:
    return {"aspects": said.ASPECTS.items(), "marks": said.MARKS.items()}


def evaluated(form: Form, _: Answer) -> Content:
    """Every aspect that was marked."""
    marks: list[dict[str, Any]] = [
        {"aspect": aspect, "mark": mark, "reason": typed(form, f"reason-{aspect}")}
        for aspect in said.ASPECTS if (mark := form.get(f"mark-{aspect}", ""))]
    return {"marks": marks, "mark": form.get("mark", ""), "words": typed(form, "words")}
