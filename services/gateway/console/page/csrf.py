"""What every form carries beside what is typed: the proof that it came from a page of ours, handed to this
browser in this very session, and whose it is.

What was typed into a form that came after the session's end is carried through the sign-in, and shown again.
It travels with the sign-in form itself, so nothing is kept on this side. Only whoever typed it sees it again.
"""

import hashlib
import hmac
import json
from secrets import compare_digest, token_hex, token_urlsafe

from flask import Response, current_app, g, render_template, request
from markupsafe import Markup

import services
from rongcuo.contracts.errors import CaseError
from services.gateway import cookies
from services.gateway.request_parsing import read_json

FIELD = "rongcuo_form"   # the hidden field
FORM_ID = "form_id"
UNSENT = "unsent"     # the hidden field that names a form whose words are kept
TYPED_BY = "typed_by"   # the hidden field that says whose form it is
SECRETS = frozenset({"password", "present", "again", "token", "card"})   # kept and carried along nowhere
OF_THE_PAGE = frozenset({FIELD, FORM_ID, UNSENT, "step"}) | SECRETS
Pairs = list[tuple[str, str]]


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


def mark(officer_id: str) -> str:
    """Tells one person's forms from another's without naming either."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"typed by {officer_id}".encode(), hashlib.sha256).hexdigest()


def typed_words() -> str:
    """The form that came, as the sign-in form carries it; empty where nothing was written, and on pages of
    which a service carries nothing (`UNCARRIED`)."""
    if any(request.endpoint in getattr(part, "UNCARRIED", ()) for part in services.pages()):
        return ""
    pairs = [(name, value) for name, value in request.form.items(multi=True) if name not in OF_THE_PAGE]
    return json.dumps(pairs, ensure_ascii=False) if any(name != TYPED_BY for name, _ in pairs) else ""


def words_of(officer_id: str, carried: str) -> Pairs:
    """What that officer had typed; nothing of what somebody else had."""
    try:
        pairs = [(str(name), str(value)) for name, value in read_json(carried.encode())]
    except (CaseError, ValueError, TypeError):
        return []
    by = next((value for name, value in pairs if name == TYPED_BY), "")
    if not hmac.compare_digest(by.encode(), mark(officer_id).encode()):
        return []
    return [pair for pair in pairs if pair[0] != TYPED_BY]


def shown_again(address: str, words: Pairs) -> str:
    """The words, and one button that takes them on. Nothing is done before it is pressed."""
    g.pop("unread", None)
    return render_template("console/kept_words.html", address=address, words=words)
