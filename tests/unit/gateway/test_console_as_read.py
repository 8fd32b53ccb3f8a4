"""Forms that replace or decide go with the state that was read; another comes back beside what was typed."""

import re
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState
from services.gateway.console.determination.actions import CASE as CASES
from services.gateway.console.determination.appeal import APPEAL as APPEALS
from services.gateway.console.meeting.actions import MEETING as MEETINGS
from tests.unit.gateway import casework
from tests.unit.gateway.casework import case, meeting
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import CONTENT, draft, filing
from tests.unit.gateway.test_console_reviews import CASE as REVIEW
from tests.unit.gateway.test_console_reviews import PACK_ID, at_review

HIDDEN = re.compile('name="as_read"[^>]* value="([^"]*)"')
CHANGED = CaseError("changed_meanwhile")
ADDRESSES = {"determination": "/determinations/f1", "meeting": "/meetings/meet1", "appeal": "/appeals/ap1"}
ACTS = [(kind, verb) for kind in (CASES, MEETINGS, APPEALS) for verb in kind.acts]


def in_turn(*answers: Any) -> Any:
    """One answer after the other, the last for good."""
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize(("kind", "verb"), ACTS, ids=[f"{kind.name}-{verb}" for kind, verb in ACTS])
def test_a_form_carries_what_it_was_made_from_unless_it_only_adds(kind: Any, verb: str) -> None:
    tagged = {"determination": case(tag="t1"), "meeting": meeting(tag="t1"),
              "appeal": casework.appeal(tag="t1")}
    site = Site("lead", **tagged)
    page = site.get(f"{ADDRESSES[kind.name]}/act/{verb}").text
    assert HIDDEN.findall(page) == ([] if verb in kind.adding else ["t1"])


def test_what_was_typed_and_what_stands_are_both_there() -> None:
    before = meeting("write_minutes", tag="t1", minutes="第一稿")
    after = meeting("write_minutes", tag="t2", minutes="秘书改过的第二稿")
    site = Site("member", meeting=in_turn(before, after), write_minutes=CHANGED)
    page = site.post("/meetings/meet1/act/write_minutes", as_read="t1", minutes="我的改法")
    assert page.status_code == 409
    assert site.caller.tags["determination.write_minutes"] == "t1"
    assert "秘书改过的第二稿" in page.text
    assert ">我的改法</textarea>" in page.text
    assert HIDDEN.findall(page.text) == ["t2"]
    assert 'role="alert" tabindex="-1" autofocus' in page.text


def test_another_refusal_leaves_the_form_as_it_was_read() -> None:
    site = Site("lead", determination=case(tag="t2"), return_determination=CaseError("forbidden"))
    page = site.post("/determinations/f1/act/return", as_read="t1", words="")
    assert HIDDEN.findall(page.text) == ["t1"]


def test_nobody_is_shown_letters_of_a_step_that_others_overtook() -> None:
    site = Site("lead", determination=case("refuse", tag="t2"))
    page = site.post("/determinations/f1/act/refuse", as_read="t1", words="没有依据")
    assert page.status_code == 409
    assert "没有依据" in page.text
    assert not [target for target, _ in site.caller.asked if "rehearse" in target]


@pytest.mark.parametrize(("address", "form", "method"), [
    ("decide", {"decision": "accept", "words": "同意"}, "accept"),
    ("assign", {"officer_id": "zhao"}, "assign"),
    ("clock/extend", {"reason": "等材料"}, "extend")])
def test_the_review_of_a_filing_is_decided_as_it_was_read(address: str, form: Any, method: str) -> None:
    site = at_review(**{method: CHANGED})
    site.caller.said["review.case"] = in_turn({**REVIEW, "tag": "t2"})
    page = site.post(f"/reviews/b1/{address}", as_read="t1", step="confirmed", **form)
    assert (page.status_code, site.caller.tags[f"review.{method}"]) == (409, "t1")
    assert "现在是这样" in page.text
    assert set(HIDDEN.findall(page.text)) == {"t2"}


def test_a_recusal_only_adds() -> None:
    site = at_review(recuse={})
    site.post("/reviews/b1/recuse", as_read="t1", officer_id="zhao", ground="other", reason="邻居")
    assert site.caller.tags["review.recuse"] == ""


def test_a_whitelisting_keeps_its_reason() -> None:
    site = Site("lead", case=None)
    site.caller.said |= {"filing.filing": filing("whitelist", state=FilingState.ACCEPTED, number="1",
                                                 tag="t2", pack_id=PACK_ID),
                         "filing.whitelist": CHANGED, "documents.letters": {"letters": []}}
    page = site.post("/filings/b1/whitelist", as_read="t1", listed="1", reason="省里重点项目")
    assert (page.status_code, site.caller.tags["filing.whitelist"]) == (409, "t1")
    assert "省里重点项目</textarea>" in page.text
    assert HIDDEN.findall(page.text) == ["t2"]


# ---------------------------------------------------------------------- two windows on one draft

MATTER = {"title": "我写的事项", "situation": CONTENT.situation, "situation_reason": "", "description": ""}


def two_windows(now: Any) -> Site:
    site = Site("subject")
    site.caller.said |= {"filing.filing": in_turn(draft(), now), "filing.revise": CHANGED}
    return site


def test_the_second_window_sees_both() -> None:
    site = two_windows({**draft(description="另一个窗口写的说明"), "tag": "t2"})
    page = site.post("/filings/b1/edit/1", as_read="t1", **MATTER)
    assert (page.status_code, site.caller.tags["filing.revise"]) == (409, "t1")
    assert "另一个窗口写的说明" in page.text
    assert 'value="我写的事项"' in page.text
    assert HIDDEN.findall(page.text) == ["t2"]


def test_words_that_saved_themselves_are_nobody_elses() -> None:
    site = two_windows({**draft(title=MATTER["title"]), "tag": "t2"})
    assert site.post("/filings/b1/edit/1", as_read="t1", **MATTER).location == "/filings/b1/edit/2"


def test_what_saves_itself_brings_the_new_state() -> None:
    site = Site("subject")
    site.caller.said |= {"filing.filing": draft(), "filing.revise": {"tag": "t2"}}
    said = site.post("/filings/b1/autosave/1", as_read="t1", **MATTER).text
    assert "已自动保存" in said
    assert HIDDEN.findall(said) == ["t2"]
    assert 'hx-swap-oob="true"' in said
    site.caller.said["filing.revise"] = CHANGED
    assert "还没有保存" in site.post("/filings/b1/autosave/1", as_read="t1", **MATTER).text


def test_an_item_of_the_negative_list_is_not_answered_over_a_colleague() -> None:
    site = Site("reviewer", determination=case("answer_negative_item", tag="t2"),
                answer_negative_item=CHANGED)
    page = site.post("/determinations/f1/negative-list", as_read="t1", **{
        "answer-private_gain": "hit", "reason-private_gain": "我看到转账"})
    assert (page.status_code, site.caller.tags["determination.answer_negative_item"]) == (409, "t1")
    assert "我看到转账" in page.text
    assert "账目清楚" in page.text
    assert HIDDEN.findall(page.text) == ["t2"]
