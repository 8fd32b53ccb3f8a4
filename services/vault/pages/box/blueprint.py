"""The box's own part of the gateway, with its style and script."""

from pathlib import Path

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from services.gateway import console
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.layout import shown
from services.gateway.statics import serve_statics

HERE = Path(__file__).parent
box = Blueprint("box", __name__, url_prefix="/box", template_folder="..")
OF_THE_CONSOLE = Path(console.__file__).parent / "static"
serve_statics(box, HERE / "static", OF_THE_CONSOLE / "console.css", OF_THE_CONSOLE / "mark.svg")


@box.after_request
def _keep_nothing(answer: Response) -> Response:
    """Not even the style: on a borrowed computer it would tell that somebody was here."""
    answer.headers["Cache-Control"] = "no-store"
    return answer


@box.errorhandler(CaseError)
def _refused(refusal: CaseError) -> ResponseReturnValue:
    """What was typed is still in the form: it can be sent again from here."""
    ours = request.method == "POST" and refusal.code != "forged_form"
    pairs = list(request.form.items(multi=True)) if ours else []
    return shown(in_words(refusal), "box/refused.html", pairs=pairs)


def in_words(refusal: CaseError) -> dict[str, object]:
    """As the pages show it. A reporter is told of no reference, under which logs could be looked through."""
    return {**explained(refusal), "reference": ""}
