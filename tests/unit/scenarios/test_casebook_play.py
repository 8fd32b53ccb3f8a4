"""A typical case holds only where the platform shows it to others, without what it is told from."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.casebook_play import EXPECTED, is_deidentified
from scenarios.expectations import CHECKS
from scenarios.facts import Scenario
from scenarios.stage import Seen

ENTRY: dict[str, Any] = {"case_id": "e1", "state": "published", "title": "某某案",
                         "text": {"facts": "某单位某某"}}
WHOLE = Seen(
    Scenario("xiangyun_duan"), casebook_entry=ENTRY, casebook_found=True,
    casebook_guide={"entries": [{"case_id": "e1"}]}, too_few_refused_with="followup.entry_fits_too_few",
    determination={"number": "容认〔2026〕1号", "subject": {"name": "段某", "unit": "祥云县某局"},
                   "act": {"since": "2026-01-05"}})
BROKEN: list[dict[str, Any]] = [
    {"casebook_entry": {}}, {"casebook_entry": {**ENTRY, "state": "second_checked"}},
    {"casebook_entry": {**ENTRY, "title": "段某案"}}, {"casebook_found": False}, {"casebook_guide": {}},
    {"casebook_entry": {**ENTRY, "text": {"facts": "自2026-01-05起"}}}, {"too_few_refused_with": ""}]


def test_it_holds_as_the_platform_tells_it():
    assert is_deidentified(None, WHOLE, True)
    assert CHECKS[EXPECTED] is is_deidentified


@pytest.mark.parametrize("facts", BROKEN)
def test_it_does_not_where_something_is_missing(facts: dict[str, Any]):
    assert not is_deidentified(None, replace(WHOLE, **facts), True)
