"""评估: a set of criteria answered on one page, and the negative list that comes before it."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.determination import operations
from rongcuo.contracts.errors import CaseError
from services.gateway.console import blueprint
from services.gateway.console.determination.actions import CASE
from services.gateway.console.determination.rules import judged_by, unanswered_by_me
from services.gateway.console.page.backend import Answer, do
from services.gateway.console.page.field_words import FIELDS
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Content, Form, is_stale, tag_as_read, typed
from services.gateway.console.page.labels import CRITERIA_SETS, LEANINGS, NEGATIVE_ANSWERS, word
from services.gateway.console.page.layout import shown, signed_in


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
    if request.method != "POST":
        return render_template("console/determination/assess.html", **context)
    form = request.form
    answers = [{"criterion": item.code, "leaning": form.get(f"leaning-{item.code}", ""),
                "reason": typed(form, f"reason-{item.code}"),
                "evidence": form.getlist(f"evidence-{item.code}")}
               for item in items]
    try:
        done = do(operations.ASSESS, case_id=case_id, criteria_set=criteria_set, answers=answers)
    except CaseError as mistake:
        return shown(_on_cards(mistake, [item.code for item in items]), "console/determination/assess.html",
                     **context)
    left = unanswered_by_me(done) if "assess" in done["allowed"] else []
    if left:
        return redirect(url_for("console.assessment", case_id=case_id, criteria_set=left[0]))
    return redirect(CASE.page(done, "assessment"))


def _on_cards(mistake: CaseError, codes: list[str]) -> dict[str, Any]:
    """Each wrong answer is named by its card, not by its place in the command."""
    answers = mistake.details.get("fields", {}).get("answers", {})
    places = answers if isinstance(answers, dict) else {}
    cards = {codes[int(place)]: [gettext("请填写%(field)s。", field=FIELDS.get(name, name)) for name in wrong]
             for place, wrong in places.items()}    # the parts of an answer that are missing or no good
    return explained(mistake) | ({"errors": cards} if cards else {})


@blueprint.route("/determinations/<case_id>/negative-list", methods=["GET", "POST"])
@signed_in
def negative_list(case_id: str) -> ResponseReturnValue:
    """The gate before everything else: does an item apply?"""
    case = CASE.found(case_id)
    context: dict[str, Any] = {"case": case, "pack": judged_by(case), "answers": NEGATIVE_ANSWERS.items(),
                               "back": CASE.page(case, "assessment"), "known": _known(case)}
    if request.method != "POST":
        return render_template("console/determination/negative_list.html", typed=_as_known(case), **context)
    as_read = tag_as_read(request.form)
    for saved, said in enumerate(_new_answers(case, request.form)):   # those before a mistake stand
        try:
            done = do(operations.ANSWER_NEGATIVE_ITEM, as_read, case_id=case["case_id"], **said)
        except CaseError as mistake:
            now, problem = CASE.found(case_id), explained(mistake)
            if not is_stale(mistake):
                problem["errors"] = {said["item"]: [problem["title"]]}
            return shown(problem, "console/determination/negative_list.html", typed=request.form,
                         said=gettext("已保存 %(n)s 项。", n=saved),
                         **context | {"case": now, "known": _known(now)})
        as_read = done.get("tag", "")
    return redirect(CASE.page(case, "assessment"))


def _new_answers(case: Answer, form: Form) -> list[Content]:
    """One for each item that is answered otherwise than before."""
    known, new = _known(case), []
    for code in judged_by(case).negative_list:
        said = {"answer": form.get(f"answer-{code}", ""), "reason": typed(form, f"reason-{code}"),
                "evidence": form.getlist(f"evidence-{code}")}
        if said["answer"] and said != {name: known.get(code, {}).get(name) for name in said}:
            new.append({"item": code, **said})
    return new


def _known(case: Answer) -> dict[str, Answer]:
    return {finding["item"]: finding for finding in case["negative_findings"]}


def _as_known(case: Answer) -> Form:
    """The form as it was answered before."""
    form = Form()
    for code, finding in _known(case).items():
        form[f"answer-{code}"], form[f"reason-{code}"] = finding["answer"], finding["reason"]
        form.setlist(f"evidence-{code}", finding["evidence"])
    return form
