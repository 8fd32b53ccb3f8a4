"""评估: a set of criteria answered on one page, and the negative list that comes before it."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from services.gateway.console import blueprint
from services.gateway.console.backend import Answer, do
from services.gateway.console.determination.acts import CASE
from services.gateway.console.determination.rules import judged_by, unanswered_by_me
from services.gateway.console.forms import Content, Form, typed
from services.gateway.console.frame import shown, signed_in
from services.gateway.console.mistakes import explained
from services.gateway.console.words import CRITERIA_SETS, LEANINGS, NEGATIVE_ANSWERS, word


@blueprint.route("/determinations/<case_id>/assessment/<criteria_set>", methods=["GET", "POST"])
@signed_in
def assessment(case_id: str, criteria_set: str) -> ResponseReturnValue:
    """One card per question; colleagues' answers appear after one's own."""
    case = CASE.found(case_id)
    items = judged_by(case).criteria_sets.get(criteria_set)
    if items is None:
        raise CaseError("not_found")
    context = {"case": case, "items": items, "leanings": LEANINGS.items(), "typed": request.form,
               "heading": word(CRITERIA_SETS, criteria_set), "back": CASE.page(case, "assessment")}
    if request.method == "GET":
        return render_template("console/determination/assess.html", **context)
    answers = [_answer(request.form, item.code) for item in items]
    try:
        done = do("review", "assess", case_id=case_id, criteria_set=criteria_set, answers=answers)
    except CaseError as mistake:
        return shown(explained(mistake), "console/determination/assess.html", **context)
    return redirect(_afterwards(done))


def _answer(form: Form, code: str) -> Content:
    return {"criterion": code, "leaning": form.get(f"leaning-{code}", ""),
            "reason": typed(form, f"reason-{code}"), "evidence": form.getlist(f"evidence-{code}")}


def _afterwards(case: Answer) -> str:
    """The next set that waits for the person, or the answers of all."""
    left = unanswered_by_me(case) if "assess" in case["allowed"] else []
    if left:
        return url_for("console.assessment", case_id=case["case_id"], criteria_set=left[0])
    return CASE.page(case, "assessment")


@blueprint.route("/determinations/<case_id>/negative-list", methods=["GET", "POST"])
@signed_in
def negative_list(case_id: str) -> ResponseReturnValue:
    """The gate before everything else: does an item apply?"""
    case = CASE.found(case_id)
    context: dict[str, Any] = {"case": case, "pack": judged_by(case), "answers": NEGATIVE_ANSWERS.items(),
                               "back": CASE.page(case, "assessment"), "known": _known(case)}
    if request.method == "GET":
        return render_template("console/determination/negative_list.html", typed=_as_known(case), **context)
    try:
        _answer_items(case, request.form)
    except CaseError as mistake:
        return shown(explained(mistake), "console/determination/negative_list.html", typed=request.form,
                     **context)
    return redirect(CASE.page(case, "assessment"))


def _answer_items(case: Answer, form: Form) -> None:
    """One command for each item whose answer is new; those before a mistake stand."""
    known = _known(case)
    for code in judged_by(case).negative_list:
        said = {"answer": form.get(f"answer-{code}", ""), "reason": typed(form, f"reason-{code}"),
                "evidence": form.getlist(f"evidence-{code}")}
        if said["answer"] and said != {name: known.get(code, {}).get(name) for name in said}:
            do("review", "answer_negative_item", case_id=case["case_id"], item=code, **said)


def _known(case: Answer) -> dict[str, Answer]:
    return {finding["item"]: finding for finding in case["negative_findings"]}


def _as_known(case: Answer) -> Form:
    """The form as it was answered before."""
    form = Form()
    for code, finding in _known(case).items():
        form[f"answer-{code}"], form[f"reason-{code}"] = finding["answer"], finding["reason"]
        form.setlist(f"evidence-{code}", finding["evidence"])
    return form
