"""What it brings to the gateway: its addresses in the API, the box for whoever reports, and its pages for
whoever keeps what was sealed. What is typed is sealed here."""

from importlib import import_module
from secrets import token_bytes
from typing import Any
from uuid import uuid4

from flask import jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.vault import PapersTaken, ReporterSide, operations
from rongcuo.contracts.vault.forms import (
    CardForm,
    CodeForm,
    DepositForm,
    DepositReceipt,
    OpenedIdentity,
    ReceiptForm,
    RenewedCode,
    WishForm,
    WriteForm,
)
from rongcuo.sealing.paper import new_code
from rongcuo.texts.secrecy import marked_secret
from services.gateway import request_parsing
from services.gateway.api.route import Handler, Part, Route, get, post
from services.gateway.api.route import command as read
from services.gateway.console import pages_of
from services.gateway.console.page.layout import RailEntry
from services.gateway.rpc import ask, expected_tag, view
from services.gateway.session import actor
from services.vault.pages import handing_in
from services.vault.pages.asking import boxed, deposited, opened_to, renewal, sealing_keys
from services.vault.pages.at_the_door import SECRET_BYTES, command_of, to_node, without_keys
from services.vault.pages.box import box
from services.vault.pages.box.floods import TURNS
from services.vault.pages.box.marked import note_refused
from services.vault.pages.words import REGISTRARS

RAIL = (RailEntry("console.vault.unsealings", lazy_gettext("启封申请"), "register",
                  frozenset({"custodian_a", "custodian_b", "auditor"}), ("/unsealings",)),
        RailEntry("console.vault.custody", lazy_gettext("保管人密钥"), "people",
                  frozenset({"custodian_a", "custodian_b", "auditor"}), ("/custody",)))
UNCARRIED = ("console.vault.desk",)     # what is typed there tells who reports
IN_MEMORY = UNCARRIED                   # and so do the files
take_in_papers = handing_in.take_in_papers     # for the forms of other parts
MATTERS = (("console.vault.unsealing", operations.UNSEALING, "order_id"),)
pages = pages_of("vault", __name__)


def _public_keys() -> ResponseReturnValue:
    asked = request_parsing.query(operations.SEALING_KEYS.takes, request.args, {})
    return jsonify(ask(operations.SEALING_KEYS, asked, None))


def _deposit() -> ResponseReturnValue:
    form = load(DepositForm, request_parsing.read_object(request))
    if marked_secret(form.words):
        note_refused(TURNS)
        raise CaseError("clarify.marked_secret")
    by = _registrar()
    if by is None:
        TURNS.take_without_form()
    else:
        TURNS.take_signed_in(by.officer_id)
    sealed, pseudonym = deposited(form, by=by)
    told = DepositReceipt(code=sealed.code, pseudonym=pseudonym, words=sealed.words,
                          reporter_ref=sealed.deposit["reporter_ref"] if by else "")
    return jsonify(dump(told)), 201


def _registrar() -> Actor | None:
    """Who asks, if they register reports for others. Whoever else has a token came for themselves, like
    anybody: nothing says that it was they."""
    by = actor() if "Authorization" in request.headers else None
    return by if by and by.roles & REGISTRARS else None


def _look() -> ResponseReturnValue:
    form = load(CodeForm, request_parsing.read_object(request))
    return jsonify(ask(operations.LOOK_BY_CODE, boxed(form.code), None))


def _renew() -> ResponseReturnValue:
    """Each is another one: of one asked for again, the answer would show a code that opens nothing."""
    form, fresh = load(CodeForm, request_parsing.read_object(request)), new_code(token_bytes(SECRET_BYTES))
    ask(operations.RENEW_CODE, {"command_id": uuid4().hex, **renewal(form.code, fresh)}, None)
    return jsonify(dump(RenewedCode(code=fresh))), 201


def _by_code(operation: Command[Any, Any], form: type[Any]) -> Handler:
    """What a form says besides its code is handed on as it is."""
    def handler() -> ResponseReturnValue:
        given = read(form, {})
        code = given.pop("code")
        named = command_of(code, given.pop("command_id"))
        return jsonify(ask(operation, {"command_id": named, **given, **boxed(code)}, None)), 201

    return handler


def _approve(order_id: str) -> ResponseReturnValue:
    asking, given = actor(), read(CardForm, {})
    card = to_node(given["card"], sealing_keys())
    order = {"command_id": given["command_id"], "order_id": order_id, "card": card}
    return jsonify(ask(operations.APPROVE_UNSEALING, order, asking, expected_tag(request)))


def _identity(order_id: str) -> ResponseReturnValue:
    return jsonify(dump(without_keys(opened_to(actor(), order_id)))), 200, {"Cache-Control": "no-store"}


def _hand_in() -> ResponseReturnValue:
    """A form: the code, and files."""
    handing_in.expect()
    code = load(CodeForm, {"code": request.form.get("code", "")}).code
    where = view(operations.WHERE_TO_SEAL, boxed(code), None)   # nothing is looked into without a code
    try:
        handed = handing_in.cleaned(where.organ_id)
    except CaseError as refusal:
        if refusal.code == "clarify.marked_secret":
            note_refused(TURNS)
        raise
    handing_in.hand_in(code, handed)
    return jsonify(ask(operations.LOOK_BY_CODE, boxed(code), None)), 201


def _take_in(reporter_ref: str) -> ResponseReturnValue:
    """A form of files: as an inquiry's commands name them."""
    handing_in.expect()
    return jsonify({"attachments": handing_in.take_in_papers(actor(), reporter_ref)}), 201


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 3 else 0


def _file(reporter_ref: str, number: str) -> ResponseReturnValue:
    return handing_in.copy(actor(), reporter_ref, _number(number))


def _original(order_id: str, number: str) -> ResponseReturnValue:
    return handing_in.original(actor(), order_id, _number(number))


PART = Part("vault", "保管 · The reporter's wall", (
    post("/reporters", operations.DEPOSIT_REPORTER, does=_deposit, takes=DepositForm, gives=(DepositReceipt,),
         status=201, public=True, keyed=False, untraced=True,
         zh="封存举报人信息,得到查询码(只显示一次);登记人员另得登记用的编号",
         en="Seal who reports; gives the query code, shown once, and to whoever registers it the reference"),
    post("/reporters/look", operations.LOOK_BY_CODE, does=_look, takes=CodeForm, public=True, keyed=False,
         untraced=True),
    post("/reporters/write", operations.WRITE_BY_CODE, does=_by_code(operations.WRITE_BY_CODE, WriteForm),
         takes=WriteForm, status=201, public=True, untraced=True),
    post("/reporters/ask", operations.ASK_BY_CODE, does=_by_code(operations.ASK_BY_CODE, WishForm),
         takes=WishForm, status=201, public=True, untraced=True),
    post("/reporters/read", operations.ACKNOWLEDGE_BY_CODE, takes=ReceiptForm, status=201, public=True,
         untraced=True, does=_by_code(operations.ACKNOWLEDGE_BY_CODE, ReceiptForm)),
    Route(verb="POST", address="/reporters/files", does=_hand_in, takes=CodeForm, gives=(ReporterSide,),
          status=201, public=True, keyed=False, untraced=True, uploads=True,
          zh="举报人凭查询码提交文件：去掉作者等信息的副本给承办人，原件封存",
          en="A reporter hands in files, by the code: handlers get copies that tell nothing of the author"),
    post("/reporters/renew", operations.RENEW_CODE, does=_renew, takes=CodeForm, gives=(RenewedCode,),
         status=201, public=True, keyed=False, untraced=True),
    get("/vault/keys", operations.SEALING_KEYS, does=_public_keys, public=True, untraced=True),
    get("/reporters/<id:reporter_ref>/dialogue", operations.DIALOGUE),
    get("/reporters/<id:reporter_ref>/papers", operations.PAPERS),
    Route(verb="POST", address="/reporters/<id:reporter_ref>/papers", does=_take_in, takes=None,
          gives=(PapersTaken,), status=201, keyed=False, uploads=True,
          zh=operations.TAKE_IN_PAPERS.zh, en=operations.TAKE_IN_PAPERS.en),
    Route(verb="GET", address="/reporters/<id:reporter_ref>/files/<id:number>", does=_file, takes=None,
          gives=(), file=handing_in.ANY, zh="下载举报人提交的一份文件(去掉作者等信息的副本)",
          en="Download a file that a reporter handed in: the copy that tells nothing of its author"),
    post("/reporters/<id:reporter_ref>/dialogue", operations.WRITE_TO_REPORTER, status=201),
    post("/reporters/<id:reporter_ref>/unsealings", operations.ASK_TO_UNSEAL, status=201),
    get("/unsealings", operations.UNSEALINGS),
    get("/unsealings/<id:order_id>", operations.UNSEALING),
    post("/unsealings/<id:order_id>/consent", operations.CONSENT_TO_UNSEAL),
    post("/unsealings/<id:order_id>/approve", operations.APPROVE_UNSEALING, does=_approve, takes=CardForm),
    post("/unsealings/<id:order_id>/refuse", operations.REFUSE_UNSEALING),
    post("/unsealings/<id:order_id>/end", operations.END_UNSEALING),
    get("/unsealings/<id:order_id>/identity", operations.IDENTITY, does=_identity, takes=None,
        gives=(OpenedIdentity,)),
    Route(verb="GET", address="/unsealings/<id:order_id>/files/<id:number>", does=_original, takes=None,
          gives=(), file=handing_in.ANY, zh="下载已启封的文件原件,只限申请人、几分钟内",
          en="Download the unsealed original of a file: for the reader alone, for minutes"),
))
APART = (box,)
OPEN = (("box.begin", lazy_gettext("检举控告")),)
for _page in ("orders", "custody", "desk", "files"):
    import_module(f"{__name__}.{_page}")
