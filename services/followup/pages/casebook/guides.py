"""The guides: which there are, one to read, and who has read it."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import NOTICE_EN
from rongcuo.contracts.followup.casebook import operations
from services.followup.pages import pages
from services.followup.pages.casebook.forms import READERS
from services.followup.pages.casebook.paper import paper_of
from services.followup.pages.programme.asked import offering, reader
from services.gateway.console.page.backend import ask, do
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form
from services.gateway.console.page.language import in_english
from services.gateway.console.page.layout import shown, signed_in


@pages.get("/followup/guides")
@signed_in
def guides() -> ResponseReturnValue:
    """One for each area, and which the person is asked to read."""
    found = ask(operations.CASEBOOK_AREAS)
    return render_template("casebook/guides.html", areas=found["lines"], english=in_english())


@pages.get("/followup/guides/<area>")
@signed_in
def guide(area: str) -> ResponseReturnValue:
    """As it stands today."""
    return render_template("casebook/guide.html", **_page_of(area))


@pages.get("/followup/guides/<area>/pdf")
@signed_in
def guide_pdf(area: str) -> ResponseReturnValue:
    """The same, to take away."""
    return paper_of(ask(operations.CASEBOOK_GUIDE, area=area))


@pages.post("/followup/guides/<area>/read")
@signed_in
def read_guide(area: str) -> ResponseReturnValue:
    """已读: the edition that the page showed."""
    try:
        do(operations.READ_GUIDE, area=area, edition=request.form.get("edition", ""))
    except CaseError as mistake:
        return shown(explained(mistake), "casebook/guide.html", **_page_of(area))
    return redirect(url_for("console.followup.guide", area=area))


@pages.route("/followup/guides/<area>/readings", methods=["GET", "POST"])
@signed_in
def guide_readings(area: str) -> ResponseReturnValue:
    """Who of the organ has read which edition, and who else is asked to."""
    if request.method == "POST":
        try:
            do(operations.ASSIGN_READING, area=area, **reader(READERS)(request.form, {}))
        except CaseError as mistake:
            return shown(explained(mistake), "casebook/readings.html", typed=request.form,
                         **_readings_of(area))
        return redirect(url_for("console.followup.guide_readings", area=area))
    return render_template("casebook/readings.html", typed=Form(), **_readings_of(area))


def _page_of(area: str) -> dict[str, Any]:
    found = ask(operations.CASEBOOK_GUIDE, area=area)
    return {"handbook": found, "english": in_english(),
            "notice": NOTICE_EN if in_english() else found["notice"]}


def _readings_of(area: str) -> dict[str, Any]:
    return {"readings": ask(operations.READINGS, area=area), "today": g.now.date(), **_page_of(area),
            **offering(READERS)({})}
