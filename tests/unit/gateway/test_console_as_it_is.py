"""What a page says of a determination is so: nothing is done while it lacks something, nothing that is hidden
is said to be missing, and nothing follows where the way has ended."""

from rongcuo.contracts.determination import DeterminationState, FactsMaterial
from rongcuo.contracts.errors import CaseError
from tests.unit.gateway.casework import DECIDED, HIT, NOW, case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.test_console_parts import PAGE, of

SHOWN = FactsMaterial(facts="事实", tolerance_opinion="意见", written_by="赵清", at=NOW)
ALL_IN = {"three_distinctions": 2, "six_factors": 1}


def seen_by(who: str, tab: str = "", **changes: object) -> str:
    """The page of the case, changed so."""
    return str(Site(who, determination=case(**changes)).get(f"{PAGE}?tab={tab}" if tab else PAGE).text)


def test_the_tab_of_what_is_due_says_that_what_is_overdue_is_in_it() -> None:
    site = Site("lead", page={"lines": [], "next_cursor": "", "counts": {"due_today": 2}})
    page = site.get("/work").text
    assert ">今日到期和逾期<span" in page


def test_a_statement_is_not_done_while_nothing_was_said_to_the_facts_as_shown() -> None:
    page = seen_by("reviewer", facts_material=SHOWN, facts_shown=True, heard=False)
    assert of(page, "陈述和申辩") == ("open", "待办 陈述和申辩 刘某还没有对见面材料作陈述")
    never = seen_by("reviewer", heard=False, statement=None)
    assert of(never, "陈述和申辩") == ("open", "待办 陈述和申辩 刘某")


def test_facts_are_not_done_while_the_subject_has_not_seen_all_of_them() -> None:
    page = seen_by("reviewer", facts_material=SHOWN, facts_shown=False)
    assert of(page, "事实见面材料") == ("open", "待办 事实见面材料 后来查明的，当事人还没有看到")


def test_a_report_that_was_sent_back_is_to_be_written_again() -> None:
    page = seen_by("reviewer", report="属实")
    assert of(page, "核查报告")[0] == "open"
    assert of(page, "联席会议") == ("later", "未到 联席会议 等“核查报告”")
    assert of(seen_by("reviewer", report="属实", state=DeterminationState.MEETING), "核查报告")[0] == "done"


def test_answers_that_somebody_may_not_see_are_not_missing() -> None:
    hidden = {"assessments": (), "assessors_counted": ALL_IN}
    page = seen_by("lead", **hidden)
    assert of(page, "评估：六要素") == (
        "done", "已完成 评估：六要素 要 1 人，已有 1 人回答 · 1 人的不向您显示")
    tab = seen_by("lead", "assessment", **hidden)
    assert "至少 2 人独立评估，已有 2 人回答。 其中 2 人的回答不向您显示。" in tab
    assert "不向您显示" not in seen_by("lead", "assessment")


def test_what_may_not_be_seen_can_not_be_relied_on_and_is_said_to_be_there() -> None:
    site = Site("reviewer", determination=case("report", **HIT, assessments=(), assessors_counted=ALL_IN))
    page = site.get(f"{PAGE}/act/report").text.translate({0x2068: None, 0x2069: None})
    assert "不向您显示的评估，不能作为依据：三个区分开来、六要素" in page
    assert "还没有可以依据的评估" not in page
    none = Site("reviewer", determination=case("report", **HIT, assessments=(), assessors_counted={}))
    assert "还没有可以依据的评估" in none.get(f"{PAGE}/act/report").text


def test_a_meeting_that_somebody_may_not_see_is_not_missing() -> None:
    here = case(state=DeterminationState.MEETING, report="属实", meeting_ids=("meet1",))
    site = Site("reviewer", determination=here, meeting=CaseError("not_found"))
    assert of(site.get(PAGE).text, "联席会议") == ("open", "待办 联席会议 有会议不向您显示")
    tab = site.get(f"{PAGE}?tab=meeting").text
    assert "有 1 次会议不向您显示。" in tab
    assert "还没有上会" not in tab


def test_nothing_follows_where_the_way_has_ended() -> None:
    for state in (DeterminationState.WITHDRAWN, DeterminationState.REFUSED):
        page = seen_by("lead", state=state)
        assert "接着是" not in page
        assert 'class="steps"' not in page
    assert "接着是" in seen_by("lead")
    assert "接着是" not in seen_by("lead", state=DeterminationState.CONCLUDED, **DECIDED)
