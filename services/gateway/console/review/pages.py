"""审查: the work list, and the page on which a case is assigned, reviewed and decided."""

from functools import partial
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from rongcuo.chassis.threads import begin
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import operations as of_filing
from rongcuo.contracts.review import operations as of_review
from rongcuo.contracts.sorting import CaseSort
from services.gateway.console import blueprint
from services.gateway.console.case.actions import Kind, act_page
from services.gateway.console.case.history import timeline_of
from services.gateway.console.filing.course import course_of, limit_source, stage_name
from services.gateway.console.listing import tables
from services.gateway.console.listing.assigning import assigned, assigning
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.page.autosave import begin_to_recall
from services.gateway.console.page.backend import aside, ask, pack_of
from services.gateway.console.page.forms import Form, in_doubt, officers
from services.gateway.console.page.labels import EMPTY, GROUNDS, WORK_TABS, word
from services.gateway.console.page.layout import signed_in
from services.gateway.console.review.actions import ACTS


@blueprint.get("/work")
@signed_in
def work_list() -> ResponseReturnValue:
    """The organ's cases."""
    return _work_list()


@blueprint.route("/work/assign", methods=["GET", "POST"])
@signed_in
def assign_many() -> ResponseReturnValue:
    """Assign the ticked cases; loaded again, it is the list."""
    return _work_list(**assigned(of_review.ASSIGN, of_review.CASE) if request.method == "POST" else {})


def _work_list(**told: Any) -> ResponseReturnValue:
    tab = request.args.get("tab", "organ")
    listed = Listed(page="console.work_list", tab=tab, sorts=tuple(CaseSort))
    return list_page(listed, of_review.PAGE, tables.CASES, "console/work_list.html", tabs=WORK_TABS.items(),
                     none_here=word(EMPTY, tab), **assigning(tab), **told)


@blueprint.get("/reviews/<case_id>")
@signed_in
def review(case_id: str) -> ResponseReturnValue:
    """A case under review."""
    return render_template("console/review.html", typed=Form(), **_context(case_id))


def _context(case_id: str) -> dict[str, Any]:
    told = begin(partial(ask, of_filing.FILING, filing_id=case_id))
    known = aside("reviewers", partial(officers, "reviewer"))
    begin_to_recall()
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


CHOSEN = {
    "console.decide": ("accept", "decline", "request_supplement", "take_up", "uphold_refusal"),
    "console.clock": ("suspend", "resume", "extend")}
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
    verb = act or request.form.get("decision", "")
    if verb not in CHOSEN.get(str(request.endpoint), (verb,)):
        raise CaseError("invalid", "decision")
    return act_page(REVIEW, case_id, verb)
