"""Receipts of filings and ballots, also as a file that `tools/verify_ledger.py` reads."""

import json
from dataclasses import dataclass
from urllib.parse import quote

from flask import Response, jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.contracts.determination.operations import BALLOT_RECEIPT
from rongcuo.contracts.filing.operations import RECEIPT
from services.gateway import request_parsing
from services.gateway.rpc import Answer, ask
from services.gateway.session import actor


@dataclass(frozen=True, kw_only=True)
class ReceiptWanted:
    """Which receipt, and whether as a file."""

    filing_id: str
    download: bool = False


def receipt(filing_id: str) -> ResponseReturnValue:
    """The receipt with its proof, as far as there is one yet."""
    asker, wanted = actor(), request_parsing.query(ReceiptWanted, request.args, {"filing_id": filing_id})
    found = ask(RECEIPT, {"filing_id": filing_id}, asker)
    return as_file(found) if wanted["download"] else jsonify(found)


@dataclass(frozen=True, kw_only=True)
class BallotReceiptWanted:
    """Of which vote, and whether as a file."""

    meeting_id: str
    item_id: str
    download: bool = False


def ballot_receipt(meeting_id: str, item_id: str) -> ResponseReturnValue:
    """One's own vote with what opens its commitment, and the proof as far as there is one yet."""
    path = {"meeting_id": meeting_id, "item_id": item_id}
    asker, wanted = actor(), request_parsing.query(BallotReceiptWanted, request.args, path)
    found = ask(BALLOT_RECEIPT, path, asker)
    return as_file(found) if wanted["download"] else jsonify(found)


def as_file(found: Answer) -> Response:
    """To keep, and to be verified without us."""
    name = quote(f"receipt-{found['number']}.json", safe="")    # a meeting's number is no ASCII
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return Response(text, mimetype="application/json",
                    headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"})
