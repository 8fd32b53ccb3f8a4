"""在谁手里, in every state: whoever has to act next, and never the holder of yesterday."""

import re
from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts.determination import AppealState
from rongcuo.contracts.filing import FilingState
from rongcuo.contracts.review import HeldBy
from rongcuo.contracts.serialisation import dump
from services.gateway.console.case.holders import APPEALS, OF_FILINGS, PLACES
from services.gateway.cookies import LANGUAGE
from tests.unit.gateway import casework
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import ORGAN, Site
from tests.unit.gateway.filework import filing
from tests.unit.gateway.page_text import status_of, texts_of
from tests.unit.gateway.test_console_reviews import CASE, PACK_ID

IN_WORDS = {
    HeldBy.ASSIGNMENT: "待分派", HeldBy.HANDLER: "赵清", HeldBy.TEAM_FORMING: "负责人（待组成调查组）",
    HeldBy.FILER: "报备人（待补正）", HeldBy.CONVENING: "负责人（待召集联席会议）",
    HeldBy.MEETING: "联席会议", HeldBy.DECISION: "负责人（待作出认定）", HeldBy.APPEAL: "在申诉中",
    HeldBy.NOBODY: "已办结"}


def _holder(page: str) -> str:
    """Where the stage says as much, nobody else is named."""
    told = status_of(page)
    return told.get("holder") or told.get("in-stage") or told["outcome"]


@pytest.mark.parametrize("held_by", HeldBy)
def test_a_case_and_its_line_in_the_list_say_the_same(held_by: HeldBy) -> None:
    page = Site("lead", determination=case(held_by=held_by, team=())).get("/determinations/f1").text
    assert _holder(page) == IN_WORDS[held_by]
    line = replace(casework.LINE, held_by=held_by)
    listed = Site("lead", determinations=casework.cases(line)).get("/determinations").text
    assert f"<td>{IN_WORDS[held_by]}<br>" in listed


def test_a_team_is_told_by_its_number_and_another_organ_by_its_name() -> None:
    page = Site("lead", determination=case()).get("/determinations/f1").text
    assert _holder(page) == "赵清 等 2 人"
    above = case(held_by=HeldBy.ASSIGNMENT, organ_id="530100")
    site = Site("lead", determination=above)
    organ = {**ORGAN, "organ_id": "530100", "name": "昆明市纪委监委"}
    site.caller.said["identity.organs"] = {"organs": [organ]}
    page = site.get("/determinations/f1").text
    assert _holder(page) == "昆明市纪委监委（待分派）"


@pytest.mark.parametrize(("state", "held_by", "holder"), [
    (FilingState.SUBMITTED, HeldBy.HANDLER, "赵清"), (FilingState.SUBMITTED, HeldBy.ASSIGNMENT, "待分派"),
    (FilingState.SUBMITTED, HeldBy.TEAM_FORMING, "负责人（待组成调查组）"),
    (FilingState.SUPPLEMENT_REQUESTED, HeldBy.FILER, "刘某"),
    (FilingState.ACCEPTED, HeldBy.NOBODY, "刘某（已入备案库）"),
    (FilingState.DECLINED, HeldBy.NOBODY, "已办结"),
    (FilingState.WITHDRAWN, HeldBy.NOBODY, "已办结"), (FilingState.EXPIRED, HeldBy.NOBODY, "已办结")])
def test_a_filing_is_nobodys_of_review_once_it_is_decided(state: Any, held_by: HeldBy, holder: str) -> None:
    site = Site("subject", case={**CASE, "held_by": held_by})   # whoever was its handler
    site.caller.said |= {
        "filing.filing": filing(state=state, number="530127-2026-000001", pack_id=PACK_ID),
        "documents.letters": {"letters": []}, "identity.organs": {"organs": []}}
    assert _holder(site.get("/filings/b1").text) == holder


@pytest.mark.parametrize(("owner_id", "kind", "holder"), [
    ("zhao", "filing", "赵清"), ("530127/reviewer", "filing", "待分派"),
    ("530127/reviewer", "determination", "待分派"), ("530127/lead", "appeal", "负责人（待组成复核组）"),
    ("530127/lead", "determination", "审查负责人")])
def test_a_task_says_the_same_as_its_matter(owner_id: str, kind: str, holder: str) -> None:
    task = {"task_id": "t1", "matter_id": "f1", "title": "一件事", "number": "", "owner_id": owner_id,
            "owner": "赵清", "matter_kind": kind, "overdue": False, "suspended": True, "provisional": False,
            "opened_at": casework.NOW.isoformat(), "due_at": None}
    site = Site("lead")
    site.caller.said["notify.tasks"] = {"next_cursor": "", "tasks": [task]}
    assert f"<td>{holder}<br>" in site.get("/tasks").text


def test_a_filing_that_waits_for_its_supplement_is_not_late_by_a_clock_that_stands() -> None:
    long_ago = {**dump(casework.DEADLINE), "at": "2026-01-05T17:30:00+08:00", "suspended": True}
    site = Site("subject", case={**CASE, "held_by": HeldBy.FILER, "deadline": long_ago,
                                 "supplement_due_at": "2026-02-16T17:30:00+08:00"})
    site.caller.said |= {
        "filing.filing": filing(state=FilingState.SUPPLEMENT_REQUESTED, number="1", pack_id=PACK_ID),
        "documents.letters": {"letters": []}}
    page = site.get("/filings/b1").text
    assert '<div class="status ">' in page
    assert "2月16日（周一，春节）前（含当日）" in status_of(page)["until"]


def test_a_draft_has_no_time_at_which_it_was_filed() -> None:
    line = {"filing_id": "b1", "title": "一件事", "number": "", "unit": "街道", "filer_name": "刘某",
            "state": "draft", "whitelisted": False, "submitted_at": None,
            "drafted_at": casework.NOW.isoformat()}
    site = Site("subject")
    site.caller.said["filing.page"] = {"lines": [line], "next_cursor": ""}
    page = site.get("/filings").text
    assert "尚未报送" in page
    assert "2月13日 15:20（周五）起草" in page


def test_no_state_is_without_its_words() -> None:
    assert set(PLACES) == set(HeldBy) - {HeldBy.HANDLER}
    assert set(APPEALS) == set(AppealState)
    assert set(OF_FILINGS) == set(FilingState) - {FilingState.SUBMITTED, FilingState.OBJECTED}


def sentences_of(site: Site, address: str) -> list[str]:
    site.client.set_cookie(LANGUAGE, "en")
    return [said for _, said in texts_of(site.get(address).text, "status", "sentence")]


@pytest.mark.parametrize("held_by", HeldBy)
def test_in_english_a_name_keeps_its_capital_in_mid_sentence_and_nothing_else_has_one(
        held_by: HeldBy) -> None:
    told = {"held_by": held_by, "team": (), "assignee_name": "Zhao Qing"}
    [of_case] = sentences_of(Site("lead", determination=case(**told)), "/determinations/f1")
    site = Site("reviewer", case={**CASE, **told, "team": [], "deadline": {
        **casework.case()["deadline"], "suspended": held_by is HeldBy.FILER}})
    site.caller.said["filing.filing"] = filing(state=FilingState.SUBMITTED, number="n", pack_id=PACK_ID)
    [of_review] = sentences_of(site, "/reviews/b1")
    for sentence in (of_case, of_review):
        assert ("with Zhao Qing" in sentence) is (held_by is HeldBy.HANDLER)
        assert not re.search("[,;] (with )?[A-Z]", sentence.replace("with Zhao Qing", "")), sentence
