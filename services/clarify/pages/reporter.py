"""What is done about a reporter from the page of their report: write to them, ask that they be unsealed. The
reference by which the vault knows them stands on no page and in no address."""

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault import operations
from services.clarify.pages import pages
from services.clarify.pages.acts import REPORT
from services.clarify.pages.report import page_of
from services.gateway.console.page.backend import Answer, do
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import moment, typed
from services.gateway.console.page.layout import shown, signed_in

TAB = "reporter"


@pages.post("/clarify/reports/<report_id>/write")
@signed_in
def write_to_reporter(report_id: str) -> ResponseReturnValue:
    """They read it when they come back by their code."""
    def written(reporter_ref: str) -> str:
        do(operations.WRITE_TO_REPORTER, reporter_ref=reporter_ref, text=typed(request.form, "text"))
        return url_for("console.clarify.report", report_id=report_id, tab=TAB)

    return _done(report_id, written)


@pages.post("/clarify/reports/<report_id>/unseal")
@signed_in
def ask_to_unseal(report_id: str) -> ResponseReturnValue:
    """Ask that parts of who they are be opened, to oneself, for minutes within a window."""
    def asked(reporter_ref: str) -> str:
        form = request.form
        order = do(operations.ASK_TO_UNSEAL, reporter_ref=reporter_ref, parts=form.getlist("parts"),
                   ground=typed(form, "ground"), window_from=moment(form, "window_from"),
                   window_until=moment(form, "window_until"))
        return url_for("console.vault.unsealing", order_id=order["order_id"])

    return _done(report_id, asked)


def _done(report_id: str, step: Callable[[str], str]) -> ResponseReturnValue:
    """On to where the step leads; refused, or to be looked at again, the page with what was typed."""
    report: Answer = REPORT.found(report_id)
    if not report["reporter_ref"]:
        raise CaseError("not_found")
    if request.form.get("step") == "again":
        return render_template("report.html", **page_of(report, TAB, request.form))
    try:
        return redirect(step(report["reporter_ref"]))
    except CaseError as mistake:
        return shown(explained(mistake), "report.html", **page_of(report, TAB, request.form))
