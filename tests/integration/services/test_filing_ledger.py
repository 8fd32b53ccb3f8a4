"""A filing's receipt proves itself to the outside verifier; reads from outside leave a line."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.ledger import read_lines
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingQuery, Receipt, SupplementFiling
from rongcuo.contracts.review import DeadlineMoved
from rongcuo.contracts.serialisation import dump
from services.filing import usecases, views
from tests.integration.services.test_filing import Office
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    LEAD,
    MAY_6,
    OTHER_CITY,
    PROVINCE,
    REVIEWER,
    content,
    supplement_requested,
)
from tools import verify_ledger as outside


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.runtime.stop()


def receipt(office: Office, filing_id: str, by: Actor = FILER) -> Receipt:
    return views.receipt(office.asked(by), FilingQuery(filing_id=filing_id))


def judged(receipt: Receipt, folder: Path, office: Office, **changes: object) -> tuple[int, str]:
    file = folder / "receipt.json"
    file.write_text(json.dumps({**dump(receipt), **changes}, ensure_ascii=False), "utf-8")
    status, told = outside.check(file, [key.vkey for key in office.runtime.ledger.public_keys()])
    return status, "\n".join(told)


def told(office: Office) -> list[dict[str, str]]:
    office.runtime.ledger.number()
    with office.runtime.database.reading() as session:
        return [json.loads(line.body) for line in read_lines(session)]


def test_a_receipt_proves_that_the_filing_was_there(office: Office, tmp_path: Path) -> None:
    given = office.submit()
    assert given.proof is None
    assert judged(given, tmp_path, office)[0] == 2
    office.runtime.ledger.keep()
    proved = receipt(office, given.filing_id)
    assert replace(proved, proof=None) == given
    status, words = judged(proved, tmp_path, office)
    assert (status, given.number in words, given.digest in words) == (0, True, True)
    for name, false in (("number", "530127-2026-000002"), ("digest", "00" * 32), ("title", "另一件"),
                        ("filing_id", "f2"), ("organ_id", "530128"), ("review_due_on", "2026-05-08"),
                        ("review_due_provisional", True), ("review_due_provisional", 0),
                        ("valid_until", "2028-05-06"), ("validity_months", 99),
                        ("submitted_at", "2026-01-01T00:00:00+08:00")):
        assert judged(proved, tmp_path, office, **{name: false})[0] == 1, name


def test_another_receipt_s_proof_proves_nothing(office: Office, tmp_path: Path) -> None:
    ours, theirs = office.submit(), office.submit("另一处停工楼盘")
    office.runtime.ledger.keep()
    proof = dump(receipt(office, theirs.filing_id))["proof"]
    assert judged(receipt(office, ours.filing_id), tmp_path, office, proof=proof)[0] == 1


def supplemented(office: Office, filing_id: str, sequence: int, title: str) -> Receipt:
    """Two days after it was asked for: the due day is another."""
    request = supplement_requested(filing_id, office.time.at, office.time.at + timedelta(days=5))
    usecases.take_supplement_request(office.heard(filing_id, sequence), request)
    office.time.at += timedelta(days=2)
    changed = SupplementFiling(command_id="c", filing_id=filing_id, note="已补", content=content(title=title))
    return usecases.supplement(office.commanded(FILER), changed)


def test_after_a_supplement_both_are_proved(office: Office, tmp_path: Path) -> None:
    first = office.submit()
    second = supplemented(office, first.filing_id, 1, "续建停工楼盘（补正）")
    office.runtime.ledger.keep()
    proved = receipt(office, first.filing_id)
    assert (proved.digest, proved.title) == (second.digest, second.title)
    assert proved.digest != first.digest
    assert judged(proved, tmp_path, office)[0] == 0
    assert proved.review_due_on == second.review_due_on != first.review_due_on
    for name, false in (("digest", first.digest), ("supplement_proof", None), ("valid_until", "2028-05-06"),
                        ("review_due_on", str(first.review_due_on)), ("review_due_provisional", True)):
        assert judged(proved, tmp_path, office, **{name: false})[0] == 1, name


def test_until_a_supplement_is_signed_its_receipt_has_no_proof(office: Office, tmp_path: Path) -> None:
    """The old line does not speak of the new content: a receipt with it would be called forged."""
    given = office.submit()
    office.runtime.ledger.keep()
    for sequence, title in ((1, "续建停工楼盘（补正）"), (2, "续建停工楼盘（再次补正）")):
        changed = supplemented(office, given.filing_id, sequence, title)
        waiting = receipt(office, given.filing_id)
        assert waiting == changed
        assert (waiting.proof, waiting.supplement_proof) == (None, None)
        assert judged(waiting, tmp_path, office)[0] == 2
        office.runtime.ledger.keep()
        proved = receipt(office, given.filing_id)
        assert proved.first_digest == given.digest
        assert replace(proved, proof=None, supplement_proof=None, first_digest="") == changed
        assert judged(proved, tmp_path, office)[0] == 0


def test_a_due_day_that_review_moved_is_not_in_the_receipt(office: Office, tmp_path: Path) -> None:
    """The filing shows it; the receipt says what was told on the day that it proves."""
    given = office.submit()
    office.runtime.ledger.keep()
    due_at = MAY_6 + timedelta(days=9)
    usecases.take_due_day(office.heard(given.filing_id), DeadlineMoved(
        case_id=given.filing_id, organ_id=given.organ_id, assignee_id="", reason="新日历", due_at=due_at,
        former_due_at=MAY_6, provisional=True))
    view = views.filing(office.asked(FILER), FilingQuery(filing_id=given.filing_id))
    proved = receipt(office, given.filing_id)
    assert (view.review_due_on, proved.review_due_on) == (due_at.date(), given.review_due_on)
    assert judged(proved, tmp_path, office)[0] == 0


def test_reads_from_outside_are_lines_and_others_are_not(office: Office) -> None:
    filing_id = office.submit().filing_id
    for reader in (FILER, COLLEAGUE, REVIEWER, LEAD, CITY, PROVINCE):
        views.filing(office.asked(reader), FilingQuery(filing_id=filing_id))
    receipt(office, filing_id, CITY)
    with pytest.raises(CaseError, match="not_found"):
        views.filing(office.asked(OTHER_CITY), FilingQuery(filing_id=filing_id))
    reads = [line for line in told(office) if line["what"] == "filing.read"]
    assert [(line["actor"], line["subject"], line["role"], line["at"]) for line in reads] == [
        (reader.officer_id, filing_id, "supervisor", MAY_6.isoformat()) for reader in (CITY, PROVINCE, CITY)]
