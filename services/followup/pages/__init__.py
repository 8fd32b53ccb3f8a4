"""What it brings to the gateway: its addresses in the API, and its page of the console."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts import followup as contract
from rongcuo.contracts.errors import CaseError
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import ask, do
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.layout import RailEntry, shown, signed_in

PART = Part("followup", "回访教育 · Followup", (
    post("/followup", contract.OPEN_PROGRAMME, status=201),
    get("/followup", contract.PROGRAMMES),
))
RAIL = (RailEntry("console.followup.programmes", lazy_gettext("回访教育"), "list",
                  frozenset({"reviewer", "lead", "supervisor"}), ("/followup",)),)
FIELDS = tuple(contract.ProgrammeContent.__dataclass_fields__)
pages = pages_of("followup", __name__)


@pages.route("/followup", methods=["GET", "POST"])
@signed_in
def programmes() -> ResponseReturnValue:
    """Those of the organ, and the form for another."""
    if request.method != "POST":
        return render_template("followup.html", typed=Form(), **_page())
    try:
        do(contract.OPEN_PROGRAMME, content={name: typed(request.form, name) for name in FIELDS})
    except CaseError as mistake:
        return shown(explained(mistake), "followup.html", typed=request.form, **_page())
    return redirect(url_for("console.followup.programmes"))


def _page() -> dict[str, object]:
    listed = Listed(page="console.followup.programmes")
    return {"page": ask(contract.PROGRAMMES, cursor=listed.of("cursor")), "listed": listed}
