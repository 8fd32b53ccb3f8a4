"""月报: what was submitted, and the form by which a month is."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.county import operations
from rongcuo.contracts.errors import CaseError
from services.county.pages import pages
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import ask, do
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.layout import shown, signed_in


@pages.route("/county/returns", methods=["GET", "POST"])
@signed_in
def returns() -> ResponseReturnValue:
    """The list, and the form for a month."""
    if request.method != "POST":
        return render_template("county_returns.html", typed=Form(), **_page())
    try:
        do(operations.SUBMIT_RETURN, period=typed(request.form, "period"),
           reason=typed(request.form, "reason"))
    except CaseError as mistake:
        return shown(explained(mistake), "county_returns.html", typed=request.form, **_page())
    return redirect(url_for("console.county.returns"))


def _page() -> dict[str, object]:
    listed = Listed(page="console.county.returns")
    return {"page": ask(operations.RETURNS, cursor=listed.of("cursor")), "listed": listed}
