"""The receipt with what proves it: only what the newest line says of its content."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from rongcuo.contracts.filing import Receipt
from rongcuo.contracts.ledger import LedgerProof
from services.filing.presenters import proved
from tests.unit.filing.conftest import Submit
from tests.unit.filing.people import MAY_6

DUE_AT, LATER = MAY_6 + timedelta(days=8), MAY_6 + timedelta(days=1)
SUBMITTED = {"number": "530127-2026-000001", "situation": "", "colour": "", "organ_id": "530127",
             "division_code": "530127", "filer_id": "liu", "filer_name": "刘某", "unit": "", "pack_id": "",
             "submitted_at": MAY_6.isoformat(), "review_due_at": DUE_AT.isoformat()}


def proof(kind: str, receipt: Receipt, **changes: Any) -> LedgerProof:
    """Of a line of this kind. `changes`: of its payload."""
    said = {"filing_id": receipt.filing_id, "title": receipt.title, "digest": receipt.digest, "note": "",
            "supplemented_at": MAY_6.isoformat(), **changes}
    return LedgerProof(seq=1, body=json.dumps({"what": f"filing.filing_{kind}.v1"}), salt="",
                       payload=json.dumps(said), tree_size=1, checkpoint="")


def test_no_line_yet(submit: Submit) -> None:
    receipt = submit()
    assert proved(receipt, None, None) == receipt


def test_a_supplement_tells_its_own_due_day(submit: Submit) -> None:
    receipt = submit()
    first = replace(proof("submitted", receipt), payload="")
    later = proof("supplemented", receipt, review_due_at=DUE_AT.isoformat(), review_due_provisional=True)
    found = proved(receipt, first, later)
    assert (found.proof, found.supplement_proof) == (first, later)
    assert (found.review_due_on, found.review_due_provisional) == (DUE_AT.date(), True)


def test_a_supplement_of_an_earlier_edition_tells_none(submit: Submit) -> None:
    receipt = submit()
    found = proved(receipt, replace(proof("submitted", receipt), payload=""), proof("supplemented", receipt))
    assert (found.review_due_on, found.supplement_proof is None) == (receipt.review_due_on, False)


def test_a_line_that_speaks_of_other_content_proves_nothing(submit: Submit) -> None:
    receipt = submit()
    first = replace(proof("submitted", receipt), payload="")
    assert proved(receipt, first, proof("supplemented", receipt, digest="00" * 32)) == receipt


def test_a_payload_that_is_kept_no_longer_is_still_a_line(submit: Submit) -> None:
    receipt = submit()
    first = replace(proof("submitted", receipt), payload="")
    assert proved(receipt, first, None) == replace(receipt, proof=first)


def test_of_a_supplement_it_tells_which_content_was_filed_when(submit: Submit) -> None:
    receipt = submit()
    assert (receipt.supplemented_at, receipt.first_digest) == (None, "")
    first = proof("submitted", receipt, **SUBMITTED)
    newest = replace(receipt, digest="11" * 32, supplemented_at=LATER)
    found = proved(newest, first, proof("supplemented", newest, supplemented_at=LATER.isoformat()))
    assert (found.submitted_at, found.first_digest) == (receipt.submitted_at, receipt.digest)
    assert (found.supplemented_at, found.digest) == (LATER, newest.digest)


def test_a_supplement_of_the_same_content_waits_for_its_own_line(submit: Submit) -> None:
    receipt = replace(submit(), supplemented_at=LATER)
    assert proved(receipt, proof("submitted", receipt, **SUBMITTED), None) == receipt
