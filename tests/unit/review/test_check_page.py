"""The page of a filing's check, as whoever does it sees it."""

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import FilingCheckState, FilingFault
from rongcuo.contracts.review.operations import FILING_CHECK
from rongcuo.contracts.serialisation import dump
from services.review.domain import FilingCheck
from services.review.pages import FAULTS, STATES
from services.review.presenters import check_view
from tests.unit.gateway.console_site import Site
from tests.unit.review.scene import LEAD, WANG, by
from tests.unit.review.test_filing_checks import held, opened


def page_of(check: FilingCheck) -> str:
    there = Site("lead")
    there.caller.said[FILING_CHECK.name] = dump(check_view(check, by(LEAD)))
    return str(there.get("/filing-checks/k1").text)


def test_it_shows_the_filing_the_proof_of_when_and_that_it_is_confidential():
    page = page_of(opened())
    for words in ("备核〔2026〕1号", "530181-2026-000001", "d" * 64, "账本第 12 行", "不得告知报备人",
                  "/filings/f1"):
        assert words in page, words
    assert "信访" not in page


def test_a_conclusion_stands_there_with_its_reasons():
    held_well, at_fault = held(), held()
    held_well.conclude((), "按报备实施", by(WANG))
    at_fault.conclude((FilingFault.OTHERWISE, FilingFault.PROCEDURE), "改线没有变更", by(WANG))
    assert "报备属实，并按报备实施" in page_of(held_well)
    page = page_of(at_fault)
    for words in ("没有按报备的事项、方式、期限实施", "违反程序", "改线没有变更"):
        assert words in page, words


def test_for_whom_it_is_not_there_the_page_is_not_either():
    there = Site("subject")
    there.caller.said[FILING_CHECK.name] = CaseError("not_found")
    assert there.get("/filing-checks/k1").status_code == 404


def test_every_state_and_fault_has_its_word():
    assert set(STATES) == set(FilingCheckState)
    assert set(FAULTS) == set(FilingFault)
