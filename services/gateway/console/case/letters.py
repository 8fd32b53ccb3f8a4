"""文书: the public check, for everybody, and the letters of a matter for the pages that show them."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.documents.operations import LETTERS
from rongcuo.contracts.errors import CaseError
from services.gateway.api.documents import letter_docx, letter_pdf
from services.gateway.console import blueprint
from services.gateway.console.page.backend import Answer, ask_if_visible, unless_away
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.layout import shown, signed_in
from services.gateway.rate_limit import OF_A_CODE, UNKNOWN, checked


@blueprint.get("/verify")
def verify() -> ResponseReturnValue:
    """Where a code is typed."""
    code = request.args.get("code", "").strip()[:64]
    if code:
        return redirect(url_for("console.verify_code", code=code))
    return render_template("console/verify.html", code="", letter=None)


@blueprint.get("/verify/<code>")
def verify_code(code: str) -> ResponseReturnValue:
    """Genuine, and current, superseded or revoked; or unknown. Never what the letter says."""
    try:
        letter = checked(code[:40])
    except CaseError as refusal:
        if refusal.code not in OF_A_CODE:
            raise
        return shown(explained(CaseError(UNKNOWN)), "console/verify.html", code=code[:40], letter=None)
    return render_template("console/verify.html", code=code[:40], letter=letter)


blueprint.add_url_rule("/letters/<letter_id>/pdf", "letter_file", signed_in(letter_pdf))
blueprint.add_url_rule("/letters/<letter_id>/docx", "letter_to_edit", signed_in(letter_docx))


def letters_of(matter_id: str) -> list[Answer]:
    """The letters of a matter that the person may see; none while documents does not answer. A page shows
    them with the macro `letters_of` of `console/letters.html`."""
    found = unless_away(lambda: ask_if_visible(LETTERS, matter_id=matter_id))
    return list(found.get("letters", ())) if found else []
