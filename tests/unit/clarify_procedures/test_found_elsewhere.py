"""What another organ has found of somebody is answered there, and nowhere refused."""


import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import ClarificationState as State
from services.clarify.usecases import clarifications, heeding
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, SECOND, WANG
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import UNTRUE, Desk
from tests.unit.clarify_procedures.test_answered import NOTHING, applied


@pytest.mark.parametrize(("organ_id", "goes_to"), [(scene.ORGAN, ""), (scene.ABOVE, scene.ABOVE)])
def test_nobody_hears_that_nothing_was_untrue_of_what_was_found_so(desk: Desk, organ_id: str, goes_to: str):
    case_id = applied(desk).id
    report = scene.found(UNTRUE, UNTRUE)
    report.organ_id, report.assignee = organ_id, None
    desk.put(report)
    leads = (LEAD, SECOND) if organ_id == scene.ORGAN else (LEAD_ABOVE, at.OTHER_ABOVE)
    desk.give(leads[0], heeding.answer_clearing, contract.AnswerClearing, report_id="r1", clear=False,
              ground="no_harm", words="没有影响")
    desk.give(leads[1], heeding.close, contract.CloseReport, report_id="r1")

    def refuses() -> None:
        desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **NOTHING)
    if not goes_to:
        refused("clarify.ground_not_borne_out", refuses)
        return
    refuses()
    case = desk.store.clarifications.get(case_id)
    assert (case.organ_id, case.proposed_refusal, case.state) == (goes_to, "", State.ASSESSMENT)


def test_what_an_organ_above_has_found_is_applied_for_there(desk: Desk):
    report = scene.found(UNTRUE, UNTRUE)
    report.organ_id, report.assignee = scene.ABOVE, None
    desk.put(report)
    desk.give(LEAD_ABOVE, heeding.answer_clearing, contract.AnswerClearing, report_id="r1", clear=False,
              ground="no_harm", words="没有影响")
    desk.give(at.OTHER_ABOVE, heeding.close, contract.CloseReport, report_id="r1")
    case_id = applied(desk).id
    [told] = [each for each in desk.told if isinstance(each, contract.ClarificationAppliedFor)]
    clarifications.find_an_organ(desk.sit(scene.SYSTEM), told)
    assert desk.store.clarifications.get(case_id).organ_id == scene.ABOVE


@pytest.mark.parametrize("known_first", [True, False])
def test_what_another_county_has_found_untrue_goes_to_whoever_is_above_both(desk: Desk, known_first: bool):
    """530181 is neither above nor below 530127."""
    report = scene.found(UNTRUE, UNTRUE)
    report.organ_id, report.assignee = scene.ELSEWHERE.organ_id, None
    other = scene.officer("elsewhere2", Role.LEAD, organ_id="530181", unit="安宁市纪委监委")
    if known_first:
        desk.put(report)
        closed_there(desk, scene.ELSEWHERE, other)
    case_id = applied(desk).id
    if known_first:
        [told] = [each for each in desk.told if isinstance(each, contract.ClarificationAppliedFor)]
        clarifications.find_an_organ(desk.sit(scene.SYSTEM), told)
    else:
        desk.put(report)
        closed_there(desk, scene.ELSEWHERE, other)
        desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **NOTHING)
    case = desk.store.clarifications.get(case_id)
    assert (case.organ_id, case.proposed_refusal, case.state) == (scene.ABOVE, "", State.ASSESSMENT)
    desk.give(LEAD_ABOVE, clarifications.assign, contract.AssignClarification, case_id, officer_id="above")
    refused("clarify.ground_not_borne_out", lambda: desk.give(
        LEAD_ABOVE, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **NOTHING))


def closed_there(desk: Desk, one: Actor, other: Actor) -> None:
    desk.give(one, heeding.answer_clearing, contract.AnswerClearing, report_id="r1", clear=False,
              ground="no_harm", words="没有影响")
    desk.give(other, heeding.close, contract.CloseReport, report_id="r1")
