"""The figures of an organ: what came in, what was cleared of what proved untrue, and, for the province, what
was found of false accusations. Each says what it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.clarify import ClarificationMode, Measure, operations
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION_FIGURES
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION_FIGURES
from rongcuo.contracts.identity import OrganView
from rongcuo.contracts.identity.operations import ORGANS
from rongcuo.policy.divisions import PROVINCE
from rongcuo.policy.pack import Item, Pack, Stage
from rongcuo.policy.pack.reporting import Category
from services.clarify.pages import pages
from services.clarify.pages.words import CHANNELS, KINDS, LEVELS, ORIGINS
from services.gateway.console.page.backend import Answer, ask, organ_name, rules, view
from services.gateway.console.page.labels import Words, word
from services.gateway.console.page.language import in_english
from services.gateway.console.page.layout import signed_in

MEASURES: Words = {
    Measure.MATTERS: lazy_gettext("件"), Measure.PERSONS: lazy_gettext("人"),
    Measure.PERSON_TIMES: lazy_gettext("人次"), Measure.ITEM_TIMES: lazy_gettext("件次"),
    Measure.ORGANISATIONS: lazy_gettext("个组织")}
TURNS: Words = {"first": lazy_gettext("初次"), "repeated": lazy_gettext("重复")}
MODES: Words = {
    ClarificationMode.WRITTEN: lazy_gettext("书面"), ClarificationMode.IN_PERSON: lazy_gettext("当面"),
    ClarificationMode.MEETING: lazy_gettext("会议"), ClarificationMode.CIRCULAR: lazy_gettext("通报")}
HEADINGS: Words = {
    "channel": lazy_gettext("渠道"), "kind": lazy_gettext("署名"), "origin": lazy_gettext("来源"),
    "turn": lazy_gettext("初次和重复"), "categories": lazy_gettext("问题类别"),
    "levels": lazy_gettext("被反映人级别"), "acts": lazy_gettext("澄清方式"),
    "refused": lazy_gettext("不予澄清的理由")}
FUNNEL: Words = {
    "unfounded": lazy_gettext("查明不属实、错告"), "assessed": lazy_gettext("已评估"),
    "to_clear": lazy_gettext("应当澄清"), "cleared": lazy_gettext("已经澄清"),
    "refused": lazy_gettext("不予澄清"), "visited": lazy_gettext("已回访")}
FINDINGS: Words = {
    "found": lazy_gettext("认定生效"), "accused_falsely": lazy_gettext("被诬告"),
    "ended_otherwise": lazy_gettext("没有认定、认定撤销")}
WORDS: Mapping[str, Words] = {
    "channel": CHANNELS, "kind": KINDS, "origin": ORIGINS, "turn": TURNS, "acts": MODES,
    "levels": {**LEVELS, "unit": lazy_gettext("单位")}}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One bar: its name, what is shown, and how much of the whole it is, of 100. `inner`: of the second
    level."""

    name: str
    shown: str
    part: int = 0
    inner: bool = False


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A figure with its parts. They `overlap` where one matter may be in several."""

    heading: str
    measure: str
    rows: tuple[Row, ...]
    overlap: bool = False


@pages.get("/clarify/figures")
@signed_in
def figures() -> ResponseReturnValue:
    """Of the person's organ, or of one below."""
    organ_id = request.args.get("organ") or g.person["organ_id"]
    today: date = g.now.date()
    asked = {"organ_id": organ_id, "since": request.args.get("since") or f"{today.year}-01-01",
             "until": request.args.get("until") or today.isoformat()}
    came, became = ask(operations.REPORT_FIGURES, **asked), ask(CLARIFICATION_FIGURES, **asked)
    pack = rules().pack(organ_id[:6], today)
    [reports, *parts] = came["figures"]
    return render_template(
        "report_figures.html", asked=asked, organ=organ_name(organ_id), today=today,
        organs=_organs(), reports=_measured(reports),
        charts=[_chart(each, pack) for each in parts if each["of"]], share=became["share_cleared"],
        funnel=_funnel(became["figures"]), applied=_applied(became["figures"]),
        reasons=_reasons(became["figures"], pack),
        stages=[_stage(each, pack) for each in became["stages"]], findings=_findings(today))


def _organs() -> tuple[OrganView, ...]:
    """Of which a supervisor may ask: theirs and those below; nobody else has a choice."""
    supervises = "supervisor" in g.person["roles"]
    return view(ORGANS, division_code=g.person["division_code"]).organs if supervises else ()


def _measured(figure: Answer) -> str:
    return f"{figure['shown']} {word(MEASURES, figure['measure'])}"


def _share(shown: str, whole: int) -> int:
    return min(100, int(shown) * 100 // whole) if whole and shown.isdecimal() else 0


def _chart(figure: Answer, pack: Pack) -> Chart:
    """Its parts in the order of their words, or of the pack."""
    code, of, whole = figure["code"], figure["of"], int(figure["shown"])
    named = _categories(pack) if code == "categories" else {
        each: (name, False) for each, name in _words(code, pack).items()}
    named |= {each: (each, False) for each in sorted(of.keys() - named.keys())}
    return Chart(
        heading=word(HEADINGS, code), measure=word(MEASURES, figure["measure"]), overlap=figure["overlap"],
        rows=tuple(Row(name=name, inner=inner, shown=of[each], part=_share(of[each], whole))
                   for each, (name, inner) in named.items() if each in of))


def _words(code: str, pack: Pack) -> dict[str, str]:
    if code == "refused":
        return {each: _named(item) for each, item in pack.clarification.refusals.items()}
    return {each: str(name) for each, name in WORDS[code].items()}


def _categories(pack: Pack) -> dict[str, tuple[str, bool]]:
    """Each with those of its second level behind it, as the pack has them."""
    named: dict[str, tuple[str, bool]] = {}
    for code, category in pack.reports.categories.items():
        named[code] = (_named(category), False)
        named |= {f"{code}.{each}": (_named(kind), True) for each, kind in category.kinds.items()}
    return named | {"unsorted": (gettext("还没有标注类别"), False)}


def _named(item: Category | Item | Stage) -> str:
    return item.name_en if in_english() else item.name


def _funnel(told: list[Answer]) -> list[Row]:
    """A step a row, in each of its measures; the bar is of 件, of which alone it is a part."""
    whole = int(told[0]["shown"])
    steps = {code: [each for each in told if each["code"] == code] for code in FUNNEL}
    return [Row(name=word(FUNNEL, code), shown=" · ".join(map(_measured, step)), part=_share(
        step[0]["shown"], whole) if step[0]["measure"] == Measure.MATTERS else 0)
            for code, step in steps.items() if step]


def _applied(told: list[Answer]) -> str:
    """What was applied for without a report that was found; empty where there is none."""
    alone = (each for each in told if each["code"] == "applied_alone" and each["shown"] != "0")
    return next(map(_measured, alone), "")


def _reasons(told: list[Answer], pack: Pack) -> list[Chart]:
    return [_chart(each, pack) for each in told if each["code"] in ("acts", "refused") and each["of"]]


def _stage(told: Answer, pack: Pack) -> Answer:
    return told | {"name": _named(pack.clarification.stage(told["stage"]))}


def _findings(today: date) -> Answer | None:
    """Of the half-year that has ended last, for whoever supervises the whole province."""
    if "supervisor" not in g.person["roles"] or g.person["division_code"] != PROVINCE:
        return None
    year, half = (today.year, 1) if today.month > 6 else (today.year - 1, 2)
    told = ask(FALSE_ACCUSATION_FIGURES, year=year, half=half)["figures"]
    return {"year": year, "half": half,
            "rows": [Row(name=word(FINDINGS, each["code"]), shown=_measured(each)) for each in told]}
