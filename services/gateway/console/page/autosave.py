"""What is typed into a long form saves itself, for whoever types it: identity keeps it, sealed by us.

Each such form holds, by the macro `keeps`, a digest that names it to identity and tells nobody what it is.
The words go when the form's command succeeded. Forms work without scripts as ever; what was refused is kept.
"""

import hashlib
import hmac
import json
import logging
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Response, current_app, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.chassis.threads import begin
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import operations
from rongcuo.contracts.identity.unsent import LONGEST_SEALED
from rongcuo.policy.calendar import ZONE
from services.gateway import cookies
from services.gateway.console import blueprint
from services.gateway.console.page.backend import ask, view
from services.gateway.console.page.csrf import FIELD, FORM_ID, SECRETS, TYPED_BY, UNSENT, Pairs, mark
from services.gateway.console.page.dates import moment
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import AS_READ, KEPT
from services.gateway.console.page.layout import own_address, signed_in

# Nor what one has taken note of: by the next time something else may be missing.
OF_THE_PAGE = frozenset({FIELD, FORM_ID, TYPED_BY, UNSENT, KEPT, "step", "next", "file", "acknowledged"})
LOG = logging.getLogger(__name__)
NONCE_BYTES = 12
REMEMBERED = 86_400     # seconds that a browser remembers a form which could not be dropped


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A form, and the words that were kept of it, if any."""

    form: str
    words: Pairs
    kept_at: datetime | None = None

    @property
    def told(self) -> str:
        """For the script, which puts them back into their fields."""
        return json.dumps(self.words)

    def at(self, now: datetime) -> str:
        """When they were kept, as one would say it."""
        at = self.kept_at.astimezone(ZONE) if self.kept_at else now
        return f"{at:%H:%M}" if at.date() == now.date() else moment(at)


def kept_of(address: str, sent: str = "") -> Kept:
    """What a page that is opened, not one that comes back with what was sent, finds of its form. `address`
    says all that the form is about. `sent`: the form that comes back, whatever it is about by now."""
    told = f"{g.person['officer_id']}\n{address}".encode()
    form = sent or hmac.new(_key(b"unsent form"), told, hashlib.sha256).hexdigest()
    if request.method != "GET" or form not in (known := _known()):
        return Kept(form=form, words=[])
    try:
        kept = view(operations.UNSENT_WORDS, form=form)
    except CaseError:
        return Kept(form=form, words=[])
    pairs = opened(kept.sealed, form)
    # What they are sent with is what this page shows: a state of before would refuse them, whatever changed.
    g.kept_of_state = next((value for name, value in pairs if name == AS_READ), "")
    return Kept(form=form, words=[pair for pair in pairs if pair[0] != AS_READ], kept_at=known[form])


def begin_to_recall() -> None:
    """Ask beside the page's own question, where it will be opened."""
    if request.method == "GET":
        g.unsent_forms = begin(_asked)


def _known() -> dict[str, datetime]:
    """Asked once for a page."""
    asked: Callable[[], dict[str, datetime]] = g.get("unsent_forms", _asked)
    known = asked()
    g.unsent_forms = lambda: known
    return known


def _asked() -> dict[str, datetime]:
    """Where identity can't say, the form is as ever."""
    sent = _let_go_of_late()
    try:
        found = view(operations.UNSENT_FORMS).forms
    except CaseError:
        found = ()
    return {each.form: each.kept_at for each in found if each.form != sent}


def _let_go_of_late() -> str:
    """The form, if any, that was sent while identity could not let go of its words; it is asked again, for
    whoever sent it."""
    form, page, whose = (*cookies.read(request, cookies.SENT).split("."), "", "", "")[:3]
    if whose != mark(g.person["officer_id"]):
        return ""
    try:
        ask(operations.DROP_UNSENT, form=form, page=page)
        g.let_go_late = True
    except CaseError as mistake:
        LOG.warning("words of a form are still not dropped: %s", mistake.code)
    return form


@blueprint.post("/unsent")
@signed_in
def keep_unsent() -> ResponseReturnValue:
    """Keep the form that is being typed; answers the small line under it."""
    try:
        _keep()
    except CaseError as mistake:
        return gettext("还没有保存：%(why)s", why=explained(mistake)["title"])
    return gettext("已自动保存 %(time)s", time=g.now.strftime("%H:%M:%S")), {"HX-Trigger": "saved"}


@blueprint.post("/unsent/drop")
@signed_in
def drop_unsent() -> ResponseReturnValue:
    """The words are not wanted: back to the form as it was before them."""
    return redirect(own_address(request.form.get("next", "")))


@blueprint.after_request
def _when_sent(response: Response) -> Response:
    """A form whose command succeeded leads on to another page; one that was refused, or is to be looked at
    again, is not done yet. What is kept of it is a comfort, and stops nobody."""
    if g.get("let_go_late"):
        cookies.drop(response, cookies.SENT)
    if g.get("proved") and g.get("person") and UNSENT in request.form and request.endpoint != _KEEPING:
        sent = g.get("done") or 300 <= response.status_code < 400
        form, page = request.form[UNSENT], request.form.get(FORM_ID, "")    # which form, and which page of it
        try:
            if sent:
                ask(operations.DROP_UNSENT, form=form, page=page)
            else:
                _keep()
        except CaseError as mistake:
            LOG.warning("words of a form were not kept or not dropped: %s", mistake.code)
            if sent:    # the browser remembers: nobody is to send the same words a second time
                cookies.keep(response, cookies.SENT, ".".join((form, page, mark(g.person["officer_id"]))),
                             seconds=REMEMBERED)
    return response


_KEEPING = f"{blueprint.name}.{keep_unsent.__name__}"


def done() -> None:
    """The form has done what it was for, though it leads nowhere else."""
    g.done = True


def _keep() -> None:
    words = [(name, value) for name, value in request.form.items(multi=True)
             if name not in OF_THE_PAGE and name not in SECRETS]
    form = request.form.get(UNSENT, "")
    ask(operations.KEEP_UNSENT, form=form, page=request.form.get(FORM_ID, ""), sealed=sealed(words, form))


def sealed(words: Pairs, form: str) -> str:
    """Raises `too_large`."""
    text = json.dumps(words, ensure_ascii=False).encode()
    if len(text) * 4 // 3 > LONGEST_SEALED - 100:
        raise CaseError("too_large")
    nonce = token_bytes(NONCE_BYTES)
    return b64encode(nonce + AESGCM(_key(b"unsent words")).encrypt(nonce, text, _about(form))).decode()


def opened(text: str, form: str) -> Pairs:
    """Nothing where it is not this person's and this form's, or the gateway's key is another."""
    try:
        raw = b64decode(text, validate=True)
        plain = AESGCM(_key(b"unsent words")).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _about(form))
    except (InvalidTag, ValueError):
        return []
    return [(name, value) for name, value in json.loads(plain)]


def _about(form: str) -> bytes:
    return f"{g.person['officer_id']}\n{form}".encode()


def _key(purpose: bytes) -> bytes:
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, purpose, hashlib.sha256).digest()
