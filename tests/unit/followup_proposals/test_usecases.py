"""What is done about a proposal on a database, and what happens to it by itself."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts import followup as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProposalKind,
    ProposalMark,
    ProposalQuery,
    ProposalRecurred,
    ProposalReminded,
    ProposalsQuery,
)
from rongcuo.contracts.followup import ProposalState as State
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from services.followup.usecases import proposal_times, proposals, settling
from services.followup.views import proposals as views
from tests.unit.followup.scene import KIN, LEAD, PAPER, WANG, WATCH, ZHAO
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.desk import Desk, approved, delivered
from tests.unit.followup_proposals.scene import ELSEWHERE, MEASURES, RULE, TEXT, UNIT_PERSON, at

ANSWER = {"words": "已整改", "rules": (RULE,), "attachments": ()}


def answered(desk: Desk, case_id: str) -> None:
    """Through the addressee's own account, to its end."""
    desk.give(UNIT_PERSON, proposals.acknowledge, contract.AcknowledgeProposal, case_id, responsible="李某")
    desk.give(UNIT_PERSON, proposals.plan, contract.PlanRectification, case_id, measures=MEASURES)
    desk.now = at(20)
    desk.give(UNIT_PERSON, proposals.reply, contract.ReplyToProposal, case_id, **ANSWER)


def test_the_unit_addressed_reads_in_a_list_nobody_who_drafted_it(desk: Desk):
    delivered(desk)
    [told] = views.page(desk.sit(UNIT_PERSON), ProposalsQuery(tab="addressed")).lines
    [inside] = views.page(desk.sit(WANG), ProposalsQuery(tab="organ")).lines
    assert (told.assignee_name, inside.assignee_name) == ("", "wang某")


def test_those_that_came_of_a_problem_are_listed_to_whoever_sees_their_inside(desk: Desk):
    other = scene.delivered(replace(scene.TEXT, problem_id=""))
    other.id = "b2"
    desk.put(scene.delivered(), other)
    asked = ProposalsQuery(tab="organ", problem="q1")
    assert [each.case_id for each in views.page(desk.sit(WANG), asked).lines] == ["b1"]
    assert views.page(desk.sit(UNIT_PERSON), replace(asked, tab="addressed")).lines == ()


def closed(desk: Desk, content=TEXT) -> str:
    desk.now = scene.START
    case_id = delivered(desk, content)
    answered(desk, case_id)
    desk.give(WANG, proposals.evaluate, contract.EvaluateRectification, case_id, marks=scene.marks(),
              mark=ProposalMark.PASSED, words="到位")
    desk.give(LEAD, proposals.close, contract.CloseProposal, case_id, words="销号")
    return case_id


def test_each_kind_is_numbered_by_itself_and_a_refused_approval_uses_no_number_up(desk: Desk):
    first = approved(desk)
    other = approved(desk, replace(TEXT, kind=ProposalKind.JOINT))
    draft = desk.give(WANG, proposals.draft, contract.DraftProposal, content=TEXT).case_id
    assert desk.one(draft).number == "拟稿〔2026〕3号"
    desk.give(ZHAO, proposals.review, contract.ReviewProposal, draft, opinion="同意")
    with pytest.raises(CaseError, match=r"followup\.lead_wanted|forbidden"):
        desk.give(ZHAO, proposals.approve, contract.ApproveProposal, draft)
    second = approved(desk)
    numbers = [desk.one(each).number for each in (first, other, second)]
    mark = scene.PACK.organ_marks.of("532323")
    assert numbers == [f"{mark}监建〔2026〕1号", f"{mark}纪监建〔2026〕1号", f"{mark}监建〔2026〕2号"]


@pytest.mark.parametrize(("to", "code"), [
    ({"contact_id": "nobody"}, "followup.contact_unknown"),
    ({"contact_id": "lin"}, "followup.contact_of_another_unit"),
    ({"contact_id": "shui", "organ_id": "532324"}, "followup.contact_of_another_unit"),
    ({"contact_id": "far"}, "followup.contact_of_another_unit")])
def test_whoever_is_told_for_a_unit_is_of_that_unit(desk: Desk, to: dict[str, str], code: str):
    content = replace(TEXT, addressee=replace(scene.TO, **to))
    with pytest.raises(CaseError, match=code):
        desk.give(WANG, proposals.draft, contract.DraftProposal, content=content)


def test_only_who_works_on_cases_drafts_and_nobody_to_their_own_unit(desk: Desk):
    with pytest.raises(CaseError, match="forbidden"):
        desk.give(UNIT_PERSON, proposals.draft, contract.DraftProposal, content=TEXT)
    with pytest.raises(CaseError, match=r"review\.recused"):
        desk.give(KIN, proposals.draft, contract.DraftProposal, content=TEXT)


def test_the_addressee_answers_by_its_account_and_the_rule_change_is_kept(desk: Desk):
    case_id = closed(desk)
    found = views.proposal(desk.sit(UNIT_PERSON), ProposalQuery(case_id=case_id))
    assert found.to_us
    assert [(each.title, each.text, each.on) for each in found.replies[0].rules] == [
        ("应急物资调用办法", "调用后三日内补报。", date(2026, 3, 18))]
    assert (found.content.problem_id, found.content.problem_code, found.drafted_by, found.reviewed_by) == (
        "", "", (), "")
    assert {"review_proposal", "approve_proposal"}.isdisjoint({each.what for each in found.history})
    inside = views.proposal(desk.sit(ZHAO), ProposalQuery(case_id=case_id))
    assert (inside.content.problem_code, inside.drafted_by, inside.reviewed_by) == (
        "wuzi", ("wang某",), "zhao某")


def test_nobody_else_reads_it_and_a_supervisor_leaves_a_line(desk: Desk):
    case_id = delivered(desk)
    for actor in (ELSEWHERE, scene.OTHER_COUNTY):
        with pytest.raises(CaseError, match="not_found"):
            views.proposal(desk.sit(actor), ProposalQuery(case_id=case_id))
    views.proposal(desk.sit(WATCH), ProposalQuery(case_id=case_id))
    assert desk.reads == [("followup.proposal_read", case_id)]


def test_a_paper_that_documents_do_not_know_is_refused(desk: Desk):
    case_id = delivered(desk, scene.on_paper())
    desk.now = at(1)
    strange = replace(PAPER, sha256="cd" * 32)
    signed = {"name": "李某", "on": at(1).date()}
    with pytest.raises(CaseError, match=r"attachment\.unknown"):
        desk.give(WANG, proposals.sign_for, contract.SignForProposal, case_id, attachments=(strange,),
                  **signed)
    desk.give(WANG, proposals.sign_for, contract.SignForProposal, case_id, attachments=(PAPER,), **signed)
    assert desk.one(case_id).receipt.attachments == (PAPER,)


def test_what_is_overdue_is_reminded_by_the_platform_once_and_shown(desk: Desk):
    case_id = delivered(desk)
    desk.now = at(10)
    desk.told.clear()
    for _ in range(2):
        proposal_times.tell_what_is_due(desk)
    assert [type(each) for each in desk.told] == [ProposalReminded]
    page = views.page(desk.sit(LEAD), ProposalsQuery(tab="late"))
    assert [(each.case_id, each.late) for each in page.lines] == [(case_id, True)]
    assert page.counts == {"organ": 1, "mine": 0, "late": 1, "closed": 0, "addressed": 0}


def test_the_same_problem_in_the_same_unit_marks_what_was_closed(desk: Desk):
    first = closed(desk)
    other = closed(desk, replace(TEXT, problem_code="other"))
    desk.told.clear()
    desk.now = at(200)
    later = delivered(desk)
    assert desk.one(first).state is State.RECURRED
    assert desk.one(first).recurrence.number == desk.one(later).number
    assert desk.one(other).state is State.CLOSED
    [event] = [each for each in desk.told if isinstance(each, ProposalRecurred)]
    assert (event.problem_id, event.later_number) == ("q1", desk.one(later).number)


def test_a_unit_that_was_merged_is_followed_and_its_people_go_on(desk: Desk):
    case_id = delivered(desk)
    merged = UnitNamed(unit_id="u1", organ_id="532323", name=scene.UNIT, merged_into="u2")
    into = UnitNamed(unit_id="u2", organ_id="532323", name=scene.RENAMED, former_names=(scene.UNIT,))
    elsewhere = replace(into, organ_id="532324")
    for event in (merged, elsewhere):
        settling.take_unit_names(desk, event)
        assert desk.one(case_id).unit_now == scene.UNIT
    settling.take_unit_names(desk, into)
    assert desk.one(case_id).unit_now == scene.RENAMED
    desk.officers = tuple(each for each in desk.officers if each.organ_id != "532323")
    settling.take_unit_names(desk, replace(into, name="牟定县水利水务局", former_names=(
        scene.UNIT, scene.RENAMED)))     # also where the organ has nobody who decides
    assert desk.one(case_id).unit_now == "牟定县水利水务局"
    desk.give(scene.MOVED_ON, proposals.acknowledge, contract.AcknowledgeProposal, case_id,
              responsible="李某")
    page = views.page(desk.sit(scene.MOVED_ON), ProposalsQuery(tab="addressed"))
    assert [each.addressee for each in page.lines] == ["牟定县水利水务局"]


def test_what_somebody_held_whose_post_ended_waits_for_another(desk: Desk):
    case_id = delivered(desk)
    desk.officers = tuple(replace(each, active=each.officer_id != "wang") for each in desk.officers)
    settling.take_dismissal(desk, OfficerDismissed(officer_id="wang", organ_id="532323"))
    assert desk.one(case_id).assignee is None
    desk.give(LEAD, proposals.assign, contract.AssignProposal, case_id, officer_id="zhao")
    assert desk.one(case_id).assignee_id == "zhao"
