"""Whoever waits or was refused sees whom to ask: the organ's office, never a person's number."""

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState
from services.gateway.cookies import LANGUAGE
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import ORGAN, Site
from tests.unit.gateway.filework import filing
from tests.unit.gateway.test_console_reviews import PACK_ID

OFFICE, PHONE = "嵩明县纪委监委容错纠错工作办公室", '<a href="tel:0871-00000127">0871-00000127</a>'
FILED = {"number": "530127-2026-000001", "pack_id": PACK_ID}


def filers(**changes) -> Site:
    site = Site("subject")
    site.caller.said["review.case"] = CaseError("not_found")
    site.caller.said["filing.filing"] = filing(**changes)
    return site


@pytest.mark.parametrize("state", [state for state in FilingState if state not in ("draft", "discarded")])
def test_a_filing_says_whom_to_ask_whatever_came_of_it(state):
    page = filers(state=state, **FILED).get("/filings/b1").text
    assert OFFICE in page.replace("</span>", "")
    assert PHONE in page
    assert "示例街4号" in page
    assert "示例</span></p>" in page


def test_a_draft_has_nobody_to_ask_yet():
    assert PHONE not in filers(number="").get("/filings/b1").text


def test_in_english_too():
    site = filers(state=FilingState.DECLINED, **FILED)
    site.client.set_cookie(LANGUAGE, "en")
    assert "Whom to ask: " in site.get("/filings/b1").text


def test_where_no_office_is_entered_or_nobody_can_tell_the_page_is_there_all_the_same():
    site = filers(state=FilingState.DECLINED, **FILED)
    for told in ({"organs": [{**ORGAN, "contact": None}]},
                 CaseError("service_unavailable")):
        site.caller.said["identity.organs"] = told
        page = site.get("/filings/b1")
        assert page.status_code == 200
        assert "有疑问可以问" not in page.text


def test_what_a_newer_identity_adds_does_not_keep_anybody_from_asking():
    site = filers(state=FilingState.DECLINED, **FILED)
    [told] = site.caller.said["identity.organs"]["organs"]
    site.caller.said["identity.organs"] = {"organs": [
        {**told, "seal": "x", "contact": {**told["contact"], "fax": "0871-1"}}], "edition": 2}
    assert PHONE in site.get("/filings/b1").text


def test_a_case_says_it_to_its_subject():
    assert PHONE in Site("subject", determination=case(withheld=True)).get("/determinations/f1").text
    assert PHONE not in Site("lead", determination=case()).get("/determinations/f1").text


def test_who_may_not_do_something_with_a_matter_sees_whom_to_ask():
    refusal = CaseError("forbidden", details={"verb": "assign", "organ_id": "530127"})
    page = Site("subject", determination=refusal).get("/determinations/f1")
    assert page.status_code == 403
    assert PHONE in page.text
    assert PHONE not in Site("subject", determination=CaseError("not_found")).get("/determinations/f1").text
