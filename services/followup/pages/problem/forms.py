"""What each form of a problem asks."""

from collections.abc import Mapping
from typing import Any

from flask import g
from flask_babel import gettext, lazy_gettext

from rongcuo.policy.pack import Pack
from services.followup.pages.problem import words as said
from services.followup.pages.programme.asked import Asked
from services.followup.pages.programme.forms import RECUSE, colleagues, one, text
from services.gateway.console.page.backend import Answer, pack_in_force, pack_of
from services.gateway.console.page.dates import day
from services.gateway.console.page.forms import Content
from services.gateway.console.page.labels import word
from services.gateway.console.page.language import in_english

REASON, ON = lazy_gettext("理由"), lazy_gettext("日期")
NAMELESS = lazy_gettext("说制度和管理，不写人名。")
LONGEST = 24     # signs of a measure in a choice


def situations(problem: Answer) -> Mapping[str, str]:
    """Of the problem's own pack; of one that is not there yet, of the pack in force."""
    pack: Pack = pack_of(problem) if problem else pack_in_force()
    return {each.code: each.name_en if in_english() else each.name for each in pack.situations.values()}


def _measures(*states: str) -> Any:
    def found(problem: Answer) -> Mapping[int, str]:
        return {each["number"]: f"{each['number']} · {each['words'][:LONGEST]} · {day(each['due_on'])}"
                for each in problem["measures"] if each["state"] in states}
    return found


def rules(problem: Answer) -> Mapping[int, str]:
    return {each["place"]: each["title"] for each in problem["rules"] if not each["repealed_on"]}


def likely(problem: Answer) -> Mapping[str, str]:
    return {each["case_id"]: f"{each['number']} · {each['title']}" for each in problem["likely"]}


def _of(name: str, *states: str) -> Asked:
    return one(name, lazy_gettext("哪一条措施"), _measures(*states), kind="place")


DESCRIBE = (
    Asked(name="title", word=lazy_gettext("问题，一句话"), at="description.title", most=120, hint=NAMELESS),
    text("words", lazy_gettext("问题表现"), at="description.words", hint=NAMELESS),
    text("cause", lazy_gettext("原因（可以不填）"), at="description.cause", wanted=False),
    one("weak_point", lazy_gettext("薄弱点"), said.WEAK_POINTS, at="description.weak_point"),
    Asked(name="situation", word=lazy_gettext("适用情形（决定风险点提示给谁）"), kind="one",
          options=situations, at="description.situation", wanted=False),
    Asked(name="unit", word=lazy_gettext("单位"), at="description.unit"),
    Asked(name="area", word=lazy_gettext("领域（可以不填）"), at="description.area", most=60, wanted=False))
ENTER = (
    *DESCRIBE, one("source", lazy_gettext("从哪里发现的"), said.BY_HAND),
    Asked(name="source_number", word=lazy_gettext("来源的编号（可以不填）"), most=96, wanted=False),
    Asked(name="on", word=lazy_gettext("哪天发生的"), kind="date"))
MERGE = (one("into_id", lazy_gettext("与哪一个是同一个问题"), likely), text("reason", REASON, most=2000))
PLAN = (
    text("words", lazy_gettext("整改措施"), at="measure.words", hint=NAMELESS),
    Asked(name="unit", word=lazy_gettext("责任单位"), at="measure.unit"),
    one("owner_id", lazy_gettext("责任人（本机关督促落实的人）"), colleagues, at="measure.owner_id"),
    Asked(name="due_on", word=lazy_gettext("整改期限"), at="measure.due_on", kind="date"))
MOVE = (
    _of("measure", "open", "reported"), one("owner_id", lazy_gettext("责任人"), colleagues),
    Asked(name="due_on", word=lazy_gettext("整改期限"), kind="date"), text("reason", REASON, most=2000))
REPORT = (_of("measure", "open"), text("words", lazy_gettext("整改情况")))
RETURN = (_of("measure", "reported"), text("reason", REASON, most=2000))
CLOSE_MEASURE = (_of("measure", "reported"), text("words", lazy_gettext("看过材料以后的意见"), most=2000))
DROP = (_of("measure", "open", "reported"), text("reason", REASON, most=2000))
RULE = (
    Asked(name="title", word=lazy_gettext("制度名称"), at="rule.title"),
    Asked(name="number", word=lazy_gettext("文号（可以不填）"), at="rule.number", most=96, wanted=False),
    text("text", lazy_gettext("制度内容"), at="rule.text", rows=8, most=20_000),
    Asked(name="in_force_on", word=lazy_gettext("施行日期"), at="rule.in_force_on", kind="date"))
REPEAL = (one("rule", lazy_gettext("哪一项制度"), rules, kind="place"),
          Asked(name="on", word=lazy_gettext("废止日期"), kind="date"), text("reason", REASON, most=2000))
RISK = (text("words", lazy_gettext("风险在哪里"), most=1000, hint=lazy_gettext("不写人名和单位名称。")),
        text("advice", lazy_gettext("怎么避开"), most=1000))
RECUR = (Asked(name="on", word=lazy_gettext("哪天发生的"), kind="date"),
         Asked(name="source_number", word=lazy_gettext("来源的编号（可以不填）"), most=96, wanted=False),
         text("words", lazy_gettext("怎么发生的"), most=2000, hint=NAMELESS))
REASONED = (text("reason", REASON, most=2000),)
CLOSE = (text("words", lazy_gettext("销号意见")),)
__all__ = ["RECUSE"]


def as_described(problem: Answer) -> Content:
    """What stands; of what was not put in words yet, what is known of it."""
    told = problem["description"] or {
        "title": "", "words": "\n".join(each["words"] for each in problem["sources"] if each["words"]),
        "cause": "", "weak_point": "", "situation": problem["situation"], "unit": problem["unit"], "area": ""}
    chosen = {name: [told[name]] for name in ("weak_point", "situation")}
    return {**told, **chosen}


def of_unit(problem: Answer) -> Content:
    return {"unit": problem["unit"]}


def today(_: Answer) -> Content:
    return {"on": g.now.date().isoformat()}


def most_likely(problem: Answer) -> Content:
    """The first that is proposed, with what both have in common."""
    if not problem["likely"]:
        return {}
    first = problem["likely"][0]
    shared = gettext("、").join(word(said.SHARED, each) for each in first["shared"])
    return {"into_id": [first["case_id"]], "reason": gettext("相同处：%(shared)s", shared=shared)}


def as_warned(problem: Answer) -> Content:
    risk = problem["risk_point"] or {}
    return {name: risk.get(name, "") for name in ("words", "advice")}
