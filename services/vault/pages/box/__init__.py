"""信箱: where somebody reports, and comes back by a code. It stands apart from the console: nobody is signed
in here, no cookie is read or set, and what was typed travels in the form itself from page to page."""

from flask import g, request

from rongcuo.contracts.errors import CaseError
from services.vault.pages import handing_in
from services.vault.pages.box import back, form
from services.vault.pages.box.blueprint import box

LANGUAGES = ("zh", "en")
OF_OTHERS = frozenset({"cross-site", "same-site"})    # what a browser says of a form on somebody else's page


@box.before_request
def _begin() -> None:
    if request.method == "POST":
        handing_in.expect()
    g.person = None
    chosen = request.form.get("switch") or request.values.get("language", "")
    g.language = chosen if chosen in LANGUAGES else ""
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site") in OF_OTHERS:
        raise CaseError("forged_form")


__all__ = ["back", "box", "form"]
