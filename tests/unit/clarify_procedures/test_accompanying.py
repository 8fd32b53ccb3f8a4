"""What has followed from a report goes with it: up, and away from whoever is recused from it later."""

from itertools import product
from typing import Any

import pytest

from rongcuo.casework.people import Holder
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import (
    ClarificationQuery,
    ClarificationsQuery,
    ClarificationState,
    FalseAccusationQuery,
    FalseAccusationsQuery,
    FalseAccusationState,
)
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.review import RecusalGround
from services.clarify.domain import Verb, following
from services.clarify.domain.transitions import TABLE
from services.clarify.usecases import clarifications, reports, settling
from services.clarify.views import clarifications as clearings
from services.clarify.views import false_accusations as inquiries
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, SECOND, ZHAO
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import Desk

UP = {"report_id": "r1", "reason": "由我们办理"}
FOLLOWING = [*product([cleared], ClarificationState), *product([accused], FalseAccusationState)]


def cleared_and_inquired(desk: Desk) -> tuple[str, str]:
    """Of a report that is open; 赵 holds the clearing."""
    at.answered(at.found(desk, at.UNTRUE, at.UNTRUE))
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, desk.clearing.id, officer_id="zhao")
    inquiry = accused.CASES[FalseAccusationState.INQUIRY]()
    inquiry.report_id, inquiry.organ_id, inquiry.division_code = "r1", scene.ORGAN, scene.DIVISION
    desk.put(inquiry)
    return desk.clearing.id, desk.inquiry.id


def seen(desk: Desk, actor: scene.Actor) -> list[str]:
    """What somebody finds in their lists."""
    return [each.case_id for page in (
        clearings.page(desk.sit(actor), ClarificationsQuery()),
        inquiries.page(desk.sit(actor), FalseAccusationsQuery())) for each in page.lines]


def found_by_nobody(desk: Desk, actor: scene.Actor, clearing: str, inquiry: str) -> None:
    assert seen(desk, actor) == []
    refused("not_found", lambda: clearings.clarification(
        desk.sit(actor), ClarificationQuery(case_id=clearing)))
    refused("not_found", lambda: inquiries.false_accusation(
        desk.sit(actor), FalseAccusationQuery(case_id=inquiry)))


def test_what_goes_up_takes_its_clearing_and_its_inquiry_with_it(desk: Desk):
    at.answered(at.found(desk, at.UNTRUE, at.UNTRUE))
    case_id = desk.clearing.id
    desk.give(LEAD_ABOVE, reports.hand_up, contract.HandReportUp, **UP)
    assert (desk.report.organ_id, desk.clearing.organ_id) == (scene.ABOVE, scene.ABOVE)
    assert seen(desk, LEAD) == []
    assert seen(desk, LEAD_ABOVE) == [case_id]


def test_an_inquiry_goes_up_with_whoever_held_it_left_behind(desk: Desk):
    case_id = at.suspected(desk).inquiry.id
    desk.give(LEAD_ABOVE, reports.hand_up, contract.HandReportUp, **UP)
    assert (desk.inquiry.organ_id, desk.inquiry.assignee) == (scene.ABOVE, None)
    assert seen(desk, ZHAO) == seen(desk, LEAD) == []
    assert seen(desk, LEAD_ABOVE) == [case_id]


@pytest.mark.parametrize(("of", "state"), FOLLOWING)
def test_in_every_state_it_is_where_the_report_is_and_says_so(of: Any, state: Any):
    case, report = of.CASES[state](), scene.verified()
    report.organ_id = scene.ABOVE
    case.take_events()
    following.go_along(case, report, of.by(LEAD_ABOVE))
    assert case.organ_id == scene.ABOVE
    assert case.ended or case.assignee is None
    [(_, told)] = case.take_events()
    assert (told.what, told.standing.organ_id, told.standing.ended) == ("hand_up", scene.ABOVE, case.ended)
    following.go_along(case, report, of.by(LEAD_ABOVE))
    assert not case.happened, "once"


@pytest.mark.parametrize(("of", "state"), FOLLOWING)
def test_in_every_state_it_is_kept_from_whoever_is_recused_from_the_report(of: Any, state: Any):
    case, report = of.CASES[state](), scene.verified()
    report.recuse(Holder.of(scene.view(ZHAO)), RecusalGround.INTEREST, "同学", scene.by(LEAD))
    before = case.is_apart(ZHAO)
    case.take_events()
    following.go_along(case, report, of.by(LEAD))
    assert not before
    assert case.is_apart(ZHAO)
    told = case.take_events()[0][1].standing
    assert "zhao" in told.apart
    assert {*told.keys_apart} == case.kept_from, "also by name alone"


def test_whoever_is_recused_from_the_report_later_holds_and_sees_nothing_of_what_followed(desk: Desk):
    clearing, inquiry = cleared_and_inquired(desk)
    assert set(seen(desk, ZHAO)) == {clearing, inquiry}
    desk.give(LEAD, reports.recuse, contract.RecuseFromReport, report_id="r1", officer_id="zhao",
              ground=RecusalGround.INTEREST, reason="与被反映人是同学")
    assert (desk.clearing.assignee, desk.inquiry.is_apart(ZHAO)) == (None, True)
    found_by_nobody(desk, ZHAO, clearing, inquiry)
    assert set(seen(desk, SECOND)) == {clearing, inquiry}


def test_where_the_last_are_gone_what_followed_goes_up_with_the_report(desk: Desk):
    at.answered(at.found(desk, at.UNTRUE, at.UNTRUE))
    desk.officers = tuple(scene.view(each, active=each not in scene.STAFF) for each in at.EVERYBODY)
    settling.take_dismissal(desk.sit(SYSTEM), OfficerDismissed(officer_id="wang", organ_id=scene.ORGAN))
    assert (desk.report.organ_id, desk.clearing.organ_id) == (scene.ABOVE, scene.ABOVE)


def test_nothing_can_have_followed_from_what_is_passed_up():
    """It leaves before anything is found."""
    passed = {state for state, verb in TABLE if verb is Verb.PASS_UP}
    found = {TABLE[step] for step in TABLE if step[1] is Verb.FIND}
    while (more := {TABLE[step] for step in TABLE if step[0] in found} - found):
        found |= more
    assert passed.isdisjoint(found)
