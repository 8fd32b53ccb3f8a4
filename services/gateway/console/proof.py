"""The proof that a form came from a page of ours, handed to this browser in this very session."""

import hashlib
import hmac
from secrets import compare_digest, token_hex, token_urlsafe

from flask import Response, current_app, g, request
from markupsafe import Markup

from rongcuo.contracts.errors import CaseError
from services.gateway import cookies

FIELD = "rongcuo_form"   # the hidden field
FORM_ID = "form_id"
UNSENT = "unsent"     # the hidden field that names a form whose words are kept


def form_token() -> Markup:
    """The hidden fields of every form: one against forged requests, one that names this form's command."""
    if "form_cookie" not in g:
        g.form_cookie = cookies.read(request, cookies.FORM) or token_urlsafe(24)
    hidden = Markup('<input type="hidden" name="{}" value="{}">')
    return hidden.format(FIELD, _proof(g.form_cookie)) + hidden.format(FORM_ID, token_hex(12))


def hand_out_form_token(response: Response) -> Response:
    """Keep in a cookie what the proof of a page's forms is made of."""
    if "form_cookie" in g and not cookies.read(request, cookies.FORM):
        cookies.keep(response, cookies.FORM, g.form_cookie, samesite="Strict")
    return response


def check_form() -> None:
    """Refuse a form that no page of ours handed to this browser and session. Raises `forged_form`."""
    if request.method != "POST":
        return
    kept, sent = cookies.read(request, cookies.FORM), request.form.get(FIELD, "")
    if not (kept and compare_digest(_proof(kept).encode(), sent.encode())):
        raise CaseError("forged_form")
    g.proved = True


def _proof(kept: str) -> str:
    """Of another session it is another: a cookie that somebody planted in this browser proves nothing."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    session = g.get("begun_session") or cookies.read(request, cookies.SESSION)
    bound = f"{kept}\n{session}"
    return hmac.new(key, bound.encode(), hashlib.sha256).hexdigest()
