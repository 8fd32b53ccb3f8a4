"""What each form of a programme asks, and how what has several parts is sent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import g
from flask_babel import LazyString, gettext, lazy_gettext

from services.followup.pages.choices import organs, people
from services.followup.pages.programme import words as said
from services.followup.pages.programme.asked import Asked, offering
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.dates import day
from services.gateway.console.page.forms import Content, Form, typed
from services.gateway.console.page.labels import GROUNDS

WORDS, REASON, ON = lazy_gettext("内容"), lazy_gettext("理由"), lazy_gettext("日期")
MOST_GOALS = 3


def colleagues(_: Answer) -> Mapping[str, str]:
    return {each.officer_id: each.name for role in ("reviewer", "lead") for each in forms.officers(role)}


def reviewers(_: Answer) -> Mapping[str, str]:
    return {each.officer_id: each.name for each in forms.officers("reviewer")}


def planned(programme: Answer) -> Mapping[int, str]:
    return {each["number"]: f"{day(each['on'])} · {said.VISITS[each['kind']]}"
            for each in programme["visits"] if each["state"] == "planned"}


def requests(programme: Answer) -> Mapping[int, str]:
    open_ones = {place: each["words"][:40] for place, each in enumerate(programme["requests"], start=1)
                 if not each["visit"]}
    return {0: gettext("不是本人请求的"), **open_ones}


def goals(programme: Answer) -> Mapping[int, str]:
    plan = programme["plans"][-1] if programme["plans"] else {"goals": ()}
    return {place: each["goal"][:40] for place, each in enumerate(plan["goals"], start=1)}


def text(name: str, word: Any = WORDS, *, rows: int = 4, most: int = 4000, wanted: bool = True, at: str = "",
         hint: Any = "") -> Asked:
    return Asked(name=name, word=word, rows=rows, most=most, wanted=wanted, at=at, hint=hint)


def one(name: str, word: Any, options: Any, *, at: str = "", kind: str = "one") -> Asked:
    return Asked(name=name, word=word, kind=kind, options=options, at=at)


ON_DAY = Asked(name="on", word=ON, kind="date")
VISIT = one("visit", lazy_gettext("哪一次"), planned, kind="place")
REGISTER = (
    Asked(name="name", word=lazy_gettext("姓名"), at="person.name"),
    Asked(name="unit", word=lazy_gettext("所在单位"), at="person.unit"),
    Asked(name="post", word=lazy_gettext("职务（可以不填）"), at="person.post", wanted=False),
    Asked(name="officer_id", word=lazy_gettext("本平台账号（没有的不选）"), at="person.officer_id",
          kind="one", options=people, wanted=False),
    one("kind", lazy_gettext("处分种类"), said.SANCTIONS, at="sanction.kind"),
    one("degree", lazy_gettext("处分档次"), said.DEGREES, at="sanction.degree"),
    Asked(name="effective_on", word=lazy_gettext("生效日期"), at="sanction.effective_on", kind="date"),
    one("effect_months", lazy_gettext("影响期（月）"), {6: "6", 12: "12", 18: "18", 24: "24", 36: "36",
                                                        48: "48"},
        at="sanction.effect_months", kind="place"),
    Asked(name="decided_by", word=lazy_gettext("由哪个机关决定"), at="sanction.decided_by"),
    Asked(name="number", word=lazy_gettext("决定文号"), at="sanction.number", most=96))
ASSIGN = (one("officer_id", lazy_gettext("承办人"), reviewers),)
RECUSE = (one("officer_id", lazy_gettext("谁回避"), colleagues), one("ground", lazy_gettext("回避事由"),
                                                                     GROUNDS),
          text("reason", lazy_gettext("说明"), most=2000))
CLASSIFY = (one("person_class", lazy_gettext("类别"), said.CLASSES), text("reason", REASON, most=2000))
PLAN_VISIT = (
    one("kind", lazy_gettext("正式回访还是随访"), said.VISITS), ON_DAY, one("place", lazy_gettext("地点"),
                                                                            said.PLACES),
    Asked(name="visitors", word=lazy_gettext("由谁去（至少两人）"), kind="several", options=colleagues),
    text("outline", lazy_gettext("谈话提纲"), hint=lazy_gettext("提纲本人看不到。")),
    one("request", lazy_gettext("本人的请求"), requests, kind="place"))
RECORD_VISIT = (
    VISIT, ON_DAY, text("with_person", said.TALKS["person"], rows=6, most=8000),
    Asked(name="head", word=lazy_gettext("单位负责人是谁（可以不填）"), wanted=False),
    text("with_head", lazy_gettext("与单位负责人谈话（可以不填）"), most=8000, wanted=False),
    Asked(name="colleague", word=lazy_gettext("同事是谁（可以不填）"), wanted=False),
    text("with_colleague", lazy_gettext("与同事谈话（可以不填）"), most=8000, wanted=False),
    text("wishes", lazy_gettext("本人的请求和愿望（可以不填）"), wanted=False))
DECLINE = (VISIT, text("reason", lazy_gettext("为什么（可以不填）"), most=2000, wanted=False))
CANCEL = (VISIT, text("reason", REASON, most=2000))
MENTOR = (Asked(name="name", word=lazy_gettext("姓名"), at="mentor.name", most=60),
          Asked(name="unit", word=lazy_gettext("所在单位"), at="mentor.unit"),
          Asked(name="post", word=lazy_gettext("职务（可以不填）"), at="mentor.post", wanted=False))
def declined(programme: Answer) -> Mapping[int, str]:
    return {each["number"]: f"{day(each['on'])} · {said.VISITS[each['kind']]}"
            for each in programme["visits"] if each["state"] == "declined"}


def made(programme: Answer) -> Mapping[int, str]:
    return {each["number"]: f"{day(each['on'])} · {said.VISITS[each['kind']]}"
            for each in programme["visits"] if each["state"] == "made"}


def step_to_read(programme: Answer) -> Mapping[str, str]:
    """The record that awaits a signature, by its digest."""
    return {each["digest"]: each["words"] for each in programme["records"][-1:]}


def plan_to_read(programme: Answer) -> Mapping[str, str]:
    """The whole of the revision whose signature is missing: the person's, whose own it is."""
    return {each["digest"]: _whole(each) for each in programme["plans"][-1:]
            if not (each["signed"] and (programme["theirs"] or each["unit_signed"]))}


def _whole(plan: Answer) -> str:
    told = [plan["own_words"]]
    for place, goal in enumerate(plan["goals"], start=1):
        heading = f'{gettext("目标 %(n)s", n=place)} · {said.GOALS[goal["kind"]]}'
        parts = ((heading, goal["goal"]), (gettext("怎么算达到"), goal["measure"]),
                 (gettext("做什么"), goal["actions"]), (gettext("谁来帮"), goal["helpers"]),
                 (gettext("需要什么条件"), goal["resources"]), (gettext("到哪天"), day(goal["until"])))
        told += ["\n".join(gettext("%(name)s：%(words)s", name=name, words=words)
                           for name, words in parts if words)]
    return "\n\n".join(told)


def signing_plan(programme: Answer) -> Content:
    """Who signs for the unit is asked of those who enter it, not of the person."""
    return offering(SIGN_PLAN[:1] if programme["theirs"] else SIGN_PLAN)(programme)


SIGN_STEP = (one("digest", lazy_gettext("签的是这些内容"), step_to_read, kind="read"),)
ACCEPT = (one("visit", lazy_gettext("哪一次"), declined, kind="place"),)
CORRECT = (one("visit", lazy_gettext("哪一次"), made, kind="place"),
           text("words", lazy_gettext("我是这样说的"), most=8000))
OPT_OUT = (text("reason", lazy_gettext("想说的话（可以不填）"), most=2000, wanted=False),)
SIGN_PLAN = (one("digest", lazy_gettext("签的是这些内容"), plan_to_read, kind="read"),
             Asked(name="for_unit", word=lazy_gettext("单位谁签的字（本人签字的不填）"), most=120,
                   wanted=False))
MILESTONE = (one("goal", lazy_gettext("哪个目标"), goals, at="milestone.goal", kind="place"),
             text("words", lazy_gettext("进展"), at="milestone.words"),
             Asked(name="reached", word=lazy_gettext("已经达到"), kind="flag", at="milestone.reached",
                   wanted=False))
CHECK = (one("item", lazy_gettext("哪一项"), said.ITEMS, at="check.item"),
         Asked(name="done_on", word=lazy_gettext("哪天办的（不涉及的不填）"), kind="date", at="check.done_on",
               wanted=False),
         text("words", lazy_gettext("说明（不涉及的写明为什么）"), most=2000, wanted=False, at="check.words"))
EXTEND = (Asked(name="months", word=lazy_gettext("从生效之日起几个月以内"), kind="number"),
          text("reason", REASON, most=2000))
GATHER = tuple(text(name, word, at=f"gathered.{name}", wanted=name != "personnel_says") for name, word in (
    ("attitude", lazy_gettext("对处分的认识")), ("mind", lazy_gettext("思想动态")),
    ("work", lazy_gettext("工作表现")), ("life", lazy_gettext("生活状况")),
    ("unit_says", lazy_gettext("单位怎么说")), ("personnel_says",
                                                lazy_gettext("组织人事部门怎么说（可以不填）"))))
ATTITUDES = {"tolerance": lazy_gettext("对容错认定的看法"), "clearing": lazy_gettext("对澄清正名的看法")}


def gathering(programme: Answer) -> Content:
    """Of a sanction only those are asked who had one."""
    return offering((replace(GATHER[0], word=attitude(programme)), *GATHER[1:]))(programme)


def attitude(programme: Answer) -> LazyString:
    """What it is about of which they are asked what they think."""
    return ATTITUDES.get(programme["basis"]["kind"], GATHER[0].word)


GRADE = one("grade", lazy_gettext("帮扶效果"), said.GRADES)
UNIT = (Asked(name="organisation", word=lazy_gettext("党组织（单位）名称")), text("words", most=8000), GRADE)
EVALUATE = (GRADE, text("words", lazy_gettext("评价意见"), most=8000))
PERIOD = (one("what", lazy_gettext("怎样的变化"), said.PERIOD_CHANGES), ON_DAY,
          Asked(name="number", word=lazy_gettext("决定文号"), most=96),
          Asked(name="months", word=lazy_gettext("合并后一共几个月（其他情形不填）"), kind="number",
                wanted=False),
          text("words", lazy_gettext("说明"), most=2000))
PERSON = (one("what", lazy_gettext("怎样的变化"), said.PERSON_CHANGES), ON_DAY,
          Asked(name="unit", word=lazy_gettext("现在的单位（没有变的不填）"), wanted=False),
          Asked(name="post", word=lazy_gettext("职务（可以不填）"), wanted=False),
          Asked(name="organ_id", word=lazy_gettext("改由哪个机关回访（不变的不选）"), kind="one",
                options=organs, wanted=False),
          Asked(name="ends", word=lazy_gettext("不再回访"), kind="flag", wanted=False),
          text("words", lazy_gettext("说明"), most=2000))
COMPLETE = (one("recommendation", lazy_gettext("建议"), said.RECOMMENDATIONS),
            text("words", lazy_gettext("写给本人的话")))
CARD = (text("words", lazy_gettext("决定是什么意思"), most=2000),
        text("reminders", lazy_gettext("以后注意什么"), most=2000),
        Asked(name="contact", word=lazy_gettext("有事找谁（姓名、电话）")))


def visited(form: Form, _: Answer) -> Content:
    """Each talk apart; those that were not held are left out."""
    number = form.get("visit", "")
    talks = [{"with_whom": whom, "who": typed(form, who) if who else "", "words": words}
             for whom, who, field in (("person", "", "with_person"), ("unit_head", "head", "with_head"),
                                      ("colleague", "colleague", "with_colleague"))
             if (words := typed(form, field))]
    return {"visit": int(number) if number.isdecimal() else number, "on": typed(form, "on") or None,
            "talks": talks, "wishes": typed(form, "wishes")}


def growing(_: Answer) -> Content:
    return {"kinds": said.GOALS.items(), "numbers": range(1, MOST_GOALS + 1)}


def as_grown(programme: Answer) -> Content:
    """The revision before, to be written on."""
    if not programme["plans"]:
        return {}
    plan = programme["plans"][-1]
    held: Content = {"own_words": plan["own_words"]}
    for place, goal in enumerate(plan["goals"][:MOST_GOALS], start=1):
        held |= {f"{name}-{place}": [goal[name]] if name == "kind" else goal[name]
                 for name in ("kind", "goal", "measure", "actions", "helpers", "resources", "until")}
    return held


def grown(form: Form, _: Answer) -> Content:
    """The goals of which something was written."""
    rows = [{"kind": form.get(f"kind-{place}", ""), "until": typed(form, f"until-{place}") or None,
             **{name: typed(form, f"{name}-{place}")
                for name in ("goal", "measure", "actions", "helpers", "resources")}}
            for place in range(1, MOST_GOALS + 1) if typed(form, f"goal-{place}")]
    return {"own_words": typed(form, "own_words"), "goals": rows}


def today(_: Answer) -> Content:
    return {"on": g.now.date().isoformat()}


def this_visit(programme: Answer) -> Content:
    """The first that is planned, today."""
    first = next(iter(planned(programme)), "")
    return {"visit": [str(first)], **today(programme)}


def no_request(_: Answer) -> Content:
    return {"request": ["0"]}
