"""Whoever applied to be cleared, or knows that they were reported, hears why they are not, and may object."""

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.clarify import ClarificationRefused, ClarificationState, ReportOutcome
from services.clarify.domain.clarification import Clarification
from services.clarify.usecases import clarifications
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, LIU, SECOND, WANG
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import Desk
from tests.unit.clarify_procedures.test_clarification_usecases import APPLY
from tests.unit.clarify_procedures.test_heeding import found_again

State = ClarificationState
NOTHING = {"ground": "nothing_untrue", "reasons": "没有关于您的反映被认定为不属实"}


def applied(desk: Desk) -> Clarification:
    desk.give(LIU, clarifications.apply, contract.ApplyForClarification, **APPLY)
    [case] = [each for each in desk.store.clarifications.open_of(scene.ORGAN) if each.application]
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, case.id, officer_id="wang")
    return case


def test_what_is_found_true_after_all_is_answered_to_whoever_applied_and_goes_to_the_next_level(desk: Desk):
    at.found(desk, at.UNTRUE, at.UNTRUE)
    case_id = applied(desk).id
    found_again(desk, ReportOutcome.SUBSTANTIATED)
    at.closed(desk)
    assert desk.store.clarifications.get(case_id).state is State.ASSESSMENT
    refused("clarify.nothing_to_clear", lambda: desk.give(
        WANG, clarifications.link_report, contract.LinkClarification, case_id, report_id="r1"))
    desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **NOTHING)
    desk.give(SECOND, clarifications.refuse, contract.RefuseClarification, case_id, **NOTHING)
    [told] = [each for each in desk.told if isinstance(each, ClarificationRefused)]
    assert (told.standing.subject_id, told.ground_code, told.report_id) == ("liu", "nothing_untrue", "")
    assert told.appeal_until is not None
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="没有此事")
    desk.give(LEAD_ABOVE, clarifications.answer_objection, contract.AnswerObjection, case_id, clear=False,
              reasons="没有可以澄清的结论")
    assert desk.store.clarifications.get(case_id).state is State.REFUSED
