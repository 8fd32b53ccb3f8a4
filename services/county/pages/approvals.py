"""请求批准: what was asked of the organ above, and what organs below ask."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.county import ApprovalKind, operations
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import division
from services.county.pages import pages, words
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import ask, do
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.layout import shown, signed_in

ASKED = ("kind", "case_number", "summary", "due_on")


@pages.route("/county/approvals", methods=["GET", "POST"])
@signed_in
def approvals() -> ResponseReturnValue:
    """The list, and the form for another."""
    if request.method != "POST":
        return render_template("county_approvals.html", typed=Form(), **_page())
    try:
        do(operations.ASK_APPROVAL, **{name: typed(request.form, name) for name in ASKED})
    except CaseError as mistake:
        return shown(explained(mistake), "county_approvals.html", typed=request.form, **_page())
    return redirect(url_for("console.county.approvals"))


@pages.get("/county/approvals/<approval_id>")
@signed_in
def approval(approval_id: str) -> ResponseReturnValue:
    """One request."""
    return render_template("county_approval.html", typed=Form(), **_one(approval_id))


@pages.post("/county/approvals/<approval_id>/<any(withdraw, answer):verb>")
@signed_in
def decide(approval_id: str, verb: str) -> ResponseReturnValue:
    """Take it back, or answer it."""
    tag = typed(request.form, "tag")
    try:
        if verb == "withdraw":
            do(operations.WITHDRAW_APPROVAL, tag, approval_id=approval_id)
        else:
            do(operations.ANSWER_APPROVAL, tag, approval_id=approval_id,
               outcome=typed(request.form, "outcome"), reason=typed(request.form, "reason"))
    except CaseError as mistake:
        return shown(explained(mistake), "county_approval.html", typed=request.form, **_one(approval_id))
    return redirect(url_for("console.county.approval", approval_id=approval_id))


def _page() -> dict[str, Any]:
    listed = Listed(page="console.county.approvals")
    return {"page": ask(operations.APPROVALS, cursor=listed.of("cursor")), "listed": listed, "words": words,
            "kinds": [*ApprovalKind], "place": _place}


def _one(approval_id: str) -> dict[str, Any]:
    return {"approval": ask(operations.APPROVAL, approval_id=approval_id), "words": words,
            "place": _place}


def _place(code: str) -> str:
    return division(code).name
