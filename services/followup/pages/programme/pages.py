"""The programmes of an organ."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts import followup as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup.programme import operations
from services.followup.pages import pages
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import ask, do
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.layout import shown, signed_in

FIELDS = tuple(contract.ProgrammeContent.__dataclass_fields__)


@pages.route("/followup/programmes", methods=["GET", "POST"])
@signed_in
def programmes() -> ResponseReturnValue:
    """Those of the organ, and the form for another."""
    if request.method != "POST":
        return render_template("programme/list.html", typed=Form(), **_page())
    try:
        do(operations.OPEN_PROGRAMME, content={name: typed(request.form, name) for name in FIELDS})
    except CaseError as mistake:
        return shown(explained(mistake), "programme/list.html", typed=request.form, **_page())
    return redirect(url_for("console.followup.programmes"))


def _page() -> dict[str, object]:
    listed = Listed(page="console.followup.programmes")
    return {"page": ask(operations.PROGRAMMES, cursor=listed.of("cursor")), "listed": listed}
