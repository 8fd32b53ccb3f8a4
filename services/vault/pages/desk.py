"""登记: a letter, a visit or a call is entered at the desk. It stands here, and not among the pages of
reports, as who reports is sealed in this process before anything is sent."""

import hmac
import json
from hashlib import sha256
from typing import Any
from uuid import uuid4

from flask import current_app, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import Channel, Origin, PersonLevel
from rongcuo.contracts.clarify.operations import NOTE_MARKED_SECRET, REGISTER_REPORT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump
from rongcuo.texts.secrecy import marked_secret
from services.gateway.console.page.backend import do, pack_in_force
from services.gateway.console.page.csrf import FORM_ID
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, officers
from services.gateway.console.page.labels import Words
from services.gateway.console.page.layout import shown, signed_in
from services.gateway.session import actor_of
from services.vault.pages import pages
from services.vault.pages.asking import deposited, sealing_keys
from services.vault.pages.at_the_door import Attempt
from services.vault.pages.desk_form import MOST_ROWS, AtTheDesk, read_desk, rows_of
from services.vault.pages.handing_in import Handed, cleaned, hand_in, limits
from services.vault.pages.words import REGISTRARS

CHANNELS: Words = {
    Channel.LETTER: lazy_gettext("来信"), Channel.VISIT: lazy_gettext("来访"),
    Channel.PHONE: lazy_gettext("来电"), Channel.TRANSFERRED: lazy_gettext("转交")}
ORIGINS: Words = {
    Origin.OWN_LEVEL: lazy_gettext("本级受理"), Origin.FORWARDED: lazy_gettext("上级转办"),
    Origin.ASSIGNED: lazy_gettext("上级交办"), Origin.SUPERVISED: lazy_gettext("上级督办")}

LEVELS: Words = {     # what nobody chooses is known later, or not at all
    "": lazy_gettext("还没有标注级别"),
    PersonLevel.BUREAU: lazy_gettext("厅局级及以上"), PersonLevel.COUNTY: lazy_gettext("县处级"),
    PersonLevel.TOWNSHIP: lazy_gettext("乡科级"), PersonLevel.STAFF: lazy_gettext("一般干部"),
    PersonLevel.RURAL: lazy_gettext("农村人员"), PersonLevel.ENTERPRISE: lazy_gettext("企业人员"),
    PersonLevel.OTHER: lazy_gettext("其他人员")}


@pages.route("/clarify/reports/new", methods=["GET", "POST"])
@signed_in
def desk() -> ResponseReturnValue:
    """Enter what came in; the receipt is shown once."""
    if not REGISTRARS & set(g.person["roles"]):
        raise CaseError("forbidden")
    step = request.form.get("step", "")
    if request.method != "POST" or step in ("more", "again"):
        return render_template("desk.html", **_context(request.form, more=step == "more"))
    try:
        said = read_desk(request.form, g.person["organ_id"])
        _refuse_secrets(said)
        files = _cleaned()
        sealed, pseudonym = deposited(said.deposit, _once(said), actor_of(g.person))
        hand_in(sealed.code, files)
        told = do(REGISTER_REPORT, content={
            **said.content, "reporter_ref": sealed.deposit["reporter_ref"], "pseudonym": pseudonym})
    except CaseError as mistake:
        return shown(explained(mistake), "desk.html", **_context(request.form))
    code = sealed.code if sealed.first and _wants_code(said) else ""
    return render_template("desk_done.html", number=told["number"], pseudonym=pseudonym, code=code,
                           first=sealed.first, content=said.content, anonymous=not said.deposit.real_name,
                           files=len(files))


def _wants_code(said: AtTheDesk) -> bool:
    """Who is not there gets none, unless they asked for one."""
    return said.content["channel"] in (Channel.VISIT, Channel.PHONE) or "wants_code" in request.form


def _once(said: AtTheDesk) -> Attempt:
    """A form that is sent twice is one reporter; with something else in it, another. What follows from it,
    as the code does, nobody finds who has the form alone."""
    entered = json.dumps([dump(said.deposit), said.content], sort_keys=True, default=str)
    key = f"a form of the desk {current_app.config['SECRET_KEY']}".encode()
    return Attempt(hmac.digest(key, f"{request.form.get(FORM_ID) or uuid4().hex} {entered}".encode(), sha256))


def _refuse_secrets(said: AtTheDesk) -> None:
    """What bears the mark of a state secret is refused before anything of it is sent or sealed; clarify has
    a line that it was."""
    if marked_secret(*said.written):
        do(NOTE_MARKED_SECRET)
        raise CaseError("clarify.marked_secret")


def _cleaned() -> tuple[Handed, ...]:
    try:
        return cleaned(g.person["organ_id"])
    except CaseError as mistake:
        if mistake.code == "clarify.marked_secret":
            do(NOTE_MARKED_SECRET)
        raise


def _context(form: Form, *, more: bool = False) -> dict[str, Any]:
    keys = sealing_keys(g.person["organ_id"])
    return {"typed": form, "rows": min(rows_of(form) + more, MOST_ROWS), "most_rows": MOST_ROWS,
            "channels": CHANNELS.items(), "origins": ORIGINS.items(), "levels": LEVELS.items(),
            "reports": pack_in_force().reports,
            "filers": officers("filer"), "seals": bool(keys.a and keys.b),
            "limits": limits()}
