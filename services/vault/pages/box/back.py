"""Coming back by the query code: what became of it, and the talk with the office. The code travels in the
forms alone; a form sent twice is one message."""

from collections.abc import Mapping
from secrets import token_bytes, token_hex
from typing import Any

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.vault import ReporterSide, ReporterStatus, Wish
from rongcuo.contracts.vault.forms import LONGEST_CODE, ReceiptForm, WishForm, WriteForm
from rongcuo.contracts.vault.operations import (
    ACKNOWLEDGE_BY_CODE,
    ASK_BY_CODE,
    LOOK_BY_CODE,
    RENEW_CODE,
    WHERE_TO_SEAL,
    WRITE_BY_CODE,
)
from rongcuo.sealing.paper import new_code
from services.gateway.console.case.told_reporter import SAYINGS
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.layout import shown
from services.gateway.rpc import ask, view
from services.vault.pages.asking import boxed, renewal
from services.vault.pages.at_the_door import SECRET_BYTES, command_of
from services.vault.pages.box.blueprint import box, in_words
from services.vault.pages.box.floods import TURNS
from services.vault.pages.box.marked import note_refused
from services.vault.pages.box.recognisable import recognisable
from services.vault.pages.handing_in import chosen, cleaned, hand_in, limits

STATUSES: Mapping[ReporterStatus, tuple[LazyString, LazyString]] = {
    ReporterStatus.RECEIVED: (
        lazy_gettext("已收到"), lazy_gettext("机关已经收到，正在看是不是归这里办。")),
    ReporterStatus.ACCEPTED: (
        lazy_gettext("已受理"), lazy_gettext("归这里办，已经开始办理。")),
    ReporterStatus.PASSED_ON: (
        lazy_gettext("已转有权机关"),
        lazy_gettext("按管理权限应由上级机关办理，已经转过去，您仍在这里看进展。")),
    ReporterStatus.NOT_ACCEPTED: (
        lazy_gettext("不予受理"), lazy_gettext("这件事不归这里办，原因和可以去哪里反映写在下面。")),
    ReporterStatus.BEING_HANDLED: (
        lazy_gettext("办理中"), lazy_gettext("正在核查。核查期间能告诉您的不多，有问题会在这里问您。")),
    ReporterStatus.CLOSED: (
        lazy_gettext("已办结"), lazy_gettext("已经办完，能告诉您的结果写在下面。")),
}
WISHES: Mapping[Wish, LazyString] = {
    Wish.PROTECTION: lazy_gettext("请求保护"), Wish.RECUSAL: lazy_gettext("申请承办人回避"),
    Wish.WITHDRAWAL: lazy_gettext("撤回举报")}
DOINGS: Mapping[str, tuple[Command[Any, Any], type[Any], LazyString]] = {
    "write": (WRITE_BY_CODE, WriteForm, lazy_gettext("已经交给承办人。")),
    "ask": (ASK_BY_CODE, WishForm, lazy_gettext("已经提出，承办人会看到，答复写在这里。")),
    "read": (ACKNOWLEDGE_BY_CODE, ReceiptForm, lazy_gettext("已经记下您看过了。"))}
TO_RENEW = "vault.code_to_renew"
NO_CODE = "-"     # as wrong as any other
TYPED_AS: Mapping[tuple[str, str], str] = {("ask", "text"): "why"}   # two forms of one page


@box.get("/back")
def code() -> ResponseReturnValue:
    """Where the code is typed."""
    return render_template("box/code.html", code="")


@box.post("/back")
def look() -> ResponseReturnValue:
    """What the code leads to. A wrong one is said in the same words and time, whatever is wrong with it."""
    written = _code(request.form)
    try:
        side = _side(written)
    except CaseError as mistake:
        if mistake.code == TO_RENEW:
            return _renewing(written)
        return shown(in_words(mistake), "box/code.html", code=written)
    return _shown(written, side)


@box.post("/back/renew")
def renew() -> ResponseReturnValue:
    """The reporter has written down a code of their own: from now on the desk's opens nothing."""
    form, written, fresh = request.form, _code(request.form), typed(request.form, "fresh")[:LONGEST_CODE]
    named = command_of(written, f"{form.get('form_id', '')} renew")
    try:
        ask(RENEW_CODE, {"command_id": named, **renewal(written or NO_CODE, fresh or NO_CODE)}, None)
        side = _side(fresh)
    except CaseError as mistake:
        return shown(in_words(mistake), "box/code.html", code=written)
    return _shown(fresh, side, said=lazy_gettext("已经换成您自己的查询码，登记时的那个不能再用。"))


def _renewing(written: str) -> ResponseReturnValue:
    return render_template("box/renew.html", code=written, fresh=new_code(token_bytes(SECRET_BYTES)),
                           fresh_id=token_hex(12))


@box.post("/back/<doing>")
def act(doing: str) -> ResponseReturnValue:
    """One of what a reporter can do; then all is shown anew."""
    if doing not in DOINGS:
        abort(404)
    form, written = request.form, _code(request.form)
    operation, contract, done = DOINGS[doing]
    told = {name: typed(form, TYPED_AS.get((doing, name), name)) for name in ("text", "wish")
            if name in contract.__dataclass_fields__}
    by = written or NO_CODE
    named = f"{form.get('form_id', '')} {doing} {sorted(told.items())}"
    try:
        given = dump(load(contract, {"command_id": command_of(by, named), "code": by, **told}))
        if "asked" not in form and (telling := recognisable([told.get("text", "")])):
            return render_template(
                "box/side.html", **_context(written, _side(written)), doing=doing, telling=telling)
        if doing == "write":
            _hand_in(by)
        ask(operation, {**given, **boxed(by)}, None)
    except CaseError as mistake:
        return _refused(mistake, written, doing)
    return _shown(written, _side(written), said=done)


def _hand_in(written: str) -> None:
    """Files come before the message that speaks of them; nothing is looked into for whoever has no code."""
    if chosen():
        where = view(WHERE_TO_SEAL, boxed(written), None)
        hand_in(written, cleaned(where.organ_id))


def _refused(mistake: CaseError, written: str, doing: str) -> ResponseReturnValue:
    """With what was typed, and under the same name: it may have arrived."""
    if mistake.code == "clarify.marked_secret":
        note_refused(TURNS)
    if mistake.code == TO_RENEW:
        return _renewing(written)
    if mistake.kind.field == "code":
        return shown(in_words(mistake), "box/code.html", code=written)
    fields = {TYPED_AS.get((doing, name), name): said
              for name, said in mistake.details.get("fields", {}).items()}
    details = {**mistake.details, **({"fields": fields} if fields else {})}
    told = in_words(CaseError(mistake.code, mistake.message, details))
    return shown(told, "box/side.html", **_context(written, _side(written)), doing=doing)


def _shown(written: str, side: ReporterSide, **more: Any) -> ResponseReturnValue:
    return render_template("box/side.html", **_context(written, side), doing="", **more)


def _context(written: str, side: ReporterSide) -> dict[str, Any]:
    kept = request.form.get("form_id", "") if request.endpoint == "box.act" else ""
    return {"code": written, "side": side, "statuses": STATUSES, "sayings": SAYINGS, "wishes": WISHES,
            "kept_id": kept, "fresh_id": token_hex(12), "limits": limits(),
            "unread": any(told.read_at is None for told in side.told)}


def _side(written: str) -> ReporterSide:
    return view(LOOK_BY_CODE, boxed(written or NO_CODE), None)


def _code(form: Form) -> str:
    """What is longer than any code is as wrong as another one, and takes as long."""
    return typed(form, "code")[:LONGEST_CODE]
