"""How far a filing is: supplement and objection are steps on its way, told once; what comes next is so."""

from datetime import timedelta
from typing import Any

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState, HistoryEntry
from rongcuo.contracts.serialisation import dump
from tests.unit.gateway.casework import DEADLINE
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import NOW, filing
from tests.unit.gateway.page_text import texts_of
from tests.unit.gateway.test_console_bulk import line
from tests.unit.gateway.test_console_parts import of, parts_of
from tests.unit.gateway.test_console_reviews import CASE, PACK_ID, at_review

ASKED, CAME, REFUSED, SAID, ANSWERED = (NOW + timedelta(days=day) for day in range(-5, 0))


def noted(what: str, at: Any, who: str = "刘某", note: str = "") -> HistoryEntry:
    actor_id = SYSTEM.officer_id if who == "系统" else who
    return HistoryEntry(what=what, actor_id=actor_id, actor_name=who, note=note, at=at)


def page_of(state: FilingState, said: tuple[HistoryEntry, ...] = (), /, **case: Any) -> str:
    """The page of a filing in review, with what filing has noted, and review of its own."""
    site = at_review(case={**CASE, "allowed": [], "supplement_due_at": None, **case})
    site.caller.said["filing.filing"] = filing(
        state=state, number=CASE["number"], pack_id=PACK_ID, submitted_at=ASKED, history=said,
        decided_at=case.get("decided_at") and REFUSED)
    return str(site.get("/reviews/b1").text)


def steps_of(page: str) -> list[str]:
    """The steps that are behind, and the one at which it is."""
    return [f"{tone} {said.split()[0]}" for tone, said in texts_of(page, "steps", "done", "here")]


def next_of(page: str) -> str:
    return page.partition("接着是")[2].partition("。")[0].strip("\u2068\u2069")


def test_while_a_supplement_is_awaited_the_review_comes_next() -> None:
    page = page_of(FilingState.SUPPLEMENT_REQUESTED, (noted("request_supplement", ASKED, "赵清"),),
                   state="awaiting_supplement", held_by="filer")
    assert steps_of(page) == ["done 报送", "here 补正"]
    assert next_of(page) == "初审"


def test_a_supplement_that_came_is_behind() -> None:
    said = (noted("request_supplement", ASKED, "赵清"), noted("supplement", CAME))
    page = page_of(FilingState.SUBMITTED, said)
    assert steps_of(page) == ["done 报送", "done 补正", "here 初审"]
    assert next_of(page) == "决定"
    assert of(page, "补正")[0] == "done"


def test_a_supplement_that_never_came_was_not_done() -> None:
    page = page_of(FilingState.DECLINED, (noted("request_supplement", ASKED, "赵清"),), state="declined",
                   decided_at=REFUSED.isoformat(), held_by="nobody")
    assert "补正" not in [said.split()[1] for _, said in parts_of(page)]
    assert "done 补正" not in steps_of(page)


def test_an_objection_is_a_step_and_a_part() -> None:
    page = page_of(FilingState.OBJECTED, (noted("object", SAID),), state="objected", deadline=dump(DEADLINE),
                   decided_at=REFUSED.isoformat(), history=[dump(noted("decline", REFUSED, "赵清"))])
    assert steps_of(page) == ["done 报送", "done 初审", "done 决定", "here 异议审查"]
    assert "接着是" not in page
    assert of(page, "异议审查")[0] == "open"
    assert of(page, "决定")[1].startswith("已完成 决定 赵清")


def test_an_objection_that_was_refused_is_behind() -> None:
    said = (noted("object", SAID), noted("uphold_refusal", ANSWERED, "孙正"))
    page = page_of(FilingState.DECLINED, said, state="declined", held_by="nobody",
                   decided_at=REFUSED.isoformat(), history=[dump(said[1])])
    assert steps_of(page)[-1] == "done 异议审查"
    assert of(page, "异议审查")[1].startswith("已完成 异议审查 孙正")


def test_after_an_objection_that_was_right_all_is_to_be_done_anew() -> None:
    before = (noted("request_supplement", ASKED, "赵清"), noted("supplement", CAME),
              noted("verify", CAME, "赵清"), noted("refute", REFUSED, "赵清"))
    answered = noted("take_up", ANSWERED, "孙正")
    page = page_of(FilingState.SUBMITTED, (*before[:2], noted("object", SAID), answered),
                   history=[dump(each) for each in (*before, answered)])
    assert steps_of(page) == ["done 报送", "done 异议审查", "here 初审"]
    assert of(page, "初审")[0] == "open"
    assert "补正" not in [said.split()[1] for _, said in parts_of(page)]


@pytest.mark.parametrize("heard", ["supplement", "object"])
def test_what_the_filer_did_is_told_once_however_often_it_was_heard(heard: str) -> None:
    word = {"supplement": "已补正", "object": "提出异议"}[heard]
    later = noted(heard, SAID + timedelta(seconds=2), "系统", "见附件")
    page = page_of(FilingState.SUBMITTED, (noted(heard, SAID, note="见附件"),), history=[dump(later)])
    assert page.count(f"<b>{word}</b>") == 1
    [told] = [each for each in page.split("<li>") if f"<b>{word}</b>" in each]
    assert "刘某" in told


def test_two_supplements_are_two() -> None:
    both = (noted("supplement", CAME, note="甲"), noted("supplement", SAID, note="乙"))
    assert page_of(FilingState.SUBMITTED, both).count("<b>已补正</b>") == 2


def test_what_was_taken_back_has_no_way_on() -> None:
    page = page_of(FilingState.WITHDRAWN, (noted("withdraw", SAID),), state="closed", held_by="nobody",
                   assignee_id="", history=[dump(noted("close", SAID, "系统"))])
    assert "接着是" not in page
    assert 'class="steps"' not in page
    assert {standing for standing, _ in parts_of(page)} <= {"done", "not_asked"}


def test_of_a_review_that_is_not_shown_nothing_is_said() -> None:
    site = Site("subject")
    site.caller.said |= {"identity.organs": {"organs": []}, "review.case": CaseError("not_found"),
                         "documents.letters": {"letters": []}, "filing.filing": filing(
                             state=FilingState.ACCEPTED, number="1号", pack_id=PACK_ID, submitted_at=ASKED,
                             decided_at=REFUSED)}
    page = site.get("/filings/b1").text
    assert [said.split()[1] for _, said in parts_of(page)] == ["报送"]
    assert steps_of(page) == ["done 报送", "done 初审", "done 决定"]


def test_a_filing_that_was_sent_back_says_in_lists_until_when() -> None:
    row = {"filing_id": "b1", "number": "1号", "title": "桥", "unit": "某办", "filer_name": "刘某",
           "state": "supplement_requested", "submitted_at": NOW.isoformat(), "whitelisted": False,
           "voided": False, "void_by": "", "supplement_due_on": "2026-02-16"}
    site = Site("subject")
    site.caller.said["filing.page"] = {"next_cursor": "", "lines": [row]}
    assert "2月16日（周一，春节）前（含当日）" in site.get("/filings").text
    assert site.get("/filings?as=csv").text.splitlines()[1].endswith(",2026-02-16")


def test_the_work_list_says_it_too() -> None:
    waits = {**line("b1"), "state": "awaiting_supplement", "held_by": "filer", "suspended": True,
             "due_at": (NOW + timedelta(days=3)).isoformat()}
    site = Site("lead", page={"lines": [waits], "counts": {"organ": 1}, "next_cursor": ""})
    assert "2月16日（周一，春节）前（含当日）" in site.get("/work").text
    assert site.get("/work?as=csv").text.splitlines()[1].startswith("2026-02-16 ")
