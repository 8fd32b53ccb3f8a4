"""联席会议: who convenes one, what they read, and what a member takes with them."""

import re
from dataclasses import replace
from urllib.parse import quote

import pytest

from rongcuo.contracts.determination import ItemState, Question
from rongcuo.contracts.error_codes import CATALOGUE
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.gaps import GapView
from rongcuo.contracts.serialisation import dump
from rongcuo.policy.gaps import Gap
from tests.unit.gateway import casework
from tests.unit.gateway.casework import item, meeting
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.site import TOKEN
from tests.unit.gateway.test_console_meeting import AS_READ, PAGE


def test_convening_names_the_cases_the_members_and_the_chair():
    site = Site("lead", convene_meeting=meeting())
    page = site.get("/meetings/new?case_id=f1").text
    assert re.search(r'name="case_id" value="f1" checked', page)
    site.post("/meetings/new", case_id="f1", title="联席会议", place="", at="2026-02-20T09:00",
              member_ids=["m2", "m3"], chair_id="m1")
    assert site.sent("convene_meeting") == {
        "title": "联席会议", "place": "", "at": "2026-02-20T09:00:00+08:00", "case_ids": ["f1"],
        "member_ids": ["m2", "m3", "m1"], "chair_id": "m1", "as_read": []}


def waiting(case_id: str, tag: str) -> dict[str, str]:
    return {**dump(casework.LINE), "case_id": case_id, "state": "meeting", "tag": tag}


def test_convening_goes_with_the_cases_as_they_were_read():
    call = {"title": "联席会议", "place": "", "at": "2026-02-20T09:00", "member_ids": "m2", "chair_id": "m1"}
    listed = {"lines": [waiting("f1", "f1:4.0"), waiting("f2", "f2:7.0")], "counts": {}, "next_cursor": ""}
    site = Site("lead", determinations=listed, convene_meeting=CaseError("changed_meanwhile"))
    read = ["f1:3.0", "f2:7.0", "f3:1.0"]
    page = site.post("/meetings/new", case_id=["f1", "f2", "f3"], as_read=read, **call)
    assert site.sent("convene_meeting")["as_read"] == read
    assert (page.status_code, page.text.count("刚有改动，请先看过再召集")) == (409, 1)
    assert "选中的案件里有 1 件已经不在等待上会" in page.text
    assert AS_READ.findall(page.text) == ["f1:4.0", "f2:7.0"], "the next time with what is shown now"
    site.caller.said["determination.convening"] = {"missing": [dump(GapView(
        gap="convene.not_heard", step=Gap("convene.not_heard").step, force="warn"))]}
    page = site.post("/meetings/new", case_id="f1", as_read=["f1:3.0", "f2:7.0"], **call).text
    assert AS_READ.findall(page) == ["f1:3.0", "f2:7.0"], "looked at first: still as it was read"


@pytest.mark.parametrize("address", [f"{PAGE}/items/i2/receipt.json",
                                     "/api/v1/meetings/meet1/items/i2/receipt?download=true"])
def test_a_members_receipt_is_named_in_a_way_that_every_server_can_send(address):
    site = Site("member", ballot_receipt={"number": casework.MEETING.number})
    answer = site.get(address, Authorization=f"Bearer {TOKEN}")
    named = answer.headers["Content-Disposition"]
    assert answer.status_code == 200
    assert named.isascii(), "over the wire a header has no other letters"
    assert quote(casework.MEETING.number, safe="") in named


def test_an_item_that_left_the_agenda_says_why_in_the_words_of_the_refusal():
    gone = item(1, Question.OUTCOME, ItemState.DROPPED, dropped_for="meeting.too_few_voters")
    page = Site("member", meeting=meeting(items=(gone,))).get(PAGE).text
    assert CATALOGUE["meeting.too_few_voters"].zh in page
    apart = Site("member", meeting=meeting(items=(replace(gone, withheld=True),))).get(PAGE).text
    assert CATALOGUE["meeting.too_few_voters"].zh not in apart
