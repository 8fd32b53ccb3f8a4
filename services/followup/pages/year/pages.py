"""年度计划和年度报告: the list, one year, and the form by which a plan is drawn up."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup.year import operations
from rongcuo.contracts.readers import Reader
from services.followup.pages import pages
from services.followup.pages.programme import words as of_programmes
from services.followup.pages.programme.asked import offering, reader
from services.followup.pages.programme.forms import text
from services.followup.pages.year import words as named
from services.gateway.console.case.actions import Act, Kind, act_page
from services.gateway.console.case.letters import letters_of
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, NUMBER, Table
from services.gateway.console.page.backend import do, organ_name
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import CASEWORK, for_casework, shown, signed_in

ORGAN = lazy_gettext("本机关")
REPORTED = (text("words", lazy_gettext("没有按计划开展的原因（不写姓名）"), rows=5),)
_ACTS = (
    Act(verb="approve_year_plan", command=operations.APPROVE_YEAR_PLAN, word=lazy_gettext("批准计划"),
        fields="none", told=((ORGAN, lazy_gettext("《回访教育年度计划》存档，承办人按它安排。")),)),
    Act(verb="draw_up_year_report", command=operations.DRAW_UP_YEAR_REPORT,
        word=lazy_gettext("拟订年度报告"), fields="programme/fields", read=reader(REPORTED),
        choices=offering(REPORTED), read_by=Reader.ORGAN,
        hint=lazy_gettext("次数由系统从回访记录统计，不用填。")),
    Act(verb="approve_year_report", command=operations.APPROVE_YEAR_REPORT, word=lazy_gettext("批准报告"),
        fields="none", told=((ORGAN, lazy_gettext("《回访教育年度报告》存档。")),)))
YEAR = Kind(name=operations.VISIT_YEAR.name, query=operations.VISIT_YEAR, key="case_id",
            listed="console.followup.visit_years", acts={act.verb: act for act in _ACTS})
TABLE = Table("visit_years", (DUE, NUMBER, (
    lazy_gettext("情况"), lambda line: word(named.STATES, line["state"]))))


@pages.get("/followup/years")
@signed_in
def visit_years() -> ResponseReturnValue:
    """Of the organ, and of those below."""
    return list_page(
        Listed(page="console.followup.visit_years"), operations.VISIT_YEARS, TABLE, "year/list.html",
        named=named, organ_name=organ_name, may_draw_up=bool(CASEWORK & set(g.person["roles"])))


@pages.route("/followup/years/new", methods=["GET", "POST"])
@for_casework
def draw_up_year() -> ResponseReturnValue:
    """拟订计划, or a further version."""
    offered = request.args.get("year", "") or str(g.now.year)
    again = bool(request.args.get("year"))
    if request.method == "POST":
        year = typed(request.form, "year")
        try:
            made = do(operations.DRAW_UP_YEAR_PLAN, why=typed(request.form, "why"),
                      year=int(year) if year.isdecimal() else year)
        except CaseError as mistake:
            return shown(explained(mistake), "year/draw_up.html", typed=request.form, again=again)
        return redirect(url_for("console.followup.visit_year", case_id=made["case_id"]))
    return render_template("year/draw_up.html", typed=Form({"year": offered}), again=again)


@pages.get("/followup/years/<case_id>")
@signed_in
def visit_year(case_id: str) -> ResponseReturnValue:
    """One year: its plan, the versions before, its report, its letters."""
    found = YEAR.found(case_id)
    return render_template("year/year.html", **_page_of(found))


@pages.route("/followup/years/<case_id>/act/<verb>", methods=["GET", "POST"])
@signed_in
def visit_year_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Approve, or report."""
    return act_page(YEAR, case_id, verb)


def _page_of(found: dict[str, Any]) -> dict[str, Any]:
    acts = [YEAR.acts[verb] for verb in found["allowed"] if verb in YEAR.acts]
    months: dict[int, dict[str, int]] = {}
    for each in found["months"]:
        months.setdefault(each["month"], {})[each["person_class"]] = each["visits"]
    return {"matter": found, "named": named, "of_programmes": of_programmes, "kind": YEAR,
            "act": next(iter(acts), None), "months": sorted(months.items()),
            "letters": letters_of(found["case_id"]), "organ": organ_name(found["organ_id"]),
            "may_draw_up": "draw_up_year_plan" in found["allowed"]}
