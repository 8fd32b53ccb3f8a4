"""A proposal and the problem that it came of lead to one another."""

from dataclasses import replace

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProblemLine,
    ProblemsPage,
    ProblemState,
)
from rongcuo.contracts.followup.problem.operations import PROBLEM, PROBLEMS
from rongcuo.contracts.followup.proposal import operations
from rongcuo.contracts.serialisation import dump
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import UNIT_PERSON
from tests.unit.followup_proposals.test_pages import LISTED, ONE, page, seen
from tests.unit.gateway.console_site import COUNTY, Site

PROBLEM_LINE = ProblemLine(case_id="q1", number="问题〔2026〕1号", title="没有补报的期限", organ_id="530127",
                           state=ProblemState.OPEN, opened_at=scene.START)


def test_a_draft_is_led_to_its_organ_its_contact_and_its_problem_and_nobody_types_an_id():
    there = Site("lead")
    there.caller.said |= {PROBLEMS.name: lambda asked: dump(ProblemsPage(
        lines=(PROBLEM_LINE,) if asked["tab"] == "open" else (
            replace(PROBLEM_LINE, case_id="q7", organ_id="530128"),)))}
    shown = str(there.get(f"{LISTED}/new").text)
    for name, value, words_of_it in (("organ_id", "530127", COUNTY), ("contact_id", "liu", "刘某"),
                                     ("problem_id", "q1", "问题〔2026〕1号 · 没有补报的期限")):
        field = shown.split(f'id="{name}"')[1].split("</fieldset>")[0].split("</select>")[0]
        assert f'value="{value}"' in field, name
        assert words_of_it in field, name
    assert "q7" not in shown      # another organ's
    assert not [name for name in ("organ_id", "contact_id", "problem_id")
                if f'<input id="{name}"' in shown]


def test_a_draft_begins_with_what_its_problem_says():
    there = Site("lead")
    there.caller.said |= {PROBLEM.name: {
        "case_id": "q9", "number": "问题〔2026〕9号", "title": "老问题", "unit": scene.UNIT,
        "description": {"words": "没有期限", "cause": "没有规定"}}}
    shown = str(there.get(f"{LISTED}/new?problem=q9").text)
    assert '<option value="q9" selected>' in shown
    for words_of_it in ("没有期限</textarea>", "没有规定</textarea>", f'value="{scene.UNIT}"'):
        assert words_of_it in shown


def test_a_proposal_leads_to_its_problem_whom_it_is_there_for():
    ours = seen(scene.planned())
    ours[operations.PROPOSAL.name] |= {"organ_id": "530127"}
    said = {PROBLEM.name: {"case_id": "q1", "number": "问题〔2026〕1号", "title": "没有补报的期限"}}
    link = '<a href="/followup/problems/q1">'
    assert f"{link}问题〔2026〕1号 · 没有补报的期限</a>" in page("lead", ONE, {**ours, **said})
    assert link not in page("lead", ONE, {**ours, PROBLEM.name: CaseError("not_found")})
    assert link not in page("subject", ONE, {**seen(scene.planned(), UNIT_PERSON), **said})
