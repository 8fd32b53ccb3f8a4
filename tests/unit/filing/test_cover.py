"""From when and until when a filing covers acts: said on its receipt, and kept within bounds."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import DraftFiling, FilingSubmitted, ReviseFiling, SupplementFiling
from services.filing import usecases
from services.filing.presenters import receipt_of
from tests.unit.filing.conftest import ContextOf, Submit
from tests.unit.filing.fakes import RULES, Cabinet
from tests.unit.filing.people import FILER, MAY_6, content, supplement_requested
from tests.unit.filing.test_deciding import MAY_7, accept

PACK = RULES.pack("530125", date(2026, 5, 6))
LATEST = date(2026 + PACK.filing.longest_validity_months // 12, 5, 6)
TOO_LONG = replace(content(), valid_until=date(2086, 1, 1))


def test_a_receipt_says_that_the_cover_begins_with_acceptance_and_when_it_ends(
        context: ContextOf, cabinet: Cabinet, submit: Submit) -> None:
    receipt = submit(replace(content(), valid_until=LATEST))
    assert (receipt.valid_until, receipt.validity_months) == (LATEST, 0)
    told = cabinet.events(receipt.filing_id)[0]
    assert isinstance(told, FilingSubmitted)
    assert (told.valid_until, told.validity_months) == (LATEST, 0)
    accept(context, receipt.filing_id)
    assert receipt_of(cabinet.filings[receipt.filing_id], RULES) == receipt


def test_where_no_last_day_is_named_it_says_for_how_long(submit: Submit) -> None:
    receipt = submit(replace(content(), valid_until=None))
    assert receipt.valid_until is None
    assert receipt.validity_months == PACK.filing.validity_months


def test_a_validity_beyond_the_longest_is_refused_while_drafting(context: ContextOf) -> None:
    with pytest.raises(CaseError, match=r"filing\.validity_too_long"):
        usecases.draft(context(FILER), DraftFiling(command_id="c", content=TOO_LONG))
    kept = usecases.draft(context(FILER), DraftFiling(command_id="c", content=content()))
    with pytest.raises(CaseError, match=r"filing\.validity_too_long"):
        usecases.revise(context(FILER), ReviseFiling(
            command_id="c2", filing_id=kept.filing_id, content=TOO_LONG))


def test_and_when_sending_and_when_supplementing(context: ContextOf, cabinet: Cabinet,
                                                 submit: Submit) -> None:
    with pytest.raises(CaseError, match=r"filing\.validity_too_long"):
        submit(TOO_LONG)
    filing_id = submit().filing_id
    usecases.take_supplement_request(context(), supplement_requested(filing_id, MAY_6, MAY_7))
    with pytest.raises(CaseError, match=r"filing\.validity_too_long"):
        usecases.supplement(context(FILER, MAY_7), SupplementFiling(
            command_id="c2", filing_id=filing_id, content=TOO_LONG))
    assert cabinet.filings[filing_id].content.valid_until != TOO_LONG.valid_until
