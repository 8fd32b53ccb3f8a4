"""The page of a clearing and of an inquiry in each of their states, and their lists."""

import re

import pytest

from rongcuo.contracts.clarify import ClarificationState, FalseAccusationState
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION, CLARIFICATIONS
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION
from rongcuo.contracts.errors import CaseError
from services.clarify.domain import clarification, false_accusation
from services.clarify.domain.clarification import ClarificationVerb
from services.clarify.domain.false_accusation import FalseAccusationVerb
from services.clarify.pages.clarification import words as of_clearings
from services.clarify.pages.clarification.acts import CLEARING
from services.clarify.pages.false_accusation import words as of_inquiries
from services.clarify.pages.false_accusation.acts import INQUIRY
from services.gateway.console.page.labels import VERBS
from services.gateway.cookies import LANGUAGE
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.gateway.console_site import Site, primaries
from tests.unit.gateway.page_text import status_of
from tests.unit.gateway.procedure_pages import (
    BOARD,
    INQUIRED,
    INQUIRIES,
    INQUIRIES_LISTED,
    LISTED,
    LOOKS,
    ONE,
    PROVEN,
    board,
    clearing,
    inquiry,
    theirs,
)
from tests.unit.gateway.test_console_structure import Outline

STEPS = re.compile(r'aria-current="step">(?:<svg.*?</svg>)?([^<]+)')
CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = re.compile("<(?:h2|legend|label for[^>]*|dt|th[^>]*|summary|button[^>]*)>([^<]+)<")


def page(who: str, address: str, said: dict[str, object], **headers: str) -> str:
    there = Site(who)
    there.caller.said |= said
    return str(there.get(address, **headers).text)


@pytest.mark.parametrize("state", FalseAccusationState)
def test_an_inquiry_says_where_it_stands_and_the_pseudonym_alone(state: FalseAccusationState):
    case = accused.CASES[state]()
    for tab in of_inquiries.TABS:
        shown = page("lead", f"{INQUIRED}?tab={tab}", inquiry(case))
        for word in (case.number, str(of_inquiries.STATES[state]), "举报人7"):
            assert word in shown
        assert case.reporter_ref not in shown


@pytest.mark.parametrize("state", ClarificationState)
def test_a_clearing_says_where_it_stands_and_what_is_to_be_said(state: ClarificationState):
    case = cleared.CASES[state]()
    shown = page("lead", ONE, clearing(case))
    for word in (case.number, str(of_clearings.STATES[state]), "刘某"):
        assert word in shown
    preview = page("lead", f"{ONE}?tab=plan", clearing(case))
    assert all(line in preview for said in case.preview for line in said.lines)


@pytest.mark.parametrize(("made", "holder", "here"), [
    (cleared.proposed, "530181（待分派）", "评估"), (cleared.assessing, "wang某", "评估"),
    (cleared.before_the_head, "负责人（待审批）", "审批"), (cleared.carrying_out, "wang某", "实施"),
    (cleared.finished, "wang某", "归档"), (cleared.to_visit, "wang某", "澄清回访"),
    (cleared.visited, "wang某", "结果反馈")])
def test_one_sentence_says_who_has_a_clearing_and_the_line_of_seven_how_far(made, holder, here):
    shown = page("lead", ONE, clearing(made()))
    assert status_of(shown)["holder"] == holder
    assert STEPS.findall(shown) == [here]
    assert shown.count('<li class="done"') == ["提出", "评估", "审批", "实施", "归档", "澄清回访",
                                               "结果反馈"].index(here) + shown.count('<li class="done"><span')


@pytest.mark.parametrize(("made", "holder", "here"), [
    (accused.prepared, "wang某", "拟提请启动"), (accused.requested, "530100", "报批启动"),
    (accused.inquiring, "wang某", "核查"), (accused.drafted, "wang某", "征求意见"),
    (accused.sent_up, "530100", "报批认定"), (accused.found, "wang某", "申诉期"),
    (accused.complained, "申诉复查机关", "申诉复查"), (accused.effective, "wang某", "处理和纠正")])
def test_one_sentence_says_who_has_an_inquiry_and_the_line_how_far(made, holder, here):
    shown = page("lead", INQUIRED, inquiry(made()))
    assert status_of(shown)["holder"] == holder
    assert STEPS.findall(shown) == [here]


@pytest.mark.parametrize(("who", "name", "address", "said"), LOOKS, ids=[look[1] for look in LOOKS])
def test_a_page_is_sound_and_whole_in_english(who, name, address, said):
    """But for what people wrote, and for what a pack says in Chinese only."""
    there = Site(who, **said)
    chinese = there.get(address)
    assert chinese.status_code == 200, name
    outline = Outline()
    outline.feed(chinese.text)
    assert outline.misplaced == []
    assert [each for each, times in outline.ids.items() if times > 1] == []
    for buttons in outline.buttons:
        assert "primary" not in buttons[1:]
    assert "ref7" not in chinese.text
    there.client.set_cookie(LANGUAGE, "en")
    english = there.get(address).text
    labels = LABELS.findall(english[english.index("<main"):english.index("</main>")])
    assert [each for each in labels if CHINESE.search(each)] == []


def test_the_person_reads_what_is_to_be_said_and_by_when_to_answer_and_nothing_of_its_inside():
    said = theirs(cleared.asked())
    first, plan, acts = (page("subject", f"{ONE}?tab={tab}", said) for tab in ("overview", "plan", "acts"))
    assert "请您提出意见" in first
    assert "这是关于您的澄清" in first
    assert len(primaries(first)) == 1
    assert "提出意见" in first
    assert "反映：反映问题1 经查：结论1 现予以澄清。" in plan
    for shown in (first, plan, acts):
        assert "正在推荐考察" not in shown
        assert "请单位配合" not in shown
        assert "/clarify/reports/" not in shown


@pytest.mark.parametrize(("clear", "said"), [(None, ""), (True, "应当澄清"), (False, "维持不予澄清")])
def test_an_objection_says_what_the_next_level_answered_and_nothing_before(clear, said):
    case = cleared.objected()
    if clear is not None:
        case.answer_objection(clear, "经审查", cleared.by(cleared.CITY))
    shown = page("lead", ONE, clearing(case, allowed=()))
    assert re.findall("<b>(应当澄清|维持不予澄清)</b>", shown) == [said] * bool(said)


def test_nothing_is_offered_that_is_not_allowed():
    for made in cleared.CASES.values():
        shown = page("lead", ONE, clearing(made(), allowed=()))
        assert f"{ONE}/act/" not in shown
    for made in accused.CASES.values():
        for tab in of_inquiries.TABS:
            shown = page("lead", f"{INQUIRED}?tab={tab}", inquiry(made(), allowed=()))
            assert f"{INQUIRED}/act/" not in shown


def test_the_five_factors_stand_in_one_table_with_what_each_says_of_both_elements():
    shown = page("lead", f"{INQUIRED}?tab=proof", inquiry(PROVEN))
    table = shown[shown.index('class="compare"'):shown.index("</table>", shown.index('class="compare"'))]
    assert table.count("<th scope=\"row\"") == 5
    assert table.count("有鉴定为证") == 10
    assert table.count("鉴定意见") == 10
    empty = page("reviewer", f"{INQUIRED}?tab=proof", inquiry(accused.inquiring(), by=accused.WANG))
    assert empty.count("act/weigh?element=") == 10
    assert "还没有评判：捏造事实、伪造材料 · 问题来源" in empty


def test_the_board_says_whom_it_clears_where_it_stands_and_who_has_it():
    shown = page("lead", BOARD, LISTED)
    for word in ("澄清〔2026〕1号", "刘某 · 杨桥街道办事处", "提出、评估", "负责人（待审批）",
                 "上级机关（待答复异议）", f"{BOARD}/k1", "待答复异议", "单位未落实"):
        assert word in shown
    table = page("lead", f"{BOARD}?as=csv", LISTED).splitlines()
    assert table[0] == "\ufeff到期,编号,澄清对象,环节,在谁手里"
    assert len(table) == 4


def test_the_board_is_asked_for_one_stage():
    there = Site("lead")
    there.caller.said |= LISTED
    shown = there.get(f"{BOARD}?state=approval&tab=organ").text
    [asked] = [told for name, told in there.caller.asked if name == CLARIFICATIONS.name]
    assert (asked["state"], asked["tab"]) == ("approval", "organ")
    assert '<option value="approval" selected>' in shown


def test_the_units_that_did_not_stand_beside_what_is_to_be_said_to_them():
    shown = page("lead", f"{BOARD}?tab=units", LISTED)
    for word in ("某街道党工委", "担心扩大影响", "没有落实", "尚未答复", "澄清是职责，不是人情", "示例",
                 "昭通"):
        assert word in shown


def test_whoever_files_sees_their_own_and_can_apply():
    shown = page("subject", BOARD, board())
    assert "我的澄清" in shown
    assert f'href="{BOARD}/new"' in shown
    assert 'class="tabs"' not in shown
    there = Site("subject")
    there.caller.said |= board()
    there.get(BOARD)
    assert next(told for name, told in there.caller.asked if name == CLARIFICATIONS.name)["tab"] == "own"


def test_no_count_stands_on_the_list_of_inquiries():
    shown = page("lead", INQUIRIES, INQUIRIES_LISTED)
    assert 'class="count"' not in shown[shown.index("<main"):]
    assert "诬核〔2026〕1号" in shown
    assert "530100" in shown


@pytest.mark.parametrize(("address", "query"), [(INQUIRED, FALSE_ACCUSATION), (ONE, CLARIFICATION)])
def test_for_whom_it_is_not_there_the_page_is_not_either(address: str, query):
    there = Site("lead")
    there.caller.said |= {query.name: CaseError("not_found")}
    assert there.get(address).status_code == 404
    assert there.get(f"{address}/act/assign").status_code == 404


def test_a_tab_that_there_is_not_is_not_found():
    there = Site("lead")
    there.caller.said |= {**clearing(cleared.asked()), **inquiry(accused.found())}
    for address in (ONE, INQUIRED):
        assert there.get(f"{address}?tab=else").status_code == 404


def test_every_state_and_every_step_has_its_word():
    assert set(FalseAccusationState) == of_inquiries.STATES.keys()
    assert set(ClarificationState) == of_clearings.STATES.keys()
    known = {name.removeprefix("case.") for name in VERBS}
    assert set(ClarificationVerb) <= of_clearings.VERBS.keys() | known
    assert set(FalseAccusationVerb) <= of_inquiries.VERBS.keys() | known


def test_every_verb_that_somebody_asks_for_has_its_form():
    assert set(ClarificationVerb) - clarification.FOLLOWING == CLEARING.acts.keys()
    assert set(FalseAccusationVerb) - false_accusation.FOLLOWING == INQUIRY.acts.keys()
