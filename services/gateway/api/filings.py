"""Advance filings (报备), and what happened to one, told by the three services that know, merged by time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import jsonify, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingContent, FilingQuery, FilingView, Receipt, operations
from rongcuo.contracts.notify.operations import MATTER
from rongcuo.contracts.operation import Query
from rongcuo.contracts.review.operations import CASE
from rongcuo.contracts.serialisation import dump, load
from services.gateway import request_parsing
from services.gateway.api.receipt import ReceiptWanted, receipt
from services.gateway.api.route import Part, Route, get, post, tagged
from services.gateway.rpc import Answer, ask, command_id
from services.gateway.session import actor

HIDDEN = frozenset({"not_found", "forbidden"})


@dataclass(frozen=True, kw_only=True)
class NewFiling:
    """A draft, or, with `submit`, a filing submitted at once."""

    content: FilingContent
    submit: bool = False


def begin() -> ResponseReturnValue:
    """Answers a FilingView, or, submitted at once, a Receipt. `?submit=true` in the address says the same as
    `submit` in the body."""
    asker, given = actor(), request_parsing.read_object(request)
    if request.args and "submit" in given:
        raise CaseError("invalid", details={"fields": {"submit": ["Given twice."]}})
    asked = request_parsing.query(_Submit, request.args, {}) if request.args else {}
    wanted = load(NewFiling, {**given, **asked})
    payload: dict[str, Any] = {"command_id": command_id(request), "content": dump(wanted.content)}
    answer = ask(operations.SUBMIT if wanted.submit else operations.DRAFT, payload, asker)
    address = url_for("filings.get_filings_filing_id", filing_id=answer["filing_id"])
    return jsonify(answer), 201, {"Location": address, **tagged(answer)}


@dataclass(frozen=True, kw_only=True)
class _Submit:
    submit: bool = False


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """`source` is filing, review or notify. A notice names recipient, channel and state, no actor."""

    at: datetime
    source: str
    what: str
    actor_id: str = ""
    actor_name: str = ""
    note: str = ""
    recipient: str = ""
    channel: str = ""
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """`unavailable`: services that did not answer now, so that their part is missing."""

    entries: tuple[TimelineEntry, ...] = ()
    unavailable: tuple[str, ...] = ()


def timeline(filing_id: str) -> ResponseReturnValue:
    """The filing decides whether there is anything to see; the other parts appear within one's rights."""
    asker = actor()
    filing = ask(operations.FILING, {"filing_id": filing_id}, asker)
    case, no_case = _part(CASE, {"case_id": filing_id}, asker)
    matter, no_matter = _part(MATTER, {"matter_id": filing_id}, asker)
    entries = [*_history("filing", filing), *_history("review", case), *_notices(matter)]
    return jsonify(entries=sorted(entries, key=lambda entry: datetime.fromisoformat(entry["at"])),
                   unavailable=[*no_case, *no_matter])


def _part(query: Query[Any, Any], payload: Answer, asker: Actor) -> tuple[Answer, list[str]]:
    """The answer, and the service's name where it gave none."""
    try:
        return ask(query, payload, asker), []
    except CaseError as error:
        return {}, [] if error.code in HIDDEN else [query.service]


def _history(source: str, told: Answer) -> Iterable[dict[str, Any]]:
    for entry in told.get("history", ()):
        yield {"source": source, **entry}


def _notices(matter: Answer) -> Iterable[dict[str, Any]]:
    """Notices that reached their recipient; those still on the way have no time yet."""
    for notice in matter.get("deliveries", ()):
        if notice["delivered_at"]:
            yield {"source": "notify", "what": "delivered", "note": notice["subject"],
                   "recipient": notice["recipient"], "channel": notice["channel"], "state": notice["state"],
                   "at": notice["delivered_at"]}


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
