"""The receipt on its page: after a supplement, which content was filed when."""

import re
from typing import Any

import pytest

from tests.unit.gateway.console_site import Site

FIRST, SECOND = "aa" * 32, "bb" * 32
RECEIPT = {
    "filing_id": "b1", "number": "530127-2026-000001", "title": "续建道路", "digest": FIRST,
    "organ_id": "530127", "review_due_on": "2026-03-06", "review_due_provisional": False,
    "proof": {"seq": 4}, "supplement_proof": None, "submitted_at": "2026-02-09T10:00:00+08:00",
    "supplemented_at": None, "first_digest": "", "valid_until": None, "validity_months": 12}
SUPPLEMENTED = {"digest": SECOND, "first_digest": FIRST, "supplemented_at": "2026-02-12T16:30:00+08:00",
                "supplement_proof": {"seq": 9}}
AWAITED = {"digest": SECOND, "supplemented_at": SUPPLEMENTED["supplemented_at"], "proof": None}


def facts(**changes: Any) -> tuple[dict[str, str], str]:
    """What stands on the page under each name, and the whole page."""
    site = Site("subject")
    site.caller.said["filing.receipt"] = {**RECEIPT, **changes}
    page = site.get("/filings/b1/receipt").text
    return dict(re.findall(r"<dt>([^<]+)</dt><dd[^>]*>([^<]+)", page)), page


def test_without_a_supplement_one_time_one_digest_and_one_line():
    told, page = facts()
    assert (told["内容摘要值"], told["账本"]) == (FIRST, "第 4 行，已签名")
    assert "本回执证明上述内容在该时间已经报送" in page
    assert "补正" not in page[page.index("<article"):page.index("</article>")]


def test_after_a_supplement_each_content_stands_with_its_own_time_and_line():
    told, page = facts(**SUPPLEMENTED)
    assert "2月9日 10:00" in told["报送时间"]
    assert (told["报送时的内容摘要值"], told["报送的账本行"]) == (FIRST, "第 4 行，已签名")
    assert "2月12日 16:30" in told["最后一次补正时间"]
    assert (told["补正后的内容摘要值"], told["补正的账本行"]) == (SECOND, "第 9 行，已签名")
    assert "上述内容在该时间已经报送" not in page
    assert "第二个摘要值对应的内容，在补正时间已经报送，不早于此" in page


@pytest.mark.parametrize("line", ["报送的账本行", "补正的账本行"])
def test_until_the_supplement_is_in_the_ledger_no_line_is_named(line):
    told, page = facts(**AWAITED)
    assert told[line].startswith("正在入账")
    assert told["补正后的内容摘要值"] == SECOND
    assert "下载可核验的回执" not in page
