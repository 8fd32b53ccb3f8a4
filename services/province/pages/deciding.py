"""下级请示 and 规则和日历: what people at the hub decide."""

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import operations
from rongcuo.policy.divisions import PROVINCE, division
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import do, view
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import shown, signed_in
from services.province.pages import pages
from services.province.pages.nodes import said
from services.province.pages.words import APPROVALS, KINDS, tabs


@pages.route("/province/approvals", methods=["GET", "POST"])
@signed_in
def approvals() -> ResponseReturnValue:
    """What was asked, and the form of an answer beside each that the reader answers."""
    if request.method != "POST":
        return render_template("province_approvals.html", **_approvals())
    try:
        do(operations.ANSWER_APPROVAL, approval_id=typed(request.form, "approval_id"),
           outcome=typed(request.form, "outcome"), reason=typed(request.form, "reason"))
    except CaseError as mistake:
        return shown(explained(mistake), "province_approvals.html", **_approvals())
    return redirect(url_for("console.province.approvals"))


@pages.get("/province/approvals/<approval_id>")
@signed_in
def approval(approval_id: str) -> ResponseReturnValue:
    """One of them, as the list shows it; it is answered there."""
    one = {"approvals": [view(operations.APPROVAL, approval_id=approval_id)], "next_cursor": ""}
    return render_template("province_approvals.html", **_around(one))


@pages.route("/province/sheets", methods=["GET", "POST"])
@signed_in
def sheets() -> ResponseReturnValue:
    """All sheets, who lags; and the form for another."""
    if request.method != "POST":
        return render_template("province_sheets.html", typed=Form(), **_sheets())
    try:
        if digest := request.form.get("digest"):
            do(operations.APPROVE_SHEET, name=typed(request.form, "name"), digest=digest)
        else:
            do(operations.PREPARE_SHEET, name=typed(request.form, "name"), body=_body(),
               calendar=request.form.get("calendar") == "1")
    except CaseError as mistake:
        return shown(explained(mistake), "province_sheets.html", typed=request.form, **_sheets())
    return redirect(url_for("console.province.sheets"))


def _body() -> str:
    return request.form.get("body", "").replace("\r\n", "\n")


def _approvals() -> dict[str, object]:
    listed = Listed(page="console.province.approvals")
    return _around(view(operations.APPROVALS, cursor=listed.of("cursor"))) | {"listed": listed}


def _around(told: object) -> dict[str, object]:
    return {"told": told, "tabs": tabs(), "here": "approvals", "word": word, "kinds": KINDS,
            "states": APPROVALS, "place": lambda code: division(code).name}


def _sheets() -> dict[str, object]:
    legislates = "lead" in g.person["roles"] and g.person["organ_id"] == PROVINCE
    return {"sheets": view(operations.SHEETS).sheets, "tabs": tabs(), "here": "sheets", "said": said,
            "place": lambda code: division(code).name, "legislates": legislates}
