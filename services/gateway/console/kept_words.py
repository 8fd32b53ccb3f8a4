"""What was typed into a form that came after the session's end: carried through the sign-in, shown again.

It travels with the sign-in form itself, so nothing is kept on this side. Only whoever typed it sees it again.
"""

import hashlib
import hmac
import json

from flask import current_app, g, render_template, request

from rongcuo.contracts.errors import CaseError
from services.gateway.body import read_json
from services.gateway.console.proof import FIELD, FORM_ID, UNSENT

TYPED_BY = "typed_by"   # the hidden field that says whose form it is
OF_THE_PAGE = frozenset({FIELD, FORM_ID, UNSENT, "step", "password"})
Pairs = list[tuple[str, str]]


def mark(officer_id: str) -> str:
    """Tells one person's forms from another's without naming either."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"typed by {officer_id}".encode(), hashlib.sha256).hexdigest()


def typed_words() -> str:
    """The form that came, as the sign-in form carries it; empty where nothing was written."""
    pairs = [(name, value) for name, value in request.form.items(multi=True) if name not in OF_THE_PAGE]
    return json.dumps(pairs, ensure_ascii=False) if any(name != TYPED_BY for name, _ in pairs) else ""


def words_of(officer_id: str, carried: str) -> Pairs:
    """What that officer had typed; nothing of what somebody else had."""
    pairs = _pairs(carried)
    by = next((value for name, value in pairs if name == TYPED_BY), "")
    if not hmac.compare_digest(by.encode(), mark(officer_id).encode()):
        return []
    return [pair for pair in pairs if pair[0] != TYPED_BY]


def _pairs(carried: str) -> Pairs:
    try:
        return [(str(name), str(value)) for name, value in read_json(carried.encode())]
    except (CaseError, ValueError, TypeError):
        return []


def shown_again(address: str, words: Pairs) -> str:
    """The words, and one button that takes them on. Nothing is done before it is pressed."""
    g.pop("unread", None)
    return render_template("console/kept_words.html", address=address, words=words)
