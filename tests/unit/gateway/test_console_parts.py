"""What a case consists of: done by whom, open with whom, to come after what, not asked by which rule."""

from dataclasses import replace

from rongcuo.contracts.determination import DeterminationState, FactsMaterial
from rongcuo.contracts.filing import FilingState, HistoryEntry
from tests.unit.gateway import casework
from tests.unit.gateway.casework import DECIDED, HIT, NOW, case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import filing
from tests.unit.gateway.page_text import status_of, texts_of
from tests.unit.gateway.test_console_reviews import CASE, PACK_ID, at_review

PAGE = "/determinations/f1"


def parts_of(page: str) -> list[tuple[str, str]]:
    """The standing of each part, and all that is said of it."""
    return texts_of(page, "parts", "done", "open", "later", "not_asked")


def of(page: str, word: str) -> tuple[str, str]:
    [found] = [part for part in parts_of(page) if part[1].split()[1] == word]
    return found


def test_a_case_under_verification_says_what_is_left_and_whose_it_is() -> None:
    page = Site("reviewer", determination=case()).get(PAGE).text
    assert of(page, "受理")[0] == "done"
    assert of(page, "调查组")[1].endswith("赵清、钱明")
    assert of(page, "证据") == ("open", "待办 证据 2 份 · 1 份还没有记录查明情况")
    assert of(page, "陈述和申辩")[0] == "done"
    assert of(page, "负面清单")[0] == "open"
    assert of(page, "评估：三个区分开来")[0] == "done"
    assert of(page, "评估：六要素") == ("open", "待办 评估：六要素 要 1 人，已有 0 人回答")
    assert of(page, "核查报告")[0] == "open"
    assert of(page, "联席会议") == ("later", "未到 联席会议 等“核查报告”")
    assert of(page, "认定决定") == ("later", "未到 认定决定 等“联席会议”")


def test_what_the_rules_here_do_not_ask_for_names_the_rules() -> None:
    page = Site("reviewer", determination=case()).get(PAGE).text
    standing, said = of(page, "备案")
    assert standing == "not_asked"
    assert "嵩明县的规则" in said
    hit = Site("reviewer", determination=case(report="属实", **HIT)).get(PAGE).text
    assert of(hit, "联席会议") == ("not_asked", "不要求 联席会议 负面清单有一项属实的，不上会")


def test_what_is_done_says_by_whom_and_leads_there() -> None:
    shown = FactsMaterial(facts="事实", tolerance_opinion="意见", written_by="赵清", at=NOW)
    done = case(state=DeterminationState.CONCLUDED, report="属实", facts_material=shown, facts_shown=True,
                **DECIDED, history=(
                    *casework.CASE.history, casework.entry("report", "赵清", 1)))
    page = Site("lead", determination=done).get(PAGE).text
    assert of(page, "事实见面材料")[1] == "已完成 事实见面材料 赵清 · 2月13日 15:20（周五）"
    assert of(page, "核查报告")[1].startswith("已完成 核查报告 赵清")
    assert of(page, "认定决定")[1].startswith("已完成 认定决定 孙正")
    assert 'href="/determinations/f1?tab=letters">认定决定' in page


def test_whoever_sees_a_case_from_without_sees_no_list_of_its_parts() -> None:
    assert parts_of(Site("subject", determination=case()).get(PAGE).text) == []


def test_a_filing_that_is_not_verified_names_the_rule() -> None:
    page = at_review().get("/reviews/b1").text
    assert of(page, "报送")[0] == "open"     # the fixture was never sent
    assert of(page, "分派") == ("done", "已完成 分派 赵清")
    assert of(page, "初审")[0] == "open"
    assert of(page, "核查")[0] == "not_asked"
    assert of(page, "决定") == ("later", "未到 决定 等“初审”")


def test_a_supplement_is_there_where_one_was_asked_for() -> None:
    asked = (HistoryEntry(what="request_supplement", actor_id="zhao", actor_name="赵清", note="", at=NOW),)
    site = at_review(case={**CASE, "state": "awaiting_supplement", "allowed": [], "supplement_due_at": None})
    site.caller.said["filing.filing"] = filing(
        state=FilingState.SUPPLEMENT_REQUESTED, number=CASE["number"], pack_id=PACK_ID, history=asked,
        submitted_at=NOW)
    page = site.get("/reviews/b1").text
    assert of(page, "补正") == ("open", "待办 补正 刘某")
    assert of(page, "初审") == ("later", "未到 初审 等“补正”"), "the review is not the filer's"
    assert status_of(page)["holder"] == "刘某"


def test_under_an_objection_the_assignment_is_open_again() -> None:
    objected = {**CASE, "state": "objected", "assignee_id": "", "assignee_name": "", "allowed": [],
                "decided_at": NOW.isoformat()}
    assert of(at_review(case=objected).get("/reviews/b1").text, "分派")[0] == "open"


def test_the_steps_that_are_done_say_on_which_day() -> None:
    page = Site("reviewer", determination=case()).get(PAGE).text
    steps = texts_of(page, "steps", "done", "here")
    assert steps[0][1].endswith("2月11日（周三）")
    assert steps[1][0] == "here"


def test_a_meeting_says_how_far_it_is() -> None:
    page = Site("member", meeting=casework.meeting()).get("/meetings/meet1").text
    assert [name for name, _ in texts_of(page, "steps", "done", "here")] == ["done", "done", "here"]
    assert status_of(page)["in-stage"] == "会议中"
    over = replace(casework.MEETING, state=casework.MeetingState.CANCELLED)
    assert 'class="steps"' not in Site("member", meeting=casework.dump(over)).get("/meetings/meet1").text
