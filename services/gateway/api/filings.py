"""Advance filings (报备)."""

from dataclasses import dataclass
from typing import Any

from flask import jsonify, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingContent, FilingQuery, FilingView, Receipt, operations
from rongcuo.contracts.message import dump, load
from services.gateway import body
from services.gateway.api.receipt import ReceiptWanted, receipt
from services.gateway.api.route import Part, Route, get, post, tagged
from services.gateway.api.timeline import Timeline, timeline
from services.gateway.calls import ask, command_id
from services.gateway.session import actor


@dataclass(frozen=True, kw_only=True)
class NewFiling:
    """A draft, or, with `submit`, a filing submitted at once."""

    content: FilingContent
    submit: bool = False


def begin() -> ResponseReturnValue:
    """Answers a FilingView, or, submitted at once, a Receipt."""
    asker, given = actor(), body.read_object(request)
    wanted = load(NewFiling, {**given, **_in_address(given)})
    payload: dict[str, Any] = {"command_id": command_id(request), "content": dump(wanted.content)}
    answer = ask(operations.SUBMIT if wanted.submit else operations.DRAFT, payload, asker)
    address = url_for("filings.get_filings_filing_id", filing_id=answer["filing_id"])
    return jsonify(answer), 201, {"Location": address, **tagged(answer)}


def _in_address(given: dict[str, Any]) -> dict[str, Any]:
    """`?submit=true` says the same as `submit` in the body; saying it in both is refused."""
    if not request.args:
        return {}
    if "submit" in given:
        raise CaseError("invalid", details={"fields": {"submit": ["Given twice."]}})
    return body.query(_Submit, request.args, {})


@dataclass(frozen=True, kw_only=True)
class _Submit:
    submit: bool = False


_ONE = "/filings/<id:filing_id>"

PART = Part("filings", "报备 · Filings", (
    Route(verb="POST", address="/filings", does=begin, takes=NewFiling, gives=(FilingView, Receipt),
          status=201, zh="起草报备;submit 为 true 时直接报送并得到回执",
          en="Draft a filing; with `submit` true it is submitted at once and answered with a receipt"),
    get("/filings", operations.PAGE),
    get("/filings/funnel", operations.FUNNEL),
    get(_ONE, operations.FILING),
    post(_ONE, operations.REVISE, verb="PUT"),
    post(f"{_ONE}/discard", operations.DISCARD),
    post(f"{_ONE}/submit", operations.SUBMIT, without=("content",)),
    post(f"{_ONE}/supplement", operations.SUPPLEMENT),
    post(f"{_ONE}/withdraw", operations.WITHDRAW),
    post(f"{_ONE}/objection", operations.OBJECT_TO_REFUSAL),
    post(f"{_ONE}/whitelist", operations.WHITELIST),
    get(f"{_ONE}/receipt", operations.RECEIPT, does=receipt, takes=ReceiptWanted,
        zh="回执,入账后附账本证明;download 为 true 时作为文件下载,可离线核验",
        en="The receipt, with its proof once the ledger covers it; with `download` true as a file to be "
           "verified offline"),
    Route(verb="GET", address=f"{_ONE}/timeline", does=timeline, takes=FilingQuery, gives=(Timeline,),
          zh="时间线:报备、审查、通知,按时间合并", en="Filing, review and notices, merged by time"),
))
