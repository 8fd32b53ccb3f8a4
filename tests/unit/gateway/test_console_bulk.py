"""Several reviews are assigned at once: each as it was read, and what changed meanwhile is named."""

import re
from typing import Any

from rongcuo.contracts.errors import CaseError
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import NOW
from tests.unit.gateway.test_console_reviews import CASE

AS_READ = re.compile('name="as_read" value="([^"]*)"')


def line(case_id: str) -> dict[str, Any]:
    return {"case_id": case_id, "tag": f"{case_id}:2.0", "number": f"号{case_id}", "title": "先行整地",
            "situation": "", "unit": "某办", "assignee_id": "", "assignee_name": "", "organ_id": "530127",
            "provisional": False, "suspended": False, "late": False, "state": "preliminary_review",
            "held_by": "assignment", "due_at": NOW.isoformat(), "opened_at": NOW.isoformat(),
            "decided_at": None}


def work(**said: Any) -> Site:
    listed = {"lines": [line("b1"), line("b2")], "counts": {"organ": 2}, "next_cursor": ""}
    return Site("lead", page=listed, **said)


def test_the_list_bears_the_state_of_each_line() -> None:
    assert AS_READ.findall(work().get("/work").text) == ["b1:2.0", "b2:2.0"]


def test_each_goes_as_it_was_read_and_what_changed_is_named_with_its_reason() -> None:
    def assign(command: dict[str, Any]) -> Any:
        if command["case_id"] == "b1":
            raise CaseError("changed_meanwhile")
        return CASE
    site = work(assign=assign, case={**CASE, "case_id": "b1"})
    page = site.post("/work/assign", case_id=["b1", "b2"], officer_id="zhao",
                     as_read=["b1:1.0", "b2:2.0", "b3:9.0"]).text
    assert "已分派 1 件。" in page
    assert "这几件没有分派" in page
    assert f'<a href="/reviews/b1">{CASE["number"]} {CASE["title"]}</a>：这里的内容刚有改动' in page
    assert site.caller.tags["review.assign"] == "b2:2.0"
    sent = [told["case_id"] for target, told in site.caller.asked if target == "review.assign"]
    assert sent == ["b1", "b2"]
