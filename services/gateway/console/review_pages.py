"""审查: the work list, and the page on which a case is assigned, reviewed and decided."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.chassis.threads import begin
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import operations as of_filing
from rongcuo.contracts.review import operations as of_review
from services.gateway.console import blueprint, tables
from services.gateway.console.acts import Kind, act_page
from services.gateway.console.backend import aside, ask, ask_if_visible, do, pack_of
from services.gateway.console.case_parts import timeline_of
from services.gateway.console.filing_pages import course_of, limit_source, stage_name
from services.gateway.console.forms import Form, in_doubt, officers, tags_as_read
from services.gateway.console.frame import signed_in
from services.gateway.console.lists import ROWS, Listed, table_of, ticked, wants_table
from services.gateway.console.mistakes import sentence
from services.gateway.console.review_acts import ACTS
from services.gateway.console.words import EMPTY, GROUNDS, WORK_TABS, word


@blueprint.get("/work")
@signed_in
def work_list() -> ResponseReturnValue:
    """The organ's cases, soonest deadline first."""
    listed = Listed(page="console.work_list", tab=request.args.get("tab", "organ"), keeps_views=True)
    return _work_table(listed) if wants_table() else _work_list(listed)


def _work_table(listed: Listed) -> ResponseReturnValue:
    """The list to take away."""
    return table_of("work", tables.CASES, lambda cursor, limit: ask(
        of_review.PAGE, **listed.asked(), cursor=cursor, limit=limit))


def _work_list(listed: Listed, said: str = "",
               not_assigned: Sequence[dict[str, str]] = ()) -> ResponseReturnValue:
    tab = listed.tab
    may_assign = "lead" in g.person["roles"] and tab != "closed"
    reviewers = aside("reviewers", partial(officers, "reviewer")) if may_assign else list
    page = ask(of_review.PAGE, **listed.asked(), cursor=listed.of("cursor"), limit=ROWS)
    return render_template("console/work_list.html", page=page, tab=tab, tabs=WORK_TABS.items(), said=said,
                           not_assigned=not_assigned, listed=listed, ticked=ticked(page["lines"], "case_id"),
                           none_here=word(EMPTY, tab), may_assign=may_assign,
                           reviewers=reviewers())


@blueprint.post("/work/assign")
@signed_in
def assign_many() -> ResponseReturnValue:
    """Assign the ticked cases; those that can't be are named and left as they were."""
    tags, chosen = tags_as_read(request.form), request.form.getlist("case_id")
    left = [told for case_id in chosen if (told := _not_assigned(case_id, tags.get(case_id, "")))]
    listed = Listed(page="console.work_list", tab="unassigned", keeps_views=True)
    return _work_list(listed, gettext("已分派 %(n)s 件。", n=len(chosen) - len(left)), left)


def _not_assigned(case_id: str, as_read: str) -> dict[str, str]:
    """Why a case could not be assigned; empty where it was."""
    try:
        do(of_review.ASSIGN, as_read, case_id=case_id, officer_id=request.form.get("officer_id", ""))
    except CaseError as mistake:
        case = ask_if_visible(of_review.CASE, case_id=case_id)
        return {"case_id": case_id, "name": f"{case['number']} {case['title']}" if case else "",
                "why": sentence(mistake.code, mistake.details)}
    return {}


@blueprint.get("/reviews/<case_id>")
@signed_in
def review(case_id: str) -> ResponseReturnValue:
    """A case under review."""
    return render_template("console/review.html", typed=Form(), **_context(case_id))


def _context(case_id: str) -> dict[str, Any]:
    told = begin(partial(ask, of_filing.FILING, filing_id=case_id))
    known = begin(partial(officers, "reviewer"))
    case = ask(of_review.CASE, case_id=case_id)
    filing, reviewers = told(), known()
    pack = pack_of(filing)
    follows = case["state"] == "preliminary_review" and pack.needs_verification(
        filing["content"]["situation"], filing["content"]["colour"])
    return {"case": case, "filing": filing, "pack": pack, "entries": timeline_of(filing, case),
            **course_of(filing, case), "stage_word": stage_name(filing, case["state"]),
            "limit_source": limit_source(filing, case),
            "verification_follows": follows, "reviewers": reviewers, "in_doubt": in_doubt(case, reviewers),
            "grounds": GROUNDS.items()}


REVIEW = Kind(
    name="review", query=of_review.CASE, key="case_id", listed="console.work_list", acts=ACTS,
    adding=frozenset({"recuse"}), template="console/review.html", around=_context)


@blueprint.post("/reviews/<case_id>/assign", endpoint="assign", defaults={"act": "assign"})
@blueprint.post("/reviews/<case_id>/recuse", endpoint="recuse", defaults={"act": "recuse"})
@blueprint.post("/reviews/<case_id>/team", endpoint="form_team", defaults={"act": "form_team"})
@blueprint.post("/reviews/<case_id>/verification", endpoint="report_verification",
                defaults={"act": "report_verification"})
@blueprint.post("/reviews/<case_id>/hand-up", endpoint="hand_up", defaults={"act": "hand_up"})
@blueprint.post("/reviews/<case_id>/clock/<act>", endpoint="clock")
@blueprint.post("/reviews/<case_id>/decide", endpoint="decide")
@signed_in
def review_act(case_id: str, act: str = "") -> ResponseReturnValue:
    """Do one thing to a case; which decision it is says the button."""
    return act_page(REVIEW, case_id, act or request.form.get("decision", ""))
